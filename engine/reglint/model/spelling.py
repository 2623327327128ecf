"""The known word that is likely meant by one that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

CLOSE = 0.6
"""How much alike two words are, from 0 to 1, where the one may be meant by the other."""

_SHORTEST_PREFIX = 3
_LONGEST_SHOWN = 40


def cut_short(word: str) -> str:
    """The word as a message shows it: no more of it than fits on a line beside others.

    >>> cut_short("retention"), len(cut_short("x" * 4000))
    ('retention', 40)
    """
    return word if len(word) <= _LONGEST_SHOWN else f"{word[: _LONGEST_SHOWN - 1]}…"


def closest(word: str, known: Iterable[str], *, cutoff: float = CLOSE) -> str:
    """The nearest of the known words, whatever their case, or the one it begins; "" where there is none.

    >>> closest("Loging", ["logging", "custody"]), closest("zzz", ["logging"])
    ('logging', '')
    >>> closest("auth", ["authentication", "engine"])
    'authentication'
    """
    folded = {other.casefold(): other for other in known}
    close = get_close_matches(word.casefold(), folded, n=1, cutoff=cutoff)
    if close:
        return folded[close[0]]
    begun = [other for other in folded if other.startswith(word.casefold())]
    return folded[begun[0]] if len(begun) == 1 and len(word) >= _SHORTEST_PREFIX else ""
