"""A rule on a platform for the terminal: who is bound, what each part comes to, what would make it pass."""

from __future__ import annotations

from collections.abc import Iterator

from reglint.evaluate.applicability import ANYONE
from reglint.evaluate.findings import fold
from reglint.language.explain import Step
from reglint.model.finding import Doubt, Finding
from reglint.model.law import Role
from reglint.model.text import in_language
from reglint.model.verdict import Verdict
from reglint.model.waiver import Waiver
from reglint.report.columns import columns, padded, wrapped
from reglint.report.explain_facts_text import place_of, short
from reglint.report.explain_found import RuleApplied
from reglint.report.explain_pass_text import to_pass_text
from reglint.report.explain_roles import is_held, open_roles
from reglint.report.explain_rows import heading, in_english
from reglint.report.explain_tree_text import Pen, tree_text, value_word
from reglint.report.explain_words import told
from reglint.report.message import doubt_words
from reglint.report.page import BOLD, DIM, WIDTH, Paint, ansi, plain
from reglint.report.text_finding import waiver_words
from reglint.report.visible import visible
from reglint.report.words import say, verdict_word

_MOST_ELEMENTS = 12
_STYLES = {Verdict.PASS: "32", Verdict.FAIL: "31", Verdict.UNKNOWN: "33", Verdict.NOT_APPLICABLE: DIM}


def render_applied(applied: RuleApplied, *, language: str, colour: bool) -> str:
    """The verdict, the roles, `when` and `assert` part by part, the elements, and what would make it pass."""
    paint = ansi if colour else plain
    pen = Pen(language, paint, applied.titles)
    rule = applied.found.rule
    lines = [
        heading(rule.id, in_language(rule.title, language), paint),
        *_verdict(applied, language, paint),
        "",
        *_binds(applied, language, paint),
        *_part("when", applied.when, pen),
        *_part("assert", applied.assertion, pen),
        f"  {paint(told('decides', language), DIM)}",
        "",
        *_elements(applied, language, paint),
        *to_pass_text(applied, language, paint),
        *in_english(rule.title, language),
    ]
    return "\n".join(lines).rstrip()


def _verdict(applied: RuleApplied, language: str, paint: Paint) -> Iterator[str]:
    """What the rule comes to in the project, and in the file that was named."""
    word = _whole_verdict(applied, language, paint)
    day, project = applied.found.as_of, visible(applied.project)
    yield told("verdict", language, day=day, project=project, verdict=word)
    if applied.focus is not None:
        key = "focus" if applied.findings else "out_of_focus"
        word = verdict_name(fold(applied.findings), language) if applied.findings else ""
        yield from wrapped(told(key, language, file=visible(applied.focus), verdict=word), width=WIDTH)


def _whole_verdict(applied: RuleApplied, language: str, paint: Paint) -> str:
    word = paint(verdict_name(applied.verdict, language), _STYLES[applied.verdict])
    breaches = [one for one in applied.findings if one.verdict is Verdict.FAIL]
    waived = applied.focus is None and breaches and all(one.waiver is not None for one in breaches)
    return told("all_waived", language, verdict=word) if waived else word


def verdict_name(verdict: Verdict, language: str) -> str:
    """A verdict in a word."""
    return told("fail", language) if verdict is Verdict.FAIL else verdict_word(verdict, language)


def _binds(applied: RuleApplied, language: str, paint: Paint) -> Iterator[str]:
    yield paint(told("binds", language), BOLD)
    roles = applied.found.binds
    if not roles or ANYONE in applied.found.rule.binds:
        yield f"    {told('anyone', language)}"
    for role in roles:
        label = f"{in_language(role.title, language)} ({role.id})"
        text = say("labelled", language, label=label, words=role_state(applied, role, language))
        yield from wrapped(text, width=WIDTH, first="    ", rest="      ")


def role_state(applied: RuleApplied, role: Role, language: str) -> str:
    """Whether the platform holds a role, and on what that rests."""
    held, answer = applied.held, is_held(applied, role)
    if answer is not None:
        presumed = held.said is None
        return told("held_presumed" if presumed else "held" if answer else "not_held", language)
    if held.unclear:
        return told("role_unclear", language, facts=say("between", language).join(open_roles(applied)))
    option = f"{held.jurisdiction}:{role.id}"
    return told("role_unsaid", language, fact=held.fact, role=role.id, option=option)


def _part(name: str, step: Step | None, pen: Pen) -> Iterator[str]:
    if step is not None:
        yield say("labelled", pen.language, label=pen.paint(name, BOLD), words=value_word(step, pen.language))
        yield from tree_text(step, pen)


def _elements(applied: RuleApplied, language: str, paint: Paint) -> Iterator[str]:
    if applied.verdict is Verdict.NOT_APPLICABLE or not applied.findings:
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
    place = place_of(one.place, one.facts, language)
    text = f"{short(one.element) or told('platform', language)}  {place}".rstrip()
    if one.doubt is not None:
        text = say("labelled", language, label=text, words=_doubt(one.doubt, language))
    first, *rest = wrapped(visible(text), width=WIDTH, first=before, rest=" " * (columns(before) + 2))
    yield f"    {paint(word, _STYLES[one.verdict])}  {first.removeprefix(before)}"
    yield from rest
    if one.waiver is not None:
        yield from _waiver(one.waiver, language, paint, columns(before))


def _waiver(waiver: Waiver, language: str, paint: Paint, indent: int) -> Iterator[str]:
    """Who accepts the breach, until when and why."""
    said = waiver_words(waiver, language)
    text = visible(say("labelled", language, label=say("waiver", language), words=said))
    lines = wrapped(text, width=WIDTH, first=" " * indent, rest=" " * (indent + 2))
    yield from (paint(line, DIM) for line in lines)


def _doubt(doubt: Doubt, language: str) -> str:
    would = say("would_fail", language) + say("semicolon", language) if doubt.would is Verdict.FAIL else ""
    return would + doubt_words(doubt, language)
