"""Logback: files that a configuration includes, Spring Boot's own and those that the project does not hold.

Sources: Logback manual, chapter 3, "File inclusion"; Spring Boot, "Custom Log Configuration" and "Configure
Logback for Logging" (`base.xml` writes to a file, `file-appender.xml` where a logger refers to `FILE`), whose
files keep their archives `LOGBACK_ROLLINGPOLICY_MAX_HISTORY` days; where that is not set seven, before
version 2.2 for ever.
"""

from __future__ import annotations

from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.convert.logback_events import BOOT, used_appenders
from reglint.facts.tree import child, text_of
from reglint.model.duration import DAY, Duration, DurationKind

_HISTORY = "${LOGBACK_ROLLINGPOLICY_MAX_HISTORY:-${LOG_FILE_MAX_HISTORY:-7}}"
_CAP = "${LOGBACK_ROLLINGPOLICY_TOTAL_SIZE_CAP:-${LOG_FILE_TOTAL_SIZE_CAP:-0}}"
_BY_VERSION = "the version of Spring Boot decides how long its log files stay where nothing is set"
_NAMES = ("@resource", "@file", "@url")


def included_retention(node: Node | None, context: Context) -> Converted | None:
    """How long the files of an included configuration stay; None where it has none or is read by itself."""
    named = next((found for name in _NAMES if (found := child(node, name)) is not None), None)
    if named is None:
        return None
    if named.text.startswith(BOOT):
        return _boot(named, context)
    name = context.resolve(named.text)
    if not name.open and context.holds(name.text):
        return None
    return unresolved(named, "the included file is not in the project: what it logs and keeps is set there")


def _boot(named: Node, context: Context) -> Converted | None:
    file, used = named.text.removeprefix(BOOT), used_appenders(context.tree)
    if file != "base.xml" and (file != "file-appender.xml" or (used is not None and "FILE" not in used)):
        return None
    days, cap = context.resolve(_HISTORY), context.resolve(_CAP)
    if not days.text.isdecimal() or not int(days.text) or cap.text not in ("0", "0B"):
        return unresolved(named, "how long Spring Boot's log files stay is set elsewhere")
    if days.assumed:
        return unresolved(named, _BY_VERSION)
    return Converted(Duration(DurationKind.EXACT, int(days.text) * DAY), named)


def text_of_include(node: Node | None, _context: Context) -> Converted | None:
    """What an include names, as it is written."""
    if node is None:
        return None
    written = next((text for name in _NAMES if (text := text_of(node, name))), "")
    return Converted(written, node)


CONVERSIONS: Mapping[str, Conversion] = {
    "logback_included_retention": included_retention,
    "logback_included_name": text_of_include,
}
