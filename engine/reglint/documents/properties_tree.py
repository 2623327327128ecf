"""Dotted keys → nested mappings and sequences."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reglint.documents.pointer import child

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reglint.documents.node import Node
    from reglint.documents.source import Source


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value: the offset of its key, its span, its text."""

    key: int
    span: tuple[int, int]
    text: str


@dataclass(slots=True)
class Branch:
    """What is below a name while a document is being read: `key` is the offset at which it is first named."""

    key: int
    leaf: Leaf | None = None
    children: dict[str | int, Branch] = field(default_factory=dict)


def plant(root: Branch, steps: Iterable[tuple[str | int, int]], leaf: Leaf) -> Leaf | None:
    """Put a value below a root, on a way of names and indices with their offsets; what stood there before."""
    branch = root
    for name, offset in steps:
        branch = branch.children.setdefault(name, Branch(offset))
    previous = branch.leaf
    branch.leaf = leaf
    return previous


def branch_node(source: Source, branch: Branch, pointer: str) -> Node:
    """The node of a branch: text, a sequence of elements 0 to n, or a mapping.

    Where indices have gaps or stand beside names, or the branch has a value of its own, they become the names
    `[0]`, `[5]` … of a mapping, and the value becomes its member "".
    """
    leaf = branch.leaf
    if not branch.children and leaf is not None:
        return source.node(leaf.text, leaf.span, pointer, key=leaf.key, text=leaf.text)
    span = (branch.key, _end(branch))
    if leaf is None and branch.children and set(branch.children) == set(range(len(branch.children))):
        ordered = [branch.children[index] for index in range(len(branch.children))]
        items = tuple(branch_node(source, item, f"{pointer}/{i}") for i, item in enumerate(ordered))
        return source.node(items, span, pointer, key=branch.key)
    named = {f"[{name}]" if isinstance(name, int) else name: part for name, part in branch.children.items()}
    members = {name: branch_node(source, part, child(pointer, name)) for name, part in named.items()}
    if leaf is not None:
        members[""] = source.node(leaf.text, leaf.span, child(pointer, ""), key=leaf.key, text=leaf.text)
    return source.node(members, span, pointer, key=branch.key)


def _end(branch: Branch) -> int:
    own = 0 if branch.leaf is None else branch.leaf.span[1]
    return max([own, *(_end(part) for part in branch.children.values())])
