"""A second is some millions of calls: whatever a stranger writes is refused, or given up, within far fewer.

Calls are counted, not time, so that a busy machine fails nobody's run.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from types import FrameType
from typing import TypeAlias

import pytest

from reglint.language.checker import check
from reglint.language.evaluator import evaluate
from reglint.language.parser import parse, parse_syntax
from reglint.language.scope import FUEL
from reglint.language.syntax import Expression
from reglint.model.fact import Record, Unknown
from reglint.model.schema import ListType, ObjectType, ScalarType
from reglint.model.verdict import Reason

Platform: TypeAlias = Callable[[object], Record]

PARSING, COMPUTING = 60_000, 30 * FUEL
LIST = ObjectType({"a": ListType(ScalarType("integer")), "n": ScalarType("integer")})
SIXTY = f"[{', '.join(map(str, range(60)))}]"


def _calls(work: Callable[[], object]) -> int:
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    "source",
    [
        "[" * 5000, "[" * 4096, "(" * 2000 + "a" + ")" * 2000, "!" * 4000 + "a", "-" * 4000 + "1",
        "a" + "&&a" * 20_000, "a" + "&&a" * 1300, "a" + "+a" * 2000, "a" + ".b" * 2000, "a" + "[0]" * 1300,
        "a" + "?a:a" * 800, "a == " * 800 + "a", "[" + "a," * 2000 + "a]", "size(" * 600 + "a" + ")" * 600,
        "9" * 5000, "9" * 4000, "1e" + "9" * 4000, "0." + "0" * 4000 + "1", '"' + "a" * 4000 + '"',
        '"' + "\\" * 4000, "x" * 4000, "a.all(b, " * 400 + "true" + ")" * 400, "§" * 2000, "'" * 4000,
    ],
    ids=lambda source: source[:6] + f"×{len(source)}",
)  # fmt: skip
def test_reading_an_expression_is_little_work_whatever_it_is(source: str) -> None:
    assert _calls(lambda: parse(source)) <= PARSING


def test_constants_are_folded_only_as_far_as_fuel_goes() -> None:
    tree = parse_syntax(f"{SIXTY}.all(x, {SIXTY}.all(y, {SIXTY}.all(z, x + y >= z)))")
    assert not isinstance(tree, tuple)
    assert _calls(lambda: check(tree, LIST)) <= COMPUTING


def test_a_platform_with_endless_lists_is_given_up_when_the_fuel_is_burnt(platform: Platform) -> None:
    tree = _tree("a.all(x, a.all(y, a.all(z, x + y + z >= n)))")
    facts = platform({"a": list(range(4_000)), "n": 0})
    outcomes = []
    calls = _calls(lambda: outcomes.append(evaluate(tree, facts, now=dt.date(2026, 11, 24))))
    assert [outcome.value for outcome in outcomes] == [
        Unknown(Reason.BUDGET, "the rule takes too many steps")
    ]
    assert calls <= COMPUTING


def _tree(source: str) -> Expression:
    tree = parse(source)
    assert not isinstance(tree, tuple)
    return tree
