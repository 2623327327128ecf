"""Spring Boot's durations and Redis settings.

Durations: Spring Boot, "Properties Conversion": a number with an optional unit (ns us ms s m h d, in either case),
or ISO 8601; a bare number has the property's own unit.
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

_UNITS = {"ns": 0, "us": 0, "ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000}
_SIMPLE = re.compile(r"([+-]?\d{1,18})\s*([a-z]{0,2})", re.ASCII | re.IGNORECASE)
_URL_PASSWORD = re.compile(r"rediss?://(?:[^:@/]*:)?([^@/]+)@", re.IGNORECASE)


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
        return Converted(NEVER, node, resolved.note, shown="no limit")
    return Converted(duration, node, resolved.note)


def days(node: Node | None, context: Context) -> Converted | None:
    """A number of days, such as Spring Boot's `max-history` of its daily log files."""
    if node is None or node.value is None:
        return None
    resolved = context.resolve(node.text)
    if resolved.open or not resolved.text.strip().isdecimal():
        return unresolved(
            node, not_set(resolved) if resolved.open else f'"{resolved.text}" is no number of days'
        )
    if not int(resolved.text):
        return unresolved(node, "0 deletes nothing: who removes the files is set elsewhere")
    return Converted(Duration(DurationKind.EXACT, int(resolved.text) * _UNITS["d"]), node, resolved.note)


def redis_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether the client gives Redis a password: in `password`, or in `url`."""
    url, password = child(node, "url"), child(node, "password")
    if url is not None and url.text:
        resolved = context.resolve(url.text)
        if resolved.open:
            return unresolved(url, not_set(resolved))
        if _URL_PASSWORD.match(resolved.text):
            return Converted(value=True, node=url, note=resolved.note)
    if password is None:
        return Converted(value=False, node=url, note="product default") if url is not None else None
    resolved = context.resolve(password.text)
    note = f"read from {resolved.open[0]}" if resolved.open else resolved.note
    return Converted(bool(resolved.text.strip()), password, note)


def redis_tls(node: Node | None, context: Context) -> Converted | None:
    """Whether the client speaks TLS to Redis: `ssl`, `ssl.enabled`, an SSL bundle, or a `rediss:` URL."""
    url = child(node, "url")
    if url is not None and context.resolve(url.text).text.casefold().startswith("rediss:"):
        return Converted(value=True, node=url)
    bundle = child(node, "ssl", "bundle")
    if bundle is not None and bundle.text:
        return Converted(value=True, node=bundle)
    switch = child(node, "ssl", "enabled") or child(node, "ssl")
    if switch is None or not switch.text:
        return None
    resolved = context.resolve(switch.text)
    if resolved.open:
        return unresolved(switch, not_set(resolved))
    return Converted(resolved.text.casefold() == "true", switch, resolved.note)


def spring_duration(text: str, *, bare: str) -> Duration | None:
    """A duration as Spring reads it, `bare` being the unit of a number without one; None where it is none.

    >>> str(spring_duration("30M", bare="s")), str(spring_duration("30", bare="s")), str(spring_duration("PT5M", bare="s"))
    ('30 minutes', '30 seconds', '5 minutes')
    """
    match = _SIMPLE.fullmatch(text.strip())
    if match is None:
        return _iso(text)
    unit = match[2].casefold() or bare
    if unit not in _UNITS:
        return None
    return Duration(DurationKind.EXACT, int(match[1]) * _UNITS[unit])


def _iso(text: str) -> Duration | None:
    if not text.strip().upper().startswith("P"):
        return None
    try:
        duration = parse_duration(text.strip().upper())
    except ValueError:
        return None
    return duration if duration.kind is DurationKind.EXACT else None


CONVERSIONS: Mapping[str, Conversion] = {
    "days": days,
    "session_timeout": session_timeout,
    "redis_authentication": redis_authentication,
    "redis_tls": redis_tls,
}
