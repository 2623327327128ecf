"""Protocol buffers' text format as plain values: as much of it as conformance tests are written in."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

_TOKEN = re.compile(
    r"""
      (?P<space> \s+ | \#[^\n]* )
    | (?P<token> "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'
               | \[[A-Za-z][\w./]*\] | [-+]?[\w.](?:[\w.]|(?<=[eE])[-+])* | [{}\[\]<>:,;] )
    | (?P<stray> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(
    rb"\\(?:x([0-9a-fA-F]{1,2})|([0-7]{1,3})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL
)
_SIMPLE = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}
_CLOSING = {"{": "}", "<": ">"}


@dataclass(frozen=True, slots=True)
class Word:
    """What stands without quotes: a number, `true`, the name of an enum's value."""

    text: str


Value: TypeAlias = "Message | bytes | Word"
Message: TypeAlias = Mapping[str, Sequence[Value]]
"""The fields of a message, each with its values in the order of the text; texts are bytes."""

Tokens: TypeAlias = deque[str]


def read_textproto(text: str) -> Message:
    r"""The message that a text says. Raises ValueError at a sign that the format does not have.

    >>> read_textproto('name: "a" test { expr: "1" } test { expr: "\\303" "\\251", off: true }')
    {'name': [b'a'], 'test': [{'expr': [b'1']}, {'expr': [b'\xc3\xa9'], 'off': [Word(text='true')]}]}
    """
    return _message(deque(_tokens(text)), "")


def _tokens(text: str) -> Iterator[str]:
    for match in _TOKEN.finditer(text):
        if match["stray"]:
            raise ValueError(f"{match[0]!r} at {match.start()} means nothing in a text proto")
        if match["token"]:
            yield match[0]
    yield ""


def _message(tokens: Tokens, closing: str) -> Message:
    fields: dict[str, list[Value]] = {}
    while tokens[0] != closing:
        name = tokens.popleft().strip("[]")
        _drop(tokens, ":")
        fields.setdefault(name, []).extend(_values(tokens))
        _drop(tokens, ",", ";")
    tokens.popleft()
    return fields


def _values(tokens: Tokens) -> Iterator[Value]:
    if tokens[0] != "[":
        yield _value(tokens)
        return
    tokens.popleft()
    while tokens[0] != "]":
        yield _value(tokens)
        _drop(tokens, ",")
    tokens.popleft()


def _value(tokens: Tokens) -> Value:
    token = tokens.popleft()
    if token in _CLOSING:
        return _message(tokens, _CLOSING[token])
    if token[0] not in "\"'":
        return Word(token)
    parts = [_said(token)]
    while tokens[0][:1] in {'"', "'"}:
        parts.append(_said(tokens.popleft()))
    return b"".join(parts)


def _drop(tokens: Tokens, *separators: str) -> None:
    if tokens[0] in separators:
        tokens.popleft()


def _said(quoted: str) -> bytes:
    return _ESCAPE.sub(_resolved, quoted[1:-1].encode("utf-8"))


def _resolved(match: re.Match[bytes]) -> bytes:
    byte, octal, short, long, simple = match.groups()
    if byte or octal:
        return bytes([int(byte, 16) if byte else int(octal, 8)])
    if simple:
        return _SIMPLE.get(simple, simple)
    return chr(int(short or long, 16)).encode("utf-8")
