"""A progress bar on standard error, for a run that takes more than a second and has somebody who watches."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TextIO

from reglint.model.told import Told, silent

_PATIENCE = 1.0  # seconds before anything is shown
_PAUSE = 0.1  # seconds between two drawings
_BAR = 24  # columns
_CLEAR = "\r\x1b[K"


@contextmanager
def progress(
    stream: TextIO | None, environment: Mapping[str, str], clock: Callable[[], float] = time.monotonic
) -> Iterator[Told]:
    """What to tell of files that are read; on a terminal a bar shows it, which is wiped away at the end."""
    shown = [False]
    yield _teller(stream, clock, shown) if _is_watched(stream, environment) and stream else silent
    if shown[0] and stream is not None:
        _draw(stream, _CLEAR)


def bar(done: int, total: int) -> str:
    """A bar and its figures.

    >>> bar(3, 4)
    '[##################------] 3/4 files'
    """
    full = _BAR * done // max(total, 1)
    return f"[{'#' * full}{'-' * (_BAR - full)}] {done}/{total} files"


def _teller(stream: TextIO, clock: Callable[[], float], shown: list[bool]) -> Told:
    next_at = [clock() + _PATIENCE]

    def tell(done: int, total: int) -> None:
        now = clock()
        if now >= next_at[0]:
            next_at[0], shown[0] = now + _PAUSE, True
            _draw(stream, f"{_CLEAR}{bar(done, total)}")

    return tell


def _is_watched(stream: TextIO | None, environment: Mapping[str, str]) -> bool:
    return stream is not None and stream.isatty() and environment.get("TERM", os.name) != "dumb"


def _draw(stream: TextIO, text: str) -> None:
    stream.write(text)
    stream.flush()
