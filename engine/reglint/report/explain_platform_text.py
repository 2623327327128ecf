"""A rule on a platform for the terminal: who is bound, what each part comes to, what would make it pass."""

from __future__ import annotations

from collections.abc import Iterator

from reglint.evaluate.applicability import ANYONE
from reglint.language.explain import Step
from reglint.language.explain_needs import needs_by_element
from reglint.language.sentence_layout import labelled
from reglint.model.finding import Doubt, Finding
from reglint.model.law import Role
from reglint.model.text import in_language
from reglint.model.verdict import Verdict
from reglint.report.columns import columns, padded, wrapped
from reglint.report.explain_found import RuleApplied
from reglint.report.explain_needs_text import need_lines
from reglint.report.explain_rows import heading
from reglint.report.explain_tree_text import tree_text, value_word
from reglint.report.explain_words import told
from reglint.report.message import doubt_words
from reglint.report.page import BOLD, DIM, WIDTH, Paint, ansi, plain
from reglint.report.visible import visible
from reglint.report.words import say, verdict_word

_MOST_ELEMENTS = 12
_STYLES = {Verdict.PASS: "32", Verdict.FAIL: "31", Verdict.UNKNOWN: "33", Verdict.NOT_APPLICABLE: DIM}


def render_applied(applied: RuleApplied, *, language: str, colour: bool) -> str:
    """The verdict, the roles, `when` and `assert` part by part, the elements, and what would make it pass."""
    paint = ansi if colour else plain
    rule = applied.found.rule
    lines = [
        heading(rule.id, in_language(rule.title, language), paint),
        _verdict(applied, language, paint),
        "",
        *_binds(applied, language, paint),
        *_part("when", applied.when, language, paint),
        *_part("assert", applied.assertion, language, paint),
        f"  {paint(told('decides', language), DIM)}",
        "",
        *_elements(applied, language, paint),
        *_to_pass(applied, language, paint),
    ]
    return "\n".join(lines).rstrip()


def _verdict(applied: RuleApplied, language: str, paint: Paint) -> str:
    word = paint(verdict_name(applied.verdict, language), _STYLES[applied.verdict])
    return told("verdict", language, day=applied.found.as_of, path=visible(applied.path), verdict=word)


def verdict_name(verdict: Verdict, language: str) -> str:
    """A verdict in a word."""
    return told("fail", language) if verdict is Verdict.FAIL else verdict_word(verdict, language)


def _binds(applied: RuleApplied, language: str, paint: Paint) -> Iterator[str]:
    yield paint(told("binds", language), BOLD)
    roles = applied.found.binds
    if not roles or ANYONE in applied.found.rule.binds:
        yield f"    {told('anyone', language)}"
    for role in roles:
        yield f"    {in_language(role.title, language)} ({role.id}): {role_state(applied, role, language)}"


def role_state(applied: RuleApplied, role: Role, language: str) -> str:
    """Whether the platform holds a role, and on what that rests."""
    held = applied.held
    if held.said is not None:
        return told("held" if role.id in held.said else "not_held", language)
    if role.id in held.presumed:
        return told("held_presumed", language)
    return told("role_unsaid", language, fact=held.fact)


def _part(name: str, step: Step | None, language: str, paint: Paint) -> Iterator[str]:
    if step is not None:
        yield f"{paint(name, BOLD)}: {value_word(step, language)}"
        yield from tree_text(step, language, paint)


def _elements(applied: RuleApplied, language: str, paint: Paint) -> Iterator[str]:
    if applied.verdict is Verdict.NOT_APPLICABLE:
        return
    yield paint(told("elements", language), BOLD)
    width = max(columns(verdict_name(one.verdict, language)) for one in applied.findings)
    counts: dict[Verdict, int] = {}
    for one in applied.findings:
        counts[one.verdict] = counts.get(one.verdict, 0) + 1
        if counts[one.verdict] <= _MOST_ELEMENTS:
            yield from _element(one, language, paint, width)
    for verdict, count in counts.items():
        if count > _MOST_ELEMENTS:
            more = told("more", language, count=count - _MOST_ELEMENTS, value=verdict_name(verdict, language))
            yield f"    {more}"
    yield ""


def _element(one: Finding, language: str, paint: Paint, width: int) -> Iterator[str]:
    word = padded(verdict_name(one.verdict, language), width)
    before = f"    {word}  "
    place = f"  {one.place}" if one.place is not None else ""
    doubt = f": {_doubt(one.doubt, language)}" if one.doubt is not None else ""
    text = visible(f"{one.element or told('platform', language)}{place}{doubt}")
    first, *rest = wrapped(text, width=WIDTH, first=before, rest=" " * (columns(before) + 2))
    yield f"    {paint(word, _STYLES[one.verdict])}  {first.removeprefix(before)}"
    yield from rest


def _doubt(doubt: Doubt, language: str) -> str:
    would = f"{say('would_fail', language)}; " if doubt.would is Verdict.FAIL else ""
    return would + doubt_words(doubt, language)


def _to_pass(applied: RuleApplied, language: str, paint: Paint) -> Iterator[str]:
    """What each element needs; elements that need the same are named together."""
    if applied.verdict in {Verdict.PASS, Verdict.NOT_APPLICABLE}:
        return
    grouped: dict[tuple[str, ...], list[str]] = {}
    for step, needed in needs_by_element(applied.assertion):
        lines = tuple(
            f"{'  ' * line.depth}{labelled(line.label)}{line.text}" for line in need_lines(needed, language)
        )
        grouped.setdefault(lines, []).append(step.element)
    yield from [paint(told("to_pass", language), BOLD)] if grouped else []
    for lines, elements in list(grouped.items())[:_MOST_ELEMENTS]:
        yield from _need(lines, [one for one in elements if one])


def _need(lines: tuple[str, ...], elements: list[str]) -> Iterator[str]:
    indent = "    "
    if elements:
        yield from wrapped(visible(", ".join(elements)), width=WIDTH, first=indent, rest=indent + "  ")
        indent += "  "
    for line in lines:
        text = line.lstrip(" ")
        first = indent + " " * (len(line) - len(text))
        yield from wrapped(visible(text), width=WIDTH, first=first, rest=first + "    ")
