"""What a warning says holds: "always false" is true on no platform, "always true" is false on none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from random import Random
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.language.typed_documents import NOW, VALUES, seeded, typed_document
from tests.language.typed_expressions import Grammar, condition, written

from reglint.facts.shipped import shipped_vocabulary
from reglint.language.checker import Checked, check
from reglint.language.evaluator import evaluate
from reglint.language.fault import Fault
from reglint.language.parser import parse_syntax
from reglint.language.render import render
from reglint.language.syntax import (
    Binary,
    Expression,
    ListLiteral,
    Macro,
    Member,
    Method,
    Name,
    Unary,
    children,
)
from reglint.model.duration import DAY, Duration, DurationKind
from reglint.model.fact import Fact, Record, Value
from reglint.model.quantity import Money, Percent, Version
from reglint.model.schema import ListType, ObjectType, ScalarType

Doubt: TypeAlias = tuple[Expression, bool]  # a condition, and what it is said to be always

LEAVES: Mapping[str, ScalarType] = {
    "live": ScalarType("boolean"),
    "level": ScalarType("integer", minimum=1, maximum=5),
    "count": ScalarType("integer"),
    "load": ScalarType("decimal"),
    "name": ScalarType("string"),
    "home": ScalarType("enum", ("cn", "eu")),
    "kept": ScalarType("duration"),
    "last": ScalarType("date"),
    "tls": ScalarType("version"),
    "loss": ScalarType("money"),
    "ratio": ScalarType("percent", minimum=0),
    "share": ScalarType("percent", minimum=0, maximum=100),
    "network": ScalarType("cidr"),
}
SCHEMA = ObjectType({"p": ObjectType(LEAVES), "l": ListType(ObjectType(LEAVES))})
FEW: Mapping[str, Sequence[Value]] = {
    **VALUES,
    "string": ("", "a", "Ab"),
    "percent": tuple(Percent(Decimal(share)) for share in ("0", "0.5", "1", "99.9", "100")),
    "duration": (
        *(Duration(kind, 0) for kind in DurationKind),
        *(Duration(DurationKind.EXACT, days * DAY) for days in (10, 182)),
        *(Duration(DurationKind.MONTHS, months) for months in (1, 6)),
        Duration(DurationKind.BUSINESS_DAYS, 10),
    ),
}
CONSTANTS: Mapping[str, Sequence[Value]] = {
    "kept": (
        *(Duration(DurationKind.EXACT, days * DAY) for days in (0, 10, 20)),
        Duration(DurationKind.MONTHS, 1),
        Duration(DurationKind.BUSINESS_DAYS, 10),
    ),
    "share": tuple(Percent(Decimal(share)) for share in (0, 1, 100)),
    "loss": (Money(Decimal(1), "CNY"), Money(Decimal(3), "CNY"), Money(Decimal(2), "EUR")),
    "load": (Decimal(0), Decimal(1), Decimal("1.5")),
    "tls": (Version("1.2"), Version("1.10")),
    "last": (dt.date(2026, 1, 31), dt.date(2026, 2, 1)),
    "name": ("", "B", "a"),
    "live": (True, False),
}
BOUNDS: Mapping[str, Sequence[Value]] = {
    "integer": (0, 1, 2, 5, 6, Decimal("1.5"), Decimal("2.0")),
    "percent": tuple(Percent(Decimal(share)) for share in (-1, 0, 1, 100, 101)),
}
MONTH_ENDS = [dt.date(2023, 12, 28) + dt.timedelta(days) for days in range(430)]
SUMS = {
    "integer": ("+ integer integer", "- integer integer", "* integer integer", "/ integer integer"),
    "decimal": ("+ integer decimal",),
    "duration": ("+ duration duration", "- duration duration", "- date date"),
    "date": ("+ date duration", "- date duration"),
    "percent": ("+ percent percent", "- percent percent"),
}
CONDITIONS = ("comparison", "comparison", "membership", "logic", "logic", "logic", "negation", "implication",
              "choice", "quantified", "counted", "searched", "indexed", "presence")  # fmt: skip
OPERATORS = ("==", "!=", "<", "<=", ">", ">=")
UNORDERED = {"enum", "cidr"}
RANDOMS = st.integers(0, 2**32).map(seeded)
DOCUMENTS = 8


@settings(max_examples=500, deadline=None)
@given(RANDOMS)
def test_what_is_said_of_any_condition_holds_on_every_platform(random: Random) -> None:
    _no_document_differs(condition(SCHEMA, random, Grammar(CONDITIONS, SUMS, written, FEW)), random)


@settings(max_examples=500, deadline=None)
@given(RANDOMS)
def test_what_is_said_of_conditions_on_one_fact_holds_on_every_platform(random: Random) -> None:
    _no_document_differs(_chain(random), random)


def test_conditions_of_both_kinds_are_often_doubted() -> None:
    random = seeded(1)
    grammar = Grammar(CONDITIONS, SUMS, written, FEW)
    any_kind = [*_all_doubts(condition(SCHEMA, random, grammar) for _ in range(1000))]
    on_one_fact = [*_all_doubts(_chain(random) for _ in range(1000))]
    assert len(any_kind) > 100
    assert len(on_one_fact) > 300
    assert {always for _, always in any_kind} == {always for _, always in on_one_fact} == {True, False}


@pytest.mark.parametrize("name", CONSTANTS)
def test_what_is_said_of_a_pair_of_bounds_holds_of_every_value(name: str) -> None:
    values = [_platform(name, value) for value in (*FEW[LEAVES[name].kind], *CONSTANTS[name])]
    for pair in _pairs(name, CONSTANTS[name]):
        for doubt in _doubts(pair, SCHEMA):
            _holds(doubt, values)


def test_a_pair_of_bounds_is_doubted_exactly_where_every_number_agrees() -> None:
    platforms = [_platform("level", number) for number in range(1, 6)]
    for pair in _pairs("level", range(7)):
        expected = any(_agree(part, platforms) for part in (pair.left, pair.right, pair))
        assert bool([*_doubts(pair, SCHEMA)]) == expected, render(pair)


STEPS: Mapping[str, Sequence[Value]] = {
    "count": (0, 1, 3),
    "load": (Decimal("0.5"), 1),
    "kept": FEW["duration"],
    "last": (*(Duration(DurationKind.EXACT, days * DAY) for days in (0, 1, 31)),
             *(Duration(DurationKind.MONTHS, months) for months in (0, 1, 2, 12))),
    "loss": CONSTANTS["loss"],
    "ratio": CONSTANTS["share"],
}  # fmt: skip


@pytest.mark.parametrize("name", STEPS)
def test_what_is_said_of_a_thing_beside_itself_holds_of_every_value(name: str) -> None:
    kind = LEAVES[name].kind
    known = range(-3, 4) if kind == "integer" else MONTH_ENDS if kind == "date" else FEW[kind]
    values = [_platform(name, value) for value in known]
    fact: Expression = Member(Name("p"), name)
    moved = [fact, *(Binary(sign, fact, written(step)) for sign in "+-" for step in STEPS[name])]
    doubts = [doubt for op, one, other in product(OPERATORS, moved, moved)
              for doubt in _doubts(Binary(op, one, other), SCHEMA)]  # fmt: skip
    for doubt in doubts:
        _holds(doubt, values)
    assert {always for _, always in doubts} == {True, False}


def test_what_is_said_of_conditions_on_shipped_facts_holds_on_every_platform() -> None:
    schema, random = shipped_vocabulary().schema, seeded(2)
    grammar = Grammar(CONDITIONS, SUMS, written)
    for _ in range(300):
        expr = condition(schema, random, grammar)
        for doubt in _doubts(expr, schema):
            areas = {name: kind for name, kind in schema.fields.items() if f"{name}." in render(expr)}
            _holds(doubt, [typed_document(ObjectType(areas), random) for _ in range(DOCUMENTS)])


def _platform(name: str, value: Value) -> Record:
    return Record("", {"p": Record("p", {name: Fact(f"p.{name}", value)})})


def _pairs(name: str, constants: Iterable[Value]) -> Iterator[Binary]:
    """Every two comparisons of a fact with the constants, joined by either operator."""
    bounds = [written(constant) for constant in constants]
    claims = [Binary(op, Member(Name("p"), name), bound) for op, bound in product(OPERATORS, bounds)]
    for op, (one, other) in product(("&&", "||"), product(claims, claims)):
        if one != other:
            yield Binary(op, one, other)


def _agree(expr: Expression, documents: Sequence[Record]) -> bool:
    return len({evaluate(expr, document, now=NOW).value for document in documents}) == 1


def _no_document_differs(expr: Expression, random: Random) -> None:
    for doubt in _doubts(expr, SCHEMA):
        _holds(doubt, [typed_document(SCHEMA, random, values=FEW) for _ in range(DOCUMENTS)])


def _holds(doubt: Doubt, documents: Sequence[Record]) -> None:
    expr, always = doubt
    assert [one for one in documents if evaluate(expr, one, now=NOW).value is (not always)] == [], render(
        expr
    )


def _all_doubts(expressions: Iterator[Expression]) -> Iterator[Doubt]:
    for expr in expressions:
        yield from _doubts(expr, SCHEMA)


def _doubts(expr: Expression, schema: ObjectType) -> Iterator[Doubt]:
    """What is said to be always true or false in the expression; in a macro, of every element."""
    tree = parse_syntax(render(expr))
    checked = None if isinstance(tree, tuple) else check(tree, schema)
    if not isinstance(checked, Checked) or isinstance(tree, tuple):
        return
    for fault in checked.warnings:
        for word, always in (("is always true", True), ("is always false", False)):
            if word in fault.message:
                yield _around(tree, fault, "all" if always else "exists"), always


def _around(tree: Expression, fault: Fault, macro: str) -> Expression:
    """The smallest part that the fault is about, asked of all that the variables in it can be."""
    for child in children(tree):
        if child.span[0] <= fault.offset and fault.end <= child.span[1]:
            inside = _around(child, fault, macro)
            if isinstance(tree, Macro) and child is tree.body:
                return Macro(tree.operand, macro, tree.variable, inside)
            return inside
    return tree


def _chain(random: Random) -> Expression:
    """Two or three comparisons of one fact with constants, joined by one operator."""
    name = random.choice([*LEAVES])
    operator = random.choice(("&&", "||"))
    expr = _claim(name, random)
    for _ in range(random.randint(1, 2)):
        expr = Binary(operator, expr, _claim(name, random))
    return expr if random.random() < 0.7 else Macro(Name("l"), "all", "p", expr)


def _claim(name: str, random: Random) -> Expression:
    fact: Expression = Member(Name("p"), name)
    kind = LEAVES[name]
    constants = [written(_value(kind, random)) for _ in range(2)]
    if kind.kind == "string" and random.random() < 0.5:
        fact = Method(fact, "lowerAscii", ())
    op = random.choice(OPERATORS[:2] if kind.kind in UNORDERED else OPERATORS)
    claim: Expression = random.choice(
        [
            Binary(op, fact, constants[0]),
            Binary(op, constants[0], fact),
            Binary("in", fact, ListLiteral(tuple(constants))),
        ]
    )
    return claim if random.random() < 0.7 else Unary("!", claim)


def _value(kind: ScalarType, random: Random) -> Value:
    """A constant to compare a fact with, sometimes at its bounds or beyond."""
    values: Sequence[Value] = kind.values or BOUNDS.get(kind.kind, FEW.get(kind.kind, ()))
    return random.choice(values)
