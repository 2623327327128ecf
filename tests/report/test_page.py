from __future__ import annotations

from reglint.model.diagnostic import Level
from reglint.report.page import DIM, ansi, plain, style_of


def test_each_level_has_a_style_and_the_rest_is_dim() -> None:
    assert [style_of(level) for level in (Level.ERROR, Level.WARNING, Level.NOTE, None)] == [
        "31",
        "33",
        "36",
        DIM,
    ]


def test_paint_is_put_around_words_alone() -> None:
    assert (ansi("a", "31"), ansi("", "31"), plain("a", "31")) == ("\x1b[31ma\x1b[0m", "", "a")
