"""What the writer of laws says itself, in each language."""

from __future__ import annotations

from collections.abc import Mapping

from reglint.model.law import Force
from reglint.model.text import Text, in_language


def said(key: str, language: str, **values: object) -> str:
    """The words under a key, with values filled in."""
    return in_language(_WORDS[key], language).format(**values)


def force_in(force: Force, language: str) -> str:
    """What kind of instrument it is, and whether it binds."""
    return in_language(_FORCE[force], language)


_WORDS: Mapping[str, Text] = {
    "adopted": {"en": "adopted {day}", "zh": "{day} 通过", "ja": "{day} 成立"},
    "authority": {"en": "Supervised by", "zh": "主管机关", "ja": "監督官庁"},
    "between": {"en": "{first} to {last}", "zh": "{first} 至 {last}", "ja": "{first} から {last} まで"},
    "force": {"en": "Force", "zh": "效力", "ja": "効力"},
    "here": {"en": "in force on {day}", "zh": "{day} 施行中", "ja": "{day} に施行中"},
    "issuer": {"en": "Issued by", "zh": "制定机关", "ja": "制定者"},
    "limits": {"en": "Limits", "zh": "限值", "ja": "限度"},
    "nothing": {
        "en": "Nothing of it is in force on {day}.",
        "zh": "{day} 没有施行中的文本。",
        "ja": "{day} に施行中の条文はない。",
    },
    "penalties": {"en": "Penalties", "zh": "罚则", "ja": "罰則"},
    "provisions": {"en": "Provisions", "zh": "条款", "ja": "条項"},
    "rules": {"en": "Rules", "zh": "规则", "ja": "ルール"},
    "seen": {
        "en": "as read on {first}; the first day is not known",
        "zh": "据 {first} 的文本；起始日不详",
        "ja": "{first} 現在の条文による。施行日は未確認",
    },
    "since": {"en": "from {first}", "zh": "自 {first} 起", "ja": "{first} から"},
    "suspended": {"en": "Suspended", "zh": "中止", "ja": "停止"},
    "suspended_by": {"en": "by {by}", "zh": "依据：{by}", "ja": "{by} による"},
    "unread": {
        "en": "Not checked against the text.",
        "zh": "尚未与原文核对。",
        "ja": "原文と未照合。",
    },
    "versions": {"en": "Versions", "zh": "版本", "ja": "版"},
}
_FORCE: Mapping[Force, Text] = {
    Force.STATUTE: {"en": "statute, binding", "zh": "法律，有约束力", "ja": "法律、拘束力あり"},
    Force.REGULATION: {"en": "regulation, binding", "zh": "法规，有约束力", "ja": "政省令・規則、拘束力あり"},
    Force.DIRECTIVE: {
        "en": "directive, binds through national law",
        "zh": "指令，经成员国国内法约束",
        "ja": "指令、各国法を通じて拘束する",
    },
    Force.RULE: {
        "en": "departmental rule, binding",
        "zh": "部门规章，有约束力",
        "ja": "省令級の規則、拘束力あり",
    },
    Force.NORMATIVE_DOCUMENT: {
        "en": "normative document, binding",
        "zh": "规范性文件，有约束力",
        "ja": "規範性文書、拘束力あり",
    },
    Force.SUPERVISORY_GUIDANCE: {
        "en": "supervisory guidance, not binding",
        "zh": "监管指引，无约束力",
        "ja": "監督指針、拘束力なし",
    },
    Force.STANDARD_MANDATORY: {
        "en": "mandatory standard, binding",
        "zh": "强制性标准，有约束力",
        "ja": "強制規格、拘束力あり",
    },
    Force.STANDARD_RECOMMENDED: {
        "en": "recommended standard, not binding",
        "zh": "推荐性标准，无约束力",
        "ja": "任意規格、拘束力なし",
    },
    Force.SELF_REGULATION: {
        "en": "self-regulation, not binding",
        "zh": "自律规则，无约束力",
        "ja": "自主規制、拘束力なし",
    },
    Force.PROPOSAL: {"en": "proposal, not law", "zh": "草案，尚非法律", "ja": "案、未成立"},
}
