"""Where something stands in a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file: 1-based line and column, columns in code points.

    `pointer` is the JSON Pointer (RFC 6901) of the node in its document; `length` is the number of code
    points of the value, 0 where there is nothing to underline; it runs past the end of the line where the
    value covers several.
    """

    path: str
    line: int = 1
    column: int = 1
    pointer: str = ""
    length: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
