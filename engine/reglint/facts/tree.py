"""A view of a document with the way up from each node."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from reglint.documents.node import Node
from reglint.documents.select import Selectable, Selector, selectable

_Found = TypeVar("_Found")

EVERYTHING = "$..*"
"""A selector that is answered without asking it: sources that look for a name ask it of every document."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A root, ready for selectors, and for each node (by identity) its parent and its key or index there.

    `parents` holds every node below the root, a parent before its children. `known` keeps what conversions
    have found out about the whole of it, so that it is found out once. `remarks` say, by node, what its value
    rests on, where a view has computed it.
    """

    root: Node
    selectable: Selectable
    parents: Mapping[int, tuple[Node, str, Node]]
    known: dict[tuple[str, int], object] = field(default_factory=dict)
    remarks: Mapping[int, str] = field(default_factory=dict)

    def find(self, selectors: tuple[Selector, ...]) -> Iterator[Node]:
        """Every node that one of the selectors names, each once, in the order of the selectors."""
        if any(selector.text == EVERYTHING for selector in selectors):
            yield from (node for _, node in self.nodes())
            return
        seen: set[int] = set()
        for selector in selectors:
            for node in selector.find(self.selectable):
                if id(node) not in seen:
                    seen.add(id(node))
                    yield node

    def once(self, what: str, node: Node | None, find: Callable[[], _Found]) -> _Found:
        """What `find` gives for a node (None: the document) when it is first asked for by that name."""
        key = (what, id(node))
        if key not in self.known:
            self.known[key] = find()
        return cast("_Found", self.known[key])

    def nodes(self) -> Iterator[tuple[str, Node]]:
        """Every node below the root with its key or index, a parent before its children."""
        yield from ((key, node) for _, key, node in self.parents.values())

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


def plant(root: Node, remarks: Mapping[int, str] | None = None) -> Tree:
    """The tree of a view, with the remarks that it makes on its nodes by identity."""
    parents: dict[int, tuple[Node, str, Node]] = {}
    pending = [(root, "", root)]
    while pending:
        _, _, node = pending.pop()
        inner = [(node, key, one) for key, one in children(node)]
        parents |= {id(one): (up, key, one) for up, key, one in inner}
        pending += reversed(inner)
    return Tree(root, selectable(root), parents, remarks=remarks or {})


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


def text_of(node: Node | None, *names: str) -> str:
    """The text of the node below at these names; "" where there is none."""
    found = child(node, *names)
    return found.text if found is not None else ""


def all_named(tree: Tree, name: str) -> Iterator[Node]:
    """Every element of that name in a document of XML."""
    for key, series in tree.nodes():
        if key == name:
            yield from (one for _, one in children(series))
