"""What is wrong with the text of an expression, and where."""

from __future__ import annotations

from dataclasses import dataclass

from reglint.model.diagnostic import Level


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of the author: `message` says what is wrong and what to write instead.

    It is about the code points from `offset` to just before `end`. `code` is expression (grammar, bounds,
    calls), unknown-fact, wrong-type, unknown-word, or, of what can be computed but is hardly meant, always,
    same-operands, shadowed, unused or presence.
    """

    offset: int
    message: str
    end: int
    code: str = "expression"
    level: Level = Level.ERROR


def position(source: str, offset: int) -> tuple[int, int]:
    r"""The line and the column of an offset, both 1-based.

    >>> position("a &&\n  b", 7)
    (2, 3)
    """
    before = source[:offset]
    return before.count("\n") + 1, offset - before.rfind("\n")
