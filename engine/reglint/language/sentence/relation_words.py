"""The words of comparisons and other relations, in en, zh and ja.

A measure is looked up under its operator and the family of what is compared, such as `>= day`, else under
the operator alone; a leading `!` is the opposite of a relation.
"""

from __future__ import annotations

from collections.abc import Mapping

from reglint.model.text import Text

_FRAMES: Mapping[str, Text] = {
    "plain": {"en": "{left} is {this}", "zh": "{left}{this}", "ja": "{left}が{this}である"},
    "said": {
        "en": "{left} is stated to be {this}",
        "zh": "已写明{left}{this}",
        "ja": "{left}が{this}であると示されている",
    },
    "unsaid": {
        "en": "{left} is not stated to be {this}",
        "zh": "未写明{left}{this}",
        "ja": "{left}が{this}であると示されていない",
    },
    "range": {
        "en": "{left} is {this} and {that}",
        "zh": "{left}{this}且{that}",
        "ja": "{left}が{this}{that}である",
    },
    "range needed": {
        "en": "{left} would have to be {this} and {that}",
        "zh": "{left}应当{this}且{that}",
        "ja": "{left}が{this}{that}でなければならない",
    },
    "needed": {
        "en": "{left} would have to be {this}",
        "zh": "{left}应当{this}",
        "ja": "{left}が{this}でなければならない",
    },
    "plain !in": {"en": "{left} is {this}", "zh": "{left}{this}", "ja": "{left}が{this}"},
    "said !in": {
        "en": "{left} is stated to be {this}",
        "zh": "已写明{left}{this}",
        "ja": "{left}が{this}と示されている",
    },
    "unsaid !in": {
        "en": "{left} is not stated to be {this}",
        "zh": "未写明{left}{this}",
        "ja": "{left}が{this}と示されていない",
    },
    "holds": {"en": "{left} is true", "zh": "{left}为是", "ja": "{left}が真である"},
    "!holds": {"en": "{left} is false", "zh": "{left}为否", "ja": "{left}が偽である"},
    "has": {"en": "{left} is stated", "zh": "已写明{left}", "ja": "{left}が示されている"},
    "!has": {"en": "{left} is not stated", "zh": "未写明{left}", "ja": "{left}が示されていない"},
    "has many": {"en": "{left} are stated", "zh": "已写明{left}", "ja": "{left}が示されている"},
    "!has many": {"en": "{left} are not stated", "zh": "未写明{left}", "ja": "{left}が示されていない"},
    "has needed": {
        "en": "{left} would have to be stated",
        "zh": "应当写明{left}",
        "ja": "{left}を示さなければならない",
    },
    "!has needed": {
        "en": "{left} would have to be left out",
        "zh": "应当不写{left}",
        "ja": "{left}を示してはならない",
    },
}
_MEASURES: Mapping[str, Text] = {
    "==": {"en": "{right}", "zh": "为{right}", "ja": "{right}"},
    "!=": {"en": "not {right}", "zh": "不为{right}", "ja": "{right}以外"},
    "!= needed": {"en": "other than {right}", "zh": "不为{right}", "ja": "{right}以外"},
    "== empty": {"en": "empty", "zh": "为空", "ja": "空"},
    "!= empty": {"en": "not empty", "zh": "不为空", "ja": "空でない"},
    "!= empty needed": {"en": "not empty", "zh": "不为空", "ja": "空以外"},
    "== same": {"en": "the same as {right}", "zh": "与{right}相同", "ja": "{right}と同じ"},
    "!= same": {"en": "different from {right}", "zh": "与{right}不同", "ja": "{right}とは別"},
    ">=": {"en": "at least {right}", "zh": "不少于{right}", "ja": "{right}以上"},
    "<=": {"en": "at most {right}", "zh": "不超过{right}", "ja": "{right}以下"},
    ">": {"en": "more than {right}", "zh": "超过{right}", "ja": "{right}超"},
    "<": {"en": "less than {right}", "zh": "少于{right}", "ja": "{right}未満"},
    "== duration": {"en": "exactly {right}", "zh": "恰好为{right}", "ja": "ちょうど{right}"},
    "!= duration": {"en": "not exactly {right}", "zh": "不是恰好{right}", "ja": "ちょうど{right}以外"},
    "<= duration": {"en": "at most {right}", "zh": "不超过{right}", "ja": "{right}以内"},
    ">= level": {"en": "at least {right}", "zh": "不低于{right}", "ja": "{right}以上"},
    "> level": {"en": "more than {right}", "zh": "高于{right}", "ja": "{right}超"},
    "< level": {"en": "less than {right}", "zh": "低于{right}", "ja": "{right}未満"},
    ">= day": {"en": "on or after {right}", "zh": "不早于{right}", "ja": "{right}以後"},
    "<= day": {"en": "on or before {right}", "zh": "不晚于{right}", "ja": "{right}以前"},
    "> day": {"en": "after {right}", "zh": "晚于{right}", "ja": "{right}より後"},
    "< day": {"en": "before {right}", "zh": "早于{right}", "ja": "{right}より前"},
    ">= version": {"en": "{right} or later", "zh": "不低于{right}", "ja": "{right}以上"},
    "<= version": {"en": "{right} or earlier", "zh": "不高于{right}", "ja": "{right}以下"},
    "> version": {"en": "later than {right}", "zh": "高于{right}", "ja": "{right}より新しいもの"},
    "< version": {"en": "earlier than {right}", "zh": "低于{right}", "ja": "{right}より古いもの"},
    ">= string": {
        "en": "{right} or after it in order",
        "zh": "按字符顺序不先于{right}",
        "ja": "文字順で{right}以降",
    },
    "<= string": {
        "en": "{right} or before it in order",
        "zh": "按字符顺序不后于{right}",
        "ja": "文字順で{right}以前",
    },
    "> string": {
        "en": "after {right} in order",
        "zh": "按字符顺序后于{right}",
        "ja": "文字順で{right}より後",
    },
    "< string": {
        "en": "before {right} in order",
        "zh": "按字符顺序先于{right}",
        "ja": "文字順で{right}より前",
    },
    "in": {"en": "{right}", "zh": "为{right}", "ja": "{right}"},
    "!in": {"en": "neither {right}", "zh": "不是{right}中的任何一个", "ja": "{right}のいずれでもない"},
    "in list": {"en": "among {right}", "zh": "是{right}之一", "ja": "{right}の一つ"},
    "!in list": {"en": "not among {right}", "zh": "不是{right}之一", "ja": "{right}のいずれでもない"},
}
_COUNTS: Mapping[str, Text] = {
    "counted >=": {
        "en": "there are at least {right} {many}",
        "zh": "{many}不少于{right}{measure}",
        "ja": "{many}の数が{right}以上である",
    },
    "counted <=": {
        "en": "there are at most {right} {many}",
        "zh": "{many}不超过{right}{measure}",
        "ja": "{many}の数が{right}以下である",
    },
    "counted >": {
        "en": "there are more than {right} {many}",
        "zh": "{many}超过{right}{measure}",
        "ja": "{many}の数が{right}超である",
    },
    "counted <": {
        "en": "there are fewer than {right} {many}",
        "zh": "{many}少于{right}{measure}",
        "ja": "{many}の数が{right}未満である",
    },
    "counted ==": {
        "en": "there are exactly {right} {many}",
        "zh": "{many}恰好{right}{measure}",
        "ja": "{many}の数がちょうど{right}である",
    },
    "counted !=": {
        "en": "there are not exactly {right} {many}",
        "zh": "{many}不是恰好{right}{measure}",
        "ja": "{many}の数が{right}以外である",
    },
}
_PASSED: Mapping[str, Text] = {
    "passed <=": {
        "en": "{day} is no more than {span} before the day of the assessment",
        "zh": "自{day}起不超过{span}",
        "ja": "{day}から{span}以内である",
    },
    "passed <": {
        "en": "{day} is less than {span} before the day of the assessment",
        "zh": "自{day}起不满{span}",
        "ja": "{day}から{span}を経過していない",
    },
    "passed >": {
        "en": "{day} is more than {span} before the day of the assessment",
        "zh": "自{day}起已超过{span}",
        "ja": "{day}から{span}を超えて経過している",
    },
    "passed >=": {
        "en": "{day} is at least {span} before the day of the assessment",
        "zh": "自{day}起已满{span}",
        "ja": "{day}から{span}以上経過している",
    },
}
_OF_TEXT: Mapping[str, Text] = {
    "includes": {
        "en": "{left} include {right}",
        "zh": "{left}包括{right}",
        "ja": "{left}に{right}が含まれる",
    },
    "!includes": {
        "en": "{left} do not include {right}",
        "zh": "{left}不包括{right}",
        "ja": "{left}に{right}が含まれない",
    },
    "contains": {"en": "{left} contains {right}", "zh": "{left}包含{right}", "ja": "{left}が{right}を含む"},
    "!contains": {
        "en": "{left} does not contain {right}",
        "zh": "{left}不包含{right}",
        "ja": "{left}が{right}を含まない",
    },
    "startsWith": {
        "en": "{left} starts with {right}",
        "zh": "{left}以{right}开头",
        "ja": "{left}が{right}で始まる",
    },
    "!startsWith": {
        "en": "{left} does not start with {right}",
        "zh": "{left}不以{right}开头",
        "ja": "{left}が{right}で始まらない",
    },
    "endsWith": {
        "en": "{left} ends with {right}",
        "zh": "{left}以{right}结尾",
        "ja": "{left}が{right}で終わる",
    },
    "!endsWith": {
        "en": "{left} does not end with {right}",
        "zh": "{left}不以{right}结尾",
        "ja": "{left}が{right}で終わらない",
    },
    "glob": {
        "en": "{left} matches the pattern {right}",
        "zh": "{left}符合模式{right}",
        "ja": "{left}がパターン{right}に一致する",
    },
    "!glob": {
        "en": "{left} does not match the pattern {right}",
        "zh": "{left}不符合模式{right}",
        "ja": "{left}がパターン{right}に一致しない",
    },
    "containsIP": {
        "en": "{right} lies in {left}",
        "zh": "{right}属于{left}",
        "ja": "{right}が{left}に属する",
    },
    "!containsIP": {
        "en": "{right} does not lie in {left}",
        "zh": "{right}不属于{left}",
        "ja": "{right}が{left}に属しない",
    },
}

RELATIONS: Mapping[str, Text] = {**_FRAMES, **_MEASURES, **_COUNTS, **_PASSED, **_OF_TEXT}
