"""Servers in containers with the options of their own command line, which outrank whatever file they read.

Sources: MySQL, "Command-Line Options that Affect Option-File Handling"; PostgreSQL, "Setting Parameters";
Redis, "Configuration".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from reglint.facts.container_looks import OPTIONS
from reglint.facts.observe import Observation
from reglint.model.fact import Fact, FactTree, Unknown

_STORES = "datastores[]"
_IDENTITY = ("name", "engine")

_Who: TypeAlias = tuple[str, str, str]
"""Component, environment and name of a data store."""


def is_of_options(one: Observation) -> bool:
    """Whether a command line says it, to the source of the product."""
    return one.source.endswith(OPTIONS)


def with_own_options(seen: Iterable[Observation], options: Iterable[Observation]) -> Iterator[Observation]:
    """What is seen, each data store with what its options say; what fits none stands for itself."""
    said = list(options)
    told = {_who(one): one for one in said if one.into == _STORES}
    joined: set[_Who] = set()
    for one in seen:
        own = told.get(_who(one)) if one.into == _STORES else None
        if own is not None:
            joined.add(_who(one))
        yield one if own is None else _joined(one, own)
    yield from (one for one in said if one.into != _STORES or _who(one) not in joined)


def _who(one: Observation) -> _Who:
    return one.record.component, one.record.environment, one.record.name


def _joined(container: Observation, options: Observation) -> Observation:
    known = {
        name: fact
        for name, fact in options.record.fields.items()
        if name not in _IDENTITY and not _is_unknown(fact)
    }
    record = container.record
    return replace(container, record=replace(record, fields={**record.fields, **known}))


def _is_unknown(fact: FactTree) -> bool:
    return isinstance(fact, Fact) and isinstance(fact.value, Unknown)
