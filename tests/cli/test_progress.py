"""A bar for whoever waits, and for nobody else."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from reglint.cli.progress import bar, progress
from reglint.model.told import silent


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def shown(stream: io.StringIO, seconds: list[float], term: str = "xterm") -> str:
    """What is drawn of four files, the clock showing these seconds."""
    times: Iterator[float] = iter(seconds)
    with progress(stream, {"TERM": term}, lambda: next(times)) as told:
        for done in range(4):
            told(done, 4)
    return stream.getvalue()


def test_a_run_of_less_than_a_second_draws_nothing() -> None:
    assert shown(Terminal(), [0, 0.1, 0.5, 0.9, 0.99]) == ""


def test_after_a_second_the_bar_grows_and_is_wiped_away_at_the_end() -> None:
    assert shown(Terminal(), [0, 0.5, 1.0, 1.05, 1.2]) == (
        "\r\x1b[K[######------------------] 1/4 files\r\x1b[K[##################------] 3/4 files\r\x1b[K"
    )


@pytest.mark.parametrize(("stream", "term"), [(io.StringIO(), "xterm"), (Terminal(), "dumb")])
def test_where_nobody_watches_nothing_is_drawn(stream: io.StringIO, term: str) -> None:
    with progress(stream, {"TERM": term}) as told:
        assert told is silent


def test_a_closed_stream_is_not_watched() -> None:
    with progress(None, {}) as told:
        assert told is silent


def test_no_file_at_all_is_an_empty_bar() -> None:
    assert bar(0, 0) == "[------------------------] 0/0 files"
