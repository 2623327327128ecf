"""Constants in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from reglint.language.outcome import Held
from reglint.language.sentence.term_words import UNITS
from reglint.language.sentence.words import has_phrase, phrase, terms_joined
from reglint.language.syntax import Call, Expression, Literal
from reglint.model.duration import Duration
from reglint.model.quantity import Money, Percent
from reglint.model.text import Text, in_language

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def value_words(
    value: Held, language: str, words: Mapping[str, Text] | None = None, joint: str = "and"
) -> str:
    """A value in words. `words` are those of an enum; a list is joined by and, or or nor.

    >>> value_words(Percent(Decimal("99.9")), "en"), value_words(dt.date(2026, 3, 1), "zh")
    ('99.9%', '2026年3月1日')
    """
    if isinstance(value, tuple):
        return terms_joined([value_words(item, language, words) for item in value], joint, language)
    if isinstance(value, str):
        known = (words or {}).get(value)
        return in_language(known, language) if known else phrase("text", language, text=value)
    if isinstance(value, bool):
        return phrase("true" if value else "false", language)
    return _measure(value, language)


def duration_words(duration: Duration, language: str) -> str:
    """A duration in words: 6 months, 6个月, 6か月."""
    text = str(duration)
    count, _, unit = text.partition(" ")
    words = UNITS.get(unit.removesuffix("s")) or UNITS.get(unit)
    return text if language == "en" or words is None else f"{count}{in_language(words, language)}"


def written_duration(expr: Expression, language: str) -> str:
    """A constant duration in the unit that it is written in; "" for any other constant.

    >>> written_duration(Call("hours", (Literal("int", 72),)), "en")
    '72 hours'
    """
    match expr:
        case Call(function, (Literal("int", int(count)),)) if has_phrase(f"span {function}"):
            one = language == "en" and count == 1
            return phrase(f"span {function}", language, count=count).removesuffix("s" if one else "")
    return ""


def _measure(value: Held, language: str) -> str:
    match value:
        case Duration():
            return duration_words(value, language)
        case dt.datetime():
            return value.isoformat().replace("+00:00", "Z")  # as a platform file has it
        case dt.date():
            return _day(value, language)
        case Money(amount, code):
            key = f"money {code}" if has_phrase(f"money {code}") else "money"
            return phrase(key, language, amount=f"{amount:,f}", code=code)
        case Percent(Decimal() as amount):
            return f"{amount:f}%"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _day(day: dt.date, language: str) -> str:
    month = _MONTHS[day.month - 1]
    return phrase("day", language, day=day.day, month=month, number=day.month, year=day.year)
