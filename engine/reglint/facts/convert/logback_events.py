"""Logback: which events come to an appender, and where else they go.

Sources: Logback manual, chapter 4 ("AsyncAppender", "SocketAppender", "SyslogAppender"), chapter 7
("LevelFilter", "ThresholdFilter"). Element names are read without case, so they stand here in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.tree import Tree, all_named, children, text_of

_SHIPPING = re.compile(
    "socket|tcp|udp|syslog|kafka|logstash|gelf|graylog|loki|fluent|flume|splunk|http|loghub|aliyun|cls|amqp|rabbit|"
    "redis|elastic|opentelemetry|otlp|rocketmq",
    re.IGNORECASE,
)
_Beside: TypeAlias = list[tuple[str, frozenset[str] | None]]

BOOT = "org/springframework/boot/logging/logback/"
"""Where Spring Boot keeps the Logback files that others include."""

_DEBUG = frozenset({"TRACE", "DEBUG"})
_LEVELS = ("ALL", "TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF")


def shipped_to(node: Node | None, context: Context) -> Converted | None:
    """The appenders that send the same events to another machine, by name; None where the file has none.

    Agents that read the files ship them too, and no logging configuration knows of them.
    """
    if node is None:
        return None
    tree = context.tree
    shippers = tree.once("shippers", None, lambda: _shippers(tree))
    others = {
        name: None
        for beside in shippers.get(text_of(node, "@name"), ())
        for name, levels in beside
        if levels is None or _holds(levels, _admitted(node))
    }
    return Converted(tuple(others), node) if others else None


def kind(node: Node | None, _context: Context) -> Converted | None:
    """Unresolved where an appender takes debug events alone: whether all of them are debug output is open."""
    levels = _admitted(node) if node is not None else None
    if levels is None or not levels <= _DEBUG:
        return None
    return unresolved(node, "the appender takes debug events alone: nobody says whether that is all they are")


def is_file_in_use(node: Node, tree: Tree) -> bool:
    """Whether the node is an appender that writes a file and that some logger refers to, straight or not.

    References that the document cannot tell (a placeholder, another file that it includes) count as one, and
    so does a document without a logger: another one includes it.
    """
    if not _is_file(node):
        return False
    used = used_appenders(tree)
    outermost = [node, *(up for up in tree.ancestors(node) if _is_appender(up, tree))][-1]
    return used is None or text_of(outermost, "@name") in used


def used_appenders(tree: Tree) -> frozenset[str] | None:
    """The names of the appenders that loggers refer to; None where that cannot be told."""
    return tree.once("used", None, lambda: _used(tree))


def _is_file(appender: Node) -> bool:
    has_policy = isinstance(appender.value, Mapping) and "rollingpolicy" in appender.value
    return has_policy or text_of(appender, "@class").endswith("FileAppender")


def _used(tree: Tree) -> frozenset[str] | None:
    loggers = (*all_named(tree, "root"), *all_named(tree, "logger"))
    if not loggers or any(map(is_foreign, all_named(tree, "include"))):
        return None
    below: dict[str, set[str]] = {}
    for reference in all_named(tree, "appender-ref"):
        holders = (text_of(up, "@name") for up in tree.ancestors(reference) if _is_appender(up, tree))
        below.setdefault(next(holders, ""), set()).add(text_of(reference, "@ref"))
    used, pending = set[str](), list(below.get("", ()))
    while pending:
        name = pending.pop()
        pending += below.get(name, set()) - used - {name}
        used.add(name)
    return None if any("${" in name for name in used) else frozenset(used)


def _is_appender(node: Node, tree: Tree) -> bool:
    holder = tree.parent(node)
    return holder is not None and tree.key(holder) == "appender"


def is_foreign(include: Node) -> bool:
    """Whether an include is none of the files that Spring Boot brings along."""
    return not text_of(include, "@resource").startswith(BOOT)


def _shippers(tree: Tree) -> Mapping[str, list[_Beside]]:
    """For each appender the shipping ones beside it, by logger, each with the levels that it takes."""
    appenders = {text_of(one, "@name"): one for one in all_named(tree, "appender")}
    levels = {name: _admitted(one) for name, one in appenders.items() if _is_shipping(one)}
    shippers: dict[str, list[_Beside]] = {}
    for logger in (*all_named(tree, "root"), *all_named(tree, "logger")):
        attached = dict.fromkeys(_attached(logger, appenders))
        beside = [(name, levels[name]) for name in sorted(attached) if name in levels]
        for name in attached if beside else ():
            shippers.setdefault(name, []).append(beside)
    return shippers


def _attached(holder: Node, appenders: Mapping[str, Node], depth: int = 4) -> Iterator[str]:
    for key, references in children(holder):
        if key != "appender-ref":
            continue
        for _, reference in children(references):
            name = text_of(reference, "@ref")
            yield name
            if name in appenders and depth:
                yield from _attached(appenders[name], appenders, depth - 1)


def _is_shipping(appender: Node) -> bool:
    return _SHIPPING.search(text_of(appender, "@class").rpartition(".")[2]) is not None


def _holds(theirs: frozenset[str], mine: frozenset[str] | None) -> bool:
    return mine is not None and mine <= theirs


def _admitted(appender: Node) -> frozenset[str] | None:
    """The levels that pass an appender's filters; None where a filter of another kind leaves that open."""
    levels = frozenset(_LEVELS)
    filters = appender.value.get("filter") if isinstance(appender.value, Mapping) else None
    for _, one in children(filters) if filters is not None else ():
        kind, level = text_of(one, "@class"), text_of(one, "level", "#text").upper()
        if level not in _LEVELS:
            return None
        if kind.endswith("ThresholdFilter"):
            levels &= frozenset(_LEVELS[_LEVELS.index(level) :])
        elif kind.endswith("LevelFilter") and text_of(one, "onmismatch", "#text").upper() == "DENY":
            levels &= {level}
        else:
            return None
    return levels


CONVERSIONS: Mapping[str, Conversion] = {"logback_shipped_to": shipped_to, "logback_kind": kind}
