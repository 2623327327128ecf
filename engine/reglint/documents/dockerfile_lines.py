"""The instructions of a Dockerfile: what BuildKit joins from several lines, what it skips, its heredocs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reglint.documents.source import Source

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_DIRECTIVE = re.compile(r"#[ \t]*([A-Za-z][A-Za-z0-9_-]*)[ \t]*=[ \t]*(\S(?:.*\S)?)\s*")
_HEREDOC = re.compile(r"(?<!\S)[0-9]*<<(-?)([\"']?)([A-Za-z_][\w.]*)\2(?!\S)")
_WITH_HEREDOC = re.compile(r"\s*(?:onbuild\s+)?(?:run|copy|add)\s", re.IGNORECASE)
_BLANKS = " \t"


@dataclass(frozen=True, slots=True)
class Line:
    """A text as BuildKit joins it from its lines; `offsets` are those of its characters and of its end."""

    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the file of a part of the text."""
        first = self.offsets[start]
        return first, self.offsets[end - 1] + 1 if end > start else first

    def part(self, start: int, end: int | None = None) -> Line:
        """A part of the text, up to its end where none is said."""
        end = len(self.text) if end is None else end
        return Line(self.text[start:end], self.offsets[start : end + 1])


@dataclass(frozen=True, slots=True)
class Instruction:
    """An instruction with its heredocs."""

    line: Line
    heredocs: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the file without its end, and where it starts."""

    text: str
    start: int

    @property
    def is_silent(self) -> bool:
        """Whether it is blank or a comment, also between the lines of an instruction."""
        stripped = self.text.strip()
        return not stripped or stripped.startswith("#")


def escape_character(text: str) -> str:
    r"""The character that continues a line: a backtick where the directive `escape` says so, else `\`."""
    for match in _LINE.finditer(text):
        directive = _DIRECTIVE.fullmatch(match[1])
        if directive is None:
            break
        if directive[1].lower() == "escape":
            return "`" if directive[2] == "`" else "\\"
    return "\\"


def instructions(source: Source, escape: str) -> Iterator[Instruction]:
    """The instructions in order. Raises RefusalError for a heredoc without an end."""
    rows = [_Row(match[1], match.start()) for match in _LINE.finditer(source.text)]
    continued = re.compile(rf"(?<!{re.escape(escape)}){re.escape(escape)}[ \t]*\Z")
    number = 0
    while number < len(rows):
        if rows[number].is_silent:
            number += 1
            continue
        line, number = _joined(rows, number, continued)
        heredocs: list[Line] = []
        if _WITH_HEREDOC.match(line.text):
            for match in _HEREDOC.finditer(line.text):
                heredoc, number = _heredoc(source, rows, number, (match, line.offsets[match.start()]))
                heredocs.append(heredoc)
        yield Instruction(line, tuple(heredocs))


def _joined(rows: list[_Row], number: int, continued: re.Pattern[str]) -> tuple[Line, int]:
    """The instruction that begins with a row, and the number of the row behind it."""
    parts: list[str] = []
    offsets: list[int] = []
    while number < len(rows):
        row = rows[number]
        number += 1
        if parts and row.is_silent:
            continue
        mark = continued.search(row.text)
        written = row.text.rstrip() if mark is None else row.text[: mark.start()]
        part = written if parts else written.lstrip()
        begin = row.start + len(written) - len(part)
        parts.append(part)
        offsets.extend(range(begin, begin + len(part)))
        end = begin + len(part)
        if mark is None:
            break
    return Line("".join(parts), [*offsets, end]), number


def _heredoc(
    source: Source, rows: list[_Row], number: int, opening: tuple[re.Match[str], int]
) -> tuple[Line, int]:
    match, offset = opening
    for last in range(number, len(rows)):
        text = rows[last].text.lstrip("\t") if match[1] else rows[last].text
        if text == match[3]:
            start, end = rows[min(number, last)].start, rows[last].start
            return Line(source.text[start:end], range(start, end + 1)), last + 1
    message = f"No Dockerfile: this heredoc has no line {match[3][:80]} at its end."
    raise source.refusal("syntax", message, offset)
