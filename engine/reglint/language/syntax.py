"""The syntax tree: what a rule's text means, and the one truth that every reader of it walks.

Two trees are equal when they say the same: places don't count, and 1 is not true nor 1.0.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

MACROS = ("all", "exists", "exists_one", "filter")
RELATIONS = ("<", "<=", ">", ">=", "==", "!=", "in")

Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Literal:
    """A constant. `kind` is bool, int, decimal or string."""

    kind: str
    value: bool | int | Decimal | str
    span: Span = dataclasses.field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A root of the facts, a variable of a macro, or `now`."""

    name: str
    span: Span = dataclasses.field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Member:
    """`operand.field`. The field's name ends where the span ends."""

    operand: Expression
    field: str
    span: Span = dataclasses.field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Index:
    """`operand[index]`."""

    operand: Expression
    index: Expression
    span: Span = dataclasses.field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """`function(arguments)`."""

    function: str
    arguments: tuple[Expression, ...]
    span: Span = dataclasses.field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Method:
    """`operand.method(arguments)`. The method's name stands at `name_span`."""

    operand: Expression
    method: str
    arguments: tuple[Expression, ...]
    span: Span = dataclasses.field(default=(0, 0), compare=False)
    name_span: Span = dataclasses.field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Macro:
    """`operand.macro(variable, body)`. `macro` is one of MACROS; the variable stands at `variable_span`."""

    operand: Expression
    macro: str
    variable: str
    body: Expression
    span: Span = dataclasses.field(default=(0, 0), compare=False)
    variable_span: Span = dataclasses.field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Unary:
    """`!operand` or `-operand`."""

    operator: str
    operand: Expression
    span: Span = dataclasses.field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Binary:
    """`left operator right`."""

    operator: str
    left: Expression
    right: Expression
    span: Span = dataclasses.field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Conditional:
    """`condition ? yes : no`."""

    condition: Expression
    yes: Expression
    no: Expression
    span: Span = dataclasses.field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class ListLiteral:
    """`[items]`."""

    items: tuple[Expression, ...]
    span: Span = dataclasses.field(default=(0, 0), compare=False)


Expression: TypeAlias = (
    Literal | Name | Member | Index | Call | Method | Macro | Unary | Binary | Conditional | ListLiteral
)


def children(expr: Expression) -> tuple[Expression, ...]:
    """The expressions directly inside, in the order of the text."""
    match expr:
        case Literal() | Name():
            return ()
        case Member(operand) | Unary(_, operand):
            return (operand,)
        case Index(first, second) | Macro(first, _, _, second) | Binary(_, first, second):
            return (first, second)
        case Call(_, items) | ListLiteral(items):
            return items
        case Method(operand, _, arguments):
            return (operand, *arguments)
    return (expr.condition, expr.yes, expr.no)


def descend(expr: Expression) -> Iterator[Expression]:
    """The expression and all that are inside it, in the order of the text. Any depth is fine."""
    waiting = [expr]
    while waiting:
        found = waiting.pop()
        yield found
        waiting.extend(reversed(children(found)))


def size(expr: Expression) -> int:
    """How many names, constants and operators the expression has."""
    return sum(1 for _ in descend(expr))
