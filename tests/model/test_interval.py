from __future__ import annotations

import math
import operator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reglint.model.interval import Interval, relation

OPERATORS = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}
INTERVALS = (
    st.lists(st.integers(-4, 4), min_size=2, max_size=2).map(sorted).map(lambda ends: (ends[0], ends[1]))
)


@given(st.sampled_from(sorted(OPERATORS)), INTERVALS, INTERVALS)
def test_a_relation_holds_where_all_pairs_agree(op: str, left: Interval, right: Interval) -> None:
    pairs = ((one, other) for one in _within(left) for other in _within(right))
    answers = {OPERATORS[op](one, other) for one, other in pairs}
    assert relation(op, left, right) is (answers.pop() if len(answers) == 1 else None)


def _within(interval: Interval) -> range:
    return range(int(interval[0]), int(interval[1]) + 1)


@pytest.mark.parametrize(("op", "answer"), [("<", False), (">=", True), ("==", False), (">", None)])
def test_an_interval_may_be_open(op: str, answer: object) -> None:
    assert (
        relation(op, (0, math.inf), (-1 if answer is not None else 3, -1 if answer is not None else 3))
        is answer
    )
