"""Environment files (`.env`) → nodes, as Docker Compose reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reglint.documents.limits import DEFAULT_LIMITS, Limits
from reglint.documents.pointer import child
from reglint.documents.source import RefusalError, Source, read_with
from reglint.documents.templates import template_refusal
from reglint.model.diagnostic import Level

if TYPE_CHECKING:
    from reglint.documents.node import Node, Reading

_BETWEEN = re.compile(r"(?:\s++|#[^\r\n]*+)*+")
_NAME = re.compile(r"(?:export[ \t]++)?([\w.\[\]-]++)[ \t]*+")
_BARE = re.compile(r"(?:[^\s#]++|(?<=\S)#|[^\S\r\n]++(?![#\r\n]|\Z))*+")
_QUOTED = {
    '"': re.compile(r'"((?:[^"\\]++|\\[\s\S])*+)"'),
    "'": re.compile(r"'((?:[^'\\]++|\\[\s\S])*+)'"),
}
_END_OF_LINE = re.compile(r"[ \t]*+(?:#[^\r\n]*+)?(?=[\r\n]|\Z)")
_ESCAPES = {'"': re.compile(r"\\([\s\S])"), "'": re.compile(r"\\(')")}
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t"}


@dataclass(frozen=True, slots=True)
class _Value:
    """A value without its quotes and escapes, and where it stands; None where there is only a name."""

    text: str | None
    span: tuple[int, int]


def read_dotenv(text: str, path: str, *, limits: Limits = DEFAULT_LIMITS) -> Reading:
    r"""The one document of an environment file: a mapping of names to text.

    `NAME` alone, which takes the value from whoever runs the program, has the value None. Quotes are taken
    off, and escapes are read: in double quotes all of them, in single quotes `\'`. `$NAME` and `${NAME}` stay
    as written; that single quotes or a backslash may forbid to fill them in is not kept. Of two equal names
    the last one holds, with a warning.
    """
    return read_with(_document, text, path, kind="dotenv", limits=limits)


def _document(source: Source) -> tuple[Node, ...]:
    members: dict[str, Node] = {}
    offset = _after(_BETWEEN, source.text, 0)
    while offset < len(source.text):
        match = _NAME.match(source.text, offset)
        if match is None:
            raise _no_name(source, offset)
        value = _value(source, match.end())
        _note_duplicate(source, members, match)
        pointer = child("", match[1])
        key = match.start(1)
        members[match[1]] = source.node(value.text, value.span, pointer, key=key, text=value.text or "")
        offset = _after(_BETWEEN, source.text, value.span[1])
    return (source.node(members, (0, len(source.text)), ""),)


def _value(source: Source, offset: int) -> _Value:
    """The value behind a name, whose sign would stand at the offset."""
    text = source.text
    if text[offset : offset + 1] not in ("=", ":"):
        if offset < len(text) and text[offset] not in "\r\n#":
            raise _no_name(source, offset)
        return _Value(None, (offset, offset))
    start = offset + 1
    while text[start : start + 1] in (" ", "\t"):
        start += 1
    if text[start : start + 1] in _QUOTED:
        return _quoted(source, start)
    end = _after(_BARE, text, start)
    return _Value(text[start:end], (start, end))


def _quoted(source: Source, start: int) -> _Value:
    quote = source.text[start]
    match = _QUOTED[quote].match(source.text, start)
    if match is None:
        raise source.refusal("syntax", f"No environment file: this {quote} has no end.", start)
    if _END_OF_LINE.match(source.text, match.end()) is None:
        message = "No environment file: something follows the closing quote."
        raise source.refusal("syntax", message, match.end(), hint="Put all of the value into the quotes.")
    value = _ESCAPES[quote].sub(lambda escape: _CONTROLS.get(escape[1], escape[1]), match[1])
    return _Value(value, match.span())


def _note_duplicate(source: Source, members: dict[str, Node], match: re.Match[str]) -> None:
    first = members.get(match[1])
    if first is not None:
        message = (
            f'"{match[1][:80]}" stands twice; this one is taken and that of line {first.key_line} dropped.'
        )
        source.note("duplicate-key", message, match.start(1), hint="Keep one of them.", level=Level.WARNING)


def _no_name(source: Source, offset: int) -> RefusalError:
    found = source.text[offset]
    shown = f'"{found}"' if found.isprintable() else f"U+{ord(found):04X}"
    message = f"No environment file: {shown} can't stand in a name."
    refusal = source.refusal("syntax", message, offset, hint="Write NAME=value, a line each.")
    return template_refusal(source, offset) or refusal


def _after(pattern: re.Pattern[str], text: str, offset: int) -> int:
    match = pattern.match(text, offset)
    return offset if match is None else match.end()
