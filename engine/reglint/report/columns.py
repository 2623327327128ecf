"""Text in the columns of a terminal, where a Chinese or Japanese character takes two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_WIDE = "\u2e80-\u303f\u3041-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60"
_OPENING = "（《「『【〔"
_CLOSING = "，。、；：！？）》」』】〕"
_UNIT = re.compile(rf"\s+|[{_OPENING}]*(?:[^\s{_WIDE}]+|[{_WIDE}])[{_CLOSING}]*|[{_OPENING}]+")


def columns(text: str) -> int:
    """How many columns a text takes.

    >>> columns("法 law")
    6
    """
    return sum(2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1 for character in text)


def wrapped(text: str, *, width: int, first: str = "", rest: str = "") -> Iterator[str]:
    """The text in lines of at most so many columns, `first` before the first and `rest` before the others.

    Lines end at spaces and between Chinese or Japanese characters, never before their closing punctuation. A
    word that is longer than a line has one of its own.

    >>> list(wrapped("一二三，四五", width=8, first="- ", rest="  "))
    ['- 一二', '  三，四', '  五']
    """
    line, empty = first, True
    for unit in _UNIT.findall(text.strip()):
        if not empty and columns(line + unit.rstrip()) > width:
            yield line.rstrip()
            line, empty = rest, True
        if unit.isspace():
            line += "" if empty else " "
        else:
            line, empty = line + unit, False
    yield line.rstrip()


def padded(text: str, width: int) -> str:
    """The text, with spaces after it up to so many columns."""
    return text + " " * (width - columns(text))
