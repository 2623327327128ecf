"""Logback: how long a rolling appender keeps its files, and where else the same events go.

Source: Logback manual, chapter 4, "TimeBasedRollingPolicy" and "SizeAndTimeBasedRollingPolicy": `maxHistory` counts
periods of `fileNamePattern`'s primary `%d`; without it nothing is deleted; `totalSizeCap` may delete earlier.
Element names are read without case, so they stand here in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, not_set, unresolved
from reglint.facts.tree import Tree, child, children
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
_SHIPPING = re.compile(
    "socket|tcp|udp|syslog|kafka|logstash|gelf|graylog|loki|fluent|flume|splunk|http|loghub|aliyun|cls|amqp|rabbit|"
    "redis|elastic|opentelemetry|otlp|rocketmq",
    re.IGNORECASE,
)
_LEVELS = ("ALL", "TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF")


def retention(node: Node | None, context: Context) -> Converted | None:
    """How long an appender's rolled files stay: `maxHistory` times the period of `fileNamePattern`."""
    policy = child(node, "rollingpolicy")
    history = child(policy, "maxhistory", "#text")
    if policy is None or "FixedWindow" in _text(policy, "@class"):
        return unresolved(policy, "a fixed window keeps a number of files, not a time")
    if history is None:
        return unresolved(
            policy, "without maxHistory Logback deletes nothing: who removes the files is set elsewhere"
        )
    kept = context.resolve(history.text)
    if kept.open or not kept.text.strip().isdecimal():
        return unresolved(history, not_set(kept) if kept.open else f'maxHistory "{kept.text}" is no number')
    if not int(kept.text):
        return unresolved(history, "maxHistory 0 deletes nothing: who removes the files is set elsewhere")
    cap = child(policy, "totalsizecap", "#text")
    if cap is not None and context.resolve(cap.text).text.strip() != "0":
        return unresolved(history, "totalSizeCap may delete files before maxHistory does")
    period = _period(context.resolve(_text(policy, "filenamepattern", "#text")).text)
    if period is None:
        return unresolved(history, "fileNamePattern has no date by which the files roll")
    return Converted(Duration(period.kind, int(kept.text) * period.amount), history, kept.note)


def shipped_to(node: Node | None, context: Context) -> Converted | None:
    """The appenders that send the same events to another machine, by name."""
    if node is None:
        return None
    appenders = {_text(one, "@name"): one for one in _all(context.tree, "appender")}
    own = _text(node, "@name")
    others: dict[str, None] = {}
    for logger in (*_all(context.tree, "root"), *_all(context.tree, "logger")):
        attached = set(_attached(logger, appenders))
        if own in attached:
            others |= {name: None for name in sorted(attached) if _ships(appenders.get(name), node)}
    return Converted(tuple(others), node)


def environment(node: Node | None, context: Context) -> Converted | None:
    """The Spring profile around the node (`<springProfile name="prod">`), if there is one."""
    if node is None:
        return None
    around = (up for up in context.tree.ancestors(node) if child(up, "@name") is not None)
    for up in around:
        holder = context.tree.parent(up)
        if holder is not None and context.tree.key(holder) == "springprofile":
            return Converted(_text(up, "@name"), up)
    return None


def properties(tree: Tree) -> Mapping[str, str]:
    """The values that the file itself gives to `${…}`: `<property>`, `<variable>`, and Spring's default values."""
    known: dict[str, str] = {}
    for kind, attribute in (
        ("property", "@value"),
        ("variable", "@value"),
        ("springproperty", "@defaultvalue"),
    ):
        for one in _all(tree, kind):
            if child(one, "@name") is not None and child(one, attribute) is not None:
                known.setdefault(_text(one, "@name"), _text(one, attribute))
    return known


def _period(pattern: str) -> Duration | None:
    dates = [match[1] for match in _DATE.finditer(pattern) if "aux" not in (match[1] or "")]
    if len(dates) != 1:
        return None
    letters = re.sub(r"'[^']*'", "", (dates[0] or "yyyy-MM-dd").partition(",")[0])
    for signs, kind, amount in _PERIODS:
        if any(sign in letters for sign in signs):
            return Duration(kind, amount)
    return None


def _attached(holder: Node, appenders: Mapping[str, Node], depth: int = 4) -> Iterator[str]:
    for key, references in children(holder):
        if key != "appender-ref":
            continue
        for _, reference in children(references):
            name = _text(reference, "@ref")
            yield name
            if name in appenders and depth:
                yield from _attached(appenders[name], appenders, depth - 1)


def _ships(appender: Node | None, stream: Node) -> bool:
    if appender is None or not _SHIPPING.search(_text(appender, "@class").rpartition(".")[2]):
        return False
    mine, theirs = _admitted(stream), _admitted(appender)
    return theirs is None or (mine is not None and mine <= theirs)


def _admitted(appender: Node) -> frozenset[str] | None:
    """The levels that pass an appender's filters; None where a filter of another kind leaves that open."""
    levels = frozenset(_LEVELS)
    filters = appender.value.get("filter") if isinstance(appender.value, Mapping) else None
    for _, one in children(filters) if filters is not None else ():
        kind, level = _text(one, "@class"), _text(one, "level", "#text").upper()
        if level not in _LEVELS:
            return None
        if kind.endswith("ThresholdFilter"):
            levels &= frozenset(_LEVELS[_LEVELS.index(level) :])
        elif kind.endswith("LevelFilter") and _text(one, "onmismatch", "#text").upper() == "DENY":
            levels &= {level}
        else:
            return None
    return levels


def _all(tree: Tree, name: str) -> Iterator[Node]:
    pending = [tree.root]
    while pending:
        for key, inner in children(pending.pop()):
            if key == name:
                yield from (one for _, one in children(inner))
            pending.append(inner)


def _text(node: Node, *names: str) -> str:
    found = child(node, *names)
    return found.text if found is not None else ""


CONVERSIONS: Mapping[str, Conversion] = {
    "logback_retention": retention,
    "logback_shipped_to": shipped_to,
    "logback_environment": environment,
}
