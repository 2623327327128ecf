"""RFC 9535 JSONPath on trees of nodes; the one place that knows jsonpath_rfc9535."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathError, JSONPathQuery, JSONValue

from reglint.documents.lookup import plain

if TYPE_CHECKING:
    from reglint.documents.node import Node

_DEPTH = 300  # two levels for each of an XML element, and room
_MOST_KEPT = 2048  # the shipped sources have some hundreds


class _Environment(JSONPathEnvironment):
    max_recursion_depth = _DEPTH


@dataclass(frozen=True, slots=True, eq=False)
class Selectable:
    """A node and the same as plain values, for many selectors."""

    root: Node
    values: JSONValue


@dataclass(frozen=True, slots=True)
class Selector:
    """A sound JSONPath, compiled at first use. `@` at its start and `$` both mean the node that is asked."""

    text: str

    def find(self, root: Node | Selectable) -> tuple[Node, ...]:
        """The nodes that it selects, in the order of the RFC."""
        target = root if isinstance(root, Selectable) else selectable(root)
        matches = _query(self.text).finditer(target.values)
        return tuple(_located(target.root, match.location) for match in matches)


def selectable(root: Node) -> Selectable:
    """A node made ready for many selectors. Decimals are compared as floats."""
    return Selectable(root, cast("JSONValue", plain(root, decimals=float)))


def compile_selector(text: str) -> Selector:
    """The selector that a text writes. Raises ValueError that says what is wrong with it and where.

    >>> compile_selector("@.a[0]").text
    '@.a[0]'
    """
    if not text.startswith(("$", "@")):
        raise ValueError(f'"{text}" is no selector: write $ for the document or @ for the chosen node first')
    try:
        _query(text)
    except JSONPathError as fault:
        column = 1 if fault.token is None else fault.token.index + 1
        raise ValueError(f'"{text}" is no selector: {fault.args[0]}, column {column}') from fault
    return Selector(text)


@lru_cache(maxsize=_MOST_KEPT)
def _query(text: str) -> JSONPathQuery:
    return _Environment().compile(f"${text[1:]}")


def _located(root: Node, location: tuple[int | str, ...]) -> Node:
    node = root
    for step in location:
        node = _child(node, step)
    return node


def _child(node: Node, step: int | str) -> Node:
    if isinstance(node.value, Mapping) and isinstance(step, str):
        return node.value[step]
    if isinstance(node.value, tuple) and isinstance(step, int):
        return node.value[step]
    raise AssertionError("the plain values have the shape of the nodes")
