"""Logback: how long a rolling appender keeps its files, and what its `${…}` mean.

Sources: Logback manual, chapter 4, "TimeBasedRollingPolicy" and "SizeAndTimeBasedRollingPolicy":
`maxHistory` counts periods of `fileNamePattern`'s primary `%d`; without it nothing is deleted;
`totalSizeCap` may delete earlier. Chapter 3, "Variable substitution". Spring Boot, "Logback Extensions"
(`springProfile`, `springProperty`). Element names are read without case, so they stand here in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, not_set, unresolved
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


def retention(node: Node | None, context: Context) -> Converted | None:
    """How long an appender's rolled files stay: `maxHistory` times the period of `fileNamePattern`."""
    policy = child(node, "rollingpolicy")
    history = child(policy, "maxhistory", "#text")
    if "FixedWindow" in text_of(policy, "@class"):
        return unresolved(policy, "a fixed window keeps a number of files, not a time")
    if history is None:
        return unresolved(
            policy, "without maxHistory Logback deletes nothing: who removes the files is set elsewhere"
        )
    kept = context.resolve(history.text)
    if kept.open or not kept.text.strip().isdecimal():
        return unresolved(history, not_set(kept) if kept.open else f'maxHistory "{kept.text}" is no number')
    obstacle = "maxHistory 0 deletes nothing: who removes the files is set elsewhere"
    if int(kept.text):
        obstacle = _cap(policy, context)
    period = _period(context.resolve(text_of(policy, "filenamepattern", "#text")).text)
    if obstacle or period is None:
        return unresolved(history, obstacle or "fileNamePattern has no date by which the files roll")
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


def properties(tree: Tree) -> Mapping[str, str]:
    """The values that the file gives to `${…}`, the last of a name; Spring's properties with their default.

    A name that a profile or a condition sets to different values has none that could be told.
    """
    known: dict[str, str] = {}
    doubtful: set[str] = set()
    for name, value, is_conditional in _definitions(tree):
        if not is_conditional:
            doubtful.discard(name)
        elif known.get(name, value) != value:
            doubtful.add(name)
        known[name] = value
    return {name: value for name, value in known.items() if name not in doubtful}


def _definitions(tree: Tree) -> Iterator[tuple[str, str, bool]]:
    """Each name with its value as text and whether a condition stands around it, in the order of the file."""
    elements = [(one, kind) for kind in _VALUES for one in all_named(tree, kind)]
    for one, kind in sorted(elements, key=lambda pair: (pair[0].line, pair[0].column)):
        name, value = text_of(one, "@name"), child(one, _VALUES[kind])
        if name and value is not None:
            source = text_of(one, "@source")
            text = f"${{{source}:-{value.text}}}" if source else value.text
            yield name, text, any(tree.key(up) in _CONDITIONS for up in tree.ancestors(one))


def _cap(policy: Node | None, context: Context) -> str:
    cap = child(policy, "totalsizecap", "#text")
    if cap is None or context.resolve(cap.text).text.strip() == "0":
        return ""
    return "totalSizeCap may delete files before maxHistory does"


def _period(pattern: str) -> Duration | None:
    dates = [match[1] for match in _DATE.finditer(pattern) if "aux" not in (match[1] or "")]
    if len(dates) != 1:
        return None
    letters = re.sub(r"'[^']*'", "", (dates[0] or "yyyy-MM-dd").partition(",")[0])
    for signs, kind, amount in _PERIODS:
        if any(sign in letters for sign in signs):
            return Duration(kind, amount)
    return None


CONVERSIONS: Mapping[str, Conversion] = {
    "logback_retention": retention,
    "logback_environment": environment,
}
