"""The facts that are missing, as a platform file to fill in: each key empty, with what it takes above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from reglint.facts.fact_path import Step, parse_path
from reglint.model.schema import FactType, ListType, ObjectType, ScalarType
from reglint.model.text import in_language
from reglint.report.columns import wrapped
from reglint.report.facts_example import quoted
from reglint.report.facts_found import FactsFound, WantedFact
from reglint.report.facts_missing_text import how_to_write, settles
from reglint.report.facts_words import say
from reglint.report.page import WIDTH
from reglint.report.visible import visible
from reglint.report.words import say as say_word

Element: TypeAlias = tuple[tuple[str, str], ...]
"""The fields that pick an element of a list, and their texts."""


@dataclass(slots=True)
class _Branch:
    """What is wanted at a name: itself, fields below it, elements in it."""

    wanted: WantedFact | None = None
    fields: dict[str, _Branch] = field(default_factory=dict)
    elements: dict[Element, _Branch] = field(default_factory=dict)


def skeleton(found: FactsFound, language: str) -> Iterator[str]:
    """The lines of a platform file; it is one before anything is filled in, for an empty key is unknown."""
    root, left = _Branch(), list[str]()
    for one in found.wanted or ():
        steps = parse_path(one.name)
        if steps is None or one.kind is None or any(_is_position(step) for step in steps):
            left.append(one.name)
        else:
            _at(root, steps).wanted = one
    yield f"# {say('skeleton', language)}"
    yield 'reglint: "1"'
    yield from _fields(root, found.schema, "", language)
    yield from (f"# {visible(say('skeleton_left', language, name=name))}" for name in left)


def _is_position(step: Step) -> bool:
    return any(not name for name, _ in step.picks)


def _at(branch: _Branch, steps: Iterable[Step]) -> _Branch:
    """The branch at a path, made where it is not there."""
    for step in steps:
        branch = branch.fields.setdefault(step.name, _Branch())
        if step.picks:
            branch = branch.elements.setdefault(step.picks, _Branch())
    return branch


def _fields(branch: _Branch, kind: FactType | None, margin: str, language: str) -> Iterator[str]:
    for key, inner in branch.fields.items():
        if inner.wanted is not None:
            yield from _comment(inner.wanted, margin, language)
        yield f"{margin}{key}:"
        below = kind.fields.get(key) if isinstance(kind, ObjectType) else None
        yield from _elements(inner, below, f"{margin}  ", language)
        if not inner.elements:
            yield from _fields(inner, below, f"{margin}  ", language)


def _elements(branch: _Branch, kind: FactType | None, margin: str, language: str) -> Iterator[str]:
    item = kind.item if isinstance(kind, ListType) else None
    for picks, inner in branch.elements.items():
        dash = "- "
        for key, text in picks:
            known = item.fields.get(key) if isinstance(item, ObjectType) else None
            is_number = isinstance(known, ScalarType) and known.kind == "integer"
            yield f"{margin}{dash}{key}: {text if is_number else quoted(text)}"
            dash = "  "
        yield from _fields(inner, item, f"{margin}  ", language)


def _comment(one: WantedFact, margin: str, language: str) -> Iterator[str]:
    title = in_language(one.title, language) or one.name
    words = say_word("labelled", language, label=title, words=how_to_write(one, language))
    for line in (words, settles(one, language)):
        yield from wrapped(visible(line), width=WIDTH, first=f"{margin}# ", rest=f"{margin}#   ")
