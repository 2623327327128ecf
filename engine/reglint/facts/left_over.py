"""What a source might have read and did not: resources, workloads and services that no selector reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from reglint.documents.node import Node
from reglint.facts.selector_counts import chosen
from reglint.facts.source import Extraction, Source
from reglint.facts.tree import Tree

_Spot: TypeAlias = tuple[str, int, int, str]
"""Where a node stands in its file: a view may show it several times."""


@dataclass(frozen=True, slots=True)
class LeftOver:
    """How many nodes there are that a source counts, and those that it reads nothing from, by kind."""

    total: int = 0
    unread: Mapping[str, int] = field(default_factory=dict)

    @property
    def read(self) -> int:
        """How many it reads something from."""
        return self.total - sum(self.unread.values())


def left_over(source: Source, trees: Iterable[Tree]) -> LeftOver:
    """The nodes that a source counts in all the documents together, as its `counts:` says."""
    return joined(_left_over(source, tree) for tree in trees)


def joined(several: Iterable[LeftOver]) -> LeftOver:
    """Several counts as one, the kinds in the order of their names."""
    total, unread = 0, Counter[str]()
    for one in several:
        total += one.total
        unread.update(one.unread)
    return LeftOver(total, dict(sorted(unread.items())))


def _left_over(source: Source, tree: Tree) -> LeftOver:
    nodes = tuple(tree.find(source.counted.each))
    if not nodes:
        return LeftOver()
    reached = {_spot(node) for one in source.extractions for node in _reached(one, tree)}
    reached |= {_spot(node) for node in tree.find(source.counted.through)}
    holding = {_spot(up) for _, node in tree.nodes() if _spot(node) in reached for up in _above(node, tree)}
    unread = Counter(
        _kind(source, node, tree)
        for node in nodes
        if _spot(node) not in holding and reached.isdisjoint(map(_spot, (node, *_above(node, tree))))
    )
    return LeftOver(len(nodes), unread)


def _reached(extraction: Extraction, tree: Tree) -> Iterator[Node]:
    """The nodes that an extraction chooses, and those elsewhere that its settings take."""
    for node in chosen(extraction, tree):
        yield node
        for setting in extraction.settings.values():
            for selector in setting.selectors:
                yield from selector.find(node)


def _spot(node: Node) -> _Spot:
    return node.path, node.line, node.column, node.pointer


def _above(node: Node, tree: Tree) -> Iterator[Node]:
    up = tree.parent(node)
    while up is not None and tree.parent(up) is not None:  # the root itself holds all
        yield up
        up = tree.parent(up)


def _kind(source: Source, node: Node, tree: Tree) -> str:
    if source.counted.own_kind:
        return tree.key(node).partition("/")[0]
    return tree.key(tree.parent(node) or node)
