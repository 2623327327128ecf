"""Strings and heredocs of HCL: what is text in them, and where `${…}` and `%{…}` stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reglint.documents.hcl_syntax import IDENTIFIER, Expression, Kind, Reader, Scope, expect, unexpected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reglint.documents.source import RefusalError, Source

_MARKS = r"\$\$\{|%%\{|\$(?!\{)|%(?!\{)"
_QUOTED = re.compile(rf'(?:[^"\\$%\r\n]++|\\(?:[nrt"\\]|u[0-9a-fA-F]{{4}}|U[0-9a-fA-F]{{8}})|{_MARKS})*+')
_LINE = re.compile(rf"(?:[^$%\r\n]++|{_MARKS})*+(?:\r\n|\n|\r)?")
ANYTHING = re.compile(rf"(?:[^$%]++|{_MARKS})*+")
"""Text up to the next `${` or `%{`, where neither quotes nor line ends mean anything."""
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))")
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t"}
_HEREDOC = re.compile(rf"<<(-?)({IDENTIFIER})[ \t]*+(?:\r\n|\n|\r)")
_END_MARKER = re.compile(rf"[ \t]*+({IDENTIFIER})[ \t]*+(?=[\r\n]|\Z)")
_DIRECTIVE = re.compile(r"%\{~?[ \t]*+(if|else|endif|for|endfor)\b")
_NAMES = re.compile(rf"{IDENTIFIER}[ \t]*+(?:,[ \t]*+{IDENTIFIER}[ \t]*+)?in\b")
_LAST_CODE_POINT = 0x10FFFF


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a template from `start` to `end`: text, or `${…}` with its expression, or `%{…}`."""

    start: int
    end: int
    is_text: bool
    expression: Expression | None = None


def quoted(scope: Scope, start: int, expression: Reader) -> Expression:
    """The string that begins with the quote at an offset; `expression` reads what stands in `${…}`."""
    source = scope.source
    found = tuple(pieces(scope, start + 1, _QUOTED, expression=expression))
    end = found[-1].end if found else start + 1
    if source.text[end : end + 1] != '"':
        raise _broken(source, start, end)
    text = "".join(_unescaped(source, piece) for piece in found)
    return Expression(_kind(found), start, end + 1, text)


def heredoc(scope: Scope, start: int, expression: Reader) -> Expression:
    """The heredoc that begins at an offset; with `<<-` its lines lose the blanks that all of them begin with.

    The end of its last line is part of it, as in Terraform. Backslashes mean nothing.
    """
    text = scope.source.text
    head = _HEREDOC.match(text, start)
    if head is None:
        raise unexpected(scope.source, start, "a value")
    lines: list[str] = []
    found: list[Piece] = []
    offset = head.end()
    while (end := _END_MARKER.match(text, offset)) is None or end[1] != head[2]:
        if offset >= len(text):
            message = f"No HCL: this heredoc has no line {head[2][:80]} at its end."
            raise scope.source.refusal("syntax", message, start)
        line = tuple(_line(scope, offset, expression))
        found.extend(line)
        lines.append(text[offset : line[-1].end])
        offset = line[-1].end
    written = "".join(_aligned(lines) if head[1] else lines)
    return Expression(_kind(found), start, end.end(), written)


def pieces(scope: Scope, start: int, literal: re.Pattern[str], *, expression: Reader) -> Iterator[Piece]:
    """The pieces of a template, up to where neither a literal nor a `${` or `%{` stands."""
    offset, text = start, scope.source.text
    while True:
        match = literal.match(text, offset)
        if match is not None and match.end() > offset:
            yield Piece(offset, match.end(), is_text=True)
            offset = match.end()
        if not text.startswith(("${", "%{"), offset):
            return
        piece = _interpolation(scope, offset, expression)
        yield piece
        offset = piece.end


def _line(scope: Scope, start: int, expression: Reader) -> Iterator[Piece]:
    """The pieces of a line of a heredoc, its end included; one that `${…}` continues is one line."""
    text = scope.source.text
    for piece in pieces(scope, start, _LINE, expression=expression):
        yield piece
        if piece.is_text and text[piece.end - 1] in "\r\n":
            return


def _aligned(lines: list[str]) -> list[str]:
    """The lines without the blanks that all begin with; those of blanks alone neither count nor change."""
    indents = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    indent = min(indents, default=0)
    return [line[indent:] if line.strip() else line for line in lines]


def _interpolation(scope: Scope, start: int, expression: Reader) -> Piece:
    text = scope.source.text
    inner = scope.below(start)
    if text[start] == "$":
        begin = start + 2 + text.startswith("~", start + 2)
        inside = expression(inner, inner.skip(begin))
        return Piece(start, _closed(inner, inside.end), is_text=False, expression=inside)
    match = _DIRECTIVE.match(text, start)
    if match is None:
        raise unexpected(scope.source, start + 2, "if, else, endif, for or endfor")
    end = match.end()
    if match[1] == "for":
        names = _NAMES.match(text, inner.skip(end))
        if names is None:
            raise unexpected(scope.source, inner.skip(end), "a name and in")
        end = names.end()
    if match[1] in ("if", "for"):
        end = expression(inner, inner.skip(end)).end
    return Piece(start, _closed(inner, end), is_text=False)


def _closed(scope: Scope, offset: int) -> int:
    offset = scope.skip(offset)
    return expect(scope, offset + scope.source.text.startswith("~", offset), "}")


def _kind(found: Iterable[Piece]) -> Kind:
    return Kind.TEXT if all(piece.is_text for piece in found) else Kind.TEMPLATE


def _unescaped(source: Source, piece: Piece) -> str:
    text = source.text[piece.start : piece.end]
    if not piece.is_text or "\\" not in text:
        return text
    return _ESCAPE.sub(lambda match: _character(source, piece, match), text)


def _character(source: Source, piece: Piece, match: re.Match[str]) -> str:
    if match[3]:
        return _ESCAPES.get(match[3], match[3])
    code = int(match[1] or match[2], 16)
    if code > _LAST_CODE_POINT or 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 - the surrogates of Unicode
        offset = piece.start + match.start()
        raise source.refusal("escape", f"{match[0]} is no character.", offset)
    return chr(code)


def _broken(source: Source, start: int, end: int) -> RefusalError:
    if source.text[end : end + 1] == "\\":
        message, hint = "No HCL: this escape does not exist.", r"Write \\ for a backslash."
        return source.refusal("syntax", message, end, hint=hint)
    hint = "Write << and a heredoc for a text of several lines."
    return source.refusal("syntax", 'No HCL: this " has no end in its line.', start, hint=hint)
