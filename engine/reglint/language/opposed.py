"""Conditions on one thing that can't all be true, joined by `&&`, or can't all be false, joined by `||`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from typing import Any, TypeAlias

from reglint.language.across import far_apart, of_two_currencies
from reglint.language.claims import Claim, claims_in
from reglint.language.positions import Positions, position, possible
from reglint.language.render import render
from reglint.language.suggest import shown
from reglint.language.syntax import Binary, Expression, Span
from reglint.language.type_scope import TypeScope
from reglint.language.types import Type
from reglint.model.interval import relation

Kinds: TypeAlias = Callable[[Expression], Type]

_SHOWN = 120


def opposed(expr: Binary, scope: TypeScope, kind_of: Kinds) -> None:
    """Say of a whole chain of `&&` (`||`) where its conditions on one thing leave nothing true (false).

    `kind_of` gives the type of an expression in the scope, silently. What is said of a condition already is
    not said again.
    """
    said = {(fault.offset, fault.end) for fault in scope.faults}
    subjects: dict[Expression, list[Claim]] = {}
    for claim in claims_in(expr, expr.operator):
        if claim.said.span not in said:
            subjects.setdefault(claim.subject, []).append(claim)
    for subject, claims in subjects.items():
        if len(claims) > 1:
            _say_of_one(claims, expr.operator, scope, kind_of(subject))


def _say_of_one(claims: Sequence[Claim], operator: str, scope: TypeScope, kind: Type) -> None:
    """Say of claims on one thing where they leave nothing: of each measure, else across measures."""
    decisive = [parts for alike in _by_measure(claims) if (parts := _decisive(alike, operator, kind))]
    apart = None if decisive else far_apart(claims, wanted=operator == "&&")
    always, other = ("false", "||") if operator == "&&" else ("true", "&&")
    for parts in (*decisive, *filter(None, [apart])):
        said = [claim for claim in claims if claim.said in parts]
        swapped = any(_decisive(alike, other, kind) for alike in _by_measure(said))
        mend = f"leave out {shown(parts[-1])}, or write" if swapped else f"write {other}, or"
        _warn(parts, operator, f"is always {always}; {mend} another condition", scope)
    if operator == "&&" and (paid := of_two_currencies(claims)):
        _warn(paid, operator, "is always false or unknown: no amount has two currencies; write one", scope)


def _by_measure(claims: Sequence[Claim]) -> Iterator[Sequence[Claim]]:
    """The claims of each measure of which there are several."""
    measures: dict[str, list[Claim]] = {}
    for claim in claims:
        measures.setdefault(claim.measure, []).append(claim)
    return (alike for alike in measures.values() if len(alike) > 1)


def _warn(parts: Sequence[Expression], operator: str, what: str, scope: TypeScope) -> None:
    text = render(reduce(lambda left, right: Binary(operator, left, right), parts))
    cut = f"{text[: _SHOWN - 1]}…" if len(text) > _SHOWN else text
    scope.warn(_span(parts), f"{cut} {what}", "always")


def _span(parts: Sequence[Expression]) -> Span:
    return parts[0].span[0], parts[-1].span[1]


def _decisive(claims: Sequence[Claim], operator: str, kind: Type) -> Sequence[Expression]:
    """The first claims that leave nothing true under `&&`, nothing false under `||`; none if all leave it."""
    constants = sorted({value for claim in claims for value in claim.constants})
    positions = {value: position(at) for at, value in enumerate(constants)}
    left = possible(constants, kind, closed=operator == "&&")
    for at, claim in enumerate(claims, 1):
        true = _true(claim, positions, left)
        left = true if operator == "&&" else left - true
        if not left:
            return [each.said for each in claims[:at]]
    return ()


def _true(claim: Claim, positions: Mapping[Any, int], among: Positions) -> Positions:
    """The positions at which a claim is true."""
    there = [positions[value] for value in claim.constants]
    if claim.sign == "in":
        true = among.intersection(there)
    else:
        bound = there[0], there[0]
        true = frozenset(spot for spot in among if relation(claim.sign, (spot, spot), bound))
    return among - true if claim.opposite else true
