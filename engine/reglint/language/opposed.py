"""Conditions on one thing that can't all be true, joined by `&&`, or can't all be false, joined by `||`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any, TypeAlias

from reglint.language.constants import constant_value
from reglint.language.measure import measured
from reglint.language.positions import Positions, position, possible
from reglint.language.render import render
from reglint.language.syntax import RELATIONS, Binary, Expression, Span, Unary
from reglint.language.type_scope import TypeScope
from reglint.language.types import Type
from reglint.model.interval import relation

Kinds: TypeAlias = Callable[[Expression], Type]

_SHOWN = 120
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}


@dataclass(frozen=True, slots=True)
class _Claim:
    """`subject sign constant`, `subject in constants`, or the opposite. `said` is the whole condition."""

    said: Expression
    subject: Expression
    sign: str
    measure: str
    constants: tuple[Any, ...]
    opposite: bool = False


def opposed(expr: Binary, scope: TypeScope, kind_of: Kinds) -> None:
    """Say of a whole chain of `&&` (`||`) where its conditions on one thing leave nothing true (false).

    `kind_of` gives the type of an expression in the scope, silently. What is said of a condition already is
    not said again.
    """
    said = {(fault.offset, fault.end) for fault in scope.faults}
    groups: dict[tuple[Expression, str], list[_Claim]] = {}
    for part in _chain(expr, expr.operator):
        if part.span not in said:
            claim = _claim(part)
            groups.setdefault((claim.subject, claim.measure), []).append(claim)
    for (subject, _), claims in groups.items():
        if len(claims) > 1:
            _say(_decisive(claims, expr.operator, kind_of(subject)), expr.operator, scope)


def _say(parts: Sequence[Expression], operator: str, scope: TypeScope) -> None:
    if not parts:
        return
    always, other = ("false", "||") if operator == "&&" else ("true", "&&")
    text = render(reduce(lambda left, right: Binary(operator, left, right), parts))
    cut = f"{text[: _SHOWN - 1]}…" if len(text) > _SHOWN else text
    message = f"{cut} is always {always}; write {other}, or another condition"
    scope.warn(_span(parts), message, "always")


def _span(parts: Sequence[Expression]) -> Span:
    return parts[0].span[0], parts[-1].span[1]


def _chain(expr: Expression, operator: str) -> Iterator[Expression]:
    """The conditions that an operator joins, in the order of the text."""
    waiting = [expr]
    while waiting:
        match waiting.pop():
            case Binary(sign, left, right) if sign == operator:
                waiting += (right, left)
            case part:
                yield part


def _claim(said: Expression) -> _Claim:
    match said:
        case Unary("!", inner):
            claim = _claim(inner)
            return replace(claim, said=said, opposite=not claim.opposite)
        case Binary(sign, left, right) if sign in RELATIONS:
            return _comparison(said, sign, left, right) or _truth(said)
    return _truth(said)


def _truth(said: Expression) -> _Claim:
    return _Claim(said, said, "==", "bool", (True,))


def _comparison(said: Expression, sign: str, left: Expression, right: Expression) -> _Claim | None:
    """The claim of a comparison with a constant; None of another."""
    for subject, seen, other in ((left, sign, right), (right, _MIRRORED.get(sign, ""), left)):
        value = constant_value(other) if seen else None
        listed = value if isinstance(value, tuple) and seen == "in" else (value,)
        found = [one for item in listed if (one := measured(item)) is not None]
        if len({measure for measure, _ in found}) == 1 and len(found) == len(listed):
            return _Claim(said, subject, seen, found[0][0], tuple(amount for _, amount in found))
    return None


def _decisive(claims: Sequence[_Claim], operator: str, kind: Type) -> Sequence[Expression]:
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


def _true(claim: _Claim, positions: Mapping[Any, int], among: Positions) -> Positions:
    """The positions at which a claim is true."""
    there = [positions[value] for value in claim.constants]
    if claim.sign == "in":
        true = among.intersection(there)
    else:
        bound = there[0], there[0]
        true = frozenset(spot for spot in among if relation(claim.sign, (spot, spot), bound))
    return among - true if claim.opposite else true
