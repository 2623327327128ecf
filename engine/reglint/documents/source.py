"""A text being read: where its lines start, what was said of it so far, and how a reader refuses it."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reglint.documents.node import Node, Reading, Scalar
from reglint.model.diagnostic import Diagnostic, Level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from reglint.documents.limits import Limits

BOM = "\ufeff"
_LINE_END = re.compile(r"\r\n|\n|\r")
_POINTER_UNIT = 256
_MAX_NOTES = 100


class RefusalError(Exception):
    """The text cannot be read any further; `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic


@dataclass(frozen=True, slots=True)
class Source:
    """A text without its BOM. `kind` begins the codes of its diagnostics; offsets count code points."""

    text: str
    path: str
    kind: str
    limits: Limits
    starts: tuple[int, ...]
    notes: list[Diagnostic] = field(default_factory=list)
    spent: Iterator[int] = field(default_factory=itertools.count)

    def position(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset, both from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def node(
        self,
        value: Scalar | tuple[Node, ...] | Mapping[str, Node],
        span: tuple[int, int],
        pointer: str,
        *,
        key: int | None = None,
        text: str = "",
    ) -> Node:
        """A node over a span of offsets, charged to the limit; `key` is where its key starts, if any."""
        start, end = span
        line, column = self.position(start)
        key_line, key_column = (line, column) if key is None else self.position(key)
        is_on_one_line = line == len(self.starts) or end < self.starts[line]
        end_line, end_column = (line, column + end - start) if is_on_one_line else self.position(end)
        self.spend(pointer, start)
        length = 0 if is_on_one_line else end - start
        return Node(
            value,
            line,
            column,
            key_line,
            key_column,
            end_line,
            end_column,
            text,
            pointer,
            length,
            self.path,
        )

    def spend(self, pointer: str, offset: int) -> None:
        """Charge a node to the limit; refuse the text where that is used up."""
        for _ in range(1 + len(pointer) // _POINTER_UNIT):
            if next(self.spent) >= self.limits.nodes:
                raise self.refusal("nodes", f"More than {self.limits.nodes:,} values in one file.", offset)

    def check_depth(self, depth: int, offset: int) -> None:
        """Refuse the text where it nests too deep."""
        if depth > self.limits.depth:
            raise self.refusal("depth", f"Nested deeper than {self.limits.depth} levels.", offset)

    def note(
        self, what: str, message: str, offset: int, *, hint: str = "", level: Level = Level.ERROR
    ) -> None:
        """Say something about a spot and read on. After a hundred notes, only a first error is kept."""
        is_first_error = level is Level.ERROR and all(note.level is not Level.ERROR for note in self.notes)
        if len(self.notes) < _MAX_NOTES or is_first_error:
            self.notes.append(self._diagnostic(what, message, offset, hint, level))

    def refusal(self, what: str, message: str, offset: int, *, hint: str = "") -> RefusalError:
        """What to raise where reading on makes no sense."""
        return RefusalError(self._diagnostic(what, message, offset, hint, Level.ERROR))

    def _diagnostic(self, what: str, message: str, offset: int, hint: str, level: Level) -> Diagnostic:
        line, column = self.position(offset)
        return Diagnostic(f"{self.kind}-{what}", message, self.path, line, column, hint, level)


def read_with(
    build: Callable[[Source], tuple[Node, ...]], text: str, path: str, *, kind: str, limits: Limits
) -> Reading:
    """The reading that `build` makes of a text: its roots, or what made it give up."""
    body = text.removeprefix(BOM)
    source = Source(body, path, kind, limits, line_starts(body))
    try:
        if len(body) > limits.bytes:
            raise source.refusal("size", f"More than {limits.bytes:,} bytes.", 0)
        roots = build(source)
    except RefusalError as refusal:
        return Reading((), (*source.notes, refusal.diagnostic))
    if any(note.level is Level.ERROR for note in source.notes):
        roots = ()
    return Reading(roots, tuple(source.notes))


def line_starts(text: str) -> tuple[int, ...]:
    r"""The offset at which each line starts; a line ends with `\n`, `\r\n` or a lone `\r`, as in an editor.

    >>> line_starts("a\r\nb\rc")
    (0, 3, 5)
    """
    return (0, *(match.end() for match in _LINE_END.finditer(text)))
