"""Loki: how long it keeps the logs that it is sent.

Source: Grafana Loki, "Log retention": the compactor deletes what is older than `retention_period` (0 keeps
all; what holds where it is not set depends on the version) only with `retention_enabled`;
`retention_stream` has periods by selector; the table manager deletes with `retention_deletes_enabled`; with
neither, logs are kept for ever.
"""

from __future__ import annotations

from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, not_set, unresolved
from reglint.facts.convert.lengths import PROMETHEUS, length_in
from reglint.facts.convert.plain import TRUE
from reglint.facts.convert.spring import NEVER, UNLIMITED
from reglint.facts.tree import child


def retention(node: Node | None, context: Context) -> Converted | None:
    """How long Loki keeps logs; for ever where nothing deletes them."""
    if node is None:
        return None
    root = context.tree.root
    tables = child(root, "table_manager")
    compactor = child(root, "compactor", "retention_enabled")
    by_tables = child(tables, "retention_deletes_enabled")
    if _is_on(compactor, context):
        period = child(root, "limits_config", "retention_period")
    elif _is_on(by_tables, context):
        period = child(tables, "retention_period")
    else:
        return _undeleted(compactor or by_tables, context)
    return _length(period, context) or unresolved(period, "what it keeps by default depends on its version")


def stream_retention(node: Node | None, context: Context) -> Converted | None:
    """The period of some streams of their own; none where the compactor deletes nothing."""
    is_on = _is_on(child(context.tree.root, "compactor", "retention_enabled"), context)
    return _length(child(node, "period"), context) if is_on else None


def _undeleted(switch: Node | None, context: Context) -> Converted:
    """For ever, where the switch that deletes is not there or off."""
    resolved = context.resolve(switch.text) if switch is not None else None
    if resolved is not None and resolved.open:
        return unresolved(switch, not_set(resolved))
    return Converted(NEVER, switch, "" if switch is not None else "product default", UNLIMITED)


def _length(period: Node | None, context: Context) -> Converted | None:
    if period is None or not period.text:
        return None
    resolved = context.resolve(period.text)
    length = length_in(resolved.text, PROMETHEUS)
    if resolved.open or length is None:
        reason = not_set(resolved) if resolved.open else f'"{resolved.text}" is no length of time'
        return unresolved(period, reason)
    if not length.amount:
        return Converted(NEVER, period, resolved.note, UNLIMITED)
    return Converted(length, period, resolved.note)


def _is_on(switch: Node | None, context: Context) -> bool:
    return switch is not None and context.resolve(switch.text).text.casefold() in TRUE


CONVERSIONS: Mapping[str, Conversion] = {
    "loki_retention": retention,
    "loki_stream_retention": stream_retention,
}
