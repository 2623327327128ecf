"""Comparison of plain values, in three values."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any

from reglint.language.kinds import kind_of, mistyped
from reglint.language.outcome import Held, Within
from reglint.model.duration import Duration, DurationKind, compare, month_span
from reglint.model.fact import Unknown
from reglint.model.quantity import Money
from reglint.model.verdict import Reason

_OPERATORS: Mapping[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_OPPOSITE = {"<": ">=", "<=": ">"}
_UNORDERED = {"address", "network"}


def relate(op: str, left: Held, right: Held) -> bool | Unknown:
    """Whether `left op right` holds. Both are known, throughout."""
    if isinstance(left, Duration) and isinstance(right, Duration):
        return _relate_durations(op, left, right)
    if isinstance(left, Money) and isinstance(right, Money):
        return _relate_money(op, left, right)
    if isinstance(left, tuple) and isinstance(right, tuple) and op in {"==", "!="}:
        return _relate_lists(op, left, right)
    kind = kind_of(left)
    if kind != kind_of(right) or kind in {"list", "object"} or (kind in _UNORDERED and op in _MIRRORED):
        return mistyped("compare", left, right)
    return _OPERATORS[op](left, right)


def is_among(value: Held, items: tuple[Held, ...]) -> bool | Unknown:
    """Whether the value is one of the items; unknown if none is equal and a comparison is unknown."""
    answers = [relate("==", value, item) for item in items]
    if True in answers:
        return True
    return next((answer for answer in answers if isinstance(answer, Unknown)), False)


def settled(op: str, left: Within, right: Within) -> bool | None:
    """Whether `left op right` holds of any values that lie so; None where it depends on which.

    >>> settled(">", Within(3, None), Within(2, 2)), settled("==", Within(1, None), Within(2, 2))
    (True, None)
    """
    if op in {"==", "!="}:
        apart = _holds("<", left.high, right.low) or _holds("<", right.high, left.low)
        return op == "!=" if apart else None
    if op in {">", ">="}:
        return settled(_MIRRORED[op], right, left)
    if _holds(op, left.high, right.low):
        return True
    return False if _holds(_OPPOSITE[op], left.low, right.high) else None


def _holds(op: str, left: Held | None, right: Held | None) -> bool:
    return left is not None and right is not None and relate(op, left, right) is True


def _relate_durations(op: str, left: Duration, right: Duration) -> bool | Unknown:
    answer = compare(op, left, right)
    if answer is not None:
        return answer
    if right.kind is DurationKind.EXACT:
        return Unknown(Reason.INDETERMINATE, _clearer(_MIRRORED.get(op, op), left))
    if left.kind is DurationKind.EXACT:
        return Unknown(Reason.INDETERMINATE, _clearer(op, right))
    return Unknown(Reason.INDETERMINATE, "write both in months or both in business days")


def _clearer(op: str, measure: Duration) -> str:
    """Which exact duration would settle `exact op measure`, beside the measure itself."""
    low, high = _days(measure)
    days = {"<": low and low - 1, "<=": low, ">": high and high + 1, ">=": high}.get(op)
    return f"write {days} days or {measure}" if days else f"write {measure}"


def _days(measure: Duration) -> tuple[int, int]:
    if measure.kind is DurationKind.MONTHS:
        return month_span(measure.amount)
    return measure.amount, 0


def _relate_money(op: str, left: Money, right: Money) -> bool | Unknown:
    if left.currency != right.currency:
        return Unknown(Reason.CURRENCY, f"cannot compare {left.currency} and {right.currency}")
    return _OPERATORS[op](left.amount, right.amount)


def _relate_lists(op: str, left: tuple[Held, ...], right: tuple[Held, ...]) -> bool | Unknown:
    if len(left) != len(right):
        return op == "!="
    answers = [relate("==", one, other) for one, other in zip(left, right, strict=True)]
    if False in answers:
        return op == "!="
    return next((answer for answer in answers if isinstance(answer, Unknown)), op == "==")
