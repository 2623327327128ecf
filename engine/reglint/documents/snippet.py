"""A line of a file with a caret under a place, fit for any terminal and for any eye."""

from __future__ import annotations

import itertools
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reglint.documents.credentials import REDACTED, credential_spans, joined
from reglint.documents.source import BOM, line_starts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reglint.model.place import Place

_TAB = 4
_REACH = 4096  # how far around the place a line is looked at: any credential that is shown lies within
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as it is shown, and the blanks and carets below it; both empty where there is no such line."""

    line: int
    source: str
    marker: str


@dataclass(frozen=True, slots=True)
class _Cell:
    """What is shown for one or more characters of the line, how wide, and where the next one starts."""

    shown: str
    width: int
    end: int


def excerpt(text: str, place: Place, redactions: Iterable[Place] = (), *, width: int = 100) -> Excerpt:
    """The line of a place with carets under it, cut to a width in terminal columns around them.

    Spans of `redactions`, also those that reach the line from one above it, and everything that looks like a
    credential are shown as ‹redacted›. Tabs are blanks, a wide character counts two columns, and characters
    that would steer the terminal are shown as �.
    """
    text = text.removeprefix(BOM)
    starts = line_starts(text)
    if place.line > len(starts):
        return Excerpt(place.line, "", "")
    begin = starts[place.line - 1]
    end = starts[place.line] if place.line < len(starts) else len(text)
    spot = min(begin + place.column - 1, end)
    window = (max(begin, spot - _REACH), min(end, spot + _REACH))
    line = text[window[0] : window[1]].rstrip("\r\n")
    hidden = [_offsets(starts, redaction) for redaction in redactions]
    shifted = [(first - window[0], last - window[0]) for first, last in hidden]
    spans = joined((*credential_spans(line), *(_clipped(span, len(line)) for span in shifted)))
    cells = tuple(_cells(line, spans))
    return _drawn(place.line, cells, (spot - window[0], spot - window[0] + max(place.length, 1)), width)


def _offsets(starts: tuple[int, ...], place: Place) -> tuple[int, int]:
    start = starts[min(place.line, len(starts)) - 1] + place.column - 1
    return start, start + place.length


def _clipped(span: tuple[int, int], length: int) -> tuple[int, int]:
    return max(span[0], 0), min(span[1], length)


def _cells(line: str, spans: tuple[tuple[int, int], ...]) -> Iterator[_Cell]:
    ends = dict(spans)
    column = index = 0
    while index < len(line):
        end = ends.get(index, index + 1)
        shown = REDACTED if index in ends else _visible(line[index], column)
        width = sum(_width(character) for character in shown)
        yield _Cell(shown, width, end)
        column += width
        index = end


def _visible(character: str, column: int) -> str:
    if character == "\t":
        return " " * (_TAB - column % _TAB)
    return "�" if unicodedata.category(character) in _UNSEEN else character


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _drawn(line: int, cells: tuple[_Cell, ...], marked: tuple[int, int], width: int) -> Excerpt:
    """The cells that fit into a width, around the first that is marked, with carets under those that are."""
    columns = (0, *itertools.accumulate(cell.width for cell in cells))
    ends = [cell.end for cell in cells]
    first = bisect_right(ends, marked[0])
    last = max(bisect_left(ends, marked[1]) + 1, first + 1)
    low, high = _window(columns, columns[first], width)
    before, after = _CUT * (low > 0), _CUT * (high < len(cells))
    source = before + "".join(cell.shown for cell in cells[low:high]) + after
    indent = len(before) + columns[first] - columns[low]
    carets = columns[min(last, high)] - columns[min(first, high)]
    return Excerpt(line, source, " " * indent + "^" * max(carets, 1))


def _window(columns: tuple[int, ...], caret: int, width: int) -> tuple[int, int]:
    """Which cells to show: all where they fit, else with a third of the width before the caret."""
    if columns[-1] <= width:
        return 0, len(columns) - 1
    room = width - 2 * len(_CUT)
    low = bisect_left(columns, max(0, min(caret - width // 3, columns[-1] - room)))
    return low, bisect_right(columns, columns[low] + room) - 1
