"""Waivers × findings → what is lived with; and which waivers are over, or cover nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from reglint.evaluate.fingerprint import fingerprint
from reglint.language.glob import glob_matches
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.fact import Fact, Value
from reglint.model.finding import Finding
from reglint.model.text import Text
from reglint.model.verdict import Basis, Verdict
from reglint.model.waiver import Waiver

EXPIRED, UNUSED = "reglint-expired-waiver", "reglint-unused-ignore"

TITLES: dict[str, Text] = {
    "waivers[].until": {
        "en": "last day of the waiver of",
        "zh": "豁免的最后一日",
        "ja": "免除の最終日",
    },
    "waivers[].breaches": {
        "en": "number of breaches under the waiver of",
        "zh": "豁免所涵盖的违反数",
        "ja": "免除の対象となる違反の数",
    },
}
"""What the facts of the findings here are called."""

_ABOUT: dict[str, tuple[Text, Text, Text]] = {
    EXPIRED: (
        {
            "en": "A waiver or an ignore is over",
            "zh": "豁免或忽略已过期",
            "ja": "免除又は無視の期限が過ぎている",
        },
        {
            "en": "A risk was accepted until a day that has passed; the breach counts again.",
            "zh": "风险的接受期限已过，违反重新计入。",
            "ja": "リスクの受容は期限を過ぎ、違反は再び数えられる。",
        },
        {
            "en": "Mend the breach, or have the waiver renewed by whoever answers for it.",
            "zh": "改正违反，或由负责人续期。",
            "ja": "違反を直すか、責任者が免除を更新する。",
        },
    ),
    UNUSED: (
        {
            "en": "A waiver or an ignore covers no breach",
            "zh": "豁免或忽略未涵盖任何违反",
            "ja": "免除又は無視の対象となる違反がない",
        },
        {
            "en": "What covers nothing today may hide a breach tomorrow. What is unknown can't be waived.",
            "zh": "今日无所涵盖的豁免，明日可能掩盖违反。未知项不能豁免。",
            "ja": "今日何も対象としないものは明日の違反を隠し得る。不明は免除できない。",
        },
        {"en": "Delete it.", "zh": "将其删除。", "ja": "削除する。"},
    ),
}


def waived(one: Finding, waivers: Iterable[Waiver], *, day: dt.date) -> Finding:
    """The finding, with the first waiver that covers it on the day. Only a fail can be waived."""
    found = (waiver for waiver in waivers if covers(waiver, one) and waiver.heard(day))
    return replace(one, waiver=next(found, None))


def covers(waiver: Waiver, one: Finding) -> bool:
    """Whether a waiver is about a finding: same rule, and its file, line or element where it names them."""
    if one.verdict is not Verdict.FAIL or waiver.rule != one.rule:
        return False
    place = one.place
    if waiver.inline:
        return place is not None and (place.path, place.line) == (waiver.place.path, waiver.line)
    if waiver.path and (place is None or not glob_matches(waiver.path, place.path)):
        return False
    return not waiver.element or waiver.element == one.element


def waiver_findings(
    waivers: Iterable[Waiver], findings: Iterable[Finding], rules: AbstractSet[str], *, day: dt.date
) -> Iterator[Finding]:
    """A warning for each waiver that is over, and for each that covers no breach of one of the rules.

    `rules` are those that were evaluated: of others nothing is known.
    """
    breaches = [one for one in findings if one.verdict is Verdict.FAIL]
    for waiver in waivers:
        if waiver.expired(day) and waiver.until is not None:
            shown = "?" if waiver.until == dt.date.min else str(waiver.until)
            yield _finding(EXPIRED, waiver, "until", waiver.until, shown)
        elif waiver.rule in rules and not any(covers(waiver, one) for one in breaches):
            yield _finding(UNUSED, waiver, "breaches", 0, "0")


def mandatory_faults(waivers: Iterable[Waiver], mandatory: AbstractSet[str]) -> Iterator[Diagnostic]:
    """A warning for each waiver of a rule that suffers none."""
    for one in waivers:
        if one.rule in mandatory:
            message, place = f"{one.rule} is mandatory: no waiver is heard.", one.place
            hint = "Mend the breach, and delete this."
            yield Diagnostic(
                "mandatory-rule", message, place.path, place.line, place.column, hint, level=Level.WARNING
            )


def _finding(rule: str, waiver: Waiver, field: str, value: Value, shown: str) -> Finding:
    title, because, remedy = _ABOUT[rule]
    name = f"waivers[rule={waiver.rule}]"
    place = waiver.place
    return Finding(
        rule=rule,
        jurisdiction="",
        verdict=Verdict.FAIL,
        severity="medium",
        says="number",
        binding=False,
        title=title,
        because=because,
        remedy=remedy,
        cites=(),
        facts=(Fact(f"{name}.{field}", value, Basis.OBSERVED, place, shown),),
        element=name,
        place=place,
        basis=Basis.OBSERVED,
        level=Level.WARNING,
        fingerprint=fingerprint(rule, place.path, waiver.rule, waiver.element),
    )
