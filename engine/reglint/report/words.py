"""What reports say around the findings, in en, zh and ja."""

from __future__ import annotations

from collections.abc import Mapping

from reglint.model.duration import Duration
from reglint.model.law import Force
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
    "would_fail": {"en": "would fail", "zh": "补齐事实后可能违反", "ja": "判明次第では違反"},
    "would_fail_at": {"en": "{words} ({level})", "zh": "{words}（{level}）", "ja": "{words}（{level}）"},
    "error": {"en": "error", "zh": "错误", "ja": "エラー"},
    "warning": {"en": "warning", "zh": "警告", "ja": "警告"},
    "note": {"en": "note", "zh": "提示", "ja": "注意"},
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
    "as_at": {
        "en": "as said at {place}",
        "zh": "同 {place} 处所述",
        "ja": "{place} で述べたとおり",
    },
    "findings": {
        "en": "{findings} of {rules}: error {error}, warning {warning}, note {note};"
        " {would} more would fail.",
        "zh": "{findings}，涉及{rules}：错误 {error}，警告 {warning}，提示 {note}"
        "；另有补齐事实后可能违反 {would} 项。",
        "ja": "{findings}・{rules}：エラー {error}、警告 {warning}、注意 {note}。"
        "ほかに判明次第では違反 {would} 件。",
    },
    "findings_count": {"en": "{count} findings", "zh": "发现 {count} 项", "ja": "検出 {count} 件"},
    "findings_count_one": {"en": "{count} finding", "zh": "发现 {count} 项", "ja": "検出 {count} 件"},
    "of_no_jurisdiction": {
        "en": " ({count} of no jurisdiction)",
        "zh": "（其中 {count} 条不属任何法域）",
        "ja": "（うち {count} 件は法域なし）",
    },
    "rules_count": {"en": "{count} rules", "zh": "规则 {count} 条", "ja": "規則 {count} 件"},
    "rules_count_one": {"en": "{count} rule", "zh": "规则 {count} 条", "ja": "規則 {count} 件"},
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
        "en": "{rules} in force = {fail} fail + {warn} warn + {unknown} unknown + {pass} pass{bases}"
        " + {na} not applicable + {waived} waived",
        "zh": "有效{rules} = 不合规 {fail} + 警告 {warn} + 未知 {unknown} + 通过 {pass}{bases}"
        " + 不适用 {na} + 豁免 {waived}",
        "ja": "施行中の{rules} = 不適合 {fail} + 警告 {warn} + 不明 {unknown} + 適合 {pass}{bases}"
        " + 対象外 {na} + 免除 {waived}",
    },
    "bases": {"en": " ({bases})", "zh": "（{bases}）", "ja": "（{bases}）"},
    "not_in_force": {
        "en": "; not in force on this day: {count}",
        "zh": "；当日未施行 {count}",
        "ja": "。当日施行されていない {count}",
    },
    "files": {
        "en": "Files: {read} read, {skipped} skipped, {unread} that no source reads{more}.",
        "zh": "文件：读取 {read}，跳过 {skipped}，无来源可读 {unread}{more}。",
        "ja": "ファイル：読み取り {read}、省略 {skipped}、読み手なし {unread}{more}。",
    },
    "all_names": {"en": " (--all says which)", "zh": "（--all 列出明细）", "ja": "（--all で内訳）"},
    "skipped": {
        "en": "skipped {path}: {reason}",
        "zh": "跳过 {path}：{reason}",
        "ja": "省略 {path}：{reason}",
    },
    "unread": {"en": "no source reads: {kinds}", "zh": "无来源可读：{kinds}", "ja": "読み手なし：{kinds}"},
    "tally": {
        "en": "{name} ({held}): {counts}",
        "zh": "{name}（{held}）：{counts}",
        "ja": "{name}（{held}）：{counts}",
    },
    "labelled": {"en": "{label}: {words}", "zh": "{label}：{words}", "ja": "{label}：{words}"},
    "comma": {"en": ", ", "zh": "，", "ja": "、"},
    "between": {"en": ", ", "zh": "、", "ja": "、"},
    "semicolon": {"en": "; ", "zh": "；", "ja": "。"},
    "local_pack": {
        "en": "pack {name} {version} is local and unsigned",
        "zh": "规则包 {name} {version} 为本地未签名",
        "ja": "規則パック {name} {version} はローカルで署名がない",
    },
    "rule": {"en": "rule", "zh": "规则", "ja": "規則"},
    "waiver": {"en": "waiver", "zh": "豁免", "ja": "免除"},
    "on_the_line": {"en": "ignored on the line", "zh": "行内忽略", "ja": "行内で無視"},
    "until": {"en": "until {day}", "zh": "至 {day} 止", "ja": "{day} まで"},
    "and_waived": {"en": " {count} waived.", "zh": "已豁免 {count} 项。", "ja": "免除 {count} 件。"},
    "open": {"en": "open", "zh": "待定", "ja": "未定"},
    "true": {"en": "true", "zh": "是", "ja": "真"},
    "false": {"en": "false", "zh": "否", "ja": "偽"},
    "owned": {"en": "{title} {element}", "zh": "{title}（{element}）", "ja": "{title}（{element}）"},
    "sentence": {"en": "{title} is {value}", "zh": "{title}为 {value}", "ja": "{title}は {value}"},
    "sentence_of_truth": {"en": "{title} is {value}", "zh": "{title}：{value}", "ja": "{title}：{value}"},
    "sentence_of_count": {"en": "{count} {title}", "zh": "{title}：{count} 项", "ja": "{title}：{count} 件"},
    "part": {"en": "{count} of {all}", "zh": "{all} 项中的 {count}", "ja": "{all} 件中 {count}"},
    "element": {"en": "{count} element", "zh": "{count} 项", "ja": "{count} 件"},
    "elements": {"en": "{count} elements", "zh": "{count} 项", "ja": "{count} 件"},
    "field": {"en": "{count} field", "zh": "{count} 个字段", "ja": "{count} 項目"},
    "fields": {"en": "{count} fields", "zh": "{count} 个字段", "ja": "{count} 項目"},
    "fact": {
        "en": "{name} = {value} ({about})",
        "zh": "{name} = {value}（{about}）",
        "ja": "{name} = {value}（{about}）",
    },
    "unknown_fact": {"en": "{name}: {value}", "zh": "{name}：{value}", "ja": "{name}：{value}"},
    "attested_by": {
        "en": "attested by {by} from {on} to {until}, evidence {evidence}",
        "zh": "由 {by} 证明，自 {on} 至 {until}，证据 {evidence}",
        "ja": "{by} が証明、{on} から {until} まで、証拠 {evidence}",
    },
    "nothing_found": {"en": "No breach found.", "zh": "未发现违反。", "ja": "違反は見つからなかった。"},
}
_FORCES: Mapping[Force, Text] = {
    Force.STANDARD_RECOMMENDED: {
        "en": "recommended, not binding",
        "zh": "推荐性标准，无强制力",
        "ja": "推奨規格、拘束力なし",
    },
    Force.SUPERVISORY_GUIDANCE: {
        "en": "guidance, not binding",
        "zh": "监管指引，无强制力",
        "ja": "監督指針、拘束力なし",
    },
    Force.SELF_REGULATION: {
        "en": "self-regulation, not binding",
        "zh": "行业自律，无强制力",
        "ja": "自主規制、拘束力なし",
    },
    Force.PROPOSAL: {"en": "a proposal, not binding", "zh": "草案，无强制力", "ja": "案、拘束力なし"},
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
    "day": {"zh": "日", "ja": "日"},
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


def say_count(key: str, language: str, count: int) -> str:
    """So many of something, in the singular where it is one.

    >>> say_count("rules_count", "en", 1)
    '1 rule'
    """
    return say(f"{key}_one" if count == 1 else key, language, count=count)


def force_word(force: Force, language: str) -> str:
    """What does not bind, in words; nothing for what binds."""
    return in_language(_FORCES[force], language) if force in _FORCES else ""


def duration_words(duration: Duration, language: str) -> str:
    """A duration in words: `100 days`, 100日, 6か月."""
    count, _, unit = str(duration).partition(" ")
    words = _UNITS.get(unit.removesuffix("s"))
    return f"{count}{in_language(words, language)}" if words and language != "en" else str(duration)


def basis_word(basis: Basis, language: str) -> str:
    """What a fact rests on, in words."""
    return in_language(_BASES[basis], language)


def reason_word(reason: Reason, language: str) -> str:
    """Why something is unknown, in words."""
    return in_language(_REASONS[reason], language)


def verdict_word(verdict: Verdict, language: str) -> str:
    """A verdict other than fail, in words; a fail is said by its level. Raises KeyError for it."""
    return say(_VERDICTS[verdict], language)
