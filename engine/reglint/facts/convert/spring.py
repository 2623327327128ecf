"""Spring Boot's sessions and log files.

Durations: Spring Boot, "Properties Conversion": a number with an optional unit (ns us ms s m h d, in either
case), or ISO 8601; a bare number has the property's own unit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, not_set, notes, unresolved
from reglint.facts.origin import family_of
from reglint.facts.tree import child
from reglint.model.duration import Duration, DurationKind, parse_duration

NEVER = Duration(DurationKind.EXACT, 1000 * 365 * 24 * 60 * 60 * 1000)
"""What a product without a limit has: a thousand years in milliseconds, longer than any limit of law."""

UNLIMITED = "unlimited"

_UNITS = {"ns": 0, "us": 0, "ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000}
_SIMPLE = re.compile(r"([+-]?\d{1,18})\s*([a-z]{0,2})", re.ASCII | re.IGNORECASE)
_POLICY = ("totalsizecap", "filenamepattern")
_NO_CAP = ("", "0", "0B")
_LOGBACK_FILES = ("logback-spring.xml", "logback.xml", "logback-spring.groovy", "logback.groovy")
_CONFIGURATION = frozenset({"conf", "config", "configs"})
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
    """How long Spring Boot's own log file stays: `max-history` days, unless a cap deletes earlier.

    None where no file is named, or where the application brings a configuration of Logback's along. Apart
    from the application, in a project with such a configuration, the default is unresolved.
    Source: Spring Boot, "File Output", "File Rotation": archives are made daily and by size, `max-history`
    counts days and is seven where it is not set; before 2.2, when `logging.file` was the name, it was not.
    """
    named = _log_file(node)
    if named is None or _has_logback(named, context):
        return None
    found = (child(one, "maxhistory") for one in _policies(node))
    history = next((one for one in found if one is not None and one.value is not None), None)
    if history is None:
        return _without_history(node, named, context)
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


def token_timeout(node: Node | None, context: Context) -> Converted | None:
    """The idle time of a Sa-Token session. One without a limit of its own ends with the token's life.

    Source: Sa-Token documentation, "timeout" (seconds, -1 for ever) and "active-timeout".
    """
    idle = session_timeout(node, context)
    ends = session_timeout(child(context.tree.root, "satoken", "timeout"), context)
    if idle is None or ends is None or idle.value != NEVER or ends.value == NEVER:
        return idle
    return replace(ends, node=idle.node, note=notes("the life of the token", ends.note))


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


def _log_file(logging: Node | None) -> Node | None:
    """The setting by which Spring Boot writes a log file."""
    places = (("file", "name"), ("file", "path"), ("file",), ("path",))
    found = (child(logging, *names) for names in places)
    return next((one for one in found if one is not None and one.text), None)


def _has_logback(named: Node, context: Context) -> bool:
    folder = family_of(named.path).folder
    return any(str(PurePosixPath(folder, name)) in context.paths for name in _LOGBACK_FILES)


def _is_apart(named: Node) -> bool:
    """Whether a file lies in a folder of configuration, apart from the sources of the application."""
    folders = PurePosixPath(named.path).parent.parts
    return not _CONFIGURATION.isdisjoint(folders) and "src" not in folders


def _logback_somewhere(context: Context) -> bool:
    return any(path.rpartition("/")[2] in _LOGBACK_FILES for path in context.paths)


def _policies(logging: Node | None) -> tuple[Node | None, ...]:
    return child(logging, "logback", "rollingpolicy"), child(logging, "file")


def _without_history(logging: Node | None, named: Node, context: Context) -> Converted:
    if _is_apart(named) and _logback_somewhere(context):
        return unresolved(named, "which Logback file the application carries is not seen here")
    if named in (child(logging, "file"), child(logging, "path")):
        return unresolved(named, "how long the file stays depends on the version of Spring Boot")
    if any(child(one, name) is not None for one in _policies(logging) for name in _POLICY):
        return unresolved(named, "a cap or a pattern of its own decides how long the file stays")
    return Converted(Duration(DurationKind.EXACT, 7 * _UNITS["d"]), named, "product default")


def _obstacle(logging: Node | None, context: Context) -> str:
    caps, patterns = ([child(one, name) for one in _policies(logging)] for name in _POLICY)
    if any(one is not None and context.resolve(one.text).text.strip() not in _NO_CAP for one in caps):
        return "total-size-cap may delete files before max-history does"
    told = (context.resolve(one.text).text for one in patterns if one is not None and one.text)
    if not all(_DAILY.search(text) for text in told):
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
    "satoken_timeout": token_timeout,
    "spring_log_retention": log_retention,
}
