"""Numbers with something behind them: what was meant, and how it is written."""

from __future__ import annotations

import re
from collections.abc import Mapping

_DURATIONS: Mapping[str, str] = {
    **dict.fromkeys(("min", "minute"), "minutes"),
    **dict.fromkeys(("h", "hr", "hour"), "hours"),
    **dict.fromkeys(("d", "day", "calendar day"), "days"),
    **dict.fromkeys(("w", "wk", "week"), "weeks"),
    **dict.fromkeys(("mo", "mon", "month"), "months"),
    **dict.fromkeys(("y", "yr", "year"), "years"),
    **dict.fromkeys(("bd", "business day", "working day", "workday", "trading day"), "business_days"),
}
_SHARES = {"%", "percent", "pct"}
_CURRENCIES = {"CNY", "RMB", "USD", "EUR", "JPY", "GBP", "HKD"}
_COUNTS = {"time", "attempt"}
_ANY = "days(30), hours(4), minutes(5), months(6) …"

UNIT_AFTER_BLANK = (
    r"(?:business|working|calendar|trading)[ _-]days?|seconds?|secs?|min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?"
    r"|months?|years?|times?|attempts?|percent|" + "|".join(sorted(_CURRENCIES))
)
"""A pattern for the units that a number can have after a blank, where no other word stands after one."""


def with_unit(number: str, unit: str) -> str:
    """What is written for a number with a unit.

    >>> with_unit("180", "d"), with_unit("100", "%"), with_unit("300", "s")
    ('days(180)', 'percent("100 %")', 'minutes(5)')
    """
    word = re.sub("[_ -]+", " ", unit.strip())
    if re.fullmatch("(_[0-9]+)+", unit):
        return number + unit.replace("_", "")
    if word.upper() in _CURRENCIES:
        return f'money("{number} {"CNY" if word.upper() == "RMB" else word.upper()}")'
    singular = word.lower() if len(word) == 1 else word.lower().removesuffix("s")
    if singular in _SHARES:
        return f'percent("{number} %")'
    if singular in _COUNTS:
        return number
    return _duration(number, singular) if number.isdecimal() else _ANY


def _duration(number: str, unit: str) -> str:
    if unit == "m":
        return f"minutes({number}) or months({number})"
    if unit in {"s", "sec", "second"}:
        whole, rest = divmod(int(number[:18]), 60)
        return f'duration("{number} seconds")' if rest else f"minutes({whole})"
    return f"{_DURATIONS[unit]}({number})" if unit in _DURATIONS else _ANY
