"""Which findings a reader of annotations sees, and the words that go with each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reglint.law.label import full_label
from reglint.model.finding import Finding
from reglint.model.text import in_language
from reglint.model.verdict import Verdict
from reglint.report.message import Titles, message
from reglint.report.words import say


def annotated(findings: Iterable[Finding], *, everything: bool) -> Iterator[Finding]:
    """Breaches and what would be one; with `everything`, every unknown as well.

    Of the unknowns many have no place, and each would be an alert for a person to close.
    """
    for one in findings:
        if one.verdict is Verdict.FAIL or hides_a_breach(one) or (everything and one.doubt is not None):
            yield one


def hides_a_breach(one: Finding) -> bool:
    """Whether a finding is unknown and would be a breach."""
    return one.doubt is not None and one.doubt.would is Verdict.FAIL


def full_message(one: Finding, titles: Titles, language: str) -> str:
    """What was found, in a line that stands alone: what would be a breach says that it would."""
    words = message(one, titles, language)
    if not hides_a_breach(one):
        return words
    return say("labelled", language, label=say("would_fail", language), words=words).strip()


def law_words(one: Finding, language: str) -> str:
    """The first provision that it rests on; empty for a rule of reglint's own."""
    return in_language(full_label(one.cites[0]), language) if one.cites else ""
