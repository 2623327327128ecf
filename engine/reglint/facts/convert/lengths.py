"""Numbers and lengths of time as programs write them: `30`, `1w2d`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reglint.model.duration import DAY, HOUR, MINUTE, SECOND, Duration, DurationKind

ELASTICSEARCH: Mapping[str, int] = {"d": DAY, "h": HOUR, "m": MINUTE, "s": SECOND, "ms": 1}
PROMETHEUS: Mapping[str, int] = {"y": 365 * DAY, "w": 7 * DAY, **ELASTICSEARCH}

_COUNT = re.compile(r"\d{1,9}", re.ASCII)
_ONE = re.compile(r"(\d{1,9})([a-z]+)", re.ASCII)
_ALL = re.compile(r"(?:\d{1,9}[a-z]+)+", re.ASCII)


def count_in(text: str) -> int | None:
    """The number that a text writes in up to nine digits; None where it writes none.

    >>> count_in("30"), count_in("-1"), count_in("9" * 5000)
    (30, None, None)
    """
    return int(text) if _COUNT.fullmatch(text) else None


def length_in(text: str, units: Mapping[str, int]) -> Duration | None:
    """The length that a text writes in such units; None where it writes none. `0` needs no unit.

    >>> str(length_in("1w2d", PROMETHEUS)), length_in("3 months", PROMETHEUS)
    ('9 days', None)
    """
    written = text.strip()
    if written == "0":
        return Duration(DurationKind.EXACT, 0)
    parts = _ONE.findall(written) if _ALL.fullmatch(written) else []
    if not parts or any(unit not in units for _, unit in parts):
        return None
    return Duration(DurationKind.EXACT, sum(int(number) * units[unit] for number, unit in parts))
