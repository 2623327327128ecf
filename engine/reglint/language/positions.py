"""All that a thing can be that is compared with constants: one of them, or something in a gap around them.

Constants of one measure stand in an order. The gap before the first is position 0, the first constant 1, the
gap after it 2, and so on.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, TypeAlias

from reglint.language.types import ANY, Scalar, Type

Positions: TypeAlias = frozenset[int]


def position(at: int) -> int:
    """The position of a constant by its number, from 0."""
    return 2 * at + 1


def possible(constants: Sequence[Any], kind: Type, *, closed: bool) -> Positions:
    """The positions among constants, which are in order, that a thing of the type can have.

    `closed`: the words of an enum are all there are.

    >>> sorted(possible([3, 4], Scalar("int"), closed=True))  # no whole number lies between
    [0, 1, 3, 4]
    """
    spots = range(2 * len(constants) + 1)
    if not isinstance(kind, Scalar) or kind == ANY:
        return frozenset(spots)
    if kind.kind == "bool":
        return frozenset(spots[1::2] if len(constants) > 1 else spots[:2] if constants[0] else spots[1:])
    if kind.kind == "enum":
        others = not closed or not {*kind.words} <= {*constants}
        return frozenset([*spots[1::2], *spots[: int(others)]])
    if math.isinf(kind.low) and math.isinf(kind.high) and kind.kind != "int":
        return frozenset(spots)
    ends = [kind.low, *constants, kind.high]
    return frozenset(spot for spot in spots if _is_there(spot, ends, whole=kind.kind == "int"))


def _is_there(spot: int, ends: Sequence[Any], *, whole: bool) -> bool:
    """Whether a position holds anything, between the least, the constants and the greatest."""
    at, is_constant = divmod(spot, 2)
    if is_constant:
        value = ends[at + 1]
        return ends[0] <= value <= ends[-1] and (not whole or value == math.floor(value))
    low, high = ends[at], ends[at + 1]
    first, last = at == 0, at == len(ends) - 2
    if not whole or math.isinf(low) or math.isinf(high):
        return bool(low < high)
    return bool((low if first else math.floor(low) + 1) <= (high if last else math.ceil(high) - 1))
