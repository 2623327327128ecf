"""The lines of a properties file: what Java joins, what it skips, what its escapes mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reglint.documents.surrogates import half_character, paired

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reglint.documents.source import Source

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_SEPARATOR = re.compile(r"([#!])---[ \t\f]*")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|([\s\S]?))")
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f"}
_BLANKS = " \t\f"


@dataclass(frozen=True, slots=True)
class LogicalLine:
    """A property as Java joins it from its lines; `offsets` are those of its characters and of its end."""

    text: str
    offsets: Sequence[int]

    def offset(self, index: int) -> int:
        """Where the character at an index stands in the file."""
        return self.offsets[index]


def logical_lines(text: str) -> Iterator[LogicalLine | None]:
    """Each property of a file; None where a new document begins.

    A separator counts only where the lines next to it are no comments of its own kind, as in Spring.
    """
    lines = [(match.start(1), match[1]) for match in _LINE.finditer(text)]
    number = 0
    while number < len(lines):
        stripped = lines[number][1].lstrip(_BLANKS)
        if _is_separator(lines, number):
            yield None
        elif stripped and stripped[0] not in "#!":
            joined = number
            while _continues(lines[joined][1]) and joined + 1 < len(lines):
                joined += 1
            yield _join(lines[number : joined + 1])
            number = joined
        number += 1


def unescaped(source: Source, text: str, offset: int) -> str:
    r"""The text that escapes write. `\uXXXX` needs four digits, halves of a pair need each other."""
    if "\\" not in text:
        return text
    if re.search(r"(?<!\\)(?:\\\\)*\\u(?![0-9A-Fa-f]{4})", text):
        raise source.refusal("escape", r"\u needs four hexadecimal digits.", offset)
    plain = paired(_ESCAPE.sub(_character, text))
    if half_character(plain) is not None:
        raise source.refusal("escape", "Half a surrogate pair is no character.", offset)
    return plain


def _is_separator(lines: list[tuple[int, str]], number: int) -> bool:
    match = _SEPARATOR.fullmatch(lines[number][1])
    if match is None:
        return False
    neighbours = [lines[other][1] for other in (number - 1, number + 1) if 0 <= other < len(lines)]
    return not any(line.startswith(match[1]) for line in neighbours)


def _continues(line: str) -> bool:
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _join(lines: list[tuple[int, str]]) -> LogicalLine:
    start, line = lines[0]
    if not _continues(line):
        text = line.lstrip(_BLANKS)
        begin = start + len(line) - len(text)
        return LogicalLine(text, range(begin, begin + len(text) + 1))
    parts: list[str] = []
    offsets: list[int] = []
    for begin_of_line, written in lines:
        part = written.lstrip(_BLANKS)
        begin = begin_of_line + len(written) - len(part)
        parts.append(part.removesuffix("\\") if _continues(written) else part)
        offsets.extend(range(begin, begin + len(parts[-1])))
    last, written = lines[-1]
    return LogicalLine("".join(parts), [*offsets, last + len(written) - _continues(written)])


def _character(match: re.Match[str]) -> str:
    if match[1]:
        return chr(int(match[1], 16))
    return _CONTROLS.get(match[2], match[2])
