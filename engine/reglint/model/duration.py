"""Durations as law counts them: exact, in calendar months, or in business days.

Months and business days have no one length. A comparison across kinds takes the shortest and the longest span
that they can have and answers only where both agree.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from reglint.model.interval import Interval, relation
from reglint.model.spelling import cut_short

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

_WRITE = "write 180 days, 4 hours, 6 months, 5 business days …"
_DIGITS = 15
_FOUR_YEARS = 48  # months after which the lengths of months repeat, but for three leap days in 400 years
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class DurationKind(StrEnum):
    """What the amount of a duration counts: milliseconds, calendar months or business days."""

    EXACT = "exact"
    MONTHS = "months"
    BUSINESS_DAYS = "business_days"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time. `amount` counts milliseconds (exact), months or business days.

    >>> str(Duration(DurationKind.EXACT, 5 * MINUTE)), str(Duration(DurationKind.MONTHS, 12))
    ('5 minutes', '1 year')
    """

    kind: DurationKind
    amount: int

    def __str__(self) -> str:
        if self.kind is DurationKind.EXACT:
            return _exact_words(self.amount)
        if self.kind is DurationKind.BUSINESS_DAYS:
            return _words(self.amount, "business day")
        years, months = divmod(self.amount, 12)
        return _words(self.amount, "month") if months or not years else _words(years, "year")


_UNITS = {
    "ms": (DurationKind.EXACT, 1),
    "millisecond": (DurationKind.EXACT, 1),
    "s": (DurationKind.EXACT, SECOND),
    "second": (DurationKind.EXACT, SECOND),
    "min": (DurationKind.EXACT, MINUTE),
    "minute": (DurationKind.EXACT, MINUTE),
    "h": (DurationKind.EXACT, HOUR),
    "hour": (DurationKind.EXACT, HOUR),
    "d": (DurationKind.EXACT, DAY),
    "day": (DurationKind.EXACT, DAY),
    "week": (DurationKind.EXACT, 7 * DAY),
    "month": (DurationKind.MONTHS, 1),
    "year": (DurationKind.MONTHS, 12),
    "business day": (DurationKind.BUSINESS_DAYS, 1),
}


def parse_duration(text: str) -> Duration:
    """The duration that a text says: an amount with a unit, or ISO 8601.

    Raises ValueError that says what to write: for a bare number, an unknown unit, a fraction, or an ISO 8601
    duration that mixes months with days.

    >>> parse_duration("1 year") == parse_duration("P12M")
    True
    """
    stripped = text.strip()
    if stripped.startswith("P"):
        return _parse_iso(stripped)
    match = re.fullmatch(rf"([0-9]{{1,{_DIGITS}}})\s*([A-Za-z][A-Za-z ]*)?", stripped)
    if match is None:
        raise ValueError(f'"{cut_short(stripped)}" is no duration; {_WRITE}')
    if match[2] is None:
        raise ValueError(f"{match[1]} has no unit; {_WRITE}")
    unit = " ".join(match[2].lower().split())
    kind, factor = _UNITS.get(unit) or _UNITS.get(unit.removesuffix("s")) or (None, 0)
    if kind is None:
        raise ValueError(f'"{cut_short(unit)}" is no unit of time; {_WRITE}')
    return Duration(kind, int(match[1]) * factor)


def compare(op: str, left: Duration, right: Duration) -> bool | None:
    """Whether `left op right` holds, for `< <= > >= == !=`; None where it depends on the calendar.

    >>> compare(">=", parse_duration("180 days"), parse_duration("6 months"))
    False
    >>> compare(">=", parse_duration("183 days"), parse_duration("6 months")) is None
    True
    """
    if left.kind is right.kind:
        return relation(op, (left.amount, left.amount), (right.amount, right.amount))
    return relation(op, span_of(left), span_of(right))


def span_of(duration: Duration) -> Interval:
    """The shortest and the longest that a duration can be, in milliseconds.

    Business days have no longest: holidays are nowhere written down.
    """
    amount = duration.amount
    if duration.kind is DurationKind.EXACT:
        return amount, amount
    if amount < 0:
        low, high = span_of(Duration(duration.kind, -amount))
        return -high, -low
    if duration.kind is DurationKind.MONTHS:
        low, high = month_span(amount)
        return low * DAY, high * DAY
    return amount * DAY, math.inf


@lru_cache(maxsize=256)
def month_span(months: int) -> tuple[int, int]:
    """The fewest and the most days that so many consecutive calendar months can have.

    Leap years are taken every four years, as they are from March 1900 to February 2100.

    >>> month_span(6), month_span(120)
    ((181, 184), (3652, 3653))
    """
    cycles, rest = divmod(months, _FOUR_YEARS)
    lengths = [days + (month == 1) for month, days in enumerate(_MONTH_LENGTHS)] + [*_MONTH_LENGTHS] * 3
    twice = lengths * 2
    spans = [sum(twice[start : start + rest]) for start in range(_FOUR_YEARS)]
    whole = cycles * sum(lengths)
    return whole + min(spans), whole + max(spans)


def _exact_words(amount: int) -> str:
    for size, unit in ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute"), (SECOND, "second")):
        if amount % size == 0:
            return _words(amount // size, unit)
    return f"{amount} ms"


def _words(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def _parse_iso(text: str) -> Duration:
    number = rf"([0-9]{{1,{_DIGITS}}})"
    match = re.fullmatch(
        rf"P(?:{number}Y)?(?:{number}M)?(?:{number}W)?(?:{number}D)?"
        rf"(T(?:{number}H)?(?:{number}M)?(?:{number}S)?)?",
        text,
    )
    if match is None or text.endswith(("P", "T")):
        raise ValueError(f'"{cut_short(text)}" is no ISO 8601 duration; write P6M, P90D, PT4H …')
    years, months, weeks, days, _, hours, minutes, seconds = (
        int(part) if part and part[0] != "T" else 0 for part in match.groups()
    )
    exact = (weeks * 7 + days) * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND
    calendar = years * 12 + months
    if exact and calendar:
        raise ValueError(f'"{text}" mixes months with days or hours; write either, such as P6M or P184D')
    if calendar or (not exact and (match[1] or match[2])):
        return Duration(DurationKind.MONTHS, calendar)
    return Duration(DurationKind.EXACT, exact)
