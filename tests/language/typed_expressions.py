"""Random conditions on the facts of a schema, nearly all of which the checker accepts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from random import Random
from typing import TypeAlias

from tests.language.typed_documents import VALUES, typed_value

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
from reglint.model.duration import Duration, DurationKind
from reglint.model.fact import Value
from reglint.model.schema import FactType, ListType, ObjectType, ScalarType

Facts: TypeAlias = Sequence[tuple[Expression, FactType]]

_ORDERED = ("<", "<=", ">", ">=", "==", "!=")
_EQUAL = ("==", "!=")
_UNORDERED = {"enum", "ip", "cidr"}
_LITERALS: Mapping[type, str] = {bool: "bool", int: "int", Decimal: "decimal", str: "string"}


@dataclass(frozen=True, slots=True)
class Grammar:
    """What may be drawn.

    `conditions` are the names of productions; `sums` has, for a kind of value, operations that give it,
    such as `+ date duration`; `constant` writes a value, one of `values` of its kind.
    """

    conditions: tuple[str, ...]
    sums: Mapping[str, tuple[str, ...]]
    constant: Callable[[Value], Expression]
    values: Mapping[str, Sequence[Value]] = field(default_factory=lambda: VALUES)


@dataclass(frozen=True, slots=True)
class _Draw:
    """What an expression is drawn from, and how deep it may still grow.

    `near` are the facts of the element that is looked at, the likeliest to be asked for.
    """

    random: Random
    grammar: Grammar
    facts: Facts
    depth: int
    near: Facts = ()

    def deeper(self) -> _Draw:
        return replace(self, depth=self.depth - 1)


def condition(schema: ObjectType, random: Random, grammar: Grammar, *, depth: int = 3) -> Expression:
    """A condition on the facts of the schema."""
    facts = [fact for name, kind in schema.fields.items() for fact in _reachable(Name(name), kind)]
    return _condition(_Draw(random, grammar, facts, depth))


def written(value: Value) -> Expression:
    """The constant that means a value, in the rule language."""
    match value:
        case Duration(kind, amount):
            if kind is DurationKind.EXACT:
                return Call("minutes", (Literal("int", amount // 60_000),))
            return Call(str(kind), (Literal("int", amount),))
        case dt.date():
            name = "timestamp" if isinstance(value, dt.datetime) else "date"
            return Call(name, (Literal("string", value.isoformat()),))
        case bool() | int() | Decimal() | str():
            return Literal(_LITERALS[type(value)], value)
    return Call(type(value).__name__.lower().removeprefix("ipv4").removeprefix("ipv6"), (_text(str(value)),))


def _text(text: str) -> Literal:
    return Literal("string", text)


def _reachable(expr: Expression, kind: FactType) -> Iterator[tuple[Expression, FactType]]:
    """The leaves and lists that are reached without entering a list."""
    if not isinstance(kind, ObjectType):
        yield expr, kind
        return
    for name, inner in kind.fields.items():
        yield from _reachable(Member(expr, name), inner)


def _condition(draw: _Draw) -> Expression:
    if draw.depth <= 0:
        return _comparison(draw)
    return _CONDITIONS[draw.random.choice(draw.grammar.conditions)](draw.deeper())


def _comparison(draw: _Draw) -> Expression:
    """A fact compared with a value of its kind, or a fact that is a condition itself."""
    expr, kind = _leaf(draw)
    if kind.kind == "boolean" and draw.random.random() < 0.7:
        return expr
    op = draw.random.choice(_EQUAL if kind.kind in _UNORDERED or kind.sensitive else _ORDERED)
    return Binary(op, expr, _value(draw, kind))


def _membership(draw: _Draw) -> Expression:
    expr, kind = _leaf(draw)
    return Binary("in", expr, ListLiteral(tuple(_constant(draw, kind) for _ in range(2))))


def _listed(draw: _Draw) -> Expression:
    """A value in a list that is a fact."""
    lists = [
        (expr, kind.item)
        for expr, kind in draw.facts
        if isinstance(kind, ListType) and isinstance(kind.item, ScalarType)
    ]
    if not lists:
        return _comparison(draw)
    operand, item = draw.random.choice(lists)
    return Binary("in", _value(draw, item), operand)


def _logic(draw: _Draw) -> Expression:
    return Binary(draw.random.choice(("&&", "||")), _condition(draw), _condition(draw))


def _negation(draw: _Draw) -> Expression:
    return Unary("!", _condition(draw))


def _implication(draw: _Draw) -> Expression:
    return Call("implies", (_condition(draw), _condition(draw)))


def _choice(draw: _Draw) -> Expression:
    return Conditional(_condition(draw), _condition(draw), _condition(draw))


def _quantified(draw: _Draw) -> Expression:
    operand, kind = _list(draw)
    if draw.random.random() < 0.3:
        operand = _filtered(draw, operand, kind)
    macro = draw.random.choice(("all", "exists", "exists_one"))
    return _macro(draw, operand, kind, macro)


def _counted(draw: _Draw) -> Expression:
    """The size of a list, what passes a filter, or of a text."""
    operand, kind = _list(draw)
    number = Literal("int", draw.random.randint(0, 2))
    match draw.random.choice(("all", "some", "text")):
        case "some":
            operand = _filtered(draw, operand, kind)
        case "text":
            operand = draw.random.choice([*_texts(draw), operand])
    return Binary(draw.random.choice(_ORDERED), Call("size", (operand,)), number)


def _searched(draw: _Draw) -> Expression:
    texts = _texts(draw)
    if not texts:
        return _comparison(draw)
    text = draw.random.choice(texts)
    if draw.random.random() < 0.3:
        text = Method(text, "lowerAscii", ())
    method = draw.random.choice(("contains", "startsWith", "endsWith"))
    return Method(text, method, (_constant(draw, ScalarType("string")),))


def _texts(draw: _Draw) -> list[Expression]:
    return [
        expr
        for expr, kind in (*draw.near, *draw.facts)
        if isinstance(kind, ScalarType) and kind.kind == "string" and not kind.sensitive
    ]


def _presence(draw: _Draw) -> Expression:
    fields = [expr for expr, _ in (*draw.near, *draw.facts) if isinstance(expr, Member)]
    return Call("has", (draw.random.choice(fields),)) if fields else _comparison(draw)


def _indexed(draw: _Draw) -> Expression:
    """A condition on the first element of a list, by number."""
    operand, kind = _list(draw)
    first = tuple(_reachable(Index(operand, Literal("int", 0)), kind.item))
    return _comparison(replace(draw, near=first))


def _filtered(draw: _Draw, operand: Expression, kind: ListType) -> Expression:
    return _macro(draw, operand, kind, "filter")


def _macro(draw: _Draw, operand: Expression, kind: ListType, macro: str) -> Expression:
    variable = f"v{draw.depth}"
    inside = tuple(_reachable(Name(variable), kind.item))
    return Macro(
        operand, macro, variable, _condition(replace(draw, near=inside, facts=(*inside, *draw.facts)))
    )


def _leaf(draw: _Draw) -> tuple[Expression, ScalarType]:
    near = draw.near if draw.random.random() < 0.7 else ()
    leaves = [(expr, kind) for expr, kind in near if isinstance(kind, ScalarType)]
    leaves = leaves or [(expr, kind) for expr, kind in draw.facts if isinstance(kind, ScalarType)]
    return draw.random.choice(leaves)


def _list(draw: _Draw) -> tuple[Expression, ListType]:
    return draw.random.choice([(expr, kind) for expr, kind in draw.facts if isinstance(kind, ListType)])


def _value(draw: _Draw, kind: ScalarType) -> Expression:
    """A constant, a fact or a sum of the kind."""
    which = draw.random.random()
    sums = draw.grammar.sums.get(kind.kind, ())
    alike = [expr for expr, other in draw.facts if other == kind]
    if which < 0.3 and sums and draw.depth > 0:
        op, left, right = draw.random.choice(sums).split()
        deeper = draw.deeper()
        return Binary(op, _value(deeper, ScalarType(left)), _value(deeper, ScalarType(right)))
    if which < 0.5 and alike:
        return draw.random.choice(alike)
    return _constant(draw, kind)


def _constant(draw: _Draw, kind: ScalarType) -> Expression:
    return draw.grammar.constant(typed_value(kind, draw.random, draw.grammar.values))


_CONDITIONS: Mapping[str, Callable[[_Draw], Expression]] = {
    "comparison": _comparison,
    "membership": _membership,
    "listed": _listed,
    "logic": _logic,
    "negation": _negation,
    "implication": _implication,
    "choice": _choice,
    "quantified": _quantified,
    "counted": _counted,
    "searched": _searched,
    "presence": _presence,
    "indexed": _indexed,
}
