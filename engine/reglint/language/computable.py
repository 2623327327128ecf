"""Types of arithmetic: what `+ - * / %` make of two types, and what to write where they make nothing."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from reglint.language.arithmetic import calculate
from reglint.language.builtins import EXAMPLES
from reglint.language.constants import constant_value, is_constant
from reglint.language.fault import Fault
from reglint.language.repair import repaired
from reglint.language.suggest import constant_of, listed, two_of_a_kind, written_value
from reglint.language.syntax import Call, Literal, Span
from reglint.language.type_scope import Typed
from reglint.language.types import ANY, Scalar, Type
from reglint.model.fact import Unknown
from reglint.model.interval import Interval
from reglint.model.quantity import Money, Percent
from reglint.model.verdict import Reason

_NUMBERS = {"int", "decimal"}
_UNSCALED = {"duration", "percent"}
_UNITS = ("days", "weeks", "months", "years")  # by which a date can be moved
_INT64 = 2**63
_DIVISIONS: Mapping[str, str] = {
    "/": "divide {} by {}",
    "%": "take the remainder of {} divided by {}",
}
_RESULTS: Mapping[tuple[str, str, str], str] = {
    ("+", "string", "string"): "string",
    ("+", "duration", "duration"): "duration",
    ("-", "duration", "duration"): "duration",
    ("+", "date", "duration"): "date",
    ("-", "date", "duration"): "date",
    ("+", "duration", "date"): "date",
    ("-", "date", "date"): "duration",
    ("+", "timestamp", "duration"): "timestamp",
    ("-", "timestamp", "duration"): "timestamp",
    ("+", "duration", "timestamp"): "timestamp",
    ("-", "timestamp", "timestamp"): "duration",
    ("+", "money", "money"): "money",
    ("-", "money", "money"): "money",
    ("*", "money", "int"): "money",
    ("*", "money", "decimal"): "money",
    ("+", "percent", "percent"): "percent",
    ("-", "percent", "percent"): "percent",
}
_DAYS: Mapping[str, dt.date] = {
    "date": dt.date(2000, 1, 1),
    "timestamp": dt.datetime(2000, 1, 1, tzinfo=dt.UTC),
}


def computed_type(op: str, left: Typed, right: Typed) -> Type | None:
    """The type of `left op right`; None where there is none."""
    if ANY in (left.type, right.type):
        return ANY
    if not isinstance(left.type, Scalar) or not isinstance(right.type, Scalar):
        return None
    if {left.kind, right.kind} <= _NUMBERS:
        return _number(op, left.type, right.type)
    result = _RESULTS.get((op, left.kind, right.kind))
    if result is None:
        return None
    return Scalar(result, _counts(left.type, right.type) if result == "duration" else ())


def arithmetic_faults(op: str, left: Typed, right: Typed, span: Span) -> Iterator[Fault]:
    """What is wrong with `left op right`."""
    result = computed_type(op, left, right)
    if result is None:
        message = f"cannot compute {left.kind} {op} {right.kind}; {_instead(op, left, right)}"
    else:
        message = _by_zero(op, left, right) or _across_kinds(op, left, right) or _off_the_day(op, left, right)
    if message:
        yield Fault(span[0], message, span[1], "wrong-type")


def _number(op: str, left: Scalar, right: Scalar) -> Scalar | None:
    if {left.kind, right.kind} != {"int"}:
        return None if op == "%" else Scalar("decimal")
    low, high = _range(op, (left.low, left.high), (right.low, right.high))
    return Scalar("int", (), low, high)


def _range(op: str, left: Interval, right: Interval) -> Interval:
    """Where the result of whole numbers can lie. Quotients and remainders are not followed."""
    if op == "+":
        return _within(left[0] + right[0], left[1] + right[1])
    if op == "-":
        return _within(left[0] - right[1], left[1] - right[0])
    if op == "*":
        ends = [one * other if one and other else 0 for one in left for other in right]
        return _within(min(ends), max(ends))
    return -math.inf, math.inf


def _within(low: float, high: float) -> Interval:
    """The ends; none where one leaves 64 bits: what lies there would be unknown, and no float holds it."""
    held = all(math.isinf(end) or -_INT64 <= end < _INT64 for end in (low, high))
    return (low, high) if held else (-math.inf, math.inf)


def _counts(left: Scalar, right: Scalar) -> tuple[str, ...]:
    """The kinds that a computed duration can have: between two days exact, else those of both its parts."""
    if left.kind != "duration":
        return ("exact",)
    return left.words if left.words == right.words else ()


def _by_zero(op: str, left: Typed, right: Typed) -> str:
    """Why a number can't be divided by this constant: it is zero on every platform. Constants are folded."""
    divisor = constant_value(right.expr) if op in _DIVISIONS and not is_constant(left.expr) else None
    if isinstance(divisor, bool) or not isinstance(divisor, (int, Decimal)) or divisor:
        return ""
    return f"cannot {_DIVISIONS[op].format(left.text, right.text)}; write another number after {op}"


def _across_kinds(op: str, left: Typed, right: Typed) -> str:
    """Why two durations don't add up, where their kinds are known."""
    kinds = [typed.type.words for typed in (left, right) if isinstance(typed.type, Scalar)]
    if left.kind != right.kind or left.kind != "duration" or () in kinds or {*kinds[0]} & {*kinds[1]}:
        return ""
    return f"cannot compute duration {op} duration of two units; write both in days or both in months"


def _off_the_day(op: str, left: Typed, right: Typed) -> str:
    """Why a date can't be moved by this constant duration: by hours, or by days that hang on holidays."""
    day, moved = (left, right) if left.kind in _DAYS else (right, left)
    if day.kind not in _DAYS or moved.kind != "duration":
        return ""
    value = constant_value(moved.expr)
    if value is None or isinstance(value, Unknown):  # what is wrong with the constant itself is said there
        return ""
    result = calculate(op, _DAYS[day.kind], value)
    if not isinstance(result, Unknown) or result.reason is Reason.ARITHMETIC:
        return ""
    return result.detail if "write " in result.detail else f"{result.detail}; write days(1), months(6) …"


def _instead(op: str, left: Typed, right: Typed) -> str:
    """A constant that would fit beside the left operand, else what the operator takes."""
    kinds = {left.kind, right.kind}
    if kinds <= {*_DAYS} and len(kinds) > 1:
        return two_of_a_kind(left.expr, right.expr)
    if kinds <= {*_DAYS}:
        return f"write {left.text} + months(6), or {left.text} - {right.text} for the time between them"
    if instead := _scaled(op, left, right) or _moved(op, left, right):
        return f"write {instead}"
    if left.kind in _NUMBERS and op != "%":
        return f"write {constant_of('int', right.expr)}"
    fitting = [other for (sign, kind, other) in _RESULTS if (sign, kind) == (op, left.kind)]
    if fitting:
        return f"write {constant_of(fitting[0], right.expr)}"
    return f"write {listed([*_taken(op)])}"


def _scaled(op: str, left: Typed, right: Typed) -> str:
    """The constant that a constant percentage or amount of money comes to, times or divided by a number."""
    one, other = (right, left) if op == "*" and left.kind in _NUMBERS else (left, right)
    if op not in {"*", "/"} or other.kind not in _NUMBERS:
        return ""
    if one.kind in _UNSCALED and (counted := _counted(op, one, other)):
        return counted
    value, factor = constant_value(one.expr), constant_value(other.expr)
    if not isinstance(value, (Percent, Money)) or factor is None:
        return ""
    amount = calculate(op, value.amount, factor)
    scaled = replace(value, amount=amount.normalize()) if isinstance(amount, Decimal) else ""
    return repaired(one.kind, [str(scaled)])


def _counted(op: str, one: Typed, other: Typed) -> str:
    """The constant of so many times a unit, else where the factor stands for what is no constant."""
    factor = constant_value(other.expr)
    match one.expr:
        case Call(unit, (Literal("int", int(count)),)) if isinstance(factor, (int, Decimal)) and factor:
            amount = calculate(op, Decimal(count), factor)
            return repaired(unit, [f"{amount.normalize():f}"]) if isinstance(amount, Decimal) else ""
    factored = f"the factor in the constant beside it, such as {EXAMPLES[one.kind]}"
    return "" if is_constant(one.expr) else factored


def _moved(op: str, left: Typed, right: Typed) -> str:
    """The lengths of time that are meant by a number that moves a date; "" for anything else."""
    day, other = (right, left) if op == "+" and right.kind == "date" else (left, right)
    number = written_value(other.expr)
    if day.kind != "date" or op not in {"+", "-"} or not isinstance(number, int):
        return ""
    written = [constant for unit in _UNITS if (constant := repaired(unit, [number])).startswith(unit)]
    return ", ".join(written[:-1]) + " or " + written[-1] if len(written) > 1 else ""


def _taken(op: str) -> Iterator[str]:
    """The pairs of types that an operator takes."""
    yield "int % int" if op == "%" else "two numbers"
    for sign, left, right in _RESULTS:
        if sign == op:
            yield f"{left} {op} {right}"
