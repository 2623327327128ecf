"""JSON text → nodes, by RFC 8259 and no more: one value for a name, finite numbers, whole characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reglint.documents.limits import DEFAULT_LIMITS, Limits
from reglint.documents.numbers import fraction, number_or_text, whole
from reglint.documents.pointer import child
from reglint.documents.source import RefusalError, Source, read_with
from reglint.documents.surrogates import half_character, paired

if TYPE_CHECKING:
    from reglint.documents.node import Node, Reading, Scalar

_SPACE = re.compile(r"[ \t\r\n]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"-?(?:NaN|Infinity)")
_STRING = re.compile(r""""(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+""")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|.)")
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_WORDS = {"true": True, "false": False, "null": None}
_WORD = re.compile(r"true|false|null")


def read_json(text: str, path: str, *, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """The one document of a JSON text. Numbers with a fraction or an exponent come as Decimal."""
    return read_with(_document, text, path, kind="json", limits=limits)


def _document(source: Source) -> tuple[Node, ...]:
    root, end = _value(source, _skip(source, 0), "", 0, None)
    rest = _skip(source, end)
    if rest < len(source.text):
        raise _unexpected(source, rest, "the end of the file")
    return (root,)


def _value(source: Source, start: int, pointer: str, depth: int, key: int | None) -> tuple[Node, int]:
    opening = source.text[start : start + 1]
    if opening == "{":
        value, end = _object(source, start, pointer, depth + 1)
        return source.node(value, (start, end), pointer, key=key), end
    if opening == "[":
        items, end = _array(source, start, pointer, depth + 1)
        return source.node(items, (start, end), pointer, key=key), end
    if opening == '"':
        string, end = _string(source, start)
        return source.node(string, (start, end), pointer, key=key, text=string), end
    scalar, end = _literal(source, start)
    return source.node(scalar, (start, end), pointer, key=key, text=source.text[start:end]), end


def _object(source: Source, start: int, pointer: str, depth: int) -> tuple[dict[str, Node], int]:
    source.check_depth(depth, start)
    members: dict[str, Node] = {}
    offset = _skip(source, start + 1)
    while source.text[offset : offset + 1] != "}":
        offset = _separator(source, offset, "}") if members else offset
        if source.text[offset : offset + 1] != '"':
            raise _unexpected(source, offset, "a name in double quotes")
        name, colon = _string(source, offset)
        value = _after(source, _skip(source, colon), ":")
        if name in members:
            _note_duplicate(source, name, members[name], offset)
        members[name], end = _value(source, value, child(pointer, name), depth, offset)
        offset = _skip(source, end)
    return members, offset + 1


def _array(source: Source, start: int, pointer: str, depth: int) -> tuple[tuple[Node, ...], int]:
    source.check_depth(depth, start)
    items: list[Node] = []
    offset = _skip(source, start + 1)
    while source.text[offset : offset + 1] != "]":
        offset = _separator(source, offset, "]") if items else offset
        item, end = _value(source, offset, f"{pointer}/{len(items)}", depth, None)
        items.append(item)
        offset = _skip(source, end)
    return tuple(items), offset + 1


def _separator(source: Source, offset: int, closing: str) -> int:
    if source.text[offset : offset + 1] != ",":
        raise _unexpected(source, offset, f"a comma or {closing}")
    return _skip(source, offset + 1)


def _after(source: Source, offset: int, mark: str) -> int:
    if source.text[offset : offset + 1] != mark:
        raise _unexpected(source, offset, f'"{mark}"')
    return _skip(source, offset + 1)


def _note_duplicate(source: Source, name: str, first: Node, offset: int) -> None:
    message = f'"{name[:80]}" stands twice in this object, first in line {first.key_line}.'
    source.note("duplicate-key", message, offset, hint="Keep one of them.")


def _string(source: Source, start: int) -> tuple[str, int]:
    match = _STRING.match(source.text, start)
    end = start + 1 if match is None else match.end()
    if source.text[end : end + 1] != '"':
        raise _broken_string(source, start, end)
    string = source.text[start + 1 : end]
    if "\\" in string:
        string = paired(_ESCAPE.sub(_character, string))
    if half_character(string) is not None:
        raise source.refusal("character", "Half a surrogate pair is no character.", start, hint="Remove it.")
    return string, end + 1


def _broken_string(source: Source, start: int, end: int) -> RefusalError:
    if end >= len(source.text):
        return source.refusal("syntax", "No JSON: this string has no end.", start)
    found = source.text[end]
    if found == "\\":
        message, hint = "No JSON: this escape does not exist.", r"Write \\ for a backslash."
    else:
        message, hint = f"No JSON: U+{ord(found):04X} stands in a string.", f"Write \\u{ord(found):04x}."
    return source.refusal("syntax", message, end, hint=hint)


def _character(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else _ESCAPES[match[0][1]]


def _literal(source: Source, start: int) -> tuple[Scalar, int]:
    word = _WORD.match(source.text, start)
    if word:
        return _WORDS[word[0]], word.end()
    number = _NUMBER.match(source.text, start)
    if number:
        read = fraction if number[1] or number[2] else whole
        return number_or_text(read, number[0], source, start), number.end()
    not_finite = _NOT_FINITE.match(source.text, start)
    if not_finite:
        raise source.refusal("not-finite", f"{not_finite[0]} is no number of JSON.", start)
    raise _unexpected(source, start, "a value")


def _skip(source: Source, offset: int) -> int:
    match = _SPACE.match(source.text, offset)
    return offset if match is None else match.end()


def _unexpected(source: Source, offset: int, wanted: str) -> RefusalError:
    found = source.text[offset : offset + 1]
    message = f"No JSON: {wanted} is expected here, not {_shown(found)}."
    hint = "JSON has no comments." if found in ("/", "#") else ""
    return source.refusal("syntax", message, offset, hint=hint)


def _shown(found: str) -> str:
    if not found:
        return "the end of the file"
    return f'"{found}"' if found.isprintable() else f"U+{ord(found):04X}"
