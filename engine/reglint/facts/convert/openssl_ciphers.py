"""Lists of ciphers as OpenSSL writes them: which are weak, and of which only its version can say.

Sources: OpenSSL, "openssl-ciphers" (`:` between words, `!` and `-` take out, `+` before a word only moves and
inside one joins; aNULL has no authentication, eNULL no encryption); RFC 7465 (RC4), RFC 9325 section 4.2.
"""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"[:, ]+")
_JOINED = re.compile(r"[+\-_]")
_FAMILIES = {
    **{name: name for name in ("3DES", "DES", "RC4", "RC2", "MD5", "IDEA", "SEED", "LOW")},
    **dict.fromkeys(("NULL", "eNULL"), "NULL"),
    **dict.fromkeys(("aNULL", "ADH", "AECDH"), "aNULL"),
    **dict.fromkeys(("EXP", "EXPORT", "EXPORT40", "EXPORT56"), "EXPORT"),
}
_STRONG = ("AES", "CHACHA20", "CAMELLIA", "ARIA", "SM4", "HIGH")


def weak_ciphers(text: str) -> tuple[str, ...]:
    """The words of a list that bring in weak ciphers, and that it does not take out again.

    >>> weak_ciphers("EECDH+AESGCM:DES-CBC3-SHA:RC4:!RC4")
    ('DES-CBC3-SHA',)
    """
    taken_out = _taken_out(text)
    return tuple(one for one in _brought_in(text) if (found := _families(one)) and not found & taken_out)


def vague_ciphers(text: str) -> tuple[str, ...]:
    """The words of a list that stand for ciphers which differ from one version of OpenSSL to another.

    >>> vague_ciphers("ALL:AESGCM:!aNULL"), vague_ciphers("HIGH")
    (('ALL',), ('HIGH',))
    """
    authenticated = "aNULL" in _taken_out(text)
    words = (one for one in _brought_in(text) if not _families(one))
    return tuple(one for one in words if not (_is_strong(one) and (authenticated or _is_suite(one))))


def _brought_in(text: str) -> list[str]:
    return [one for one in _BETWEEN.split(text) if one[:1] not in ("", "!", "-", "+", "@")]


def _taken_out(text: str) -> frozenset[str]:
    words = (one[1:] for one in _BETWEEN.split(text) if one[:1] in ("!", "-"))
    return frozenset(_FAMILIES[one] for one in words if one in _FAMILIES)


def _families(word: str) -> frozenset[str]:
    """The families of weak ciphers that a word belongs to. `DES-CBC3` is 3DES."""
    parts = _JOINED.split(word.replace("DES-CBC3", "3DES"))
    return frozenset(_FAMILIES[one] for one in parts if one in _FAMILIES)


def _is_strong(word: str) -> bool:
    return any(one.startswith(_STRONG) for one in _JOINED.split(word))


def _is_suite(word: str) -> bool:
    """Whether a word names one suite, which has a certificate unless it is called otherwise."""
    return "+" not in word and ("-" in word or "_" in word)
