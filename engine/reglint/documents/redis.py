"""Configuration of Redis, Sentinel and Valkey → nodes, as sdssplitargs parts its lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reglint.documents.limits import DEFAULT_LIMITS, Limits
from reglint.documents.nginx import ARGUMENTS
from reglint.documents.pointer import child
from reglint.documents.repeated import Repeated
from reglint.documents.sections import Row, rows, syntax_refusal
from reglint.documents.source import Source, read_with
from reglint.documents.templates import template_refusal

if TYPE_CHECKING:
    from reglint.documents.node import Node, Reading

_BLANK = re.compile(r"\s*+")
_WORD = re.compile(r"""([^\s"']*+)(?:"((?:[^"\\]++|\\.)*+)"|'((?:[^'\\]++|\\'|\\(?!'))*+)')?(?=\s|\Z)""")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|(.))")
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "a": "\a"}


@dataclass(frozen=True, slots=True)
class _Word:
    """A word without its quotes and escapes, and its offsets."""

    text: str
    span: tuple[int, int]


def read_redis(text: str, path: str, *, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """The one document of a Redis configuration: for each directive the sequence of those in the file.

    A directive is a mapping, as nginx's are: `@args` is the sequence of its arguments, all text. Names are in
    lower case. Where a directive stands twice the last one holds (`$.requirepass[-1]['@args'][0]`), but for
    those that add up (`save`, `user`, `rename-command`, `include`). `#` begins a comment only where a line
    does.
    """
    return read_with(_document, text, path, kind="redis", limits=limits)


def _document(source: Source) -> tuple[Node, ...]:
    directives = Repeated("")
    for row in rows(source.text):
        if row.text[0] != "#":
            name, *arguments = _words(source, row)
            folded = name.text.lower()
            pointer = directives.next_pointer(folded)
            span = (row.start, row.start + len(row.text))
            members = {ARGUMENTS: _arguments(source, name, arguments, pointer)}
            directives.add(folded, span, source.node(members, span, pointer, key=row.start))
    return (source.node(directives.members(source), (0, len(source.text)), ""),)


def _words(source: Source, row: Row) -> list[_Word]:
    found: list[_Word] = []
    offset = 0
    while offset < len(row.text):
        match = _WORD.match(row.text, offset)
        if match is None:
            message = "the quotes in this line do not match."
            refusal = syntax_refusal(source, "configuration of Redis", message, row.start + offset)
            raise template_refusal(source, row.start) or refusal
        span = (row.start + match.start(), row.start + match.end())
        found.append(_Word(match[1] + _unquoted(match), span))
        offset = _after_blank(row.text, match.end())
    return found


def _unquoted(match: re.Match[str]) -> str:
    if match[2] is not None:
        return _ESCAPE.sub(_character, match[2])
    return (match[3] or "").replace("\\'", "'")


def _character(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else _CONTROLS.get(match[2], match[2])


def _arguments(source: Source, name: _Word, found: list[_Word], pointer: str) -> Node:
    pointer = child(pointer, ARGUMENTS)
    nodes = tuple(
        source.node(word.text, word.span, f"{pointer}/{index}", text=word.text)
        for index, word in enumerate(found)
    )
    span = (found[0].span[0], found[-1].span[1]) if found else (name.span[1], name.span[1])
    return source.node(nodes, span, pointer, key=name.span[0])


def _after_blank(text: str, offset: int) -> int:
    match = _BLANK.match(text, offset)
    return offset if match is None else match.end()
