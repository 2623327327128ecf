"""The words around clauses, in en, zh and ja.

Japanese clauses are in the plain form, which stands before a noun and before 場合 alike. An English guard
brings its own opening: `whose …`, `that …` or `for which …`.
"""

from __future__ import annotations

from collections.abc import Mapping

from reglint.model.text import Text

_LISTS: Mapping[str, Text] = {
    "all_of": {
        "en": "all of the following hold",
        "zh": "同时符合下列条件",
        "ja": "次のすべてに該当する",
    },
    "any_of": {
        "en": "at least one of the following holds",
        "zh": "至少符合下列条件之一",
        "ja": "次のいずれかに該当する",
    },
    "alike": {
        "en": "both or neither of the following hold",
        "zh": "下列两项同时成立或者同时不成立",
        "ja": "次の両方に該当するか、又はいずれにも該当しない",
    },
    "unlike": {
        "en": "exactly one of the following holds",
        "zh": "下列两项中仅有一项成立",
        "ja": "次の一方のみに該当する",
    },
    "if_list": {
        "en": "if the first of the following holds, so does the second",
        "zh": "下列第一项成立的，第二项也应成立",
        "ja": "次の第一に該当する場合は、第二にも該当する",
    },
    "unless_list": {
        "en": "unless the first of the following holds, the second does",
        "zh": "除非下列第一项成立，否则第二项应成立",
        "ja": "次の第一に該当する場合を除き、第二に該当する",
    },
    "choice_list": {
        "en": "if the first of the following holds, so does the second; otherwise, the third does",
        "zh": "下列第一项成立的，第二项也应成立；否则，第三项应成立",
        "ja": "次の第一に該当する場合は第二に、その他の場合は第三に該当する",
    },
}
_CONDITIONS: Mapping[str, Text] = {
    "if_first": {"en": "if {guard}, {body}", "zh": "如果{guard}，则{body}", "ja": "{guard}場合は、{body}"},
    "if_any": {
        "en": "if at least one of the following holds, {body}",
        "zh": "有下列情形之一的，{body}",
        "ja": "次のいずれかに該当する場合は、{body}",
    },
    "if_all": {
        "en": "if all of the following hold, {body}",
        "zh": "同时符合下列条件的，{body}",
        "ja": "次のすべてに該当する場合は、{body}",
    },
    "unless": {
        "en": "{body}, unless {guard}",
        "zh": "{body}，但{guard}的除外",
        "ja": "{body}。ただし、{guard}場合は、この限りでない",
    },
    "unless_first": {
        "en": "unless {guard}, {body}",
        "zh": "除非{guard}，否则{body}",
        "ja": "{guard}場合を除き、{body}",
    },
    "unless_any": {
        "en": "unless at least one of the following holds, {body}",
        "zh": "除有下列情形之一外，{body}",
        "ja": "次のいずれかに該当する場合を除き、{body}",
    },
    "unless_all": {
        "en": "unless all of the following hold, {body}",
        "zh": "除同时符合下列条件外，{body}",
        "ja": "次のすべてに該当する場合を除き、{body}",
    },
    "except_any": {
        "en": "{body}, except where one of the following holds",
        "zh": "{body}，但有下列情形之一的除外",
        "ja": "{body}。ただし、次のいずれかに該当する場合は、この限りでない",
    },
    "except_all": {
        "en": "{body}, except where all of the following hold",
        "zh": "{body}，但同时符合下列条件的除外",
        "ja": "{body}。ただし、次のすべてに該当する場合は、この限りでない",
    },
    "choice": {
        "en": "if {guard}, {yes}; otherwise, {no}",
        "zh": "如果{guard}，则{yes}；否则{no}",
        "ja": "{guard}場合は{yes}、その他の場合は{no}",
    },
    "always": {"en": "this always holds", "zh": "此条件始终成立", "ja": "常に成り立つ"},
    "never": {"en": "this never holds", "zh": "此条件始终不成立", "ja": "決して成り立たない"},
    "stated": {"en": "it is stated that {body}", "zh": "已写明{body}", "ja": "{body}と示されている"},
    "unstated": {"en": "it is not stated that {body}", "zh": "未写明{body}", "ja": "{body}と示されていない"},
    "required": {
        "en": "it would have to hold that {body}",
        "zh": "须符合：{body}",
        "ja": "{body}ことが必要である",
    },
    "required_list": {
        "en": "it would have to hold that {body}",
        "zh": "须{body}",
        "ja": "{body}ことが必要である",
    },
    "as_to": {"en": "as to {owner}, {body}", "zh": "就{owner}而言，{body}", "ja": "{owner}について、{body}"},
    "which": {"en": "for which {body}", "zh": "{body}", "ja": "{body}"},
}
_EVERY: Mapping[str, Text] = {
    "every": {"en": "for every {one}", "zh": "对每{measure}{one}", "ja": "すべての{one}について"},
    "every_such": {
        "en": "for every {one} {guard}",
        "zh": "对{guard}的每{measure}{one}",
        "ja": "{guard}すべての{one}について",
    },
    "every_joined": {
        "en": "for every {one} {guard}",
        "zh": "对每{measure}符合以下条件的{one}（{guard}）",
        "ja": "{guard}すべての{one}について",
    },
    "every_after": {
        "en": "for every {one} {guard}",
        "zh": "对{guard}的每{measure}{one}",
        "ja": "{one}であって、{guard}もののすべてについて",
    },
    "every_of": {
        "en": "for every {one} and every {two}",
        "zh": "对每{measure}{one}及其每{measure_two}{two}",
        "ja": "すべての{one}及びそのすべての{two}について",
    },
    "every_two": {
        "en": "for every {one} and every {two}",
        "zh": "对每{measure}{one}和每{measure_two}{two}",
        "ja": "すべての{one}及び{two}について",
    },
    "every_but": {
        "en": "for every {one}, except any {guard}",
        "zh": "对每{measure}{one}（{guard}的除外）",
        "ja": "すべての{one}（{guard}ものを除く。）について",
    },
}
_SOME: Mapping[str, Text] = {
    "some": {
        "en": "there is at least one {one}",
        "zh": "至少有一{measure}{one}",
        "ja": "{one}が一つ以上ある",
    },
    "some_such": {
        "en": "there is at least one {one} {guard}",
        "zh": "至少有一{measure}{guard}的{one}",
        "ja": "{guard}{one}が一つ以上ある",
    },
    "some_joined": {
        "en": "there is at least one {one} {guard}",
        "zh": "至少有一{measure}{one}符合以下条件：{guard}",
        "ja": "{guard}{one}が一つ以上ある",
    },
    "some_nested": {
        "en": "there is at least one {one}",
        "zh": "至少有一{measure}{one}",
        "ja": "{one}のうち次に該当するものが一つ以上ある",
    },
    "some_list": {
        "en": "there is at least one {one} such that {head}",
        "zh": "至少有一{measure}{one}{head}",
        "ja": "{one}であって、{head}ものが一つ以上ある",
    },
    "none": {"en": "there is no {one}", "zh": "没有{one}", "ja": "{one}がない"},
    "none_such": {"en": "there is no {one} {guard}", "zh": "没有{guard}的{one}", "ja": "{guard}{one}がない"},
    "none_joined": {
        "en": "there is no {one} {guard}",
        "zh": "没有符合以下条件的{one}：{guard}",
        "ja": "{guard}{one}がない",
    },
    "none_list": {
        "en": "there is no {one} such that {head}",
        "zh": "没有{one}{head}",
        "ja": "{one}であって、{head}ものがない",
    },
    "one": {
        "en": "there is exactly one {one}",
        "zh": "恰有一{measure}{one}",
        "ja": "{one}がちょうど一つある",
    },
    "one_such": {
        "en": "there is exactly one {one} {guard}",
        "zh": "恰有一{measure}{guard}的{one}",
        "ja": "{guard}{one}がちょうど一つある",
    },
    "one_joined": {
        "en": "there is exactly one {one} {guard}",
        "zh": "恰有一{measure}{one}符合以下条件：{guard}",
        "ja": "{guard}{one}がちょうど一つある",
    },
    "one_list": {
        "en": "there is exactly one {one} such that {head}",
        "zh": "恰有一{measure}{one}{head}",
        "ja": "{one}であって、{head}ものがちょうど一つある",
    },
    "not_one": {
        "en": "there is not exactly one {one}",
        "zh": "{one}不是恰好一{measure}",
        "ja": "{one}がちょうど一つではない",
    },
    "not_one_such": {
        "en": "there is not exactly one {one} {guard}",
        "zh": "{guard}的{one}不是恰好一{measure}",
        "ja": "{guard}{one}がちょうど一つではない",
    },
    "not_one_joined": {
        "en": "there is not exactly one {one} {guard}",
        "zh": "并非恰有一{measure}{one}符合以下条件：{guard}",
        "ja": "{guard}{one}がちょうど一つではない",
    },
    "not_one_list": {
        "en": "there is not exactly one {one} such that {head}",
        "zh": "并非恰有一{measure}{one}{head}",
        "ja": "{one}であって、{head}ものがちょうど一つではない",
    },
    "stated_such": {
        "en": "{many} are stated and include at least one {guard}",
        "zh": "已写明{many}，且其中至少有一{measure}{guard}",
        "ja": "{many}が示されており、その中に、{guard}ものがある",
    },
    "stated_joined": {
        "en": "{many} are stated and include at least one {guard}",
        "zh": "已写明{many}，且其中至少有一{measure}，{guard}",
        "ja": "{many}が示されており、その中に、{guard}ものがある",
    },
    "stated_list": {
        "en": "{many} are stated and include at least one for which {head}",
        "zh": "已写明{many}，且其中至少有一{measure}{head}",
        "ja": "{many}が示されており、その中に、{head}ものがある",
    },
    "two": {
        "en": "there are at least two different {many}",
        "zh": "至少有两{measure}互不相同的{many}",
        "ja": "{many}に異なるものが二つ以上ある",
    },
    "not_two": {
        "en": "there are no two different {many}",
        "zh": "没有两{measure}互不相同的{many}",
        "ja": "{many}に異なるものがない",
    },
}

CLAUSES: Mapping[str, Text] = {**_LISTS, **_CONDITIONS, **_EVERY, **_SOME}
