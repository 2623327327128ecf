"""Which of two limits asks for more: ten years at least, or five; within an hour, or within a day."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from reglint.model.duration import Duration, compare, parse_duration
from reglint.model.law import Limit
from reglint.model.quantity import Money, Percent, parse_money, parse_percent

Figure: TypeAlias = Decimal | Duration | Percent | Money

_FLOORS = (">=", ">")
_CEILINGS = ("<=", "<")


class Direction(StrEnum):
    """How the figures of two provisions differ. `mixed`: some more, some less; `open`: nobody can tell."""

    STRICTER = "stricter"
    LOOSER = "looser"
    SAME = "same"
    MIXED = "mixed"
    OPEN = "open"


def direction(before: Mapping[str, Limit], after: Mapping[str, Limit]) -> Direction:
    """How what is asked for changes. Limits of one name are compared; a new one is stricter, a lost one not.

    >>> direction({"kept": Limit(">=", "5 years")}, {"kept": Limit(">=", "10 years")}).value
    'stricter'
    """
    if not before and not after:
        return Direction.OPEN
    found = {_of_one(before.get(name), after.get(name)) for name in {*before, *after}} - {Direction.SAME}
    if not found:
        return Direction.SAME
    if Direction.OPEN in found:
        return Direction.OPEN
    return found.pop() if len(found) == 1 else Direction.MIXED


def figure_of(text: str) -> Figure:
    """A limit's value, as its reader wrote it: a number, a share, money or time. Raises ValueError."""
    if text.replace(".", "", 1).isdecimal():
        return Decimal(text)
    for parse in (parse_percent, parse_money):
        try:
            return parse(text)
        except ValueError:
            continue
    return parse_duration(text)


def _of_one(before: Limit | None, after: Limit | None) -> Direction:
    if before is None or after is None:
        return Direction.STRICTER if before is None else Direction.LOOSER
    if before == after:
        return Direction.SAME
    more = _is_more(before.value, after.value)
    if more is None or before.op != after.op:
        return Direction.OPEN
    if after.op in _FLOORS:
        return Direction.STRICTER if more else Direction.LOOSER
    if after.op in _CEILINGS:
        return Direction.LOOSER if more else Direction.STRICTER
    return Direction.OPEN


def _is_more(before: str, after: str) -> bool | None:
    """Whether the second is more than the first, None where it can't be said."""
    try:
        first, second = figure_of(before), figure_of(after)
    except ValueError:
        return None
    if isinstance(first, Duration) and isinstance(second, Duration):
        return compare(">", second, first)
    if isinstance(first, Percent) and isinstance(second, Percent):
        return second > first
    if isinstance(first, Money) and isinstance(second, Money):
        return second.amount > first.amount if first.currency == second.currency else None
    return second > first if isinstance(first, Decimal) and isinstance(second, Decimal) else None
