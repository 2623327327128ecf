"""Expressions of strangers: each is refused with a few words, before any work is done on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TypeAlias

import pytest

from reglint.language.checker import check
from reglint.language.cost import ASSUMED_ELEMENTS, MAX_COST, cost
from reglint.language.evaluator import evaluate
from reglint.language.fault import Fault
from reglint.language.parser import parse, parse_syntax
from reglint.language.scope import FUEL
from reglint.language.syntax import Expression, size
from reglint.model.fact import Record, Unknown
from reglint.model.schema import ListType, ObjectType, ScalarType
from reglint.model.verdict import Reason

Platform: TypeAlias = Callable[[object], Record]

N = ASSUMED_ELEMENTS
LIST = ObjectType({"a": ListType(ScalarType("integer")), "n": ScalarType("integer")})


def _tree(source: str) -> Expression:
    tree = parse(source)
    assert not isinstance(tree, tuple)
    return tree


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("[" * 5000, "the expression is longer than 4096 bytes; write two rules"),
        ("[" * 4096, "more than 64 levels of nesting; write two rules"),
        ("a" + "&&a" * 20_000, "the expression is longer than 4096 bytes; write two rules"),
        ("[" + "a," * 1000 + "a]", "more than 1000 names, constants and operators; write two rules"),
        ("a" + "&&a" * 64, "65 terms in a row joined by && make more than 64 levels; write two rules"),
        ("a" + "&&a.b.c" * 62, "63 terms in a row joined by && make more than 64 levels; write two rules"),
        ("9" * 5000, "the expression is longer than 4096 bytes; write two rules"),
        ("9" * 4000, "999999999999… is too long a number; write at most 64 digits"),
        ("1e" + "9" * 4000, "1e9999999999… is too long a number; write at most 64 digits"),
        ("a.all(b, " * 6 + "true" + ")" * 6, "more than 3 macros inside each other; write two rules"),
    ],
    ids=["brackets", "fewer brackets", "a long chain", "a long list", "a deep chain",
         "a chain of paths", "a long number",
         "a number", "an exponent", "six macros"],
)  # fmt: skip
def test_what_is_too_large_is_refused_in_one_line(source: str, message: str) -> None:
    parsed = parse(source)
    assert isinstance(parsed, tuple)
    assert [fault.message for fault in parsed] == [message]


@pytest.mark.parametrize(
    ("source", "steps"),
    [
        ("n + 1", 3),
        ("n in a", 3 + N),
        ("n in [1, 2]", 5 + 2),
        ("max(a)", 2 + N),
        ("max(n, 1)", 3),
        ("a.all(x, x > 0)", 2 + N * 3),
        ("[1, 2].all(x, x > 0)", 1 + 3 + 2 * 3),
        ("a.filter(x, x > 0).all(y, y < 9)", 1 + 2 + N * 3 + N * 3),
        ("a.all(x, a.all(y, x == y))", 2 + N * (2 + N * 3)),
    ],
)
def test_the_cost_is_counted_by_the_nesting_of_lists(source: str, steps: int) -> None:
    assert cost(_tree(source)) == steps


def test_an_expression_that_may_cost_too_much_is_refused() -> None:
    body = " || ".join(f"x + y == z + {number}" for number in range(12))
    source = f"a.all(x, a.all(y, a.all(z, {body})))"
    steps = cost(_tree(source))
    assert steps > MAX_COST
    message = f"with 100 elements a list this takes {steps:,} steps, more than 50,000,000; write two rules"
    assert check(_tree(source), LIST) == (Fault(0, message, len(source)),)


def test_three_macros_in_each_other_are_fine() -> None:
    assert not isinstance(check(_tree("a.all(x, a.exists(y, a.exists(z, x + y == z)))"), LIST), tuple)


def test_a_constant_is_not_computed_at_any_price() -> None:
    numbers = ", ".join(map(str, range(60)))
    source = f"[{numbers}].all(x, [{numbers}].all(y, [{numbers}].all(z, x + y >= z)))"
    parsed = parse_syntax(source)
    assert not isinstance(parsed, tuple)
    checked = check(parsed, LIST)
    assert isinstance(checked, tuple)
    assert [fault.message for fault in checked] == [
        "the rule takes too many steps; write a fact or a constant"
    ]


def test_sixty_to_the_third_is_out_of_fuel_before_it_is_done(platform: Platform) -> None:
    facts = platform({"a": [False] * 200})
    tree = _tree("a.all(x, a.all(y, a.all(z, x == y || y == z)))")
    assert 200**3 * size(tree) > FUEL
    outcome = evaluate(tree, facts, now=dt.date(2026, 11, 24))
    assert outcome.value == Unknown(Reason.BUDGET, "the rule takes too many steps")
