"""A view of a document with the way up from each node."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reglint.documents.node import Node
from reglint.documents.select import Selectable, Selector, selectable


@dataclass(frozen=True, slots=True)
class Tree:
    """A root, ready for selectors, and for each node (by identity) its parent and its key or index there."""

    root: Node
    selectable: Selectable
    parents: Mapping[int, tuple[Node, str]]

    def find(self, selectors: tuple[Selector, ...]) -> Iterator[Node]:
        """Every node that one of the selectors names, each once, in the order of the selectors."""
        seen: set[int] = set()
        for selector in selectors:
            for node in selector.find(self.selectable):
                if id(node) not in seen:
                    seen.add(id(node))
                    yield node

    def parent(self, node: Node) -> Node | None:
        """The node that holds this one; None for the root."""
        up = self.parents.get(id(node))
        return up[0] if up else None

    def key(self, node: Node) -> str:
        """The node's name in its parent, as the view has it; the index in a sequence; "" for the root."""
        up = self.parents.get(id(node))
        return up[1] if up else ""

    def ancestors(self, node: Node) -> Iterator[Node]:
        """The node's parent, its parent, and so on up to the root."""
        up = self.parent(node)
        while up is not None:
            yield up
            up = self.parent(up)


def plant(root: Node) -> Tree:
    """The tree of a view."""
    parents: dict[int, tuple[Node, str]] = {}
    pending = [root]
    while pending:
        node = pending.pop()
        for key, inner in children(node):
            parents[id(inner)] = (node, key)
            pending.append(inner)
    return Tree(root, selectable(root), parents)


def children(node: Node) -> Iterator[tuple[str, Node]]:
    """A node's own nodes with their names or indices."""
    if isinstance(node.value, Mapping):
        yield from node.value.items()
    elif isinstance(node.value, tuple):
        yield from ((str(index), item) for index, item in enumerate(node.value))


def child(node: Node | None, *names: str) -> Node | None:
    """The node below at these names; in a list that XML and nginx give, the first.

    >>> child(None, "a") is None
    True
    """
    for name in names:
        if node is None or not isinstance(node.value, Mapping):
            return None
        node = node.value.get(name)
        if node is not None and isinstance(node.value, tuple):
            node = node.value[0] if node.value else None
    return node
