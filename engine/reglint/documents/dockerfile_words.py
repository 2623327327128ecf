"""The words of a Dockerfile's instructions: flags, quotes, `NAME=value`, lists in JSON."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reglint.documents.dockerfile_lines import Line
from reglint.documents.json import read_json
from reglint.documents.limits import Limits

_WORD = re.compile(r"\S+")
_FLAG = re.compile(r"--([a-z][a-z0-9-]*)(?:=(\S*))?(?:\s+|\Z)")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is meant, and its offsets in the file; None where there is only a name for it."""

    text: str | None
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """A name with the offset where it starts, and its value."""

    name: str
    key: int
    value: Word


def words(line: Line) -> tuple[Word, ...]:
    """What stands between blanks; quotes mean nothing."""
    return tuple(Word(match[0], line.span(*match.span())) for match in _WORD.finditer(line.text))


def flags(line: Line) -> tuple[tuple[Pair, ...], Line]:
    """The flags (`--from=build`) that a line begins with, and the rest of it."""
    found: list[Pair] = []
    end = 0
    while match := _FLAG.match(line.text, end):
        end = match.end()
        key, behind = line.offsets[match.start()], line.span(match.end(1), match.end(1))
        value = Word(None, behind) if match[2] is None else Word(match[2], line.span(*match.span(2)))
        found.append(Pair(match[1], key, value))
    return tuple(found), line.part(end)


def json_list(line: Line) -> tuple[Word, ...] | None:
    """The texts of a line that is a list of them in JSON; None where it is none, and so a shell's."""
    if not line.text.startswith("["):
        return None
    reading = read_json(line.text, "", limits=Limits())
    items = reading.roots[0].value if reading.roots else None
    if not isinstance(items, tuple):
        return None
    found = tuple(
        Word(item.value, line.span(item.column - 1, item.end_column - 1))
        for item in items
        if isinstance(item.value, str)
    )
    return found if len(found) == len(items) else None


def pairs(line: Line, escape: str) -> tuple[Pair, ...]:
    """`A=1 B="x y"` as names and values; a name without `=` has none.

    `$NAME` stays as written. Where the first word has no `=` and others follow, `A x y`, the value is `x y`.
    """
    first = _quoting(escape).match(line.text)
    if first and first.end() < len(line.text) and "=" not in first[0]:
        value = line.part(first.end())
        start = first.end() + len(value.text) - len(value.text.lstrip())
        text = line.text[start:]
        word = Word(_unquoted(text, escape), line.span(start, len(line.text)))
        return (Pair(first[0], line.offsets[0], word),)
    return assignments(line, escape)


def assignments(line: Line, escape: str) -> tuple[Pair, ...]:
    """Each word as `NAME=value`, or as a name without a value."""
    return tuple(_assignment(line, match, escape) for match in _quoting(escape).finditer(line.text))


def _assignment(line: Line, match: re.Match[str], escape: str) -> Pair:
    name, sign, value = match[0].partition("=")
    start = match.start() + len(name) + len(sign)
    text = _unquoted(value, escape) if sign else None
    return Pair(
        _unquoted(name, escape), line.offsets[match.start()], Word(text, line.span(start, match.end()))
    )


def _quoting(escape: str) -> re.Pattern[str]:
    mark = re.escape(escape)
    return re.compile(
        rf"""(?:[^\s"'{mark}]++|{mark}[\s\S]?|"(?:[^"{mark}]++|{mark}[\s\S]?)*+"?|'[^']*+'?)++"""
    )


def _unquoted(text: str, escape: str) -> str:
    """The text without its quotes and escapes, as a shell takes them off."""
    mark = re.escape(escape)
    pattern = rf"""'([^']*+)'?|"((?:[^"{mark}]++|{mark}[\s\S]?)*+)"?|{mark}([\s\S]?)"""
    return re.sub(pattern, lambda match: _plain(match, mark), text)


def _plain(match: re.Match[str], mark: str) -> str:
    if match[2] is not None:
        return re.sub(rf"""{mark}(["$]|{mark})""", r"\1", match[2])
    return match[1] if match[1] is not None else match[3]
