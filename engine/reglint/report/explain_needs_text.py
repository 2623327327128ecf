"""What would make a rule pass, in words: the nearest bound, and what is known of the fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reglint.language.explain_needs import Need, Needed
from reglint.language.sentence.layout import Block, Clause, Line, Listed, lines_of
from reglint.language.sentence.needs import requirement
from reglint.language.sentence.values import duration_words
from reglint.model.fact import Fact, Unknown
from reglint.report.explain_facts_text import is_unsaid, known_words, place_words, short
from reglint.report.explain_words import told
from reglint.report.message import Titles, count_of
from reglint.report.words import say

_MOST_FACTS = 12
"""How many facts of one need are told; those of long lists are found in the tree."""


@dataclass(frozen=True, slots=True)
class Naming:
    """How facts are called: with these titles of their values; under an element's name by the rest alone."""

    titles: Titles
    element: str = ""


def need_lines(needed: Needed, language: str, naming: Naming) -> tuple[Line, ...]:
    """The needs as a sentence: one line, or a list of all or any of several."""
    return lines_of(_block(needed, language, naming), language)


def facts_of(needed: Needed) -> Iterator[Fact]:
    """The facts that would have to be otherwise, or be said, each once."""
    yield from dict.fromkeys(_facts_of(needed))


def need_words(need: Need, language: str, naming: Naming) -> str:
    """`its retention would have to be at least 6 months (184 days); retention is 30 days`."""
    wanted = requirement(need.claim, language)
    if need.days is not None:
        wanted += told("in_days", language, days=duration_words(need.days, language))
    found = [*dict.fromkeys(_found(fact, language, naming) for fact in need.facts)]
    more = [told("more_facts", language, count=len(found) - _MOST_FACTS)] if found[_MOST_FACTS:] else []
    return say("semicolon", language).join((wanted, *found[:_MOST_FACTS], *more))


def _block(needed: Needed, language: str, naming: Naming) -> Block:
    if isinstance(needed, Need):
        return Clause(need_words(needed, language, naming))
    items = tuple(_block(part, language, naming) for part in needed.parts)
    head = told("all_needed" if needed.joint == "and" else "any_needed", language)
    return Listed(head, items, needed.joint)


def _facts_of(needed: Needed) -> Iterator[Fact]:
    if isinstance(needed, Need):
        yield from needed.facts
        return
    for part in needed.parts:
        yield from _facts_of(part)


def _found(fact: Fact, language: str, naming: Naming) -> str:
    """What is known of a fact, by its path as a platform file has it."""
    name = short(fact.name.removeprefix(f"{naming.element}."))
    place = "" if naming.element else _place(fact, language)
    return _known(fact, name, language, naming) + (told("at_place", language, place=place) if place else "")


def _place(fact: Fact, language: str) -> str:
    """Where a fact stands; one that nobody says, where its element does, if it has one."""
    return "" if is_unsaid(fact) and "]" not in fact.name else place_words(fact.place, fact.name, language)


def _known(fact: Fact, name: str, language: str, naming: Naming) -> str:
    if is_unsaid(fact):
        return told("fact_unsaid", language, fact=name)
    value = known_words(fact, language, naming.titles)
    if isinstance(fact.value, Unknown):
        return say("unknown_fact", language, name=name, value=value)
    return _said(fact, value, name, language)


def _said(fact: Fact, value: str, name: str, language: str) -> str:
    count = count_of(fact)
    if count is not None and count.among:
        return told("fact_has_such", language, fact=name, count=count.number, all=count.among)
    counted = count is not None and count.noun.startswith("element")
    return told("fact_has" if counted else "fact_now", language, fact=name, value=value)
