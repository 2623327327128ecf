"""A bar for whoever waits, and for nobody else."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from reglint.cli.progress import bar, progress, watch
from reglint.model.told import silent

CLEAR = "\r\x1b[K"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def drawn(counts: list[tuple[int, int]], waits: list[bool]) -> list[str]:
    """What is drawn where the work tells these counts and has ended when a wait says so."""
    stream = Terminal()
    told: Iterator[tuple[int, int]] = iter(counts)
    ended: Iterator[bool] = iter(waits)
    watch(stream, lambda: next(told), lambda _seconds: next(ended))
    return stream.getvalue().split(CLEAR)[1:]


def test_work_that_ends_within_a_second_draws_nothing() -> None:
    assert drawn([], [True]) == []


def test_after_a_second_the_bar_grows_and_is_wiped_away_at_the_end() -> None:
    assert drawn([(1, 4), (3, 4)], [False, False, True]) == [
        "[######------------------] 1/4 files, 1 s",
        "[##################------] 3/4 files, 1 s",
        "",
    ]


def test_work_that_tells_nothing_more_is_seen_to_go_on() -> None:
    lines = drawn([(4, 4)] * 11, [False] * 11 + [True])
    assert (lines[0][-5:], lines[10][-5:]) == (", 1 s", ", 3 s")


@pytest.mark.parametrize(
    ("stream", "term"), [(io.StringIO(), "xterm"), (Terminal(), "dumb"), (None, "xterm")]
)
def test_where_nobody_watches_nothing_is_drawn(stream: io.StringIO | None, term: str) -> None:
    with progress(stream, {"TERM": term}) as told:
        assert told is silent


def interrupted(stream: io.StringIO) -> None:
    """Work with a bar that its user stops."""
    with progress(stream, {"TERM": "xterm"}) as told:
        told(1, 2)
        raise KeyboardInterrupt


def test_the_drawing_ends_with_the_work_whatever_ends_it() -> None:
    stream = Terminal()
    with pytest.raises(KeyboardInterrupt):
        interrupted(stream)
    assert stream.getvalue() == ""


def test_no_file_at_all_is_an_empty_bar() -> None:
    assert bar(0, 0, 1) == "[------------------------] 0/0 files, 1 s"
