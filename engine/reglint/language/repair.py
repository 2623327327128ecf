"""The constant that is meant by one that can't be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from ipaddress import ip_network

from reglint.language.builtins import construct
from reglint.language.literals import write_text
from reglint.language.units import ANY_UNIT, with_unit
from reglint.model.fact import Value

_WRITTEN_AS: Mapping[str, str] = {
    "¥": " CNY",
    "￥": " CNY",
    "元": " CNY",
    "$": " USD",
    "€": " EUR",
    "£": " GBP",
}
_UNITS = "minutes({0}), hours({0}), days({0}), months({0}) or years({0})"
_WHOLE = re.compile(r"-?([0-9]{1,9})(?:\.0+)?", re.ASCII)
_DAY = re.compile(r"([0-9]{4})\D+([0-9]{1,2})\D+([0-9]{1,2})(?:\D.*)?", re.ASCII | re.DOTALL)
_WITH_UNIT = re.compile(r"([0-9]{1,9})\s*(\D+)", re.ASCII)


def repaired(kind: str, values: Sequence[Value]) -> str:
    """The constant of a kind that is likely meant by one with these values; "" where that can't be told.

    >>> repaired("money", ["50,000 CNY"]), repaired("date", [2026, 1, 1]), repaired("date", ["soon"])
    ('money("50000 CNY")', 'date("2026-01-01")', '')
    """
    text = " ".join(str(value) for value in values)
    number = _WHOLE.fullmatch(text)
    if number and kind == "duration":
        return _UNITS.format(number[1])
    if kind not in _CANDIDATES:
        return f"{kind}({number[1]})" if number else ""
    written = (_written(kind, candidate) for candidate in (text, *_CANDIDATES[kind](text)))
    return _share(values) or next(filter(None, written), "") or _measured(kind, text)


def _share(values: Sequence[Value]) -> str:
    """A ratio of at most 1, which may be meant as a percentage or be one."""
    match values:
        case (Decimal() as ratio,) if 0 < ratio <= 1:
            return f'percent("{(ratio * 100).normalize():f} %") or percent("{ratio:f} %")'
    return ""


def _written(kind: str, text: str) -> str:
    """The constant of the text, "" if it makes none."""
    with suppress(ValueError):
        construct(kind, text)
        return f"{kind}({write_text(text)})"
    return ""


def _measured(kind: str, text: str) -> str:
    match = _WITH_UNIT.fullmatch(text)
    instead = with_unit(match[1], match[2]) if match and kind == "duration" else ANY_UNIT
    return "" if instead == ANY_UNIT else instead


def _days(text: str) -> Iterator[str]:
    if match := _DAY.fullmatch(text):
        yield f"{match[1]}-{match[2]:>02}-{match[3]:>02}"


def _moments(text: str) -> Iterator[str]:
    yield text.replace(" ", "T", 1)
    yield f"{text}T00:00:00Z"


def _amounts(text: str) -> Iterator[str]:
    plain = re.sub("[,_ ]", "", text)
    for sign, currency in _WRITTEN_AS.items():
        if sign in plain:
            yield plain.replace(sign, "") + currency
    yield re.sub(r"([0-9])([A-Za-z]{3})$", r"\1 \2", plain).replace("RMB", "CNY")
    yield f"{plain} CNY"


def _percentages(text: str) -> Iterator[str]:
    yield re.sub(r"\s*(?:％|percent|pct)\s*$", " %", text)
    yield f"{text} %"


def _versions(text: str) -> Iterator[str]:
    yield text.lstrip("TLSv <>=")


def _networks(text: str) -> Iterator[str]:
    with suppress(ValueError):
        yield str(ip_network(text, strict=False))


_CANDIDATES: Mapping[str, Callable[[str], Iterator[str]]] = {
    "cidr": _networks,
    "date": _days,
    "duration": lambda _: iter(()),
    "money": _amounts,
    "percent": _percentages,
    "timestamp": _moments,
    "version": _versions,
}
