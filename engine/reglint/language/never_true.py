"""Comparisons that no platform changes: what one side can be never is, or always is, what the other says.

Only what holds of every value of the types is said; what is unknown on a platform stays unknown.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TypeAlias

from reglint.language.builtins import call_method
from reglint.language.constants import constant_value, is_constant
from reglint.language.literals import write_text
from reglint.language.moved import beside_itself
from reglint.language.suggest import shown
from reglint.language.syntax import Binary, Expression, ListLiteral, Method
from reglint.language.type_scope import Typed, TypeScope
from reglint.language.types import ANY, Scalar
from reglint.model.duration import Duration
from reglint.model.interval import Bounds, relation
from reglint.model.quantity import Percent

Answer: TypeAlias = tuple[bool, str]  # what it always comes to; why, and what to write

_MEASURED: Mapping[str, str] = {
    "int": "number",
    "decimal": "number",
    "duration": "duration",
    "percent": "percentage",
}
_SEARCHES = {"contains", "startsWith", "endsWith"}


def doubtful_comparison(expr: Binary, left: Typed, right: Typed, scope: TypeScope) -> None:
    """Say that a comparison comes to the same whatever its sides are."""
    _say(expr, next(_answers(expr.operator, left, right), None), scope)


def doubtful_membership(expr: Binary, value: Typed, scope: TypeScope) -> None:
    """Say that a value is none of those in a list that is written in the rule, or always one of them."""
    match expr.right:
        case ListLiteral(()):
            _say(expr, (False, "the list is empty; write its elements"), scope)
        case ListLiteral(items):
            found = [next(_answers("==", value, Typed(item, ANY)), None) for item in items]
            never = [answer for answer in found if answer is not None and not answer[0]]
            _say(expr, never[0] if len(never) == len(items) else _whole(value, items), scope)


def doubtful_search(expr: Method, scope: TypeScope) -> None:
    """Say that a text is in every text, or in none."""
    match expr:
        case Method(operand, method, (argument,)) if method in _SEARCHES:
            text = constant_value(argument)
            if text == "":
                _say(expr, (True, 'every text has ""; write a longer one'), scope)
            elif why := _capitals(operand, text):
                _say(expr, (False, why), scope)


def _whole(value: Typed, items: Iterable[Expression]) -> Answer | None:
    """The answer where a list has every word of an enum, or both truths."""
    kinds = {"enum": value.type.words, "bool": (True, False)} if isinstance(value.type, Scalar) else {}
    words = kinds.get(value.kind)
    if not words or not {*words} <= {*map(constant_value, items)}:
        return None
    return True, f"the list has all that {value.text} can be; write a part of it"


def _say(expr: Binary | Method, answer: Answer | None, scope: TypeScope) -> None:
    if answer is not None and not scope.constant:
        always, why = answer
        scope.warn(expr.span, f"{shown(expr)} is always {'true' if always else 'false'}: {why}", "always")


def _answers(op: str, left: Typed, right: Typed) -> Iterator[Answer]:
    """What `left op right` always comes to, in each way in which that can be told. Constants are folded."""
    if is_constant(left.expr) and is_constant(right.expr):
        return
    if moved := beside_itself(op, left.expr, right.expr):
        yield moved[0], f"both sides start from {shown(moved[1])}; write another on one side"
    one, other = _range(left), _range(right)
    always = None if one is None or other is None else relation(op, one, other)
    if always is not None:
        yield always, _bounds(right if is_constant(left.expr) else left)
    if op in {"==", "!="}:
        for side, constant in ((left, right), (right, left)):
            if why := _never_equal(side, constant):
                yield op == "!=", why


def _never_equal(side: Typed, other: Typed) -> str:
    """Why the one side is never the other, if that is a constant; "" where it may be."""
    value = constant_value(other.expr)
    if side.kind == "int" and isinstance(value, Decimal) and value != value.to_integral_value():
        return f"{side.text} is a whole number; write another number"
    return _capitals(side.expr, value)


def _capitals(operand: Expression, value: object) -> str:
    """Why an operand that is put in small letters has no such text; "" where it may."""
    if not isinstance(operand, Method) or operand.method != "lowerAscii" or not isinstance(value, str):
        return ""
    small = call_method("lowerAscii", value, ())
    return f"lowerAscii leaves no capitals; write {write_text(str(small))}" if small != value else ""


def _range(typed: Typed) -> Bounds | None:
    """Where the amount of what is measured lies; None of what is not.

    A duration's amount counts different things. It has bounds where it is constant, and where it is never
    negative: then only the sign of the other side is asked for, and that is the same for all that it counts.
    """
    match constant_value(typed.expr):
        case bool():
            return None
        case int() | Decimal() as number:
            return number, number
        case Percent(amount) | Duration(_, amount):
            return amount, amount
    if isinstance(typed.type, Scalar) and typed.kind in _MEASURED:
        return typed.type.low, typed.type.high
    return None


def _bounds(typed: Typed) -> str:
    low, high = (typed.type.low, typed.type.high) if isinstance(typed.type, Scalar) else (0, 0)
    unit, write = " %" if typed.kind == "percent" else "", f"write another {_MEASURED[typed.kind]}"
    if typed.kind == "duration":
        return f"{typed.text} is never negative; {write}"
    if math.isinf(high):
        return f"{typed.text} is {low}{unit} or more; {write}"
    if math.isinf(low):
        return f"{typed.text} is {high}{unit} or less; {write}"
    return f"{typed.text} is {low}{unit} to {high}{unit}; {write}"
