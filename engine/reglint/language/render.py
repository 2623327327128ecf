"""From syntax tree to text, with no more parentheses than needed: parsing the text gives the tree again."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from reglint.language.literals import write_decimal, write_text
from reglint.language.syntax import (
    Binary,
    Call,
    Conditional,
    Expression,
    Index,
    ListLiteral,
    Literal,
    Macro,
    Member,
    Method,
    Name,
    Unary,
)

_POWERS = {"||": 1, "&&": 2, "+": 4, "-": 4, "*": 5, "/": 5, "%": 5}
_CHOICE, _RELATION, _UNARY, _WHOLE = 0, 3, 6, 7


def render(expr: Expression) -> str:
    """The expression as text.

    >>> render(Binary("*", Binary("+", Name("a"), Name("b")), Literal("int", 2)))
    '(a + b) * 2'
    """
    match expr:
        case Literal() | Name() | ListLiteral() | Call():
            return _primary(expr)
        case Member() | Index() | Method() | Macro():
            return _postfix(expr)
        case Unary():
            return _unary(expr)
        case Binary():
            return _binary(expr)
    return f"{_inside(expr.condition, 1)} ? {_inside(expr.yes, 1)} : {render(expr.no)}"


def _primary(expr: Literal | Name | ListLiteral | Call) -> str:
    match expr:
        case Literal():
            return _literal(expr)
        case Name(name):
            return name
        case ListLiteral(items):
            return f"[{_listed(items)}]"
    return f"{expr.function}({_listed(expr.arguments)})"


def _literal(expr: Literal) -> str:
    match expr.value:
        case bool(value):
            return "true" if value else "false"
        case str(value):
            return write_text(value)
        case Decimal() as value:
            return write_decimal(value)
    return str(expr.value)


def _listed(items: Iterable[Expression]) -> str:
    return ", ".join(render(item) for item in items)


def _postfix(expr: Member | Index | Method | Macro) -> str:
    operand = _inside(expr.operand, _WHOLE)
    match expr:
        case Member(_, field):
            return f"{operand}.{field}"
        case Index(_, index):
            return f"{operand}[{render(index)}]"
        case Method(_, method, arguments):
            return f"{operand}.{method}({_listed(arguments)})"
    return f"{operand}.{expr.macro}({expr.variable}, {render(expr.body)})"


def _unary(expr: Unary) -> str:
    if isinstance(expr.operand, Unary) and expr.operand.operator == expr.operator:
        return expr.operator + render(expr.operand)
    operand = _inside(expr.operand, _WHOLE)
    # A minus right before a number would be the number's own sign; two would leave it none.
    if expr.operator == "-" and (operand[0].isdigit() or operand[0] == "-"):
        return f"-({operand})"
    return expr.operator + operand


def _binary(expr: Binary) -> str:
    power = _power(expr)
    # A comparison takes no comparison on either side: they don't chain.
    lowest_left = power + (power == _RELATION)
    return f"{_inside(expr.left, lowest_left)} {expr.operator} {_inside(expr.right, power + 1)}"


def _inside(expr: Expression, lowest: int) -> str:
    text = render(expr)
    return text if _power(expr) >= lowest else f"({text})"


def _power(expr: Expression) -> int:
    match expr:
        case Conditional():
            return _CHOICE
        case Binary(operator):
            return _POWERS.get(operator, _RELATION)
        case Unary():
            return _UNARY
    return _WHOLE
