"""Finding one's way in a tree of nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from reglint.documents.pointer import steps

if TYPE_CHECKING:
    from reglint.documents.node import Node


def nearest(root: Node, pointer: str) -> Node:
    """The node at a JSON Pointer, or its nearest ancestor that exists.

    The place of something absent is the place of that ancestor's key: `nearest(…).key_place(path)`.
    """
    node = root
    for step in steps(pointer):
        below = _below(node, step)
        if below is None:
            break
        node = below
    return node


def plain(node: Node, *, decimals: Callable[[Decimal], object] = Decimal) -> object:
    """The node as dict, list and scalars; `decimals` says what becomes of a Decimal."""
    value = node.value
    if isinstance(value, tuple):
        return [plain(item, decimals=decimals) for item in value]
    if isinstance(value, Mapping):
        return {name: plain(member, decimals=decimals) for name, member in value.items()}
    return decimals(value) if isinstance(value, Decimal) else value


def walk(node: Node, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Node]]:
    """The node and all in it, each with the names and indices on the way, a parent before its children."""
    yield path, node
    if isinstance(node.value, tuple):
        for index, item in enumerate(node.value):
            yield from walk(item, (*path, index))
    elif isinstance(node.value, Mapping):
        for name, member in node.value.items():
            yield from walk(member, (*path, name))


def _below(node: Node, step: str) -> Node | None:
    if isinstance(node.value, Mapping):
        return node.value.get(step)
    if isinstance(node.value, tuple) and step.isascii() and step.isdigit() and len(step) < 10:  # noqa: PLR2004 - no file has a billion elements
        index = int(step)
        return node.value[index] if index < len(node.value) else None
    return None
