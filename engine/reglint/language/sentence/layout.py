"""Blocks of a sentence, and how they are laid out: as lines with labels, or in one line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from reglint.language.sentence.words import item_label

# What a clause says may reach: a single condition; several joined by a word; one with a noun that is narrowed
# at its end; or all that follows.
SINGLE, SEVERAL, OPEN, WHOLE = range(4)

COLON = {"en": ": ", "zh": "：", "ja": "："}
_SEMICOLON = {"en": "; ", "zh": "；", "ja": "；"}
_BRACKETS = {"en": ("(", ")"), "zh": ("（", "）"), "ja": ("（", "）")}
_STOP = {"en": ".", "zh": "。", "ja": "。"}
_JOINTS = {
    "en": {"and": "; and", "or": "; or"},
    "zh": {"and": "；并且", "or": "；或者"},
    "ja": {},
}
"""What stands after the last item but one. Japanese heads say it all."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause on one line. `reach` is SINGLE, SEVERAL, OPEN or WHOLE.

    `last` is how it is written where nothing follows it, if that is different.
    """

    text: str
    reach: int = SINGLE
    last: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A head that speaks of the following, and what follows. `joint` is and, or, or "" for none."""

    head: str
    items: tuple[Block, ...]
    joint: str = ""


Block: TypeAlias = Clause | Listed


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a sentence: how deep it stands, its label in the list, and what it says."""

    depth: int
    label: str
    text: str


def lines_of(block: Block, language: str) -> tuple[Line, ...]:
    """The block as a sentence: a line a clause, the items of lists with labels, a full stop at the end."""
    first, *rest = _lines(block, language, 0, "", _STOP[language])
    return Line(first.depth, first.label, _capital(first.text)), *rest


def in_one(block: Block, language: str, depth: int = 1) -> str:
    """The block on one line, with the labels of its items."""
    if isinstance(block, Clause):
        return block.text
    said = (_inside(item, language, depth + 1) for item in block.items)
    items = (f"{labelled(item_label(at, depth, language))}{item}" for at, item in enumerate(said, 1))
    return f"{block.head}{COLON[language]}{_SEMICOLON[language].join(items)}"


def labelled(label: str) -> str:
    """A label and the blank after it; Chinese brackets are wide enough by themselves."""
    return label if not label or label.endswith("）") else f"{label} "


def _capital(text: str) -> str:
    """The text with a capital at its beginning, or after the bracket there."""
    at = len(text) - len(text.lstrip("("))
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def _inside(item: Block, language: str, depth: int) -> str:
    """An item on one line; a list in a list stands in brackets, or nobody sees where it ends."""
    opening, closing = _BRACKETS[language]
    said = in_one(item, language, depth)
    return said if isinstance(item, Clause) else f"{opening}{said}{closing}"


def _lines(block: Block, language: str, depth: int, label: str, end: str) -> Iterator[Line]:
    if isinstance(block, Clause):
        yield Line(depth, label, (block.last or block.text) + end)
        return
    yield Line(depth, label, block.head + COLON[language].rstrip())
    last = len(block.items)
    between = _STOP["ja"] if language == "ja" else _SEMICOLON[language].rstrip()
    for at, item in enumerate(block.items, 1):
        joint = _JOINTS[language].get(block.joint, between) if at == last - 1 else between
        name = item_label(at, depth + 1, language)
        yield from _lines(item, language, depth + 1, name, end if at == last else joint)
