"""What a value with a unit looks like, as patterns of JSON Schema (ECMA-262) that Python reads alike.

They say what the readers in model/duration and model/quantity take. What no pattern can say is left to the
reader: that a network has no bits beyond its prefix.
"""

from __future__ import annotations

from collections.abc import Iterable

from reglint.model.currencies import CURRENCIES

_END = r"(?![\s\S])"  # a $ would let Python pass a line end behind it
_GAP = r"[ \t\n\r\f\v]*"  # between a number and its unit only ASCII counts, around both any space
_NUMBER = r"[+-]?[0-9]{1,32}(?:\.[0-9]{1,32})?"
_NOT_NEGATIVE = r"(?:\+?[0-9]{1,32}(?:\.[0-9]{1,32})?|-0{1,32}(?:\.0{1,32})?)"
_EXACT_UNITS = ("ms", "millisecond", "s", "second", "min", "minute", "h", "hour", "d", "day", "week")
_CALENDAR_UNITS = ("month", "year", "business day")
_YEAR = r"(?!0000)[0-9]{4}"
_LEAP_YEAR = r"(?!0000)(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
_DAY = (
    rf"(?:{_YEAR}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)"
    rf"|(?:0[13578]|1[02])-31)|{_LEAP_YEAR}-02-29)"
)
_CLOCK = r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]{1,9})?)?"
_OFFSET = r"(?:Z|[+-](?:[01][0-9]|2[0-3])(?::?[0-5][0-9])?)"
_BYTE = r"(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_V4 = rf"(?:{_BYTE}\.){{3}}{_BYTE}"


def pattern_of(kind: str, minimum: int | None = None) -> str:
    """The pattern of a kind of scalar; "" where any text will do. `minimum` may be 0: then none is negative.

    >>> import re
    >>> [bool(re.search(pattern_of("percent", 0), text)) for text in ("99.9 %", "-1 %")]
    [True, False]
    """
    return _least(minimum) if kind == "percent" else _PATTERNS.get(kind, "")


def _least(minimum: int | None) -> str:
    return _whole(rf"\s*{_NUMBER if minimum is None else _NOT_NEGATIVE}{_GAP}%\s*")


def _whole(pattern: str) -> str:
    return f"^(?:{pattern}){_END}"


def _duration() -> str:
    counted = rf"[0-9]{{1,15}}\s*(?:{'|'.join(_units())})"
    return _whole(rf"\s*(?:{counted}|{_iso(calendar=True)}|{_iso(calendar=False)})\s*")


def _units() -> Iterable[str]:
    """The units in any case, in the singular or the plural."""
    for unit in (*_EXACT_UNITS, *_CALENDAR_UNITS):
        letters = (r"[ ]+" if sign == " " else f"[{sign.upper()}{sign}]" for sign in unit)
        yield f"{''.join(letters)}[Ss]?"


def _iso(*, calendar: bool) -> str:
    """ISO 8601 in years and months, or in weeks, days and hours: of the other kind there may be zeros."""
    some, none = "[0-9]{1,15}", "0{1,15}"
    months, days = (some, none) if calendar else (none, some)
    date = _each(months, "YM") + _each(days, "WD")
    return rf"P(?=[0-9]|T[0-9]){date}(?:T(?=[0-9]){_each(days, 'HMS')})?"


def _each(number: str, letters: str) -> str:
    return "".join(f"(?:{number}{letter})?" for letter in letters)


def _v6() -> str:
    """RFC 4291, section 2.2: eight groups, of which one run of zeros may be `::`, the last two as IPv4."""
    group = "[0-9A-Fa-f]{1,4}"
    last = f"(?:{group}:{group}|{_V4})"
    forms = [f"(?:{group}:){{6}}{last}", f"::(?:{group}:){{5}}{last}"]
    forms += (
        f"(?:(?:{group}:){{0,{4 - after}}}{group})?::(?:{group}:){{{after}}}{last}" for after in range(5)
    )
    forms.append(f"(?:(?:{group}:){{0,5}}{group})?::{group}")
    forms.append(f"(?:(?:{group}:){{0,6}}{group})?::")
    return f"(?:{'|'.join(forms)})"


_PATTERNS = {
    "duration": _duration(),
    "money": _whole(rf"\s*{_NUMBER}{_GAP}(?:{'|'.join(sorted(CURRENCIES))})\s*"),
    "version": _whole(r"[0-9]{1,9}(?:\.[0-9]{1,9}){0,9}"),
    "date": _whole(_DAY),
    "timestamp": _whole(rf"{_DAY}[Tt ]{_CLOCK}{_OFFSET}"),
    "ip": _whole(rf"{_V4}|{_v6()}"),
    "cidr": _whole(
        rf"{_V4}/(?:0{{0,2}}[0-9]|0?[12][0-9]|0?3[0-2])"
        rf"|{_v6()}/(?:0{{0,2}}[0-9]|0?[0-9]{{2}}|1[01][0-9]|12[0-8])"
    ),
}
