"""Nodes: what every reader makes of a text, with the place of every key and value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from reglint.model.place import Place

if TYPE_CHECKING:
    from reglint.model.diagnostic import Diagnostic

Scalar: TypeAlias = str | bool | int | Decimal | None


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A value in a document.

    `value` is a scalar, a tuple of nodes (a sequence) or a mapping of names to nodes. `line` and `column` are
    where the value starts, `key_line` and `key_column` where its key starts (the value's own for an element
    of a sequence and for the root). `end_line` and `end_column` are just past the value. All 1-based, columns
    in code points. `text` is a scalar as written, without its quotes, before any reading of types (`0123`,
    `123456`, `yes`); "" for sequences and mappings. A key without a value has value None, text "" and the
    place just after its separator. `length` counts the code points from the start to the end of a value that
    covers several lines, line ends and indentation included; 0 where it stands on one.
    """

    value: Scalar | tuple[Node, ...] | Mapping[str, Node]
    line: int
    column: int
    key_line: int
    key_column: int
    end_line: int
    end_column: int
    text: str = ""
    pointer: str = ""
    length: int = 0
    path: str = ""

    def place(self, path: str = "") -> Place:
        """The place of the value; of its key where the value is empty or holds others."""
        if self.value is None or isinstance(self.value, (tuple, Mapping)):
            return self.key_place(path)
        length = (
            self.end_column - self.column if self.end_line == self.line else self.length or len(self.text)
        )
        return Place(path or self.path, self.line, self.column, self.pointer, max(length, 0))

    def key_place(self, path: str = "") -> Place:
        """The place of the key."""
        return Place(path or self.path, self.key_line, self.key_column, self.pointer)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader gives: the root of each document in the text, and what was wrong.

    After a diagnostic of level error there are no roots: half a document is no document.
    """

    roots: tuple[Node, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
