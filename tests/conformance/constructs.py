"""What the rule language leaves out of CEL, told by the text of an expression alone.

CEL's doubles are decimals here, and exact. Tests of doubles are in scope and pass as they are, but for what
no decimal is: infinity, NaN, and powers of ten that need more than 64 digits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_TYPES = "bool|bytes|double|int|list|map|null_type|string|type|uint"
_NAME = r"(?<![\w.])"

EXCLUDED: Mapping[str, str] = {
    "map and message literals": r"[{}]",
    "bytes": r'b""',
    "unsigned numbers": rf"{_NAME}(?:0[xX][0-9a-fA-F]+|[0-9]+)[uU]\b",
    "null": rf"{_NAME}null\b",
    "map": r"\.map\(",
    "matches": r"\.matches\(",
    "dyn": rf"{_NAME}dyn\b",
    "type": rf"{_NAME}type\(",
    "types as values": rf"{_NAME}(?:{_TYPES})\b(?!\()",
    "casts": rf"{_NAME}(?:{_TYPES})\(",
    "timestamp and duration of more than a constant text": rf'{_NAME}(?:timestamp|duration)\((?!""\))',
    "infinity and NaN: a decimal divided by zero": r"/\s*0\.0(?![0-9])",
    "decimals of more than 64 digits": r"[0-9][eE][+-]?(?:[0-9]{3}|6[4-9]|[7-9][0-9])",
    "lists of several types": r'""\s*,\s*[0-9]|[0-9]\s*,\s*""',
    "lists put together with +": r"\]\s*\+\s*\[",
    "lists of facts compared as a whole": rf"\]\s*[!=]=\s*{_NAME}[a-z]",
}
"""A pattern for each construct, over expressions whose texts are empty."""

_TEXT = re.compile(
    r"""
      (?P<raw> [bB]?[rR][bB]? ) (?: \"{3}.*?\"{3} | '{3}.*?'{3} | "[^"]*" | '[^']*' )
    | (?P<prefix> [bB]? ) (?: \"{3}(?:\\.|.)*?\"{3} | '{3}(?:\\.|.)*?'{3}
                            | "(?:\\.|[^"])*" | '(?:\\.|[^'])*' )
    """,
    re.VERBOSE | re.DOTALL,
)


def excluded_by(source: str) -> str | None:
    """The first construct of the table that an expression has; None if it uses only the rule language.

    >>> excluded_by("'{}' == dyn('a')")
    'dyn'
    """
    emptied = _TEXT.sub(_emptied, source)
    found = (construct for construct, pattern in EXCLUDED.items() if re.search(pattern, emptied))
    return next(found, None)


def _emptied(text: re.Match[str]) -> str:
    return 'b""' if "b" in (text["raw"] or text["prefix"] or "").lower() else '""'
