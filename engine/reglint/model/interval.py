"""Intervals of numbers, and what they say of a comparison of numbers that lie in them."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

Interval: TypeAlias = tuple[float, float]  # the least and the greatest; whole numbers stay exact
Bounds: TypeAlias = tuple[float | Decimal, float | Decimal]


def relation(op: str, left: Bounds, right: Bounds) -> bool | None:
    """The comparison `left op right` of any number in `left` with any in `right`, where all pairs agree.

    >>> relation("<", (1, 5), (6, 6)), relation("<", (1, 5), (3, 3))
    (True, None)
    """
    if op in (">", ">="):
        return relation("<" if op == ">" else "<=", right, left)
    if op == "!=":
        same = relation("==", left, right)
        return None if same is None else not same
    if op == "==":
        return _all_or_none(
            always=left[0] == left[1] == right[0] == right[1], never=left[1] < right[0] or right[1] < left[0]
        )
    if op == "<":
        return _all_or_none(always=left[1] < right[0], never=left[0] >= right[1])
    return _all_or_none(always=left[1] <= right[0], never=left[0] > right[1])


def _all_or_none(*, always: bool, never: bool) -> bool | None:
    if always:
        return True
    return False if never else None
