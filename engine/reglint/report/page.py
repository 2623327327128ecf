"""What every part of a terminal page needs to know, and how it is painted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from reglint.model.diagnostic import Level
from reglint.model.place import Place
from reglint.model.text import Text

TextOf: TypeAlias = Callable[[str], str | None]
"""A file's path → its text, for excerpts; None where it has none."""

Paint: TypeAlias = Callable[[str, str], str]
"""Words and a style → the words in that style."""

WIDTH = 100
"""The columns that a line of notes takes where the terminal has as many."""

BOLD, DIM = "1", "2"
_LEVELS = {Level.ERROR: "31", Level.WARNING: "33", Level.NOTE: "36"}


@dataclass(frozen=True, slots=True)
class Page:
    """The titles of facts, the places of secrets, the texts of files; the language, paint, columns."""

    titles: Mapping[str, Text]
    redactions: Mapping[str, tuple[Place, ...]]
    text_of: TextOf
    language: str
    paint: Paint
    width: int = WIDTH


def style_of(level: Level | None) -> str:
    """The style of a finding's level."""
    return _LEVELS.get(level, DIM) if level is not None else DIM


def plain(words: str, _style: str) -> str:
    """The words as they are."""
    return words


def ansi(words: str, style: str) -> str:
    r"""The words between the escape sequences of a terminal.

    >>> ansi("error", "31")
    '\x1b[31merror\x1b[0m'
    """
    return f"\x1b[{style}m{words}\x1b[0m" if words else ""
