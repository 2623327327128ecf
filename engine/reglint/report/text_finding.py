"""Findings for the terminal: where, what, which law, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reglint.documents.snippet import excerpt
from reglint.law.label import full_label
from reglint.model.finding import Finding
from reglint.model.text import in_language
from reglint.model.verdict import Verdict
from reglint.report.columns import columns, wrapped
from reglint.report.message import doubt_words, fact_words, message
from reglint.report.page import BOLD, DIM, WIDTH, Page, style_of
from reglint.report.visible import visible
from reglint.report.words import say, verdict_word

_MOST_FACTS = 3
_QUIET = frozenset({"reading", "open"})
_USUAL = frozenset({"", "default"})  # environments that need no word


def findings_text(page: Page, findings: Iterable[Finding]) -> Iterator[str]:
    """The lines of findings. What is said of a rule stands at the first of its findings."""
    first: dict[str, Finding] = {}
    for one in findings:
        yield headline(page, one)
        yield from _excerpt(page, one)
        yield from _notes(page, one, first.setdefault(one.rule, one))
        yield ""


def headline(page: Page, one: Finding) -> str:
    """`path:line:column: LEVEL[rule] message`, all that a finding is in one line."""
    where = visible(f"{one.place}: ") if one.place is not None else ""
    word = one.level.value if one.level is not None else verdict_word(one.verdict, page.language)
    would = f"{say('would_fail', page.language)}, " if would_fail(one) else ""
    label = page.paint(f"{would}{word}[{one.rule}]", style_of(one.level))
    return f"{page.paint(where, BOLD)}{label} {visible(message(one, page.titles, page.language))}"


def would_fail(one: Finding) -> bool:
    """Whether an unknown hides a breach."""
    return one.doubt is not None and one.doubt.would is Verdict.FAIL


def _excerpt(page: Page, one: Finding) -> Iterator[str]:
    text = page.text_of(one.place.path) if one.place is not None else None
    if one.place is None or text is None:
        return
    shown = excerpt(text, one.place, page.redactions.get(one.place.path, ()))
    if shown.source:
        margin = " " * len(str(shown.line))
        yield f"  {shown.line} | {shown.source}"
        yield f"  {margin} | {page.paint(shown.marker, style_of(one.level))}"


def _notes(page: Page, one: Finding, first: Finding) -> Iterator[str]:
    language = page.language
    if one is first:
        yield from _note(page, "rule", in_language(one.title, language))
    for fact in one.facts[:_MOST_FACTS]:
        yield from _note(page, "found", fact_words(fact, language))
    if one.doubt is not None:
        yield from _note(page, "open", doubt_words(one.doubt, language))
    if one.environment not in _USUAL:
        yield from _note(page, "where", say("environment", language, name=one.environment))
    for cite in one.cites if one is first else one.cites[:1]:
        yield from _note(page, "law", in_language(full_label(cite), language))
    if one is first and one.reading:
        yield from _note(page, "reading", in_language(one.reading, language))
    yield from _note(page, "fix", _remedy(one, first, language))


def _remedy(one: Finding, first: Finding, language: str) -> str:
    if one is first or first.place is None:
        return in_language(one.remedy, language)
    return say("as_at", language, place=str(first.place))


def _note(page: Page, key: str, words: str) -> Iterator[str]:
    first = f"  = {say(key, page.language)}: "
    lines = wrapped(visible(words), width=WIDTH, first=first, rest=" " * columns(first))
    yield from (page.paint(line, DIM) if key in _QUIET else line for line in lines)
