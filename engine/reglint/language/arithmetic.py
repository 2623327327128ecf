"""Arithmetic of plain values. What can't be computed is an unknown with its reason, never an error."""

from __future__ import annotations

import calendar
import datetime as dt
import operator
from collections.abc import Callable, Mapping
from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow, localcontext
from typing import Any

from reglint.language.kinds import kind_of, mistyped
from reglint.language.outcome import Held
from reglint.model.duration import DAY, Duration, DurationKind
from reglint.model.fact import Unknown
from reglint.model.quantity import Money, Percent
from reglint.model.verdict import Reason

_PRECISION = 256
_QUOTIENT_PRECISION = 34
_INT64 = 2**63
_LONGEST_TEXT = 100_000
_YEARS = 10_000  # as in CEL

LONGEST: Mapping[DurationKind, int] = {
    DurationKind.EXACT: _YEARS * 1461 // 4 * DAY,
    DurationKind.MONTHS: _YEARS * 12,
    DurationKind.BUSINESS_DAYS: _YEARS * 1461 // 4,
}
"""The amounts of the longest durations: 10,000 years of 365 days and a quarter, either way."""


def calculate(op: str, left: Held, right: Held) -> Held:
    """`left op right` for `+ - * / %`, or an unknown: mistyped, currency, arithmetic or indeterminate.

    Whole numbers divide to whole numbers, towards zero, within 64 bits. Decimals are exact but for quotients,
    which have 34 digits.

    >>> calculate("/", Decimal("99.9"), 100)
    Decimal('0.999')
    """
    rule = _RULES.get((op, kind_of(left), kind_of(right)))
    if rule is None:
        return Unknown(Reason.MISTYPED, f"cannot {_ACTIONS[op].format(kind_of(left), kind_of(right))}")
    precision = _QUOTIENT_PRECISION if op == "/" else _PRECISION
    traps = [DivisionByZero, InvalidOperation, Overflow, *([] if op == "/" else [Inexact])]
    try:
        with localcontext(Context(prec=precision, traps=traps)):
            return _bounded(rule(left, right))
    except ArithmeticError:
        return Unknown(Reason.ARITHMETIC, f"cannot {_ACTIONS[op].format(left, right)}")


def negate(value: Held) -> Held:
    """The negative of a number."""
    if kind_of(value) != "number":
        return mistyped("negate", value)
    return calculate("-", 0, value)


def is_too_long(duration: Duration) -> bool:
    """Whether a duration is longer than 10,000 years, either way."""
    return abs(duration.amount) > LONGEST[duration.kind]


def _bounded(value: Held) -> Held:
    if type(value) is int and not -_INT64 <= value < _INT64:
        return Unknown(Reason.ARITHMETIC, "the whole number is larger than 64 bits hold")
    if isinstance(value, Duration) and is_too_long(value):
        return Unknown(Reason.ARITHMETIC, f"the duration is longer than {_YEARS:,} years")
    if isinstance(value, str) and len(value) > _LONGEST_TEXT:
        return Unknown(Reason.BUDGET, f"the text is longer than {_LONGEST_TEXT} characters")
    return value


def _quotient(left: int | Decimal, right: int | Decimal) -> int | Decimal:
    if isinstance(left, int) and isinstance(right, int):
        size = abs(left) // abs(right)
        return size if (left < 0) == (right < 0) else -size
    return Decimal(left) / Decimal(right)


def _remainder(left: int | Decimal, right: int | Decimal) -> Held:
    if isinstance(left, int) and isinstance(right, int):
        size = abs(left) % abs(right)
        return -size if left < 0 else size
    return Unknown(Reason.MISTYPED, f"cannot {_ACTIONS['%'].format(kind_of(left), kind_of(right))}")


def _add_durations(left: Duration, right: Duration) -> Held:
    if left.kind is not right.kind:
        return Unknown(Reason.INDETERMINATE, f"cannot add {left} and {right}; write both in one unit")
    return Duration(left.kind, left.amount + right.amount)


def _negative(duration: Duration) -> Duration:
    return Duration(duration.kind, -duration.amount)


def _shift(day: dt.date, duration: Duration) -> Held:
    """The date or timestamp moved by the duration; months clamp to the month's end."""
    if duration.kind is DurationKind.MONTHS:
        return _shift_months(day, duration.amount)
    if duration.kind is DurationKind.BUSINESS_DAYS:
        return Unknown(Reason.INDETERMINATE, _holidays(duration))
    if not isinstance(day, dt.datetime) and duration.amount % DAY:
        return mistyped("add hours to", day)
    return _in_utc(day + dt.timedelta(milliseconds=duration.amount))


def _holidays(duration: Duration) -> str:
    """Why a date can't be moved by business days, forward or back."""
    length = Duration(duration.kind, abs(duration.amount))
    return f"holidays decide how long {length} {'is' if length.amount == 1 else 'are'}; write days(…)"


def _shift_months(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError
    last = calendar.monthrange(year, month + 1)[1]
    return _in_utc(day.replace(year=year, month=month + 1, day=min(day.day, last)))


def _in_utc(day: dt.date) -> dt.date:
    """The day itself. Raises OverflowError where a moment has, in UTC, no year from 1 to 9999."""
    if isinstance(day, dt.datetime):
        day.astimezone(dt.UTC)
    return day


def _between(later: dt.date, earlier: dt.date) -> Duration:
    return Duration(DurationKind.EXACT, (later - earlier) // dt.timedelta(milliseconds=1))


def _money(op: Callable[[Decimal, Decimal], Decimal]) -> Callable[[Money, Money], Held]:
    def computed(left: Money, right: Money) -> Held:
        if left.currency != right.currency:
            return Unknown(Reason.CURRENCY, f"cannot compute {left.currency} with {right.currency}")
        return Money(op(left.amount, right.amount), left.currency)

    return computed


_ACTIONS: Mapping[str, str] = {
    "+": "add {} and {}",
    "-": "subtract {1} from {0}",
    "*": "multiply {} by {}",
    "/": "divide {} by {}",
    "%": "take the remainder of {} divided by {}",
}
_RULES: Mapping[tuple[str, str, str], Callable[[Any, Any], Held]] = {
    ("+", "number", "number"): operator.add,
    ("-", "number", "number"): operator.sub,
    ("*", "number", "number"): operator.mul,
    ("/", "number", "number"): _quotient,
    ("%", "number", "number"): _remainder,
    ("+", "text", "text"): operator.add,
    ("+", "duration", "duration"): _add_durations,
    ("-", "duration", "duration"): lambda left, right: _add_durations(left, _negative(right)),
    ("+", "date", "duration"): _shift,
    ("-", "date", "duration"): lambda day, duration: _shift(day, _negative(duration)),
    ("+", "duration", "date"): lambda duration, day: _shift(day, duration),
    ("-", "date", "date"): _between,
    ("+", "timestamp", "duration"): _shift,
    ("-", "timestamp", "duration"): lambda moment, duration: _shift(moment, _negative(duration)),
    ("+", "duration", "timestamp"): lambda duration, moment: _shift(moment, duration),
    ("-", "timestamp", "timestamp"): _between,
    ("+", "amount of money", "amount of money"): _money(operator.add),
    ("-", "amount of money", "amount of money"): _money(operator.sub),
    ("*", "amount of money", "number"): lambda money, count: Money(money.amount * count, money.currency),
    ("+", "percentage", "percentage"): lambda left, right: Percent(left.amount + right.amount),
    ("-", "percentage", "percentage"): lambda left, right: Percent(left.amount - right.amount),
}
