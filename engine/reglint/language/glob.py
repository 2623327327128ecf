"""Globs: patterns of whole texts: `*` is any run of characters, `?` any one. Linear in the text."""

from __future__ import annotations

MAX_PATTERN = 256
_MEANT_OTHERWISE = "[]{}\\"


def check_glob(pattern: str) -> None:
    """Raise ValueError that says what to write where a pattern is empty, too long or of another notation."""
    if not pattern:
        raise ValueError('the pattern is empty; write * for any text, or == ""')
    if len(pattern) > MAX_PATTERN:
        raise ValueError(f"the pattern is longer than {MAX_PATTERN} characters; write a shorter one")
    strange = next((sign for sign in pattern if sign in _MEANT_OTHERWISE), "")
    if strange:
        raise ValueError(f"{strange} has no meaning in a glob; write * for any text, ? for one character")
    if "**" in pattern:
        raise ValueError("** is no more than *, which passes every character; write *")


def glob_matches(pattern: str, text: str) -> bool:
    """Whether the whole text is as the pattern says.

    All the ways to read the text so far are kept at once, a bit for each: bit n is set where the first n
    characters and question marks of the pattern are met.

    >>> glob_matches("prod-*-?", "prod-eu-west-1")
    True
    """
    signs = [sign for sign in pattern if sign != "*"]
    stays = _stays(pattern)
    anything = sum(1 << at for at, sign in enumerate(signs) if sign == "?")
    meets: dict[str, int] = {}
    for at, sign in enumerate(signs):
        meets[sign] = meets.get(sign, anything) | 1 << at
    ways = 1
    for char in text:
        ways = ((ways & meets.get(char, anything)) << 1) | (ways & stays)
    return bool(ways >> len(signs) & 1)


def _stays(pattern: str) -> int:
    """The bits that any character may leave set: where a star stands."""
    met, stays = 0, 0
    for sign in pattern:
        if sign == "*":
            stays |= 1 << met
        else:
            met += 1
    return stays
