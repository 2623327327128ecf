"""The words of a Logstash pipeline, as the grammar of its configuration has them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reglint.documents.source import RefusalError, Source

_BLANK = re.compile(r"(?:\s++|#[^\r\n]*+)*+")
_MARK = re.compile(r"=>|[{}\[\],]")
_WORD = re.compile(r"""(?:[^\s{}\[\],"'#=]++|=(?!>))++""")
_QUOTED = re.compile(r"""(?s:"((?:[^"\\]++|\\.)*+)"|'((?:[^'\\]++|\\.)*+)')""")
_CONDITION = re.compile(
    r"""(?s:(?:[^{}"'/]++|"(?:[^"\\]++|\\.)*+"|'(?:[^'\\]++|\\.)*+'|/(?:[^/\\\r\n]++|\\.)*+/|/)*+)"""
)
_SET = re.compile(r"\s*+=>")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a quoted text without its quotes, a condition, or a mark; and its offsets."""

    text: str
    start: int
    end: int
    is_mark: bool = False


def tokens(source: Source) -> Iterator[Token]:
    """The tokens of a pipeline; behind `if` the condition is one. Raises RefusalError for an open quote."""
    text = source.text
    offset = _after(_BLANK, text, 0)
    while offset < len(text):
        token = _token(source, offset)
        yield token
        offset = _after(_BLANK, text, token.end)
        if (
            token.text == "if"
            and not token.is_mark
            and text[token.start] == "i"
            and not _SET.match(text, token.end)
        ):
            end = _after(_CONDITION, text, offset)
            yield Token(text[offset:end].rstrip(), offset, offset + len(text[offset:end].rstrip()))
            offset = end


def refused(source: Source, message: str, offset: int) -> RefusalError:
    """The refusal of a text that is no pipeline."""
    return source.refusal("syntax", f"No Logstash pipeline: {message}", offset)


def _token(source: Source, start: int) -> Token:
    mark = _MARK.match(source.text, start)
    if mark is not None:
        return Token(mark[0], start, mark.end(), is_mark=True)
    quoted = _QUOTED.match(source.text, start)
    if quoted is not None:
        return Token(quoted[1] if quoted[1] is not None else quoted[2], start, quoted.end())
    word = _WORD.match(source.text, start)
    if word is None:
        raise refused(source, f"this {source.text[start]} has no end.", start)
    return Token(word[0], start, word.end())


def _after(pattern: re.Pattern[str], text: str, offset: int) -> int:
    match = pattern.match(text, offset)
    return offset if match is None else match.end()
