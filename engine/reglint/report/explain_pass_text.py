"""What would make a rule pass on a platform: first whether it applies, then what each element needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TypeAlias

from reglint.facts.assign import COMMAND_LINE
from reglint.language.explain import Step
from reglint.language.explain_decided import value_of
from reglint.language.explain_needs import Needed, needs, needs_by_element
from reglint.language.sentence.layout import labelled
from reglint.model.fact import Fact, Unknown
from reglint.model.verdict import Verdict
from reglint.report.columns import wrapped
from reglint.report.explain_facts_text import is_unsaid, short
from reglint.report.explain_found import RuleApplied
from reglint.report.explain_needs_text import Naming, facts_of, need_lines
from reglint.report.explain_roles import open_roles
from reglint.report.explain_words import told
from reglint.report.page import BOLD, WIDTH, Paint
from reglint.report.visible import visible
from reglint.report.words import say

_MOST_GROUPS = 12
_MOST_NAMES = 12
_MOST_PLACES = 4
_INDENT = "    "

_Places: TypeAlias = dict[str, None]
_Groups: TypeAlias = dict[tuple[str, ...], dict[str, _Places]]
"""What is needed, in lines → the elements that need it → where what is there now stands, in order."""


def to_pass_text(applied: RuleApplied, language: str, paint: Paint) -> Iterator[str]:
    """What each element needs; elements that need the same are named together."""
    open_facts = [*facts_of_applicability(applied)]
    groups = _groups(applied, language)
    if open_facts or groups:
        yield paint(told("to_pass", language), BOLD)
    if open_facts:
        facts = say("between", language).join(map(short, open_facts))
        yield from _paragraph(told("to_apply", language, facts=facts), _INDENT)
    for lines, elements in islice(groups.items(), _MOST_GROUPS):
        yield from _group(lines, elements, language)
    if len(groups) > _MOST_GROUPS:
        yield _INDENT + told("more_needs", language, count=len(groups) - _MOST_GROUPS)


def facts_of_applicability(applied: RuleApplied) -> Iterator[str]:
    """The facts that are missing to know whether the rule applies, where that is what leaves it open."""
    if applied.verdict is not Verdict.UNKNOWN:
        return
    yield from open_roles(applied)
    needed = needs(applied.when) if applied.when is not None and value_of(applied.when) is None else None
    if needed is not None:
        yield from dict.fromkeys(fact.name for fact in facts_of(needed) if isinstance(fact.value, Unknown))


def needs_of(applied: RuleApplied) -> list[tuple[Step, Needed]]:
    """What each element of the rule needs that is shown; nothing where the rule passes or does not apply."""
    settled = applied.verdict in {Verdict.PASS, Verdict.NOT_APPLICABLE}
    return [] if settled or not applied.findings else [*needs_by_element(applied.assertion)]


def _groups(applied: RuleApplied, language: str) -> _Groups:
    groups: _Groups = {}
    for step, needed in needs_of(applied):
        naming = Naming(applied.titles, step.element)
        lines = tuple(
            f"{'  ' * line.depth}{labelled(line.label)}{line.text}"
            for line in need_lines(needed, language, naming)
        )
        places = groups.setdefault(lines, {}).setdefault(step.element, {})
        places |= dict.fromkeys(_places(facts_of(needed)))
    return groups


def _places(facts: Iterable[Fact]) -> Iterator[str]:
    """Where in files the facts stand that somebody says."""
    for fact in facts:
        if fact.place is not None and fact.place.path != COMMAND_LINE and not is_unsaid(fact):
            yield str(fact.place)


def _group(lines: tuple[str, ...], elements: Mapping[str, _Places], language: str) -> Iterator[str]:
    named = {name: places for name, places in elements.items() if name}
    for name, places in islice(named.items(), _MOST_NAMES):
        yield from _paragraph(_element(name, places, language), _INDENT)
    if len(named) > _MOST_NAMES:
        yield _INDENT + told("more_needs", language, count=len(named) - _MOST_NAMES)
    indent = _INDENT + "  " if named else _INDENT
    for line in lines:
        text = line.lstrip(" ")
        yield from _paragraph(text, indent + " " * (len(line) - len(text)))


def _element(name: str, places: _Places, language: str) -> str:
    """An element, and the first of the places where what is to be changed stands."""
    shown = [*places][:_MOST_PLACES]
    if len(places) > _MOST_PLACES:
        shown.append(told("more_places", language, count=len(places) - _MOST_PLACES))
    label, words = short(name), say("between", language).join(shown)
    return say("labelled", language, label=label, words=words) if words else label


def _paragraph(text: str, indent: str) -> Iterator[str]:
    yield from wrapped(visible(text), width=WIDTH, first=indent, rest=indent + "    ")
