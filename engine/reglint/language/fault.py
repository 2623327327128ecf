"""What is wrong with the text of an expression, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from reglint.model.diagnostic import Level
from reglint.model.spelling import cut_short

_LONGEST = 400
_WORD = re.compile(r"\w{41,}")


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of the author: `message` says what is wrong and what to write instead.

    It is about the code points from `offset` to just before `end`. `code` is expression (grammar, bounds,
    calls), unknown-fact, wrong-type, unknown-word, or, of what can be computed but is hardly meant, always,
    same-operands, ordered-texts, missed-guard, shadowed, unused or presence.
    """

    offset: int
    message: str
    end: int
    code: str = "expression"
    level: Level = Level.ERROR


def in_short(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults with messages that fit on a few lines, whatever names and constants they are about."""
    return tuple(replace(fault, message=_shortened(fault.message)) for fault in faults)


def position(source: str, offset: int) -> tuple[int, int]:
    r"""The line and the column of an offset, both 1-based.

    >>> position("a &&\n  b", 7)
    (2, 3)
    """
    before = source[:offset]
    return before.count("\n") + 1, offset - before.rfind("\n")


def _shortened(message: str) -> str:
    words = _WORD.sub(lambda word: cut_short(word[0]), message)
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
