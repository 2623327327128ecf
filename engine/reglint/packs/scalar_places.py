"""Where a character of a YAML scalar's value stands in its file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reglint.documents.node import Node
from reglint.documents.source import BOM, line_starts
from reglint.model.place import Place

_ESCAPE = r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r\n|.)"
# What stands for one character of the value, by the quote around it.
_UNITS = {
    '"': re.compile(rf"{_ESCAPE}|.", re.DOTALL),
    "'": re.compile(r"''|.", re.DOTALL),
    "": re.compile(r".", re.DOTALL),
}
_BLANK_ESCAPES = frozenset("tnvfrNLP_ \t\r\n")


def offset_place(scalar: Node, path: str, offset: int, *, text: str = "") -> Place:
    """Where the code point at an offset of a scalar's value stands in the file whose text is given.

    Without the text it is exact where the value stands on one line as it is written, else the scalar's start.
    """
    start = scalar.place(path)
    quotes = start.length - len(scalar.text)
    if scalar.line == scalar.end_line and scalar.text == scalar.value and quotes in {0, 2}:
        return Place(path, start.line, start.column + quotes // 2 + offset, start.pointer)
    return _aligned(scalar, start, offset, text.removeprefix(BOM)) if text else start


def _aligned(scalar: Node, start: Place, offset: int, text: str) -> Place:
    """The place before which as many characters that are no blanks stand as before the offset.

    Folding and indentation change nothing but blanks.
    """
    lines = line_starts(text)
    first = lines[scalar.line - 1] + scalar.column - 1
    written = text[first : lines[scalar.end_line - 1] + scalar.end_column - 1]
    spots = [*_spots(written, scalar.text)]
    count = sum(not char.isspace() for char in scalar.text[:offset])
    at = first + (spots[count] if count < len(spots) else spots[-1] + 1 if spots else 0)
    line = next(number for number in range(scalar.end_line, 0, -1) if lines[number - 1] <= at)
    return Place(start.path, line, at - lines[line - 1] + 1, start.pointer)


def _spots(written: str, value: str) -> Iterator[int]:
    """Where each character of the value that is no blank is written."""
    plain = "".join(written.split()) == "".join(value.split())
    quote = "" if plain else written[0]
    begin, end = (0, len(written)) if plain else (1, len(written) - 1)
    for unit in _UNITS[quote].finditer(written, begin, end):
        if not _is_blank(unit[0], escaped=quote == '"' and unit[0][0] == "\\"):
            yield unit.start()


def _is_blank(unit: str, *, escaped: bool) -> bool:
    if not escaped:
        return unit.isspace()
    if unit[1] in "xuU":
        return chr(int(f"0x{unit[2:]}", 0)).isspace()
    return unit[1] in _BLANK_ESCAPES
