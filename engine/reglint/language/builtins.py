"""Constructors and functions of the language, over plain values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from typing import TypeAlias

from reglint.language.arithmetic import LONGEST, calculate, is_too_long
from reglint.language.comparison import relate
from reglint.language.glob import glob_matches
from reglint.language.kinds import mistyped
from reglint.language.outcome import Held
from reglint.model.duration import DAY, HOUR, MINUTE, Duration, DurationKind, parse_duration
from reglint.model.fact import Series, Unknown, Value
from reglint.model.quantity import (
    parse_cidr,
    parse_date,
    parse_ip,
    parse_money,
    parse_percent,
    parse_timestamp,
    parse_version,
)
from reglint.model.verdict import Reason

Arity: TypeAlias = tuple[int, int]
Constructor: TypeAlias = Callable[[Value], Value]

_MANY = 64


def construct(name: str, argument: Value) -> Value:
    """The value that a constructor makes of its constant. Raises ValueError that says what to write.

    >>> str(construct("months", 6))
    '6 months'
    """
    return CONSTRUCTORS[name](argument)


def call_function(name: str, arguments: Sequence[Held]) -> Held:
    """The result of `min`, `max` or `sum`, of a list or of several values, all known."""
    items = arguments
    if len(arguments) == 1:
        if not isinstance(arguments[0], tuple):
            return mistyped(f"take the {name} of", arguments[0])
        items = arguments[0]
    if not items and name != "sum":
        return Unknown(Reason.ARITHMETIC, f"an empty list has no {name}")
    return _folded(_STEPS[name], items)


def call_method(name: str, operand: Held, arguments: Sequence[Held]) -> Held:
    """The result of a method of known values."""
    if name == "size":
        return _size(operand)
    if name == "containsIP":
        return _contains_ip(operand, *arguments)
    texts = [value for value in (operand, *arguments) if isinstance(value, str)]
    if len(texts) <= len(arguments):
        return mistyped(f"call {name} with", operand, *arguments)
    return _TEXT_METHODS[name](*texts)


def _size(value: Held) -> Held:
    if isinstance(value, Series):
        return len(value.items)
    if isinstance(value, (str, tuple)):
        return len(value)
    return mistyped("take the size of", value)


def _contains_ip(network: Held, address: Held) -> Held:
    if isinstance(address, str):
        try:
            address = parse_ip(address)
        except ValueError as fault:
            return Unknown(Reason.MISTYPED, str(fault))
    if isinstance(network, (IPv4Network, IPv6Network)) and isinstance(address, (IPv4Address, IPv6Address)):
        return address in network
    return mistyped("look in", network, address)


def _folded(step: Callable[[Held, Held], Held], items: Sequence[Held]) -> Held:
    """All items taken together two by two; an unknown on the way ends it."""
    result: Held = items[0] if items else 0
    for item in items[1:]:
        if isinstance(result, Unknown):
            return result
        result = step(result, item)
    return result


def _smaller(left: Held, right: Held) -> Held:
    answer = relate("<=", left, right)
    return answer if isinstance(answer, Unknown) else left if answer else right


def _larger(left: Held, right: Held) -> Held:
    answer = relate(">=", left, right)
    return answer if isinstance(answer, Unknown) else left if answer else right


def _lower_ascii(text: str) -> str:
    """In UTF-8 no character but those of ASCII has a byte of ASCII."""
    return text.encode(errors="surrogatepass").lower().decode(errors="surrogatepass")


def _count(argument: Value, *, kind: DurationKind, factor: int) -> Duration:
    most = LONGEST[kind] // factor
    if type(argument) is not int or not 0 <= argument <= most:
        said = f'"{argument}"' if isinstance(argument, str) else argument
        raise ValueError(f"{said} is no whole number from 0 to {most}")
    return Duration(kind, argument * factor)


def _read(argument: Value, *, parse: Callable[[str], Value]) -> Value:
    if not isinstance(argument, str):
        raise ValueError(f"{argument} is no text in quotes")  # noqa: TRY004 - a fault of the rule, like the rest
    return parse(argument)


def _duration(text: str) -> Duration:
    duration = parse_duration(text)
    if is_too_long(duration):
        raise ValueError("the duration is longer than 10,000 years; write a shorter one")
    return duration


def _timestamp(text: str) -> dt.datetime:
    if re.search(r"\.[0-9]{7}", text):
        raise ValueError(f'"{text}" is finer than a microsecond; write at most 6 digits after the second')
    moment = parse_timestamp(text)
    try:
        moment.astimezone(dt.UTC)
    except OverflowError:
        raise ValueError(f'"{text}" has no year from 1 to 9999 in UTC; write another') from None
    return moment


_STEPS: Mapping[str, Callable[[Held, Held], Held]] = {
    "min": _smaller,
    "max": _larger,
    "sum": partial(calculate, "+"),
}
_TEXT_METHODS: Mapping[str, Callable[..., Held]] = {
    "contains": str.__contains__,
    "startsWith": str.startswith,
    "endsWith": str.endswith,
    "lowerAscii": _lower_ascii,
    "glob": lambda text, pattern: glob_matches(pattern, text),
}

FUNCTIONS: Mapping[str, Arity] = {
    "size": (1, 1),
    "implies": (2, 2),
    "min": (1, _MANY),
    "max": (1, _MANY),
    "sum": (1, 1),
}
METHODS: Mapping[str, Arity] = {
    "size": (0, 0),
    "contains": (1, 1),
    "startsWith": (1, 1),
    "endsWith": (1, 1),
    "lowerAscii": (0, 0),
    "containsIP": (1, 1),
    "glob": (1, 1),
}
CONSTRUCTORS: Mapping[str, Constructor] = {
    "minutes": partial(_count, kind=DurationKind.EXACT, factor=MINUTE),
    "hours": partial(_count, kind=DurationKind.EXACT, factor=HOUR),
    "days": partial(_count, kind=DurationKind.EXACT, factor=DAY),
    "weeks": partial(_count, kind=DurationKind.EXACT, factor=7 * DAY),
    "months": partial(_count, kind=DurationKind.MONTHS, factor=1),
    "years": partial(_count, kind=DurationKind.MONTHS, factor=12),
    "business_days": partial(_count, kind=DurationKind.BUSINESS_DAYS, factor=1),
    "duration": partial(_read, parse=_duration),
    "date": partial(_read, parse=parse_date),
    "timestamp": partial(_read, parse=_timestamp),
    "version": partial(_read, parse=parse_version),
    "percent": partial(_read, parse=parse_percent),
    "money": partial(_read, parse=parse_money),
    "cidr": partial(_read, parse=parse_cidr),
}
EXAMPLES: Mapping[str, str] = {
    "minutes": "minutes(5)",
    "hours": "hours(4)",
    "days": "days(180)",
    "weeks": "weeks(2)",
    "months": "months(6)",
    "years": "years(5)",
    "business_days": "business_days(10)",
    "duration": 'duration("6 months")',
    "date": 'date("2026-03-01")',
    "timestamp": 'timestamp("2026-03-01T09:30:00+08:00")',
    "version": 'version("1.2")',
    "percent": 'percent("99.9 %")',
    "money": 'money("50000000 CNY")',
    "cidr": 'cidr("10.0.0.0/8")',
}
