"""What is wrong with the text of an expression, and where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of the author: `offset` counts code points, `message` says what to write instead."""

    offset: int
    message: str


def position(source: str, offset: int) -> tuple[int, int]:
    r"""The line and the column of an offset, both 1-based.

    >>> position("a &&\n  b", 7)
    (2, 3)
    """
    before = source[:offset]
    return before.count("\n") + 1, offset - before.rfind("\n")
