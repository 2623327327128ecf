"""What the rule language leaves out of CEL, told by the text of an expression alone.

CEL's doubles are decimals here, and exact. Tests of doubles are in scope and pass as they are, but for what
no decimal is: infinity, NaN, and powers of ten that need more than 64 digits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

_TYPES = "bool|bytes|double|int|list|map|null_type|string|type|uint"
_NAME = r"(?<![\w.])"


class Construct(NamedTuple):
    """What marks a construct in an expression whose texts are empty, and why rules have none of it."""

    pattern: str
    why: str


EXCLUDED: Mapping[str, Construct] = {
    "map and message literals": Construct(
        r"[{}]", "a rule reads facts, and the schema says which keys they have; it makes no objects"
    ),
    "bytes": Construct(r'b""', "no fact is a run of bytes: keys and secrets are classes, never contents"),
    "unsigned numbers": Construct(
        rf"{_NAME}(?:0[xX][0-9a-fA-F]+|[0-9]+)[uU]\b",
        "one kind of whole number, so that n >= 1 needs no suffix",
    ),
    "null": Construct(
        rf"{_NAME}null\b", "a fact that is null is unknown; a rule that could ask for null would decide on it"
    ),
    "map": Construct(
        r"\.map\(", "an element that is computed has no place to point at; sum, min and max serve"
    ),
    "matches": Construct(r"\.matches\(", "patterns of strangers can take exponential time; glob is linear"),
    "dyn": Construct(rf"{_NAME}dyn\b", "it switches off the checker, which is what finds a slip"),
    "type": Construct(rf"{_NAME}type\(", "the schema tells the type of every fact before a rule runs"),
    "types as values": Construct(
        rf"{_NAME}(?:{_TYPES})\b(?!\()", "what `type` gives, to be compared; and a fact may bear such a name"
    ),
    "casts": Construct(
        rf"{_NAME}(?:{_TYPES})\(",
        "a cast can fail on a platform's value, and no conversion is wanted but int to decimal",
    ),
    "timestamp and duration of more than a constant text": Construct(
        rf'{_NAME}(?:timestamp|duration)\((?!""\))',
        "constructors are folded at load, so that a bad one is a rule's fault",
    ),
    "infinity and NaN: a decimal divided by zero": Construct(
        r"/\s*0\.0(?![0-9])", "decimals are exact and finite; a rule that divides by zero is refused"
    ),
    "decimals of more than 64 digits": Construct(
        r"[0-9][eE][+-]?(?:[0-9]{3}|6[4-9]|[7-9][0-9])", "written out they would cost what a stranger likes"
    ),
    "lists of several types": Construct(
        r'""\s*,\s*[0-9]|[0-9]\s*,\s*""',
        "a list has one type of element, or `in` could never warn of a wrong one",
    ),
    "lists put together with +": Construct(
        r"\]\s*\+\s*\[", "a new list is neither an inventory nor a register: what its absence means is unsaid"
    ),
    "lists of facts compared as a whole": Construct(
        rf"\]\s*[!=]=\s*{_NAME}[a-z]",
        "facts keep no order, and what was only observed may have more elements",
    ),
}
"""A construct by its name; `excluded_by` takes the first that fits."""

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
    found = (construct for construct, (pattern, _why) in EXCLUDED.items() if re.search(pattern, emptied))
    return next(found, None)


def _emptied(text: re.Match[str]) -> str:
    return 'b""' if "b" in (text["raw"] or text["prefix"] or "").lower() else '""'
