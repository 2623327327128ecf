"""Numbers with something behind them: what was meant, and how it is written."""

from __future__ import annotations

import re
from collections.abc import Mapping

_DURATIONS: Mapping[str, str] = {
    **dict.fromkeys(("min", "minute", "分钟", "分鐘", "分"), "minutes"),
    **dict.fromkeys(("h", "hr", "hour", "小时", "小時", "時間"), "hours"),
    **dict.fromkeys(("d", "day", "calendar day", "天", "日"), "days"),
    **dict.fromkeys(("w", "wk", "week", "周", "週間"), "weeks"),
    **dict.fromkeys(("mo", "mon", "month", "个月", "月", "か月"), "months"),
    **dict.fromkeys(("y", "yr", "year", "年"), "years"),
    **dict.fromkeys(("bd", "business day", "working day", "workday", "trading day"), "business_days"),
    **dict.fromkeys(("工作日", "个工作日", "営業日"), "business_days"),
}
_SHARES = {"%", "percent", "pct"}
_CURRENCIES = {"CNY", "RMB", "USD", "EUR", "JPY", "GBP", "HKD"}
_OWN_NAMES: Mapping[str, str] = {"RMB": "CNY", "元": "CNY", "円": "JPY"}
_COUNTS = {"time", "attempt", "次", "回"}

ANY_UNIT = "days(30), hours(4), minutes(5), months(6) …"
"""What is written where the unit can't be told."""

UNIT_AFTER_BLANK = (
    r"(?:business|working|calendar|trading)[ _-]days?|seconds?|secs?|min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?"
    r"|months?|years?|times?|attempts?|percent|" + "|".join(sorted(_CURRENCIES))
)
"""A pattern for the units that a number can have after a blank, where no other word stands after one."""


CHINESE_UNIT = "|".join(
    sorted(
        (unit for unit in (*_DURATIONS, *_OWN_NAMES, *_COUNTS, "秒") if not unit.isascii()),
        key=len,
        reverse=True,
    )
)
"""A pattern for the units that a number can have in Chinese or Japanese."""


def with_unit(number: str, unit: str) -> str:
    """What is written for a number with a unit.

    >>> with_unit("180", "d"), with_unit("100", "%"), with_unit("300", "s")
    ('days(180)', 'percent("100 %")', 'minutes(5)')
    """
    word = re.sub("[_ -]+", " ", unit.strip())
    if re.fullmatch("(_[0-9]+)+", unit):
        return number + unit.replace("_", "")
    if word.upper() in {*_CURRENCIES, *_OWN_NAMES}:
        return f'money("{number} {_OWN_NAMES.get(word.upper(), word.upper())}")'
    singular = word.lower() if len(word) == 1 else word.lower().removesuffix("s")
    if singular in _SHARES:
        return f'percent("{number} %")'
    if singular in _COUNTS:
        return number
    return _duration(number, singular) if number.isdecimal() else ANY_UNIT


def _duration(number: str, unit: str) -> str:
    if unit == "m":
        return f"minutes({number}) or months({number})"
    if unit in {"s", "sec", "second", "秒"}:
        whole, rest = divmod(int(number[:18]), 60)
        return f'duration("{number} seconds")' if rest else f"minutes({whole})"
    return f"{_DURATIONS[unit]}({number})" if unit in _DURATIONS else ANY_UNIT
