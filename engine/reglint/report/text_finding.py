"""Findings for the terminal: where, what, which law, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reglint.documents.snippet import excerpt
from reglint.law.label import full_label
from reglint.model.fact import Fact, Unknown
from reglint.model.finding import Finding
from reglint.model.law import Citation
from reglint.model.text import in_language
from reglint.model.verdict import Verdict
from reglint.model.waiver import Waiver
from reglint.report.columns import columns, wrapped
from reglint.report.message import doubt_words, fact_words, message
from reglint.report.page import BOLD, DIM, Page, style_of
from reglint.report.visible import visible
from reglint.report.words import force_word, say, verdict_word

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


def waived_text(page: Page, findings: Iterable[Finding]) -> Iterator[str]:
    """A line for each breach that is lived with, and why below it."""
    empty = True
    for one in findings:
        if one.waiver is not None:
            empty = False
            yield headline(page, one)
            yield from _note(page, "waiver", waiver_words(one.waiver, page.language))
    yield from [] if empty else [""]


def waiver_words(waiver: Waiver, language: str) -> str:
    """Who accepts the risk, until when, and why."""
    who = waiver.approver or say("on_the_line", language)
    until = say("until", language, day=waiver.until.isoformat()) if waiver.until is not None else ""
    about = say("comma", language).join(filter(None, (who, until)))
    return say("labelled", language, label=about, words=waiver.reason)


def is_open(one: Finding) -> bool:
    """Whether it is a breach that nobody has accepted."""
    return one.verdict is Verdict.FAIL and one.waiver is None


def headline(page: Page, one: Finding) -> str:
    """`path:line:column: LEVEL[rule] message`, all that a finding is in one line.

    The label is the same in every language, for whoever searches for it.
    """
    where = visible(f"{one.place}: ") if one.place is not None else ""
    label = page.paint(f"{_level(one)}[{one.rule}]", style_of(one.level))
    words = visible(message(one, page.titles, page.language))
    return f"{page.paint(where, BOLD)}{label} {_would(one, page.language)}{words}"


def would_fail(one: Finding) -> bool:
    """Whether an unknown hides a breach."""
    return one.doubt is not None and one.doubt.would is Verdict.FAIL


def deciding(one: Finding) -> tuple[Fact, ...]:
    """The facts that decided: what is not there or not so excuses nothing, beside the first of them.

    A rule asks for such a fact only to let a breach pass.
    """
    first, *rest = one.facts or (None,)
    if first is None:
        return ()
    return first, *(fact for fact in rest if not _excuses_nothing(fact, first))


def _excuses_nothing(fact: Fact, first: Fact) -> bool:
    if isinstance(fact.value, Unknown):
        return True
    if isinstance(fact.value, bool):
        return not fact.value and first.value is not True
    return fact.value == 0 and fact.shown.endswith("elements")


def _level(one: Finding) -> str:
    if one.waiver is not None:
        return "waived"
    if one.verdict is Verdict.FAIL and one.level is not None:
        return one.level.value
    return verdict_word(one.verdict, "en")


def _would(one: Finding, language: str) -> str:
    """That an unknown hides a breach, and how loud that would be."""
    if not would_fail(one):
        return ""
    words = say("would_fail", language)
    if one.level is not None:
        words = say("would_fail_at", language, words=words, level=say(one.level.value, language))
    return say("labelled", language, label=words, words="")


def _excerpt(page: Page, one: Finding) -> Iterator[str]:
    text = page.text_of(one.place.path) if one.place is not None else None
    if one.place is None or text is None:
        return
    margin = " " * len(str(one.place.line))
    room = page.width - len(f"  {margin} | ")
    shown = excerpt(text, one.place, page.redactions.get(one.place.path, ()), width=room)
    if shown.source:
        yield f"  {shown.line} | {shown.source}"
        yield f"  {margin} | {page.paint(shown.marker, style_of(one.level))}"


def _notes(page: Page, one: Finding, first: Finding) -> Iterator[str]:
    language = page.language
    if one is first:
        yield from _note(page, "rule", in_language(one.title, language))
        yield from _note(page, "why", in_language(one.because, language))
    for fact in deciding(one)[:_MOST_FACTS]:
        yield from _note(page, "found", fact_words(fact, language, page.titles))
    if one.doubt is not None:
        yield from _note(page, "open", doubt_words(one.doubt, language))
    if one.environment not in _USUAL:
        yield from _note(page, "where", say("environment", language, name=one.environment))
    for cite in one.cites if one is first else one.cites[:1]:
        yield from _note(page, "law", _law(cite, language))
    if one is first and one.reading:
        yield from _note(page, "reading", in_language(one.reading, language))
    yield from _note(page, "fix", _remedy(one, first, language))


def _law(cite: Citation, language: str) -> str:
    """The clause, and that it does not bind where it does not."""
    label, force = in_language(full_label(cite), language), force_word(cite.force, language)
    return label + say("bases", language, bases=force) if force else label


def _remedy(one: Finding, first: Finding, language: str) -> str:
    """What to do; where the first finding of the rule says just that, where it stands."""
    if one is first or first.place is None or first.remedy != one.remedy:
        return in_language(one.remedy, language)
    return say("as_at", language, place=str(first.place))


def _note(page: Page, key: str, words: str) -> Iterator[str]:
    if not words:
        return
    first = f"  = {say(key, page.language)}: "
    lines = wrapped(visible(words), width=page.width, first=first, rest=" " * columns(first))
    yield from (page.paint(line, DIM) if key in _QUIET else line for line in lines)
