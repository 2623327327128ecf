"""Logstash: where the events of a pipeline go, and that nothing there deletes them.

Sources: Logstash, "Elasticsearch output plugin" (`index`, by default `logstash-%{+yyyy.MM.dd}`; `ilm_policy`
names a lifecycle that Elasticsearch keeps), "File output plugin" (`path`).
"""

from __future__ import annotations

from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.convert.directives import last_value
from reglint.facts.tree import children

_KEPT = "Logstash deletes no index: how long Elasticsearch keeps it is set there"
_WRITTEN = "Logstash deletes no file: who removes it is set elsewhere"
_INDEX = "logstash-%{+yyyy.MM.dd}"
_NAMES = ("data_stream_dataset", "ilm_rollover_alias", "index")


def index_name(node: Node | None, _context: Context) -> Converted | None:
    """The index that an output writes to, as it is written."""
    if node is None:
        return None
    named = next((found for name in _NAMES if (found := last_value(node, name)) is not None), None)
    return Converted(named.text if named is not None else _INDEX, named)


def index_retention(node: Node | None, _context: Context) -> Converted | None:
    """Unresolved: Elasticsearch keeps what comes in until a rule of its own deletes it."""
    if node is None:
        return None
    policy = last_value(node, "ilm_policy")
    if policy is not None:
        return unresolved(policy, f'the lifecycle policy "{policy.text}" decides')
    return unresolved(node, _KEPT)


def index_hosts(node: Node | None, _context: Context) -> Converted | None:
    """The hosts of Elasticsearch, as they are written."""
    said = last_value(node, "hosts")
    if said is None:
        return None
    words = [one.text for _, one in children(said)] if isinstance(said.value, tuple) else [said.text]
    return Converted(tuple(words), said)


def file_retention(node: Node | None, _context: Context) -> Converted | None:
    """Unresolved: nothing in Logstash removes a file that it wrote."""
    return None if node is None else unresolved(last_value(node, "path"), _WRITTEN)


def setting_name(node: Node | None, context: Context) -> Converted | None:
    """The name of a setting, for one of its values."""
    series = context.tree.parent(node) if node is not None else None
    return None if series is None else Converted(context.tree.key(series), node)


CONVERSIONS: Mapping[str, Conversion] = {
    "logstash_index": index_name,
    "logstash_index_retention": index_retention,
    "logstash_index_hosts": index_hosts,
    "logstash_file_retention": file_retention,
    "logstash_setting": setting_name,
}
