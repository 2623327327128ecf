"""A fault in our own input: a file, a pack, a setting. Never a shortcoming of the platform."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How loud something is said; findings and diagnostics share the words."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What is wrong, where, and what to write instead (`hint`). `path` is None where no file is to blame."""

    code: str
    message: str
    path: str | None = None
    line: int = 1
    column: int = 1
    hint: str = ""
    level: Level = Level.ERROR

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}:{self.column}: " if self.path is not None else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{where}{self.level}[{self.code}] {self.message}{hint}"
