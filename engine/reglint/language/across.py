"""Claims on one thing in measures without a unit in common: kinds of durations, and currencies."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeAlias

from reglint.language.claims import Claim
from reglint.language.syntax import Expression
from reglint.model.currencies import CURRENCIES
from reglint.model.duration import Duration, DurationKind, span_of
from reglint.model.interval import Interval

Pair: TypeAlias = tuple[Expression, Expression]

_ANYWHERE: Interval = (-math.inf, math.inf)
_OPPOSITES: Mapping[str, str] = {
    "<": ">=",
    "<=": ">",
    ">": "<=",
    ">=": "<",
    "==": "!=",
    "!=": "==",
    "in": "!=",
}


def far_apart(claims: Sequence[Claim], *, wanted: bool) -> Pair | None:
    """The first two conditions on durations of different kinds that never are both as wanted.

    A length that satisfies one lies, with all that it can be on the calendar, in a span; the two have spans
    without a moment in common.
    """
    counted = [claim for claim in claims if isinstance(claim.measure, DurationKind)]
    for one, other in _unlike(counted):
        (low, high), (least, most) = _span(one, wanted=wanted), _span(other, wanted=wanted)
        if high < least or most < low:
            return one.said, other.said
    return None


def of_two_currencies(claims: Sequence[Claim]) -> Pair | None:
    """The first two conditions on an amount that are in different currencies: one of them is unknown."""
    paid = [claim for claim in claims if claim.measure in CURRENCIES]
    return next(((one.said, other.said) for one, other in _unlike(paid)), None)


def _unlike(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    return ((one, other) for one, other in combinations(claims, 2) if one.measure != other.measure)


def _span(claim: Claim, *, wanted: bool) -> Interval:
    """The milliseconds in which every length lies of which the claim is as wanted."""
    sign = claim.sign if claim.opposite != wanted else _OPPOSITES[claim.sign]
    spans = [span_of(Duration(DurationKind(claim.measure), amount)) for amount in claim.constants]
    low, high = min(low for low, _ in spans), max(high for _, high in spans)
    if sign == "!=":
        return _ANYWHERE
    return -math.inf if sign in {"<", "<="} else low, math.inf if sign in {">", ">="} else high
