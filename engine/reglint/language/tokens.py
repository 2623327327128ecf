"""Tokens: the words, numbers, texts and operators of an expression, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from reglint.language.fault import Fault
from reglint.language.literals import read_number, read_text

_INSTEAD = {
    "=": "==",
    "===": "==",
    "!==": "!=",
    "<>": "!=",
    "=<": "<=",
    "=>": ">=",
    "&": "&&",
    "|": "||",
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "（": "(",
    "）": ")",
    "，": ",",
    "“": '"',
    "”": '"',
}
_TOKEN = re.compile(
    r"""
      (?P<space> [ \t\r\n\f]+ | //[^\n]* )
    | (?P<bytes> (?:[bB][rR]?|[rR][bB])(?=["']) )
    | (?P<text> [rR](?: \"{3}(?:[^"]|"(?!""))*\"{3} | '{3}(?:[^']|'(?!''))*'{3} | "[^"\r\n]*" | '[^'\r\n]*' )
              | \"{3}(?:[^"\\]|\\.|"(?!""))*\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
              | "(?:[^"\\\r\n]|\\[^\r\n])*" | '(?:[^'\\\r\n]|\\[^\r\n])*' )
    | (?P<number> (?: 0[xX][0-9a-fA-F]+ | (?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)? )
                  (?P<suffix> [A-Za-z_]\w* )? )
    | (?P<name> [A-Za-z_][A-Za-z0-9_]* )
    | (?P<instead> ===|!==|<>|=<|=>|=(?!=)|&(?!&)|\|(?!\|)|[≥≤≠（），“”] )
    | (?P<operator> &&|\|\||[<>=!]=|[-<>!+*/%?:.,()\[\]] )
    | (?P<open> ["'][^\n]* )
    | (?P<stray> . )
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text from `start` to `end`.

    `kind` is name, number, text, end, or the operator itself; `in` is an operator. `value` is what a number
    or a text says.
    """

    kind: str
    text: str
    start: int
    end: int
    value: int | Decimal | str = ""


def tokenize(source: str) -> tuple[list[Token], list[Fault]]:
    """The tokens, an `end` last, and every fault that shows before the grammar is known."""
    tokens: list[Token] = []
    faults: list[Fault] = []
    for match in _TOKEN.finditer(source):
        if match.lastgroup == "space":
            continue
        try:
            tokens.append(_token(match))
        except ValueError as fault:
            faults.append(Fault(match.start(), str(fault)))
    tokens.append(Token("end", "", len(source), len(source)))
    return tokens, faults


def _token(match: re.Match[str]) -> Token:
    kind, text = match.lastgroup, match[0]
    if kind == "text":
        return Token("text", text, *match.span(), read_text(text))
    if match["number"]:
        return Token("number", text, *match.span(), _number(text, match["suffix"]))
    if kind == "name":
        return Token("in" if text == "in" else "name", text, *match.span())
    if kind == "operator":
        return Token(text, text, *match.span())
    raise ValueError(_complaint(kind or "", text))


def _number(text: str, suffix: str | None) -> int | Decimal:
    if suffix in {"u", "U"}:
        raise ValueError(f"{text} is an unsigned number, which the language leaves out; write {text[:-1]}")
    if suffix:
        raise ValueError(f"{text} is no number; write days(30), hours(4), minutes(5), months(6) …")
    return read_number(text)


def _complaint(kind: str, text: str) -> str:
    if kind == "instead":
        return f"{text} is no operator; write {_INSTEAD[text]}"
    if kind == "bytes":
        return 'bytes are left out of the language; write a text in quotes, such as "access"'
    if kind == "open":
        return f"the text that starts here does not end on its line; write {text[0]} at its end"
    if text in "{}":
        return "maps and messages are left out of the language; write a list in [ ] or a fact"
    return f"{text!r} means nothing here; write names, numbers, texts in quotes and operators"
