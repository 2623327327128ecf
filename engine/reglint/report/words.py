"""What reports say around the findings, in en, zh and ja."""

from __future__ import annotations

from collections.abc import Mapping

from reglint.model.duration import Duration
from reglint.model.text import Text, in_language
from reglint.model.verdict import Basis, Reason, Verdict

_WORDS: Mapping[str, Text] = {
    "law": {"en": "law", "zh": "法条", "ja": "法令"},
    "fix": {"en": "fix", "zh": "改正", "ja": "対処"},
    "why": {"en": "why", "zh": "理由", "ja": "理由"},
    "where": {"en": "where", "zh": "环境", "ja": "環境"},
    "environment": {"en": "environment {name}", "zh": "{name}", "ja": "{name}"},
    "found": {"en": "found", "zh": "事实", "ja": "事実"},
    "reading": {"en": "reading", "zh": "解读", "ja": "解釈"},
    "would_fail": {"en": "would fail", "zh": "若适用则不合规", "ja": "適用なら不適合"},
    "unknown": {"en": "unknown", "zh": "未知", "ja": "不明"},
    "pass": {"en": "pass", "zh": "通过", "ja": "適合"},
    "not_applicable": {"en": "not applicable", "zh": "不适用", "ja": "対象外"},
    "fails_if": {
        "en": "a breach if the rule applies; to settle it, say {facts}",
        "zh": "若规则适用即为违反；请说明 {facts}",
        "ja": "規則が適用されるなら違反。{facts} を示せば決まる",
    },
    "fails_unless": {
        "en": "a breach unless {facts} shows otherwise",
        "zh": "除非 {facts} 另有说明，即为违反",
        "ja": "{facts} が別のことを示さない限り違反",
    },
    "unsaid": {
        "en": "{facts} would settle it",
        "zh": "说明 {facts} 即可判定",
        "ja": "{facts} が分かれば決まる",
    },
    "unknown_heading": {
        "en": "Facts that would settle what is unknown: {facts} (rules: {rules})",
        "zh": "补充以下事实即可判定未知项：{facts} 项（涉及规则 {rules} 条）",
        "ja": "不明な点を決める事実：{facts} 件（規則 {rules} 件）",
    },
    "more": {"en": "{count} more", "zh": "另 {count} 条", "ja": "ほか {count} 件"},
    "more_facts": {
        "en": "… and {count} more; --all shows them",
        "zh": "……另 {count} 项；用 --all 查看",
        "ja": "……ほか {count} 件。--all で表示",
    },
    "as_at": {"en": "as at {place}", "zh": "同 {place}", "ja": "{place} と同じ"},
    "findings": {
        "en": "Findings: {error} error, {warning} warning, {note} note; {would} that would fail.",
        "zh": "发现：错误 {error}，警告 {warning}，提示 {note}；若适用则不合规 {would}。",
        "ja": "検出：エラー {error}、警告 {warning}、注意 {note}。適用なら不適合 {would}。",
    },
    "as_of": {
        "en": "As of {day}: the law and `now` of that day, the facts of the files as they are.",
        "zh": "截至 {day}：法律与「今日」取该日，事实取文件现状。",
        "ja": "{day} 現在：法令と「今日」はその日、事実はファイルの現状。",
    },
    "roles": {"en": "roles", "zh": "角色", "ja": "地位"},
    "presumed": {"en": "presumed", "zh": "推定", "ja": "推定"},
    "roles_unsaid": {"en": "not said", "zh": "未说明", "ja": "未申告"},
    "roles_denied": {"en": "none", "zh": "无", "ja": "なし"},
    "summary": {
        "en": "{all} in force = {fail} fail + {warn} warn + {unknown} unknown + {pass} pass{bases}"
        " + {na} not applicable + {waived} waived",
        "zh": "有效规则 {all} = 不合规 {fail} + 警告 {warn} + 未知 {unknown} + 通过 {pass}{bases}"
        " + 不适用 {na} + 豁免 {waived}",
        "ja": "施行中の規則 {all} = 不適合 {fail} + 警告 {warn} + 不明 {unknown} + 適合 {pass}{bases}"
        " + 対象外 {na} + 免除 {waived}",
    },
    "bases": {"en": " ({bases})", "zh": "（{bases}）", "ja": "（{bases}）"},
    "not_in_force": {
        "en": "; not in force on this day: {count}",
        "zh": "；当日未施行 {count}",
        "ja": "。当日施行されていない {count}",
    },
    "files": {
        "en": "Files: {read} read, {skipped} skipped, {unread} that no source reads.",
        "zh": "文件：读取 {read}，跳过 {skipped}，无来源可读 {unread}。",
        "ja": "ファイル：読み取り {read}、省略 {skipped}、読み手なし {unread}。",
    },
    "local_pack": {
        "en": "pack {name} {version} is local and unsigned",
        "zh": "规则包 {name} {version} 为本地未签名",
        "ja": "規則パック {name} {version} はローカルで署名がない",
    },
    "rule": {"en": "rule", "zh": "规则", "ja": "規則"},
    "open": {"en": "open", "zh": "待定", "ja": "未定"},
    "true": {"en": "true", "zh": "是", "ja": "真"},
    "false": {"en": "false", "zh": "否", "ja": "偽"},
    "sentence": {"en": "{title} is {value}", "zh": "{title}为 {value}", "ja": "{title}は {value}"},
    "sentence_of": {
        "en": "{title} {element} is {value}",
        "zh": "{title}（{element}）为 {value}",
        "ja": "{title}（{element}）は {value}",
    },
    "nothing_found": {"en": "No breach found.", "zh": "未发现违反。", "ja": "違反は見つからなかった。"},
}
_BASES: Mapping[Basis, Text] = {
    Basis.OBSERVED: {"en": "observed", "zh": "观察", "ja": "観測"},
    Basis.ATTESTED: {"en": "attested", "zh": "证明", "ja": "証明"},
    Basis.DECLARED: {"en": "declared", "zh": "声明", "ja": "申告"},
    Basis.PRESUMED: {"en": "presumed", "zh": "推定", "ja": "推定"},
}
_REASONS: Mapping[Reason, Text] = {
    Reason.MISSING: {"en": "nobody says it", "zh": "无人说明", "ja": "示されていない"},
    Reason.NULL: {"en": "it is left empty", "zh": "留空", "ja": "空欄"},
    Reason.MISTYPED: {"en": "its value is of the wrong type", "zh": "值的类型不对", "ja": "値の型が違う"},
    Reason.UNRESOLVED: {
        "en": "the file does not settle it",
        "zh": "文件不足以确定",
        "ja": "ファイルからは決まらない",
    },
    Reason.INDETERMINATE: {
        "en": "it lies inside the limit's range",
        "zh": "处于界限的区间内",
        "ja": "限度の幅の中にある",
    },
    Reason.EXPIRED: {"en": "its evidence has expired", "zh": "证据已过期", "ja": "証拠の期限切れ"},
    Reason.EVIDENCE: {"en": "its evidence does not match", "zh": "证据不符", "ja": "証拠が一致しない"},
    Reason.APPLICABILITY: {
        "en": "whether the rule applies is open",
        "zh": "规则是否适用未定",
        "ja": "規則が適用されるか未定",
    },
    Reason.VACUOUS: {"en": "there is nothing to look at", "zh": "没有可检查的对象", "ja": "調べる対象がない"},
    Reason.OPEN_LIST: {
        "en": "there may be more than was seen",
        "zh": "可能还有未见到的",
        "ja": "見えていないものがありうる",
    },
    Reason.UNREADABLE: {"en": "its file can't be read", "zh": "文件无法读取", "ja": "ファイルが読めない"},
    Reason.CURRENCY: {"en": "it is in another currency", "zh": "币种不同", "ja": "通貨が違う"},
    Reason.ARITHMETIC: {"en": "it can't be computed with", "zh": "无法计算", "ja": "計算できない"},
    Reason.FUTURE: {"en": "its day lies ahead", "zh": "日期在将来", "ja": "日付が先"},
    Reason.NEEDS_HUMAN: {"en": "only a person can show it", "zh": "须由人证明", "ja": "人の証明を要する"},
    Reason.BUDGET: {"en": "the rule ran out of steps", "zh": "规则超出步数", "ja": "規則の計算量超過"},
}
_UNITS: Mapping[str, Text] = {
    "millisecond": {"zh": "毫秒", "ja": "ミリ秒"},
    "second": {"zh": "秒", "ja": "秒"},
    "minute": {"zh": "分钟", "ja": "分"},
    "hour": {"zh": "小时", "ja": "時間"},
    "day": {"zh": "天", "ja": "日"},
    "week": {"zh": "周", "ja": "週"},
    "month": {"zh": "个月", "ja": "か月"},
    "year": {"zh": "年", "ja": "年"},
    "business day": {"zh": "个工作日", "ja": "営業日"},
}
_VERDICTS: Mapping[Verdict, str] = {
    Verdict.PASS: "pass",
    Verdict.UNKNOWN: "unknown",
    Verdict.NOT_APPLICABLE: "not_applicable",
}


def say(key: str, language: str, **values: object) -> str:
    """The words for a key, with values put in.

    >>> say("more", "en", count=3)
    '3 more'
    """
    return in_language(_WORDS[key], language).format_map(values)


def duration_words(duration: Duration, language: str) -> str:
    """A duration in words: `100 days`, 100 天, 100 日."""
    count, _, unit = str(duration).partition(" ")
    words = _UNITS.get(unit.removesuffix("s"))
    return f"{count} {in_language(words, language)}" if words and language != "en" else str(duration)


def basis_word(basis: Basis, language: str) -> str:
    """What a fact rests on, in words."""
    return in_language(_BASES[basis], language)


def reason_word(reason: Reason, language: str) -> str:
    """Why something is unknown, in words."""
    return in_language(_REASONS[reason], language)


def verdict_word(verdict: Verdict, language: str) -> str:
    """A verdict other than fail, in words; a fail is said by its level. Raises KeyError for it."""
    return say(_VERDICTS[verdict], language)
