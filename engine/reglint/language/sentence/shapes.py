"""Shapes of expressions that have words of their own, told by their syntax alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from itertools import groupby

from reglint.language.constants import is_constant
from reglint.language.syntax import (
    Binary,
    Call,
    Expression,
    ListLiteral,
    Macro,
    Method,
    Unary,
    descend,
)

_COMPARISONS = {"==", "!=", "<", "<=", ">", ">=", "in"}
_ONE_OF = {"||": "==", "&&": "!="}


def operands_of(expr: Expression, operator: str) -> Iterator[Expression]:
    """What a chain of one operator joins, in the order of the text."""
    if isinstance(expr, Binary) and expr.operator == operator:
        yield from operands_of(expr.left, operator)
        yield from operands_of(expr.right, operator)
    else:
        yield expr


def grouped(operands: tuple[Expression, ...], operator: str) -> tuple[Expression, ...]:
    """The operands of a chain, `x == a || x == b` among them as `x in [a, b]`, and its opposite likewise."""
    return tuple(
        part
        for key, group in groupby(operands, lambda operand: _asked(operand, operator))
        for part in _as_membership(key, tuple(group), operator)
    )


def stated_pair(pair: tuple[Expression, ...]) -> Expression | None:
    """The condition in `has(x), condition` where it is about x; None for any other pair."""
    match pair:
        case (Call("has", (fact,)), condition) if _is_about(condition, fact):
            return condition
    return None


def asked_of(condition: Expression) -> Expression | None:
    """What a condition, or its opposite, compares with a constant; None where it compares nothing so."""
    match condition:
        case Unary("!", operand):
            return asked_of(operand)
        case Binary(operator, left, right) if operator in _COMPARISONS and is_constant(left) != is_constant(
            right
        ):
            return right if is_constant(left) else left
    return None


def unfiltered(listing: Expression) -> tuple[Expression, tuple[Macro, ...]]:
    """A list without the filters on it, and the filters in the order of the text."""
    filters: list[Macro] = []
    while isinstance(listing, Macro) and listing.macro == "filter":
        filters.insert(0, listing)
        listing = listing.operand
    return listing, tuple(filters)


def is_exemption(guard: Expression) -> bool:
    """Whether a guard says what is exempt: it is the opposite of something with parts, or an implication."""
    match guard:
        case Unary("!", Binary("&&" | "||")) | Call("implies"):
            return True
    return False


def as_implication(expr: Binary) -> tuple[Expression, Expression] | None:
    """The condition and what follows from it in `!condition || …`; None for any other chain."""
    match (*operands_of(expr, "||"),):
        case (Unary("!", guard), body) if not isinstance(body, Unary):
            return guard, body
    return None


def all_but_denied(operands: tuple[Expression, ...]) -> tuple[tuple[Expression, ...], Expression] | None:
    """The operands of a chain without the only one that is denied, and that one; None if it is not so."""
    denied = [(operand, positive) for operand in operands if (positive := _undenied(operand)) is not None]
    if len(denied) != 1:
        return None
    (found, positive), *_ = denied
    return tuple(operand for operand in operands if operand is not found), positive


def together(operands: tuple[Expression, ...]) -> Expression:
    """The operands as one chain of `&&`."""
    return reduce(lambda chain, operand: Binary("&&", chain, operand), operands)


def has_macro(expr: Expression) -> bool:
    """Whether elements are named in what the expression says."""
    return any(isinstance(part, Macro) for part in descend(expr))


def _undenied(operand: Expression) -> Expression | None:
    match operand:
        case Unary("!", positive):
            return positive
        case Binary("!=", left, right) if is_constant(right):
            return Binary("==", left, right)
    return None


def _asked(operand: Expression, operator: str) -> Expression | None:
    """What is compared with a constant in a way that makes a membership of several; None otherwise."""
    match operand:
        case Binary(sign, left, right) if sign == _ONE_OF[operator] and is_constant(right):
            return None if is_constant(left) else left
    return None


def _as_membership(
    asked: Expression | None, operands: tuple[Expression, ...], operator: str
) -> tuple[Expression, ...]:
    constants = tuple(operand.right for operand in operands if isinstance(operand, Binary))
    if asked is None or len(operands) == 1:
        return operands
    found = Binary("in", asked, ListLiteral(constants))
    return (found,) if operator == "||" else (Unary("!", found),)


def _is_about(condition: Expression, fact: Expression) -> bool:
    match condition:
        case Unary("!", operand):
            return _is_about(operand, fact)
        case Binary("==" | "!=" | "<" | "<=" | ">" | ">=" | "in", left, right):
            return fact in (left, right)
        case Method(operand) | Macro(operand, "exists"):
            return operand == fact
    return condition == fact
