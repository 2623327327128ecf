"""A line a finding, for people with many and for editors that jump to places."""

from __future__ import annotations

from reglint.model.assessment import Assessment
from reglint.model.finding import Finding
from reglint.model.verdict import Verdict
from reglint.report.message import Titles
from reglint.report.shown import full_message, law_words
from reglint.report.visible import visible
from reglint.report.words import say, verdict_word


def render_concise(assessment: Assessment, *, language: str, everything: bool) -> str:
    """`path:line:column: level[rule] message (clause)`: breaches and unknowns; with `everything`, all."""
    shown = (Verdict.FAIL, Verdict.UNKNOWN)
    findings = (one for one in assessment.findings if everything or one.verdict in shown)
    return "\n".join(_line(one, assessment.titles, language) for one in findings)


def _line(one: Finding, titles: Titles, language: str) -> str:
    where = f"{one.place}: " if one.place is not None else ""
    words = full_message(one, titles, language)
    law = law_words(one, language)
    cited = say("bases", language, bases=law) if law else ""
    return visible(f"{where}{_label(one)}[{one.rule}] {words}{cited}")


def _label(one: Finding) -> str:
    """The level of a breach, else the verdict; a breach that is lived with is waived."""
    if one.waiver is not None:
        return "waived"
    if one.verdict is Verdict.FAIL and one.level is not None:
        return one.level.value
    return verdict_word(one.verdict, "en").replace(" ", "-")
