"""What to write instead: the nearest known word, or a constant of the type that is wanted."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from reglint.language.builtins import CONSTRUCTORS, EXAMPLES
from reglint.language.literals import write_text
from reglint.language.render import render
from reglint.language.repair import repaired
from reglint.language.syntax import Call, Expression, ListLiteral, Literal
from reglint.model.fact import Value
from reglint.model.spelling import CLOSE, closest

_SHOWN_WORDS = 12
_SHOWN_SIGNS = 60
_PLAIN: Mapping[str, str] = {
    "bool": "true or false",
    "int": "a number",
    "decimal": "a number",
    "string": 'a text in quotes, such as "access"',
    "ip": 'cidr("10.0.0.0/8").containsIP(…)',
}


def nearest(word: str, known: Collection[str], prefix: str = "", *, cutoff: float = CLOSE) -> str:
    """The known word that is likely meant, with a prefix, else those that can be meant.

    >>> nearest("loging", ["logging", "custody"])
    'did you mean "logging"?'
    >>> nearest("zzz", ["logging", "custody"])
    'write one of custody, logging'
    """
    close = closest(word, known, cutoff=cutoff)
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
    >>> constant_of("duration", Literal("int", 5))
    'minutes(5), hours(5), days(5), months(5) or years(5)'
    """
    match found:
        case ListLiteral((item,)):
            return constant_of(kind, item)
    value = _value(found)
    if kind in _PLAIN:
        return _rewritten(kind, value) or _PLAIN[kind]
    return repaired(kind, [value]) or ("days(180), hours(4) …" if kind == "duration" else EXAMPLES[kind])


def has_constants(kind: str) -> bool:
    """Whether constants of the kind are written with a constructor."""
    return kind in CONSTRUCTORS


def _value(found: Expression) -> Value:
    """What a literal, or the one in a constructor, says; "" where there is none or it is a bool."""
    match found:
        case Literal(kind, value) | Call(_, (Literal(kind, value),)) if kind != "bool":
            return value
    return ""


def _rewritten(kind: str, value: object) -> str:
    """A number as text, or a text as the number that it says; "" where that can't be told."""
    if kind == "string" and value != "":
        return write_text(str(value))
    says_number = isinstance(value, str) and re.fullmatch("[0-9]{1,18}", value, re.ASCII)
    return str(value) if kind in {"int", "decimal"} and says_number else ""
