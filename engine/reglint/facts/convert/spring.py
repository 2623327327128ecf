"""Spring Boot's sessions and log files.

Durations: Spring Boot, "Properties Conversion": a number with an optional unit (ns us ms s m h d, in either
case), or ISO 8601; a bare number has the property's own unit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, not_set, unresolved
from reglint.facts.tree import child
from reglint.model.duration import Duration, DurationKind, parse_duration

NEVER = Duration(DurationKind.EXACT, 1000 * 365 * 24 * 60 * 60 * 1000)
"""What a product without a limit has: a thousand years in milliseconds, longer than any limit of law."""

UNLIMITED = "unlimited"

_UNITS = {"ns": 0, "us": 0, "ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000}
_SIMPLE = re.compile(r"([+-]?\d{1,18})\s*([a-z]{0,2})", re.ASCII | re.IGNORECASE)
_DAILY = re.compile(r"%d(?:ate)?(?:\{[^}HhmsS]*d[^}HhmsS]*\})?(?![a-z{])")


def session_timeout(node: Node | None, context: Context) -> Converted | None:
    """A session's idle time. A bare number is seconds; none or a negative one never ends the session.

    Source: Spring Boot, `server.servlet.session.timeout`, `@DurationUnit(SECONDS)`.
    """
    if node is None or node.value is None:
        return None
    resolved = context.resolve(node.text)
    if resolved.open:
        return unresolved(node, not_set(resolved))
    duration = spring_duration(resolved.text, bare="s")
    if duration is None:
        return unresolved(node, f'"{resolved.text}" is no duration that Spring reads')
    if duration.amount <= 0:
        return Converted(NEVER, node, resolved.note, shown=UNLIMITED)
    return Converted(duration, node, resolved.note)


def log_retention(node: Node | None, context: Context) -> Converted | None:
    """How long Spring Boot's own log files stay: `max-history` days, unless a cap deletes earlier.

    Source: Spring Boot, "File Rotation": archives are made daily and by size, `max-history` counts days.
    """
    history = child(node, "maxhistory")
    if history is None or history.value is None:
        return None
    kept = context.resolve(history.text)
    if kept.open or not kept.text.strip().isdecimal():
        reason = not_set(kept) if kept.open else f'max-history "{kept.text}" is no number'
        return unresolved(history, reason)
    days = int(kept.text)
    if not days:
        return unresolved(history, "max-history 0 deletes nothing: who removes the files is set elsewhere")
    obstacle = _obstacle(node, context)
    if obstacle:
        return unresolved(history, obstacle)
    return Converted(Duration(DurationKind.EXACT, days * _UNITS["d"]), history, kept.note)


def spring_duration(text: str, *, bare: str) -> Duration | None:
    """A duration as Spring reads it, `bare` being the unit of a number without one; None where it is none.

    >>> str(spring_duration("30M", bare="s")), str(spring_duration("30", bare="s"))
    ('30 minutes', '30 seconds')
    """
    match = _SIMPLE.fullmatch(text.strip())
    if match is None:
        return _iso(text)
    unit = match[2].casefold() or bare
    if unit not in _UNITS:
        return None
    return Duration(DurationKind.EXACT, int(match[1]) * _UNITS[unit])


def _obstacle(group: Node | None, context: Context) -> str:
    cap, pattern = child(group, "totalsizecap"), child(group, "filenamepattern")
    if cap is not None and context.resolve(cap.text).text.strip() not in ("", "0", "0B"):
        return "total-size-cap may delete files before max-history does"
    if pattern is not None and pattern.text and not _DAILY.search(context.resolve(pattern.text).text):
        return "file-name-pattern does not roll by the day"
    return ""


def _iso(text: str) -> Duration | None:
    if not text.strip().upper().startswith("P"):
        return None
    try:
        duration = parse_duration(text.strip().upper())
    except ValueError:
        return None
    return duration if duration.kind is DurationKind.EXACT else None


CONVERSIONS: Mapping[str, Conversion] = {
    "session_timeout": session_timeout,
    "spring_log_retention": log_retention,
}
