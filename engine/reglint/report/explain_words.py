"""What explanations say themselves, in en, zh and ja."""

from __future__ import annotations

from collections.abc import Mapping

from reglint.law.in_force import Absence
from reglint.model.diagnostic import Level
from reglint.model.rule import Method, Says, Severity
from reglint.model.text import Text, in_language


def told(key: str, language: str, **values: object) -> str:
    """The words under a key, with values put in.

    >>> told("fact_now", "en", fact="custody.reserve_ratio", value="98%")
    'custody.reserve_ratio is 98%'
    """
    return in_language(_WORDS[key], language).format_map(values)


def says_words(says: Says, language: str) -> str:
    """What the text of the law gives, in words."""
    return in_language(_SAYS[says], language)


def severity_words(severity: Severity, level: Level, language: str) -> str:
    """How much is at stake, and how loud a breach is."""
    words = in_language(_SEVERITIES[severity], language)
    return told("severity_of", language, severity=words, level=in_language(_LEVELS[level], language))


def method_words(method: Method, language: str) -> str:
    """What can settle a rule, in words."""
    return in_language(_METHODS[method], language)


def absence_words(why: Absence, day: object, language: str) -> str:
    """Why a rule is not in force, in words; `day` as in NotStanding."""
    return in_language(_ABSENCES[why], language).format_map({"day": day or "…"})


_WORDS: Mapping[str, Text] = {
    "file": {"en": "file", "zh": "文件", "ja": "ファイル"},
    "binds": {"en": "binds", "zh": "约束对象", "ja": "名宛人"},
    "anyone": {"en": "anyone", "zh": "任何人", "ja": "すべての者"},
    "where": {"en": "where", "zh": "适用条件", "ja": "適用条件"},
    "sentence": {"en": "says", "zh": "规则", "ja": "規則"},
    "when": {"en": "when", "zh": "when", "ja": "when"},
    "assert": {"en": "assert", "zh": "assert", "ja": "assert"},
    "law": {"en": "law", "zh": "法条", "ja": "法令"},
    "duty": {"en": "Duty: {duty}", "zh": "义务：{duty}", "ja": "義務：{duty}"},
    "duty_name": {"en": "duty", "zh": "义务", "ja": "義務"},
    "limits_name": {"en": "limits", "zh": "限值", "ja": "限度"},
    "label": {
        "en": "version {version}: {label}, {days}",
        "zh": "{version}版：{label}，{days}",
        "ja": "{version}版：{label}、{days}",
    },
    "here": {"en": "; in force on {day}", "zh": "；{day} 施行中", "ja": "。{day} に施行中"},
    "limits": {"en": "Limits: {limits}", "zh": "限值：{limits}", "ja": "限度：{limits}"},
    "days": {"en": "days", "zh": "施行期间", "ja": "施行期間"},
    "since": {"en": "from {first}", "zh": "自 {first} 起", "ja": "{first} から"},
    "between": {"en": "{first} to {last}", "zh": "{first} 至 {last}", "ja": "{first} から {last} まで"},
    "spans": {"en": "{spans}; {state}", "zh": "{spans}；{state}", "ja": "{spans}。{state}"},
    "never": {"en": "never", "zh": "从未施行", "ja": "施行されない"},
    "in_force": {
        "en": "in force on {day}",
        "zh": "{day} 施行中",
        "ja": "{day} に施行中",
    },
    "not_in_force": {
        "en": "not in force on {day}: {why}",
        "zh": "{day} 未施行：{why}",
        "ja": "{day} には施行されていない：{why}",
    },
    "severity": {"en": "severity", "zh": "严重程度", "ja": "重大性"},
    "severity_of": {
        "en": "{severity}; a breach is {level}",
        "zh": "{severity}；违反的级别为{level}",
        "ja": "{severity}。違反は{level}となる",
    },
    "gives": {"en": "text", "zh": "条文", "ja": "条文"},
    "reading": {"en": "reading", "zh": "解读", "ja": "解釈"},
    "because": {"en": "why", "zh": "理由", "ja": "理由"},
    "remedy": {"en": "fix", "zh": "改正", "ja": "対処"},
    "method": {"en": "method", "zh": "方法", "ja": "方法"},
    "status": {"en": "status", "zh": "状态", "ja": "状態"},
    "active": {"en": "active", "zh": "启用", "ja": "有効"},
    "draft": {"en": "draft, never fails", "zh": "草案，不判不合规", "ja": "案、不適合にならない"},
    "control": {"en": "control", "zh": "控制项", "ja": "統制"},
    "rows": {"en": "rows", "zh": "清单行", "ja": "台帳の行"},
    "replaces": {"en": "replaces", "zh": "取代", "ja": "置換対象"},
    "replaced_by": {"en": "replaced by", "zh": "被取代", "ja": "後継"},
    "penalties": {"en": "penalties", "zh": "罚则", "ja": "罰則"},
    "rules": {"en": "rules", "zh": "规则", "ja": "規則"},
    "no_rules": {"en": "no rule cites it", "zh": "没有规则引用", "ja": "引用する規則はない"},
    "rules_missing": {
        "en": "rules that could not be read may cite it; standard error says what is wrong with them",
        "zh": "另有无法读取的规则可能引用；错误见标准错误输出",
        "ja": "読めなかった規則が引用している可能性がある。誤りは標準エラー出力に示す",
    },
    "in_english": {
        "en": "",
        "zh": "（没有中文文本的部分以英文显示。）",
        "ja": "（日本語の文がない部分は英語で示す。）",
    },
    "instrument": {"en": "instrument", "zh": "法规", "ja": "種別"},
    "verdict": {
        "en": "As of {day} in {project}: {verdict}",
        "zh": "截至 {day}，在 {project}：{verdict}",
        "ja": "{day} 現在、{project} では{verdict}",
    },
    "focus": {
        "en": "That is of the whole project; shown is what lies in {file}: {verdict}",
        "zh": "以上针对整个项目；下面仅列出位于 {file} 的部分：{verdict}",
        "ja": "以上はプロジェクト全体についてである。以下は {file} にあるものに限る：{verdict}",
    },
    "out_of_focus": {
        "en": "That is of the whole project; nothing that the rule looks at lies in {file}.",
        "zh": "以上针对整个项目；规则所涉的内容没有位于 {file} 的。",
        "ja": "以上はプロジェクト全体についてである。規則の対象は {file} にはない。",
    },
    "fail": {"en": "fail", "zh": "不合规", "ja": "不適合"},
    "all_waived": {
        "en": "{verdict}; every breach is waived",
        "zh": "{verdict}；违反均已豁免",
        "ja": "{verdict}。違反はすべて免除されている",
    },
    "elements": {"en": "elements", "zh": "对象", "ja": "対象"},
    "platform": {"en": "the platform", "zh": "平台", "ja": "プラットフォーム"},
    "held": {"en": "held", "zh": "具备", "ja": "該当"},
    "held_presumed": {"en": "held, presumed", "zh": "推定具备", "ja": "推定により該当"},
    "not_held": {"en": "not held", "zh": "不具备", "ja": "非該当"},
    "role_unclear": {
        "en": "open: {facts} names no role",
        "zh": "未定：{facts} 不是已有的角色",
        "ja": "未定：{facts} は地位として知られていない",
    },
    "role_unsaid": {
        "en": "nobody says it; if held, write {fact}: [{role}] or --role {option}",
        "zh": "无人说明；若具备，请写 {fact}: [{role}] 或者 --role {option}",
        "ja": "示されていない。該当するなら {fact}: [{role}] 又は --role {option} と書く",
    },
    "true": {"en": "true", "zh": "真", "ja": "真"},
    "false": {"en": "false", "zh": "假", "ja": "偽"},
    "unknown": {"en": "unknown", "zh": "未知", "ja": "不明"},
    "filter": {"en": "filter {expr}", "zh": "筛选 {expr}", "ja": "絞り込み {expr}"},
    "more": {
        "en": "… and {count} more: {value}; -f json shows them",
        "zh": "……另有 {count} 项：{value}；用 -f json 查看",
        "ja": "……ほか {count} 件：{value}。-f json で表示",
    },
    "left_out": {
        "en": "… and {count} more: {value}",
        "zh": "……另有 {count} 个对象：{value}",
        "ja": "……ほか {count} 件の対象：{value}",
    },
    "decides": {
        "en": "* decided the result",
        "zh": "* 决定结果的部分",
        "ja": "* 結果を決めた部分",
    },
    "to_pass": {"en": "to pass", "zh": "合规条件", "ja": "適合の条件"},
    "to_apply": {
        "en": "Whether the rule applies is open: {facts} would settle it.",
        "zh": "规则是否适用未定：说明 {facts} 即可判定。",
        "ja": "規則が適用されるかは未定である：{facts} が分かれば決まる。",
    },
    "more_places": {"en": "… and {count} more", "zh": "……另有 {count} 处", "ja": "……ほか {count} か所"},
    "more_facts": {"en": "… and {count} more", "zh": "……另有 {count} 项", "ja": "……ほか {count} 件"},
    "more_needs": {
        "en": "… and {count} more; -f json shows them",
        "zh": "……另有 {count} 项；用 -f json 查看",
        "ja": "……ほか {count} 件。-f json で表示",
    },
    "all_needed": {
        "en": "all of the following are needed",
        "zh": "须同时满足下列各项",
        "ja": "次のすべてが必要である",
    },
    "any_needed": {
        "en": "any one of the following would do",
        "zh": "满足下列任何一项即可",
        "ja": "次のいずれかで足りる",
    },
    "fact_now": {"en": "{fact} is {value}", "zh": "{fact} 现为{value}", "ja": "{fact} は現在{value}"},
    "fact_has": {"en": "{fact} has {value}", "zh": "{fact} 现有 {value}", "ja": "{fact} は現在 {value}"},
    "fact_has_such": {
        "en": "{fact} has {count} such among its {all}",
        "zh": "{fact} 现有 {all} 项，其中 {count} 项符合",
        "ja": "{fact} は現在 {all} 件のうち {count} 件が該当",
    },
    "at_place": {"en": " ({place})", "zh": "（{place}）", "ja": "（{place}）"},
    "by_set": {
        "en": "--set {fact} on the command line",
        "zh": "命令行的 --set {fact}",
        "ja": "コマンドラインの --set {fact}",
    },
    "by_role": {
        "en": "--role on the command line",
        "zh": "命令行的 --role",
        "ja": "コマンドラインの --role",
    },
    "in_days": {"en": " ({days})", "zh": "（{days}）", "ja": "（{days}）"},
    "fact_unsaid": {
        "en": "{fact} is not stated",
        "zh": "无人说明 {fact}",
        "ja": "{fact} は示されていない",
    },
}
_SAYS: Mapping[Says, Text] = {
    Says.NUMBER: {
        "en": "gives the figure or fact",
        "zh": "直接规定了数值或者事实",
        "ja": "数値又は事実を定めている",
    },
    Says.DUTY: {
        "en": "gives a duty; the measure is our reading",
        "zh": "规定了义务，具体措施为本规则的解读",
        "ja": "義務を定めている。具体的な措置は本規則の解釈による",
    },
    Says.BENCHMARK: {
        "en": "says nothing of it: good practice only",
        "zh": "未作规定，仅为良好实践",
        "ja": "定めがなく、望ましい実務にとどまる",
    },
}
_SEVERITIES: Mapping[Severity, Text] = {
    Severity.CRITICAL: {"en": "critical", "zh": "严重", "ja": "極めて重大"},
    Severity.HIGH: {"en": "high", "zh": "高", "ja": "高"},
    Severity.MEDIUM: {"en": "medium", "zh": "中", "ja": "中"},
    Severity.LOW: {"en": "low", "zh": "低", "ja": "低"},
}
_LEVELS: Mapping[Level, Text] = {
    Level.ERROR: {"en": "an error", "zh": "错误", "ja": "エラー"},
    Level.WARNING: {"en": "a warning", "zh": "警告", "ja": "警告"},
    Level.NOTE: {"en": "a note", "zh": "提示", "ja": "注意"},
}
_METHODS: Mapping[Method, Text] = {
    Method.AUTOMATIC: {"en": "automatic: by facts", "zh": "自动：依据事实", "ja": "自動：事実による"},
    Method.ATTESTED: {
        "en": "attested: passes only on a valid attestation",
        "zh": "证明：仅凭有效证明通过",
        "ja": "証明：有効な証明があるときだけ適合",
    },
}
_ABSENCES: Mapping[Absence, Text] = {
    Absence.PROPOSAL: {"en": "a proposal", "zh": "草案", "ja": "案にとどまる"},
    Absence.SUSPENDED: {
        "en": "suspended until {day}",
        "zh": "中止至 {day}",
        "ja": "{day} まで停止",
    },
    Absence.UPCOMING: {"en": "only from {day}", "zh": "{day} 起施行", "ja": "{day} から施行"},
    Absence.UNSEEN: {
        "en": "its text was read as of {day} only",
        "zh": "仅核对过 {day} 的文本",
        "ja": "{day} の条文までしか確認していない",
    },
    Absence.ENDED: {"en": "ended on {day}", "zh": "{day} 终止", "ja": "{day} に終了"},
    Absence.UNKNOWN: {"en": "its text is not known", "zh": "文本不详", "ja": "条文が不明"},
}
