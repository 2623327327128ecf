"""Half characters: what is left of a pair of UTF-16 escapes when one of them is missing."""

from __future__ import annotations

import re

_HALF = re.compile("[\ud800-\udfff]")


def half_character(text: str) -> int | None:
    """The offset of the first half of a surrogate pair in a text, None where every character is whole."""
    match = _HALF.search(text)
    return None if match is None else match.start()


def paired(text: str) -> str:
    """The text with each pair of halves as one character; a half alone stays."""
    if _HALF.search(text) is None:
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
