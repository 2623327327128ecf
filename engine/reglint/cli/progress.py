"""A progress bar on standard error, for a run that takes more than a second and has somebody who watches."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TextIO

from reglint.model.told import Told, silent

_PATIENCE = 1.0  # seconds before anything is shown
_PAUSE = 0.2  # seconds between two drawings
_BAR = 24  # columns
_CLEAR = "\r\x1b[K"


@contextmanager
def progress(stream: TextIO | None, environment: Mapping[str, str]) -> Iterator[Told]:
    """What to tell of files that are read; on a terminal a bar shows it, which is wiped away at the end.

    The bar is drawn beside the work, which need not tell anything for its seconds to go on.
    """
    if stream is None or not _is_watched(stream, environment):
        yield silent
        return
    told = [(0, 0)]
    ended = threading.Event()
    drawer = threading.Thread(target=watch, args=(stream, lambda: told[0], ended.wait), daemon=True)
    drawer.start()
    try:
        yield lambda done, total: told.__setitem__(0, (done, total))
    finally:
        ended.set()
        drawer.join()


def watch(stream: TextIO, told: Callable[[], tuple[int, int]], wait: Callable[[float], bool]) -> None:
    """Draw what was told last until the work has ended; nothing where it ends within a second.

    `wait` waits for so many seconds, and says whether the work has ended meanwhile.
    """
    seconds = _PATIENCE
    if wait(_PATIENCE):
        return
    _draw(stream, _CLEAR + bar(*told(), seconds))
    while not wait(_PAUSE):
        seconds += _PAUSE
        _draw(stream, _CLEAR + bar(*told(), seconds))
    _draw(stream, _CLEAR)


def bar(done: int, total: int, seconds: float) -> str:
    """A bar, its figures and the seconds so far.

    >>> bar(3, 4, 2.5)
    '[##################------] 3/4 files, 2 s'
    """
    full = _BAR * done // max(total, 1)
    return f"[{'#' * full}{'-' * (_BAR - full)}] {done}/{total} files, {int(seconds)} s"


def _is_watched(stream: TextIO, environment: Mapping[str, str]) -> bool:
    return stream.isatty() and environment.get("TERM", os.name) != "dumb"


def _draw(stream: TextIO, text: str) -> None:
    stream.write(text)
    stream.flush()
