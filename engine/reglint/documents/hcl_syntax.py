"""What an expression of HCL is, as far as it can be told without a plan, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from reglint.documents.source import RefusalError, Source
from reglint.documents.templates import template_before, template_refusal

IDENTIFIER = r"[^\W\d][\w-]*+"
_SPACE = re.compile(r"(?:[ \t]++|#[^\r\n]*+|//[^\r\n]*+|/\*[\s\S]*?\*/)*+")
_SPACE_AND_LINES = re.compile(r"(?:[ \t\r\n]++|#[^\r\n]*+|//[^\r\n]*+|/\*[\s\S]*?\*/)*+")


class Kind(StrEnum):
    """How far an expression says its value.

    `literal` is a number, true, false or null; `text` a string or heredoc without `${…}`; `template` one
    with it; `reference` a name and the way below it (`var.x`, `data.a.b[0].c`); `call` a function's
    (`file("x")`); `operation` all else that has to be computed (`a + 1`, `a ? b : c`, `[for …]`, `a[*].b`).
    """

    LITERAL = "literal"
    TEXT = "text"
    TEMPLATE = "template"
    REFERENCE = "reference"
    CALL = "call"
    OPERATION = "operation"
    TUPLE = "tuple"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression from `start` to `end`, offsets of its text.

    `text` is that of a literal, text or template. `items` are a tuple's elements, or an object's keys and
    values by turns.
    """

    kind: Kind
    start: int
    end: int
    text: str = ""
    items: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """Where an expression is read: the text, how deep, and whether a line's end ends it too."""

    source: Source
    depth: int = 0
    space: re.Pattern[str] = _SPACE

    def skip(self, offset: int) -> int:
        """The offset behind blanks and comments, and behind line ends where these mean nothing."""
        return _behind(self.space, self.source.text, offset)

    def below(self, offset: int) -> Scope:
        """The scope inside a bracket, where a line's end means nothing. Refuses what is too deep."""
        self.source.check_depth(self.depth + 1, offset)
        return Scope(self.source, self.depth + 1, _SPACE_AND_LINES)

    def of_lines(self) -> Scope:
        """The same scope, where a line's end ends an expression."""
        return Scope(self.source, self.depth)


Reader: TypeAlias = Callable[[Scope, int], Expression]
"""A scope and an offset → the expression that begins there."""


def skip_lines(text: str, offset: int) -> int:
    """The offset behind blanks, comments and line ends."""
    return _behind(_SPACE_AND_LINES, text, offset)


def expect(scope: Scope, offset: int, mark: str) -> int:
    """The offset behind a mark, blanks before it left out. Refuses a text that has another there."""
    offset = scope.skip(offset)
    if not scope.source.text.startswith(mark, offset):
        raise unexpected(scope.source, offset, f'"{mark}"')
    return offset + len(mark)


def unexpected(source: Source, offset: int, wanted: str) -> RefusalError:
    """The refusal of what stands at an offset in the place of what is wanted, or of a template there."""
    template = _template_in_line(source, offset)
    if template is not None:
        return template
    text = source.text
    if text.startswith("/*", offset):
        return source.refusal("syntax", "No HCL: this comment has no end.", offset, hint="Write */ after it.")
    message = f"No HCL: {wanted} is expected here, not {_shown(text, offset)}."
    return source.refusal("syntax", message, offset)


def _template_in_line(source: Source, offset: int) -> RefusalError | None:
    start = template_before(source.text, offset)
    if start is None or source.position(start)[0] != source.position(offset)[0]:
        return None
    return template_refusal(source, start)


def _shown(text: str, offset: int) -> str:
    if offset >= len(text):
        return "the end of the file"
    if text[offset] in "\r\n":
        return "the end of the line"
    if re.compile(r"[\w-]").match(text, offset):
        return "this word"  # which may be a part of a secret
    found = text[offset]
    return f'"{found}"' if found.isprintable() else f"U+{ord(found):04X}"


def _behind(pattern: re.Pattern[str], text: str, offset: int) -> int:
    match = pattern.match(text, offset)
    return offset if match is None else match.end()
