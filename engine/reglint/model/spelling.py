"""The known word that is likely meant by one that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def closest(word: str, known: Iterable[str]) -> str:
    """The nearest of the known words, whatever their case; "" where none is near.

    >>> closest("Loging", ["logging", "custody"]), closest("zzz", ["logging"])
    ('logging', '')
    """
    folded = {other.casefold(): other for other in known}
    close = get_close_matches(word.casefold(), folded, n=1)
    return folded[close[0]] if close else ""
