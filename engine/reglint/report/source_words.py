"""What `reglint source` says, in en, zh and ja."""

from __future__ import annotations

from collections.abc import Mapping

from reglint.model.text import Text, in_language

_WORDS: Mapping[str, Text] = {
    "file": {
        "en": "{path}: read as {format}",
        "zh": "{path}：按 {format} 读取",
        "ja": "{path}：{format} として読む",
    },
    "matches": {
        "en": "{name}: reads this file",
        "zh": "{name}：读取此文件",
        "ja": "{name}：このファイルを読む",
    },
    "not_format": {
        "en": "Sources of other formats: {names}.",
        "zh": "读取其他格式的来源：{names}。",
        "ja": "ほかの形式の読み手：{names}。",
    },
    "not_matches": {
        "en": "{name}: does not know this file as its own",
        "zh": "{name}：不认此文件",
        "ja": "{name}：このファイルを自分のものとしない",
    },
    "fits": {"en": "match {index} fits", "zh": "匹配 {index} 符合", "ja": "照合 {index} に合う"},
    "fits_not": {
        "en": "match {index} does not: {reasons}",
        "zh": "匹配 {index} 不符：{reasons}",
        "ja": "照合 {index} に合わない：{reasons}",
    },
    "names": {
        "en": "its name is none of {words}",
        "zh": "文件名不属 {words}",
        "ja": "名前が {words} のいずれでもない",
    },
    "exceptions": {
        "en": "its name is excepted by {words}",
        "zh": "文件名被 {words} 排除",
        "ja": "名前が {words} で除かれる",
    },
    "contains": {
        "en": "none of {words} stands in it",
        "zh": "文中没有 {words}",
        "ja": "{words} のいずれも文中にない",
    },
    "has": {"en": "{words} finds nothing", "zh": "{words} 未选中任何节点", "ja": "{words} が何も選ばない"},
    "lacks": {"en": "{words} finds something", "zh": "{words} 选中了节点", "ja": "{words} が何かを選ぶ"},
    "part": {
        "en": "facts[{index}] into {into}: {chosen} nodes chosen",
        "zh": "facts[{index}] 归入 {into}：选中 {chosen} 个节点",
        "ja": "facts[{index}] は {into} へ：選んだ節 {chosen}",
    },
    "selector": {
        "en": "{spot} {text}: {nodes}",
        "zh": "{spot} {text}：{nodes}",
        "ja": "{spot} {text}：{nodes}",
    },
    "conversion": {"en": "by {name}", "zh": "经 {name} 转换", "ja": "{name} で変換"},
    "as_it_is": {"en": "taken as it stands", "zh": "按原值", "ja": "そのままの値"},
    "left": {
        "en": "{read} of {all} nodes read; of no selector: ",
        "zh": "{all} 个节点读取了 {read} 个；未被任何选择器选中：",
        "ja": "ノード {all} 件のうち {read} 件を読んだ。どの選択式にも選ばれなかったもの：",
    },
    "none_left": {
        "en": "all {all} nodes read",
        "zh": "{all} 个节点全部读取",
        "ja": "ノード {all} 件をすべて読んだ",
    },
    "idle": {
        "en": "{idle} of {all} selectors found nothing:",
        "zh": "{all} 个选择器中有 {idle} 个未选中任何节点：",
        "ja": "選択式 {all} 件のうち {idle} 件は何も選ばなかった：",
    },
    "all_found": {
        "en": "each of the {all} selectors found something",
        "zh": "{all} 个选择器均选中了节点",
        "ja": "選択式 {all} 件はすべて何かを選んだ",
    },
    "listed": {
        "en": "{id} ({title}): reads {formats} named {names}; gives {into}",
        "zh": "{id}（{title}）：读取 {formats}，文件名 {names}；给出 {into}",
        "ja": "{id}（{title}）：{formats} を読む。名前は {names}。{into} を与える",
    },
}


def say(key: str, language: str, **values: object) -> str:
    """The words for a key, with values put in.

    >>> say("fits", "en", index=1)
    'match 1 fits'
    """
    return in_language(_WORDS[key], language).format_map(values)
