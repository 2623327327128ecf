"""Logback: how long a rolling appender keeps its files, and what its `${…}` mean.

Sources: Logback manual, chapter 4, "TimeBasedRollingPolicy" and "SizeAndTimeBasedRollingPolicy":
`maxHistory` counts periods of `fileNamePattern`'s primary `%d`; without it nothing is deleted;
`totalSizeCap` may delete earlier. Chapter 3, "Variable substitution". Spring Boot, "Logback Extensions"
(`springProfile`, `springProperty`), "File Rotation" (seven days without a `max-history`). Element names are
read without case, so they stand here in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, not_set, unresolved
from reglint.facts.placeholder import Lookup, Resolved, resolve
from reglint.facts.tree import Tree, all_named, child, text_of
from reglint.model.duration import Duration, DurationKind

_DATE = re.compile(r"%(?:d|date)(?![a-z])(?:\{([^}]*)\})?")
_DAY = 86_400_000
_PERIODS = (  # the smallest unit in a date pattern decides, as in Logback's RollingCalendar
    ("S", DurationKind.EXACT, 1),
    ("s", DurationKind.EXACT, 1000),
    ("m", DurationKind.EXACT, 60_000),
    ("HhKk", DurationKind.EXACT, 3_600_000),
    ("a", DurationKind.EXACT, _DAY // 2),
    ("dDEFu", DurationKind.EXACT, _DAY),
    ("wW", DurationKind.EXACT, 7 * _DAY),
    ("M", DurationKind.MONTHS, 1),
)
_VALUES = {"property": "@value", "variable": "@value", "springproperty": "@defaultvalue"}
_CONDITIONS = frozenset({"springprofile", "if", "then", "else"})
_HANDED_ON = {  # what Spring Boot sets for Logback before it reads the file
    "LOGBACK_ROLLINGPOLICY_MAX_HISTORY": "logging.logback.rollingpolicy.max-history",
    "LOGBACK_ROLLINGPOLICY_TOTAL_SIZE_CAP": "logging.logback.rollingpolicy.total-size-cap",
    "LOG_FILE_MAX_HISTORY": "logging.file.max-history",
    "LOG_FILE_TOTAL_SIZE_CAP": "logging.file.total-size-cap",
}
_TIMED = ("", "TimeBasedRollingPolicy", "SizeAndTimeBasedRollingPolicy")


def retention(node: Node | None, context: Context) -> Converted | None:
    """How long an appender's rolled files stay: `maxHistory` times the period of `fileNamePattern`."""
    policy = child(node, "rollingpolicy")
    obstacle = _unlike_time(policy)
    if obstacle:
        return unresolved(policy, obstacle)
    history = child(policy, "maxhistory", "#text")
    if history is None:
        return unresolved(
            policy, "without maxHistory Logback deletes nothing: who removes the files is set elsewhere"
        )
    kept = context.resolve(history.text)
    if kept.open or not kept.text.strip().isdecimal():
        return unresolved(
            history, _not_said(kept, context.tree) if kept.open else f'maxHistory "{kept.text}" is no number'
        )
    obstacle = "maxHistory 0 deletes nothing: who removes the files is set elsewhere"
    if int(kept.text):
        obstacle = _cap(policy, context)
    period = _period(context.resolve(text_of(policy, "filenamepattern", "#text")).text)
    if obstacle or isinstance(period, str):
        return unresolved(history, obstacle or str(period))
    return Converted(Duration(period.kind, int(kept.text) * period.amount), history, kept.note)


def environment(node: Node | None, context: Context) -> Converted | None:
    """The Spring profile around the node (`<springProfile name="prod">`), if there is one."""
    if node is None:
        return None
    for up in context.tree.ancestors(node):
        holder = context.tree.parent(up)
        if (
            holder is not None
            and context.tree.key(holder) == "springprofile"
            and child(up, "@name") is not None
        ):
            return Converted(text_of(up, "@name"), up)
    return None


def properties(tree: Tree, application: Lookup = lambda _name: None) -> Mapping[str, str]:
    """The values that the file gives to `${…}`, the last of a name; Spring's properties from `application`.

    A property of Spring's that the application does not set has its default. A name that a profile or a
    condition sets to different values has none that could be told.
    """
    known, doubtful = _told(tree, application)
    return {name: value for name, value in known.items() if name not in doubtful}


def _told(tree: Tree, application: Lookup) -> tuple[dict[str, str], set[str]]:
    handed = ((name, application(source)) for name, source in _HANDED_ON.items())
    known = {name: _as_logback(resolve(text, application, style="spring")) for name, text in handed if text}
    doubtful: set[str] = set()
    for name, value, is_conditional in _definitions(tree, application):
        if not is_conditional:
            doubtful.discard(name)
        elif known.get(name, value) != value:
            doubtful.add(name)
        known[name] = value
    return known, doubtful


def _definitions(tree: Tree, application: Lookup) -> Iterator[tuple[str, str, bool]]:
    """Each name with its value as text and whether a condition stands around it, in the order of the file."""
    elements = [(one, kind) for kind in _VALUES for one in all_named(tree, kind)]
    for one, kind in sorted(elements, key=lambda pair: (pair[0].line, pair[0].column)):
        name, value = text_of(one, "@name"), _value(one, kind, application)
        if name and value is not None:
            yield name, value, any(tree.key(up) in _CONDITIONS for up in tree.ancestors(one))


def _value(element: Node, kind: str, application: Lookup) -> str | None:
    source, value = text_of(element, "@source"), child(element, _VALUES[kind])
    said = application(source) if source else None
    if said is not None:
        return _as_logback(resolve(said, application, style="spring"))
    if value is None:
        return None
    return f"${{{source}:-{value.text}}}" if source else value.text


def _as_logback(value: Resolved) -> str:
    """A value of Spring's as Logback writes it: what was assumed stays a placeholder with its default."""
    return f"${{{value.assumed[0]}:-{value.text}}}" if value.assumed else value.text


def _unlike_time(policy: Node | None) -> str:
    """Why a policy's `maxHistory` would tell no time; "" where it does."""
    if policy is None:
        return "nothing here rolls the file: what removes it is set elsewhere"
    kind = text_of(policy, "@class").rpartition(".")[2]
    if kind.startswith("FixedWindow"):
        return "a fixed window keeps a number of files, not a time"
    return "" if kind in _TIMED else f"how long {kind} keeps files is not known here"


def _not_said(kept: Resolved, tree: Tree) -> str:
    _, doubtful = _told(tree, lambda _name: None)
    several = [name for name in kept.open if name in doubtful]
    return (
        f"{several[0]} has several values in the file, by profile or condition" if several else not_set(kept)
    )


def _cap(policy: Node | None, context: Context) -> str:
    cap = child(policy, "totalsizecap", "#text")
    if cap is None or context.resolve(cap.text).text.strip() == "0":
        return ""
    return "totalSizeCap may delete files before maxHistory does"


def _period(pattern: str) -> Duration | str:
    """The period by which files roll; where there is none, why."""
    dates = [match[1] for match in _DATE.finditer(pattern) if "aux" not in (match[1] or "")]
    if len(dates) != 1:
        return f"fileNamePattern has {'more than one date' if dates else 'no date'} by which the files roll"
    letters = re.sub(r"'[^']*'", "", (dates[0] or "yyyy-MM-dd").partition(",")[0])
    for signs, kind, amount in _PERIODS:
        if any(sign in letters for sign in signs):
            return Duration(kind, amount)
    return f'"{dates[0]}" in fileNamePattern is no period by which Logback rolls files'


CONVERSIONS: Mapping[str, Conversion] = {
    "logback_retention": retention,
    "logback_environment": environment,
}
