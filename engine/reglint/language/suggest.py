"""What to write instead: the nearest known word, or a constant of the type that is wanted."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from contextlib import suppress

from reglint.language.builtins import CONSTRUCTORS, EXAMPLES, construct
from reglint.language.literals import write_text
from reglint.language.render import render
from reglint.language.syntax import Expression, Literal
from reglint.model.spelling import closest

_SHOWN_WORDS = 12
_SHOWN_SIGNS = 60
_UNITS: Mapping[str, str] = {"percent": " %", "money": " CNY"}
_PLAIN: Mapping[str, str] = {
    "bool": "true or false",
    "int": "a number",
    "decimal": "a number",
    "string": 'a text in quotes, such as "access"',
    "ip": 'cidr("10.0.0.0/8").containsIP(…)',
}


def nearest(word: str, known: Collection[str], prefix: str = "") -> str:
    """The known word that is likely meant, with a prefix, else those that can be meant.

    >>> nearest("loging", ["logging", "custody"])
    'did you mean "logging"?'
    >>> nearest("zzz", ["logging", "custody"])
    'write one of custody, logging'
    """
    close = closest(word, known)
    return f'did you mean "{prefix}{close}"?' if close else f"write one of {listed(sorted(known))}"


def listed(words: Collection[str]) -> str:
    """The words with commas between them, not more than fit on a line or two."""
    shown = [*words][:_SHOWN_WORDS]
    return ", ".join(shown) + (" …" if len(words) > len(shown) else "")


def shown(expr: Expression) -> str:
    """The expression on one line, cut short."""
    text = render(expr)
    return text if len(text) <= _SHOWN_SIGNS else f"{text[: _SHOWN_SIGNS - 1]}…"


def constant_of(kind: str, found: Expression) -> str:
    """A constant of a kind, said as far as can be with what stands in its stead.

    >>> constant_of("percent", Literal("int", 100))
    'percent("100 %")'
    >>> constant_of("duration", Literal("int", 180))
    'days(180), hours(4) …'
    """
    value = found.value if isinstance(found, Literal) and not isinstance(found.value, bool) else ""
    if kind in _PLAIN:
        return _rewritten(kind, value) or _PLAIN[kind]
    for text in (f"{value}", f"{value}{_UNITS.get(kind, '')}"):
        with suppress(ValueError):
            construct(kind, text)
            return f"{kind}({write_text(text)})"
    return "days(180), hours(4) …" if kind == "duration" else EXAMPLES[kind]


def has_constants(kind: str) -> bool:
    """Whether constants of the kind are written with a constructor."""
    return kind in CONSTRUCTORS


def _rewritten(kind: str, value: object) -> str:
    """A number as text, or a text as the number that it says; "" where that can't be told."""
    if kind == "string" and value != "":
        return write_text(str(value))
    says_number = isinstance(value, str) and re.fullmatch("[0-9]{1,18}", value, re.ASCII)
    return str(value) if kind in {"int", "decimal"} and says_number else ""
