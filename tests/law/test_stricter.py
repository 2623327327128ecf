"""Which of two provisions asks for more."""

from __future__ import annotations

import pytest

from reglint.law.stricter import Direction, direction
from reglint.model.law import Limit

FIGURES = [
    (">= 5 years", ">= 10 years", Direction.STRICTER),
    (">= 10 years", ">= 5 years", Direction.LOOSER),
    ("<= 6 months", "<= 1 year", Direction.LOOSER),
    ("<= 1 day", "<= 4 hours", Direction.STRICTER),
    (">= 2", ">= 3", Direction.STRICTER),
    (">= 99.5 %", ">= 99.9 %", Direction.STRICTER),
    ("> 10000 CNY", "> 10000 CNY", Direction.SAME),
    ("<= 1000 CNY", "<= 1000 USD", Direction.OPEN),
    (">= 5 years", "> 5 years", Direction.OPEN),
    (">= 180 days", ">= 6 months", Direction.STRICTER),
    (">= 182 days", ">= 6 months", Direction.OPEN),
    ("== 5", "== 6", Direction.OPEN),
    (">= 5 years", ">= 10", Direction.OPEN),
    (">= a while", ">= 10 years", Direction.OPEN),
]


def limit(text: str) -> Limit:
    op, _, value = text.partition(" ")
    return Limit(op, value)


@pytest.mark.parametrize(("before", "after", "way"), FIGURES)
def test_a_figure_tells_which_way_the_law_goes(before: str, after: str, way: Direction) -> None:
    assert direction({"a": limit(before)}, {"a": limit(after)}) is way


FIVE, TEN = Limit(">=", "5 years"), Limit(">=", "10 years")
WHOLE = [
    ("neither has a figure", {}, {}, Direction.OPEN),
    ("a figure comes", {}, {"a": FIVE}, Direction.STRICTER),
    ("a figure goes", {"a": FIVE}, {}, Direction.LOOSER),
    ("one up, one down", {"a": FIVE, "b": TEN}, {"a": TEN, "b": FIVE}, Direction.MIXED),
    ("one up, one the same", {"a": FIVE, "b": TEN}, {"a": TEN, "b": TEN}, Direction.STRICTER),
]


@pytest.mark.parametrize(
    ("before", "after", "way"), [row[1:] for row in WHOLE], ids=[row[0] for row in WHOLE]
)
def test_all_figures_together(before: dict[str, Limit], after: dict[str, Limit], way: Direction) -> None:
    assert direction(before, after) is way
