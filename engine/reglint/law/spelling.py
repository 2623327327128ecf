"""Words that are not known, and the known ones that may be meant."""

from __future__ import annotations

from collections.abc import Collection

from reglint.model.spelling import closest


def did_you_mean(word: str, known: Collection[str], *, show_all: int = 8) -> str:
    """A hint for a word that is not known: the nearest one, else all of them where they are few.

    >>> did_you_mean("penalty", ("penalties", "limits"))
    'Did you mean "penalties"?'
    >>> did_you_mean("colour", ("penalties", "limits"))
    'Write one of: limits, penalties.'
    """
    if close := closest(word, known):
        return f'Did you mean "{close}"?'
    return f"Write one of: {', '.join(sorted(known))}." if 0 < len(known) <= show_all else ""
