"""Claims: conditions that compare one thing with constants, and what is left of others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from reglint.language.constants import constant_value
from reglint.language.measure import measured
from reglint.language.syntax import RELATIONS, Binary, Expression, Unary

_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}


@dataclass(frozen=True, slots=True)
class Claim:
    """`subject sign constant`, `subject in constants`, or the opposite. `said` is the whole condition.

    The constants are amounts of one measure (`reglint.language.measure`).
    """

    said: Expression
    subject: Expression
    sign: str
    measure: str
    constants: tuple[Any, ...]
    opposite: bool = False


def claims_in(expr: Expression, operator: str) -> Iterator[Claim]:
    """What the conditions claim that an operator joins, in the order of the text."""
    waiting = [expr]
    while waiting:
        match waiting.pop():
            case Binary(sign, left, right) if sign == operator:
                waiting += (right, left)
            case part:
                yield _claim(part)


def _claim(said: Expression) -> Claim:
    match said:
        case Unary("!", inner):
            claim = _claim(inner)
            return replace(claim, said=said, opposite=not claim.opposite)
        case Binary(sign, left, right) if sign in RELATIONS:
            return _comparison(said, sign, left, right) or _truth(said)
    return _truth(said)


def _truth(said: Expression) -> Claim:
    return Claim(said, said, "==", "bool", (True,))


def _comparison(said: Expression, sign: str, left: Expression, right: Expression) -> Claim | None:
    """The claim of a comparison with a constant; None of another."""
    for subject, seen, other in ((left, sign, right), (right, _MIRRORED.get(sign, ""), left)):
        value = constant_value(other) if seen else None
        listed = value if isinstance(value, tuple) and seen == "in" else (value,)
        found = [one for item in listed if (one := measured(item)) is not None]
        if len({measure for measure, _ in found}) == 1 and len(found) == len(listed):
            return Claim(said, subject, seen, found[0][0], tuple(amount for _, amount in found))
    return None
