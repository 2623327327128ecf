"""What to write instead: the nearest known word, or a constant of the type that is wanted."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from decimal import Decimal

from reglint.language.arithmetic import calculate
from reglint.language.builtins import CONSTRUCTORS, EXAMPLES
from reglint.language.foreign import TRUTHS
from reglint.language.literals import write_text
from reglint.language.render import render
from reglint.language.repair import form_of, repaired
from reglint.language.syntax import (
    Binary,
    Call,
    Conditional,
    Expression,
    ListLiteral,
    Literal,
    Name,
    Unary,
    descend,
)
from reglint.model.fact import Value
from reglint.model.spelling import CLOSE, closest

_SHOWN_WORDS = 12
_SHOWN_SIGNS = 60
_DAYS = {"date", "timestamp"}
_PLAIN: Mapping[str, str] = {
    "bool": "true or false",
    "int": "a number",
    "decimal": "a number",
    "string": 'a text in quotes, such as "access"',
    "ip": 'a network that holds it, such as cidr("10.0.0.0/8").containsIP(…)',
}


def nearest(word: str, known: Collection[str], prefix: str = "", *, cutoff: float = CLOSE) -> str:
    """The known word that is likely meant, with a prefix, else those that can be meant.

    >>> nearest("loging", ["logging", "custody"])
    'did you mean "logging"?'
    >>> nearest("zzz", ["logging", "custody"])
    'write one of custody, logging'
    """
    close = closest(word, known, cutoff=cutoff)
    return did_you_mean(f"{prefix}{close}") if close else f"write one of {listed(sorted(known))}"


def did_you_mean(word: str) -> str:
    """The question after the one word that is likely meant."""
    return f'did you mean "{word}"?'


def listed(words: Collection[str]) -> str:
    """The words with commas between them, not more than fit on a line or two."""
    shown = [*words][:_SHOWN_WORDS]
    return ", ".join(shown) + (" …" if len(words) > len(shown) else "")


def with_article(word: str) -> str:
    """The word after a or an, as it is spoken.

    >>> with_article("int"), with_article("user")
    ('an int', 'a user')
    """
    return f"{'an' if word[0] in 'aeio' else 'a'} {word}"


def shown(expr: Expression) -> str:
    """The expression on one line, cut short."""
    text = render(expr)
    return text if len(text) <= _SHOWN_SIGNS else f"{text[: _SHOWN_SIGNS - 1]}…"


def shown_operand(expr: Expression) -> str:
    """The expression on one line, cut short, in parentheses where an operator beside it could split it."""
    return f"({shown(expr)})" if isinstance(expr, (Binary, Conditional, Unary)) else shown(expr)


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
        case Call(function, (argument,)) if {kind, function} == _DAYS:
            return constant_of(kind, argument)
    value = written_value(found)
    if kind in _PLAIN:
        return _rewritten(kind, value) or _PLAIN[kind]
    return (value is not None and repaired(kind, [value])) or form_of(kind)


def beside_constant(text: str, constructor: str) -> str:
    """What to write where a constructor's name is taken for a part of what it is compared with."""
    return f"{text} beside a constant, such as {EXAMPLES[constructor]}"


def two_of_a_kind(*beside: Expression) -> str:
    """What to write for a date beside a timestamp: the day of the assessment has no time."""
    if any(Name("now") in descend(expr) for expr in beside):
        return f"now is a day without a time; write a moment, such as {EXAMPLES['timestamp']}"
    return "write two dates or two timestamps"


def has_constants(kind: str) -> bool:
    """Whether constants of the kind are written with a constructor."""
    return kind in CONSTRUCTORS


def written_value(found: Expression) -> Value | None:
    """What a literal, or arithmetic of literals, says; None where there is none or it is a bool.

    A quotient is exact, as it is meant where a constant stands for a share: 1 / 2 is a half.
    """
    match found:
        case Literal(kind, value) if kind != "bool":
            return value
        case Binary("+" | "-" | "*" | "/" as sign, left, right):
            one, other = written_value(left), written_value(right)
            if one is None or other is None:
                return None
            exact = Decimal(one) if sign == "/" and isinstance(one, int) else one
            result = calculate(sign, exact, other)
            return result if isinstance(result, (int, Decimal, str)) else None
    return None


def _rewritten(kind: str, value: Value | None) -> str:
    """A text as the number or truth that it says, a number as text; "" where that can't be told."""
    if kind == "string" and value not in {None, ""}:
        return write_text(str(value))
    if kind == "bool":
        return TRUTHS.get(str(value).lower(), "")
    says_number = isinstance(value, str) and re.fullmatch(r"[0-9]{1,18}(?:\.[0-9]{1,18})?", value, re.ASCII)
    return str(value) if kind in {"int", "decimal"} and says_number else ""
