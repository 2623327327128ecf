"""The words of an nginx configuration, as ngx_conf_read_token takes them.

crossplane reads files by name, knows lines but no columns, and leaves out a last word that nothing ends. Here
a text is read, and every word needs its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reglint.documents.source import Source

_BLANK = re.compile(r"(?:\s++|#[^\r\n]*+)*+")
_WORD = re.compile(r"(?:[^\s;{\\$]++|\$\{?|\\[\s\S])++")
_QUOTED = {
    '"': re.compile(r'"((?:[^"\\]++|\\[\s\S])*+)"'),
    "'": re.compile(r"'((?:[^'\\]++|\\[\s\S])*+)'"),
}
_ESCAPE = re.compile(r"\\([\"'\\trn])")
_CONTROLS = {"t": "\t", "r": "\r", "n": "\n"}
_LUA = re.compile(
    r"--\[(=*)\[[\s\S]*?(?:\]\1\]|\Z)|--[^\r\n]*|\[(=*)\[[\s\S]*?(?:\]\2\]|\Z)"
    r"""|"(?:[^"\\\r\n]++|\\[\s\S])*+"?|'(?:[^'\\\r\n]++|\\[\s\S])*+'?|[{}]"""
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word without its quotes and escapes, or a mark: one of `;`, `{` and `}`; and its offsets."""

    text: str
    start: int
    end: int
    is_mark: bool = False


def tokens(source: Source) -> Iterator[Token]:
    """The tokens of a configuration. The block of a `…_by_lua_block` is one word between its braces.

    Raises RefusalError where a quote or a Lua block does not end.
    """
    text = source.text
    offset = _blank(text, 0)
    directive = ""
    while offset < len(text):
        token = _token(source, offset)
        yield token
        if token.is_mark and token.text == "{" and directive.endswith("_by_lua_block"):
            token = _lua(source, token)
            yield token
        elif token.is_mark:
            directive = ""
        else:
            directive = directive or token.text
        offset = _blank(text, token.end)


def _token(source: Source, start: int) -> Token:
    first = source.text[start]
    if first in ";{}":
        return Token(first, start, start + 1, is_mark=True)
    if first in _QUOTED:
        match = _QUOTED[first].match(source.text, start)
        if match is None:
            raise source.refusal("syntax", f"No nginx configuration: this {first} has no end.", start)
        return Token(_unescaped(match[1]), start, match.end())
    match = _WORD.match(source.text, start)
    if match is None:
        raise source.refusal("syntax", "No nginx configuration: it ends in a backslash.", start)
    return Token(_unescaped(match[0]), start, match.end())


def _lua(source: Source, brace: Token) -> Token:
    depth = 1
    for match in _LUA.finditer(source.text, brace.end):
        depth += (match[0] == "{") - (match[0] == "}")
        if depth == 0:
            return Token(source.text[brace.end : match.start()].strip(), brace.end, match.start())
    raise source.refusal("syntax", "No nginx configuration: this block of Lua has no end.", brace.start)


def _unescaped(written: str) -> str:
    return _ESCAPE.sub(lambda match: _CONTROLS.get(match[1], match[1]), written)


def _blank(text: str, offset: int) -> int:
    match = _BLANK.match(text, offset)
    return offset if match is None else match.end()
