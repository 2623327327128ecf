"""What changes for a platform in the time to come, for the terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from reglint.law.label import full_label
from reglint.model.text import Text, in_language
from reglint.model.verdict import Verdict
from reglint.report.columns import wrapped
from reglint.report.page import WIDTH
from reglint.report.timeline_found import Standing, Timeline, VerdictChange, Why
from reglint.report.words import verdict_word

_MOST_FACTS = 3


def timeline_text(found: Timeline, language: str) -> str:
    """Each day with the rules that change on it: from what to what, why, and the law."""
    days = in_language(_WORDS["days"], language).format(first=found.first, last=found.last)
    if not found.points:
        return f"{days}: {in_language(_WORDS['nothing'], language)}"
    lines = [days, ""]
    for point in found.points:
        lines.append(point.day.isoformat())
        for change in point.changes:
            lines += _change(change, language)
        lines.append("")
    return "\n".join(lines).rstrip()


def timeline_json(found: Timeline, language: str) -> str:
    """The same as JSON: `from`, `to`, and `points`, each with its day and changes."""
    shape = {
        "schema": "timeline-v1",
        "from": found.first.isoformat(),
        "to": found.last.isoformat(),
        "points": [
            {"day": point.day.isoformat(), "changes": [_as_json(one, language) for one in point.changes]}
            for point in found.points
        ],
    }
    return json.dumps(shape, ensure_ascii=False, indent=2)


def standing_word(standing: Standing | None, language: str) -> str:
    """What a rule comes to, in a word; of one that is not in force or does not bind a dash."""
    if standing is None:
        return "–"
    if standing.waived:
        return in_language(_WORDS["waived"], language)
    if standing.verdict is Verdict.FAIL:
        return in_language(_WORDS["fail"], language)
    return verdict_word(standing.verdict, language)


def _change(change: VerdictChange, language: str) -> Iterator[str]:
    words = " → ".join(standing_word(one, language) for one in (change.before, change.after))
    title = in_language(change.title, language)
    yield from wrapped(f"{change.rule}: {words}. {title}", width=WIDTH, first="  ", rest="    ")
    yield from wrapped(_why(change, language), width=WIDTH, first="    ", rest="    ")


def _why(change: VerdictChange, language: str) -> str:
    why = in_language(_WORDS[change.why.value], language)
    if change.why in (Why.BEGINS, Why.ENDS):
        return f"{why}: {_law(change, language)}"
    names = _facts(change)
    more = f", … +{len(names) - _MOST_FACTS}" if len(names) > _MOST_FACTS else ""
    return f"{why}: {', '.join(names[:_MOST_FACTS])}{more}" if names else why


def _law(change: VerdictChange, language: str) -> str:
    standing = change.after or change.before
    cites = standing.finding.cites[:1] if standing is not None else ()
    return "".join(in_language(full_label(cite), language) for cite in cites)


def _facts(change: VerdictChange) -> tuple[str, ...]:
    """The facts that decide, by name."""
    doubted = (one for one in (change.after, change.before) if one is not None and one.finding.doubt)
    names = [name for one in doubted if one.finding.doubt for name in one.finding.doubt.facts]
    names += [fact.name for one in (change.after,) if one is not None for fact in one.finding.facts]
    return tuple(dict.fromkeys(names))


def _as_json(change: VerdictChange, language: str) -> Mapping[str, object]:
    return {
        "rule": change.rule,
        "title": in_language(change.title, language),
        "before": _word(change.before),
        "after": _word(change.after),
        "why": change.why.value,
        "law": _law(change, language),
        "facts": list(_facts(change)),
    }


def _word(standing: Standing | None) -> str | None:
    if standing is None:
        return None
    return "waived" if standing.waived else standing.verdict.value


_WORDS: Mapping[str, Text] = {
    "days": {
        "en": "What changes after {first}, up to {last}, the platform as it is",
        "zh": "{first} 之后至 {last}，平台不变时的判定变化",
        "ja": "{first} の後 {last} まで、現状のまま変わること",
    },
    "nothing": {"en": "nothing", "zh": "无变化", "ja": "変更なし"},
    "fail": {"en": "fail", "zh": "不符合", "ja": "不適合"},
    "waived": {"en": "waived", "zh": "已豁免", "ja": "免除"},
    "begins": {"en": "begins to apply", "zh": "开始适用", "ja": "適用開始"},
    "ends": {"en": "no longer applies", "zh": "不再适用", "ja": "適用終了"},
    "evidence": {"en": "the evidence ends or begins", "zh": "证据失效或生效", "ja": "証拠の失効又は発効"},
    "waiver": {"en": "a waiver ends or begins", "zh": "豁免到期或生效", "ja": "免除の満了又は開始"},
    "time": {"en": "a date grows too old", "zh": "所载日期已逾期", "ja": "記載の日付が古くなる"},
}
