"""Whether a claim holds on a document where every fact is known: by the plain logic of its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from tests.language.typed_documents import NOW

from reglint.language.access import element
from reglint.language.evaluator import walk
from reglint.language.outcome import Held, Outcome
from reglint.language.scope import FUEL, Fuel, Scope
from reglint.language.sentence.claims import (
    Alike,
    Choice,
    Claim,
    Constant,
    Every,
    Given,
    Includes,
    Joined,
    Plain,
    Some,
)
from reglint.language.sentence.names import Bound, Names
from reglint.language.syntax import Binary, Expression
from reglint.model.fact import Record, Series, Unknown

Elements: TypeAlias = Mapping[int, Outcome]  # by the identity of what is bound


class Open(Exception):  # noqa: N818 - it ends the question, and is no error
    """A part can't be told, and the words say nothing of that."""


def holds(claim: Claim, facts: Record) -> bool:
    """Whether the claim holds. Raises Open where a part of it is unknown."""
    return _holds(claim, facts, {})


def _holds(claim: Claim, facts: Record, elements: Elements) -> bool:
    return _RULES[type(claim)](
        claim, lambda inner, more=elements: _holds(inner, facts, more), facts, elements
    )


def _plain(claim: Plain, _: object, facts: Record, elements: Elements) -> bool:
    value = _value(claim.expr, claim.names, facts, elements)
    if not isinstance(value, bool):
        raise Open
    return (value == claim.holds) != (claim.stated == "unsaid")


def _joined(claim: Joined, inside: Callable[[Claim], bool], *_: object) -> bool:
    found = [inside(part) for part in claim.parts]
    return all(found) if claim.joint == "and" else any(found)


def _includes(claim: Includes, _: object, facts: Record, elements: Elements) -> bool:
    found = [
        _value(Binary("in", item, claim.listing), claim.names, facts, elements) is True
        for item in claim.items
    ]
    return all(found) if claim.joint == "and" else any(found)


def _alike(claim: Alike, inside: Callable[[Claim], bool], *_: object) -> bool:
    return (inside(claim.first) == inside(claim.second)) == claim.holds


def _given(claim: Given, inside: Callable[[Claim], bool], *_: object) -> bool:
    guard, body = inside(claim.guard), inside(claim.body)
    return guard == claim.exempt or body


def _choice(claim: Choice, inside: Callable[[Claim], bool], *_: object) -> bool:
    condition, yes, no = (inside(part) for part in (claim.condition, claim.yes, claim.no))
    return yes if condition else no


def _every(claim: Every, _: object, facts: Record, elements: Elements) -> bool:
    found = [
        (claim.guard is not None and _holds(claim.guard, facts, inner) == claim.exempt)
        or _holds(claim.body, facts, inner)
        for inner in _inner(claim.element, facts, elements)
    ]
    return all(found)


def _some(claim: Some, _: object, facts: Record, elements: Elements) -> bool:
    inner = [*_inner(claim.element, facts, elements)]
    if claim.count in {"two", "not_two"}:
        values = {each[id(claim.element)].value for each in inner}
        return (len(values) > 1) == (claim.count == "two")
    count = sum(claim.guard is None or _holds(claim.guard, facts, each) for each in inner)
    return {"one": count == 1, "not_one": count != 1, "none": count == 0}.get(claim.count, count > 0)


def _inner(bound: Bound, facts: Record, elements: Elements) -> Iterator[Elements]:
    listed = _value(bound.listing, bound.outer, facts, elements)
    items = listed.items if isinstance(listed, Series) else listed
    if not isinstance(items, tuple):
        raise Open
    for item in items:
        yield {**elements, id(bound): element(item)}


def _value(expr: Expression, named: Names, facts: Record, elements: Elements) -> Held:
    variables = {name: elements[id(bound)] for name, bound in named.variables.items()}
    value = walk(expr, Scope(facts, NOW, Fuel(FUEL), variables)).value
    if isinstance(value, Unknown):
        raise Open
    return value


_RULES: Mapping[type, Callable[[Any, Any, Record, Elements], bool]] = {
    Plain: _plain,
    Constant: lambda claim, *_: claim.holds,
    Joined: _joined,
    Includes: _includes,
    Alike: _alike,
    Given: _given,
    Choice: _choice,
    Every: _every,
    Some: _some,
}
