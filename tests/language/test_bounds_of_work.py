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

NOW = dt.date(2026, 11, 24)
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
    calls = _calls(lambda: outcomes.append(evaluate(tree, facts, now=NOW)))
    assert [outcome.value for outcome in outcomes] == [
        Unknown(Reason.BUDGET, "the rule takes too many steps")
    ]
    assert calls <= COMPUTING


TEXT = "é中🐱x" * 24_750
GLOB = "*a" * 127


@pytest.mark.parametrize(
    ("condition", "affordable"),
    [
        ("t == s", 1_400), ("t < s", 1_400), ("t in [s]", 2_800), ("t in texts", 2_800),
        ("t + 'a' == s", 700),
        ("t.lowerAscii() == s", 240), ("t.contains(s)", 150), (f"t.glob('{GLOB}')", 55),
        ("max(texts) == t", 900), ("[texts] == [texts]", 900),
        ("texts.all(y, y == t)", 1_400),
    ],
)  # fmt: skip
def test_long_texts_burn_fuel_as_they_take_time(platform: Platform, condition: str, affordable: int) -> None:
    """The work is done in C, where no call is seen: a text of 99,000 characters may be read so many times."""
    tree = _tree(f"a.exists(x, {condition} || true)")
    facts = {"t": TEXT + "1", "s": TEXT + "2", "texts": [TEXT + "3"]}
    found = [
        evaluate(tree, platform({**facts, "a": list(range(count))}), now=NOW).value
        for count in (affordable, 2 * affordable)
    ]
    assert found == [True, Unknown(Reason.BUDGET, "the rule takes too many steps")]


def test_facts_that_a_result_rests_on_burn_fuel(platform: Platform) -> None:
    tree = _tree(f"[1 in a].all(b, {SIXTY}.all(x, {SIXTY}.all(y, b && b)))")
    facts = platform({"a": list(range(4_000))})
    assert evaluate(tree, facts, now=NOW).value == Unknown(Reason.BUDGET, "the rule takes too many steps")


def test_a_hundred_and_fifty_elements_can_be_compared_with_each_other(platform: Platform) -> None:
    tree = _tree("a.all(x, a.all(y, x.id != y.id || x.name == y.name))")
    found = [
        evaluate(tree, platform({"a": [{"id": at, "name": "n"} for at in range(count)]}), now=NOW).value
        for count in (150, 180)
    ]
    assert found == [True, Unknown(Reason.BUDGET, "the rule takes too many steps")]


def _tree(source: str) -> Expression:
    tree = parse(source)
    assert not isinstance(tree, tuple)
    return tree
