"""What a source might have read and did not: resources, workloads and services that no selector reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from reglint.documents.node import Node
from reglint.facts.selector_counts import chosen
from reglint.facts.source import Extraction, Source
from reglint.facts.tree import Tree


@dataclass(frozen=True, slots=True)
class LeftOver:
    """How many nodes there are that a source speaks of, and those that it reads nothing from, by kind."""

    total: int = 0
    unread: Mapping[str, int] = field(default_factory=dict)


def left_over(source: Source, trees: Iterable[Tree]) -> LeftOver:
    """The nodes of `nodes:` in all the documents together; a kind is the key that a node stands under."""
    total, unread = 0, Counter[str]()
    for tree in trees:
        reached = {id(node) for one in source.extractions for node in _reached(one, tree)}
        above = {id(up) for node in _nodes_of(tree) if id(node) in reached for up in _above(node, tree)}
        for node in tree.find(source.nodes):
            total += 1
            if not {id(node), *map(id, _above(node, tree))} & reached and id(node) not in above:
                unread[_kind(node, tree)] += 1
    return LeftOver(total, dict(sorted(unread.items())))


def _reached(extraction: Extraction, tree: Tree) -> Iterator[Node]:
    """The nodes that an extraction chooses, and those elsewhere that its settings take."""
    for node in chosen(extraction, tree):
        yield node
        for setting in extraction.settings.values():
            for selector in setting.selectors:
                yield from selector.find(node)


def _nodes_of(tree: Tree) -> Iterator[Node]:
    yield from (node for _, node in tree.nodes())


def _above(node: Node, tree: Tree) -> Iterator[Node]:
    up = tree.parent(node)
    while up is not None and tree.parent(up) is not None:  # the root itself holds all
        yield up
        up = tree.parent(up)


def _kind(node: Node, tree: Tree) -> str:
    up = tree.parent(node)
    return tree.key(up) if up is not None and tree.parent(up) is not None else tree.key(node)
