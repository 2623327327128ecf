"""A run for the terminal: breaches first, then what would be one, then what nobody has said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reglint.model.assessment import Assessment
from reglint.model.diagnostic import Level
from reglint.model.finding import Finding
from reglint.model.verdict import Reason, Verdict
from reglint.report.message import attested_words
from reglint.report.page import WIDTH, Page, TextOf, ansi, plain
from reglint.report.text_finding import findings_text, headline, is_open, waived_text, would_fail
from reglint.report.text_summary import open_questions, summary
from reglint.report.visible import visible
from reglint.report.words import say

_LOUDEST_FIRST = (Level.ERROR, Level.WARNING, Level.NOTE, None)
_UNSAID = frozenset({Reason.MISSING, Reason.NULL, Reason.APPLICABILITY, Reason.VACUOUS, Reason.OPEN_LIST})
"""Reasons with nothing to look at: the fact's name says it all."""


def render_text(  # noqa: PLR0913 - what is shown, and for which terminal
    assessment: Assessment,
    text_of: TextOf,
    *,
    language: str,
    everything: bool,
    colour: bool,
    width: int = WIDTH,
) -> str:
    """The run as text, its notes and excerpts in so many columns.

    Passes and rules that do not apply are shown only where `everything` is wanted.
    """
    paint = ansi if colour else plain
    page = Page(assessment.titles, assessment.redactions, text_of, language, paint, width)
    broken = _broken(assessment.findings)
    lines = list(findings_text(page, broken))
    if not broken and not _is_in_doubt(assessment):
        lines += [say("nothing_found", language), ""]
    lines += waived_text(page, (one for one in assessment.findings if one.waiver is not None))
    lines += _in_lines(page, _others(assessment.findings, everything=everything))
    lines += open_questions(assessment.findings, language=language, everything=everything, width=width)
    lines += summary(assessment, language, everything=everything, width=width)
    return "\n".join(lines)


def _is_in_doubt(assessment: Assessment) -> bool:
    """Whether something could not be read, so that finding nothing says little."""
    return any(one.level is Level.ERROR or one.code == "focus" for one in assessment.diagnostics)


def _broken(findings: Iterable[Finding]) -> list[Finding]:
    """Breaches, then what would be one, each the loudest first."""
    found = [one for one in findings if is_open(one) or would_fail(one)]
    return sorted(found, key=lambda one: (would_fail(one), _LOUDEST_FIRST.index(one.level)))


def _others(findings: Iterable[Finding], *, everything: bool) -> list[Finding]:
    """What gets a line: unknowns that stand somewhere; with `everything`, all the rest."""
    rest = (one for one in findings if one.verdict is not Verdict.FAIL and not would_fail(one))
    return [one for one in rest if everything or _worth_a_look(one)]


def _worth_a_look(one: Finding) -> bool:
    return one.doubt is not None and one.place is not None and one.doubt.reason not in _UNSAID


def _in_lines(page: Page, findings: list[Finding]) -> Iterator[str]:
    for one in findings:
        yield headline(page, one) + visible(_attested(one, page.language))
    yield from [""] if findings else []


def _attested(one: Finding, language: str) -> str:
    """Who vouches for the facts of a finding, each once."""
    words = dict.fromkeys(filter(None, (attested_words(fact, language) for fact in one.facts)))
    return "".join(say("bases", language, bases=said) for said in words)
