"""Text from strangers' files, fit for a terminal."""

from __future__ import annotations

import unicodedata

_STEERING = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def visible(text: str) -> str:
    r"""The text with a blank for every line end and � for every character that would steer a terminal.

    >>> visible("a\x1b[31mb\nc")
    'a�[31mb c'
    """
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character in "\r\n\t":
        return " "
    return "�" if unicodedata.category(character) in _STEERING else character
