"""Facts for the tests, written as plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

import pytest

from reglint.model.fact import Fact, FactTree, Record, Series, Value

_FLAGS = {"closed": (True, True), "observed": (True, False), "register": (False, True)}


@pytest.fixture(scope="session")
def platform() -> Callable[[object], Record]:
    """A tree of facts: dicts are records, lists closed inventories, `{"observed": […]}` and
    `{"register": […]}` the other lists. Elements are named by their `name`, else by their number.
    """
    return lambda value: cast("Record", _tree("", value))


def _tree(name: str, value: object) -> FactTree:
    if isinstance(value, list):
        return _series(name, value, "closed")
    if not isinstance(value, Mapping):
        return Fact(name, cast("Value", value))
    for kind in _FLAGS:
        if kind in value:
            return _series(name, value[kind], kind)
    fields = {key: _tree(f"{name}.{key}".lstrip("."), inner) for key, inner in value.items()}
    return Record(name, fields, component=str(value.get("component", "")))


def _series(name: str, items: list[object], kind: str) -> Series:
    inventory, closed = _FLAGS[kind]
    trees = tuple(_tree(f"{name}[{_identity(item, at)}]", item) for at, item in enumerate(items))
    return Series(name, trees, inventory=inventory, closed=closed)


def _identity(item: object, at: int) -> object:
    return item.get("name", at) if isinstance(item, Mapping) else at
