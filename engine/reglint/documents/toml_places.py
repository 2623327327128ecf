"""Where each key and value of a TOML text stands. The text is one that tomli has read: its grammar holds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import tomli

if TYPE_CHECKING:
    from collections.abc import Iterator

Path: TypeAlias = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]++|#[^\r\n]*+)*+")
_KEY_PART = re.compile(r"""[ \t]*("(?:[^"\\]++|\\.)*+"|'[^']*+'|[A-Za-z0-9_-]+)[ \t]*(\.?)""")
_STRING = re.compile(
    r"""\"{3}(?:[^"\\]++|\\[\s\S]|"(?!""))*+"{3,5}|'{3}(?:[^']++|'(?!''))*+'{3,5}"""
    r"""|"(?:[^"\\]++|\\.)*+"|'[^']*+'"""
)
_BARE = re.compile(r"[^,\]}#\r\n]*")


@dataclass(frozen=True, slots=True)
class Spot:
    """The offsets of a key, of the start of its value, and just past the value."""

    key: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Scan:
    text: str
    spots: dict[Path, Spot] = field(default_factory=dict)
    counts: dict[Path, int] = field(default_factory=dict)


def spots(text: str) -> dict[Path, Spot]:
    """The spot of every path of names and indices in a valid TOML text.

    A table has the spot of the first header or dotted key that names it.

    >>> spots("a.b = [1]")[("a", "b", 0)]
    Spot(key=7, start=7, end=8)
    """
    scan = _Scan(text)
    scan.spots[()] = Spot(0, 0, len(text))
    table: Path = ()
    offset = _blank(text, 0)
    while offset < len(text):
        if text[offset] == "[":
            table, offset = _header(scan, offset)
        else:
            offset = _pair(scan, table, offset)
        offset = _blank(text, offset)
    return scan.spots


def _header(scan: _Scan, offset: int) -> tuple[Path, int]:
    """Enter the tables of `[a.b]` or `[[a.b]]`; a name of an array of tables means its last element."""
    is_array = scan.text.startswith("[[", offset)
    start = offset + (2 if is_array else 1)
    path: Path = ()
    end = start
    for name, begin, end, is_last in _names(scan.text, start):
        path = (*path, name)
        scan.spots.setdefault(path, Spot(begin, offset, end))
        if is_last and is_array:
            scan.counts[path] = scan.counts.get(path, 0) + 1
        if path in scan.counts:
            path = (*path, scan.counts[path] - 1)
            scan.spots.setdefault(path, Spot(offset, offset, end))
    return path, scan.text.index("]", end) + (2 if is_array else 1)


def _pair(scan: _Scan, table: Path, offset: int) -> int:
    path = table
    end = offset
    begin = offset
    for name, begin, end, is_last in _names(scan.text, offset):
        path = (*path, name)
        if not is_last:
            scan.spots.setdefault(path, Spot(begin, begin, end))
    return _value(scan, path, _blank(scan.text, scan.text.index("=", end) + 1), begin)


def _names(text: str, offset: int) -> Iterator[tuple[str, int, int, bool]]:
    """The names of a dotted key: each with its start, its end, and whether it is the last."""
    while True:
        match = _KEY_PART.match(text, offset)
        if match is None:
            raise AssertionError("tomli has read this key")
        written = match[1]
        name = str(tomli.loads(f"x={written}")["x"]) if written[0] in "\"'" else written
        yield name, match.start(1), match.end(1), not match[2]
        if not match[2]:
            return
        offset = match.end()


def _value(scan: _Scan, path: Path, start: int, key: int) -> int:
    opening = scan.text[start]
    if opening == "[":
        end = _array(scan, path, start)
    elif opening == "{":
        end = _inline_table(scan, path, start)
    else:
        end = _scalar_end(scan.text, start)
    scan.spots[path] = Spot(key, start, end)
    return end


def _array(scan: _Scan, path: Path, start: int) -> int:
    offset = _blank(scan.text, start + 1)
    index = 0
    while scan.text[offset] != "]":
        offset = _next(scan.text, _value(scan, (*path, index), offset, offset))
        index += 1
    return offset + 1


def _inline_table(scan: _Scan, path: Path, start: int) -> int:
    offset = _blank(scan.text, start + 1)
    while scan.text[offset] != "}":
        offset = _next(scan.text, _pair(scan, path, offset))
    return offset + 1


def _next(text: str, offset: int) -> int:
    offset = _blank(text, offset)
    return _blank(text, offset + 1) if text[offset] == "," else offset


def _scalar_end(text: str, start: int) -> int:
    string = _STRING.match(text, start)
    if string:
        return string.end()
    bare = _BARE.match(text, start)
    return start + len(bare[0].rstrip()) if bare else start


def _blank(text: str, offset: int) -> int:
    match = _BLANK.match(text, offset)
    return offset if match is None else match.end()
