"""The constant that is meant by one that can't be read, and the form of one where that can't be told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from ipaddress import ip_network
from typing import TypeAlias

from reglint.language.builtins import EXAMPLES, construct
from reglint.language.literals import write_text
from reglint.language.units import ANY_UNIT, with_unit
from reglint.model.fact import Value
from reglint.model.quantity import nearest_currency

Readings: TypeAlias = Iterator[tuple[str, ...]]  # texts that are equally likely meant, the likeliest first

_NOT_NEGATIVE = "0 or more"
_UNITS = "minutes({0}), hours({0}), days({0}), months({0}) or years({0})"
_COUNTS = {"minutes", "hours", "days", "weeks", "months", "years", "business_days"}
_FINER: Mapping[str, tuple[str, int]] = {
    "weeks": ("days", 7),
    "days": ("hours", 24),
    "hours": ("minutes", 60),
    "years": ("months", 12),
}
_FORMS: Mapping[str, str] = {
    "duration": "a number with its unit",
    "date": "year, month and day in quotes",
    "timestamp": "day, time and offset in quotes",
    "version": "numbers with dots in quotes",
    "percent": "a number and % in quotes",
    "money": "an amount and its currency in quotes",
    "cidr": "an address and its prefix in quotes",
}
_CURRENCIES: Mapping[str, tuple[str, ...]] = {
    "¥": ("CNY", "JPY"),
    "￥": ("CNY", "JPY"),
    "元": ("CNY",),
    "円": ("JPY",),
    "$": ("USD",),
    "€": ("EUR",),
    "£": ("GBP",),
}
_SOME_CURRENCIES = ("CNY", "EUR", "JPY", "USD")
_OFFSETS = ("Z", "+08:00")

_WHOLE = re.compile(r"([0-9]{1,9})(?:\.0+)?", re.ASCII)
_FRACTION = re.compile(r"[0-9]{0,9}\.[0-9]{1,9}", re.ASCII)
_NEGATIVE = re.compile(r"-[0-9.]+", re.ASCII)
_SHARE = re.compile(r"0?\.[0-9]{1,9}|1(?:\.0+)?", re.ASCII)
_WITH_UNIT = re.compile(r"([0-9]{1,9})\s*(\D+)", re.ASCII)
_DAY = re.compile(r"([0-9]{4})\D+([0-9]{1,2})\D+([0-9]{1,2})(?:\D.*)?", re.ASCII | re.DOTALL)
_DAY_IN_DIGITS = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})", re.ASCII)
_DAY_WITH_YEAR_LAST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})", re.ASCII)
_DECIMAL_COMMA = re.compile(r",(?![0-9]{3}(?![0-9]))", re.ASCII)
_PATTERN_SIGN = re.compile(r"\\([.-])|(\.\*|%)|(\.\+)|(\.)")


def repaired(kind: str, values: Sequence[Value]) -> str:
    """The constant of a kind that is likely meant by one with these values, or each that may be.

    "" where that can't be told.

    >>> repaired("money", ["50,000 CNY"]), repaired("date", [2026, 1, 1]), repaired("date", ["soon"])
    ('money("50000 CNY")', 'date("2026-01-01")', '')
    >>> repaired("date", ["1.2.2026"]), repaired("days", [Decimal("1.5")])
    ('date("2026-02-01") or date("2026-01-02")', 'hours(36)')
    """
    text = " ".join(str(value) for value in values)
    if kind == "duration" or kind in _COUNTS:
        return _counted(kind, text)
    for readings in ((text,), *_READINGS[kind](text)):
        written = (_written(kind, reading) for reading in readings)
        if sound := [*dict.fromkeys(filter(None, written))]:
            return _either(sound)
    return ""


def form_of(kind: str) -> str:
    """How a constant of a kind is written, with an example.

    >>> form_of("months")
    'a whole number of months, such as months(6)'
    """
    form = _FORMS.get(kind) or f"a whole number of {kind.replace('_', ' ')}"
    return f"{form}, such as {EXAMPLES[kind]}"


def glob_of(pattern: str) -> str:
    """The glob that passes what a regular expression, or a pattern of SQL, of plain characters passes.

    "" where there is none. Without an anchor, and without a run of any text at either end, it may stand
    anywhere in a text.

    >>> glob_of("^prod-"), glob_of("prod-.*"), glob_of("prod"), glob_of("prod-[a-z]+")
    ('prod-*', 'prod-*', '*prod*', '')
    """
    body = _PATTERN_SIGN.sub(_as_glob, pattern.removeprefix("^").removesuffix("$"))
    if not body or re.search(r"[]\\^$|+(){}[]", body):
        return ""
    starts, ends = pattern.startswith("^"), pattern.endswith("$")
    anywhere = not (starts or ends or body.startswith("*") or body.endswith("*"))
    before = "*" if anywhere or (ends and not starts) else ""
    after = "*" if anywhere or (starts and not ends) else ""
    return re.sub(r"\*+", "*", f"{before}{body}{after}")


def _counted(kind: str, text: str) -> str:
    """A length of time: a number of units, of finer ones for a fraction, or what its own unit says."""
    if _NEGATIVE.fullmatch(text):
        return _NOT_NEGATIVE
    number = _WHOLE.fullmatch(text)
    if number and kind == "duration":
        return _UNITS.format(number[1])
    if number:
        return _of_number(kind, int(number[1]))
    return (kind == "duration" and _written(kind, text)) or _finer(kind, text) or _measured(kind, text)


def _finer(kind: str, text: str) -> str:
    amount = Decimal(text) if _FRACTION.fullmatch(text) else Decimal(0)
    while amount and kind in _FINER:
        kind, count = _FINER[kind]
        amount *= count
        if amount == int(amount):
            return _of_number(kind, int(amount))
    return ""


def _of_number(kind: str, number: int) -> str:
    """The constant of so many units, "" if there is none so long."""
    with suppress(ValueError):
        construct(kind, number)
        return f"{kind}({number})"
    return ""


def _measured(kind: str, text: str) -> str:
    """What a number with a unit says, if it is of the kind."""
    match = _WITH_UNIT.fullmatch(text)
    instead = with_unit(match[1], match[2]) if match else ANY_UNIT
    said = {constant.partition("(")[0] for constant in instead.split(" or ")}
    fits = said <= {*_COUNTS, "duration"} if kind == "duration" else said == {kind}
    return instead if fits and instead != ANY_UNIT else ""


def _written(kind: str, text: str) -> str:
    """The constant of the text, "" if it makes none."""
    with suppress(ValueError):
        construct(kind, text)
        return f"{kind}({write_text(text)})"
    return ""


def _either(constants: Sequence[str]) -> str:
    *others, last = constants
    return f"{', '.join(others)} or {last}" if others else last


def _days(text: str) -> Readings:
    if match := _DAY.fullmatch(text) or _DAY_IN_DIGITS.fullmatch(text):
        yield (f"{match[1]}-{match[2]:>02}-{match[3]:>02}",)
    if match := _DAY_WITH_YEAR_LAST.fullmatch(text):
        one, other, year = match.groups()
        yield f"{year}-{other:>02}-{one:>02}", f"{year}-{one:>02}-{other:>02}"


def _moments(text: str) -> Readings:
    moment = "T".join(text.split(maxsplit=1)).replace(" ", "")
    yield (moment,)
    yield tuple(f"{moment}{offset}" for offset in _OFFSETS)
    yield tuple(f"{moment}T00:00:00{offset}" for offset in _OFFSETS)


def _amounts(text: str) -> Readings:
    if _DECIMAL_COMMA.search(text):
        return
    plain = re.sub("[,_ ]", "", text)
    for sign, currencies in _CURRENCIES.items():
        if sign in plain:
            yield tuple(f"{plain.replace(sign, '')} {currency}" for currency in currencies)
    code_last = re.sub(r"^([A-Z]{3})([0-9.]+)$", r"\2\1", plain.upper()).replace("RMB", "CNY")
    yield (re.sub(r"([0-9])([A-Z]{3})$", r"\1 \2", code_last),)
    if unknown := re.search(r"(?<=[0-9])[A-Z]{3}$", code_last):
        yield (f"{code_last[: unknown.start()]} {nearest_currency(unknown[0])}",)
    yield tuple(f"{plain} {currency}" for currency in _SOME_CURRENCIES)


def _percentages(text: str) -> Readings:
    yield (re.sub(r"\s*(?:％|percent|pct)\s*$", " %", text),)
    if _SHARE.fullmatch(text):
        yield f"{(Decimal(text) * 100).normalize():f} %", f"{text} %"
    yield (f"{text} %",)


def _versions(text: str) -> Readings:
    yield (re.sub(r"^(?:TLS)?[ _-]*v?\s*", "", text, flags=re.IGNORECASE),)


def _networks(text: str) -> Readings:
    with suppress(ValueError):
        yield (str(ip_network(text, strict=False)),)


def _as_glob(match: re.Match[str]) -> str:
    plain, any_text, some_text, _ = match.groups()
    return plain or ("*" if any_text else "?*" if some_text else "?")


_READINGS: Mapping[str, Callable[[str], Readings]] = {
    "cidr": _networks,
    "date": _days,
    "money": _amounts,
    "percent": _percentages,
    "timestamp": _moments,
    "version": _versions,
}
