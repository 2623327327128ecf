"""Settings under one name whatever way it is written, and documents laid over others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import reduce
from typing import TypeAlias

from reglint.documents.node import Node

_DEPTH = 100  # no setting has so many names on its way, and no hostile key may make more of them

_Entry: TypeAlias = tuple[list[str], Node]
"""A way of names down from a mapping, and what stands at its end."""


def relaxed(root: Node, depth: int = 0) -> Node:
    """Spring's relaxed binding: `spring.data-source.user_name` and its nested form are one path.

    Names lose case, dashes and underscores; dotted names become mappings. Places and pointers stay those of
    the file; a mapping that a dotted name makes has the part of it for its pointer. What stands twice is
    merged, the later over the earlier.
    """
    if isinstance(root.value, tuple):
        return replace(root, value=tuple(relaxed(item, depth + 1) for item in root.value))
    if not isinstance(root.value, Mapping):
        return root
    entries: list[_Entry] = []
    for key, inner in root.value.items():
        names = _split(key, depth)
        entries.append(([_folded(name) for name in names], relaxed(inner, depth + len(names))))
    return replace(root, value=_grouped(entries))


def overlay(base: Node, top: Node) -> Node:
    """Mappings merged key by key; everything else of `top` hides what stands in `base`."""
    if not isinstance(base.value, Mapping) or not isinstance(top.value, Mapping):
        return top
    merged = dict(base.value)
    for key, inner in top.value.items():
        merged[key] = overlay(merged[key], inner) if key in merged else inner
    return replace(top, value=merged)


def laid_over(documents: Iterable[Node]) -> Node:
    """Documents in one, each over those before it. There must be one."""
    return reduce(overlay, documents)


def _folded(name: str) -> str:
    return name.replace("-", "").replace("_", "").casefold()


def _split(key: str, depth: int) -> list[str]:
    is_one = "[" in key or key.startswith("/") or depth + key.count(".") > _DEPTH
    return [key] if is_one else key.split(".")


def _grouped(entries: list[_Entry]) -> Mapping[str, Node]:
    groups: dict[str, list[_Entry]] = {}
    for (first, *rest), node in entries:
        groups.setdefault(first, []).append((rest, node))
    return {name: _joined(group) for name, group in groups.items()}


def _joined(group: list[_Entry]) -> Node:
    """One node from all that stands at a name: whole values, and the deeper ones as a mapping."""
    parts = [node for rest, node in group if not rest]
    deeper = [(rest, node) for rest, node in group if rest]
    if deeper:
        rest, node = deeper[0]
        pointer = node.pointer.rsplit(".", len(rest))[0]
        parts.append(replace(node, value=_grouped(deeper), text="", pointer=pointer))
    return laid_over(parts)
