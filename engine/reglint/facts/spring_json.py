"""`SPRING_APPLICATION_JSON`: settings of Spring's as a document in a variable or an option."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reglint.documents.json import read_json
from reglint.documents.limits import DEFAULT_LIMITS
from reglint.documents.node import Node
from reglint.facts.convert.part import part_of


def spring_json(holder: Node) -> Node | None:
    """The settings in a text of JSON, each at its own place in the file; None where it is no such text."""
    reading = read_json(holder.text, holder.path, limits=DEFAULT_LIMITS)
    root = reading.roots[0] if reading.roots else None
    if root is None or not isinstance(root.value, Mapping):
        return None
    starts = [0]
    for line in holder.text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return _placed(root, holder, starts)


def _placed(node: Node, holder: Node, starts: list[int]) -> Node:
    start = starts[node.line - 1] + node.column - 1
    end = starts[node.end_line - 1] + node.end_column - 1
    spot = part_of(holder, start, end)
    inner = node.value
    if isinstance(inner, tuple):
        inner = tuple(_placed(one, holder, starts) for one in inner)
    elif isinstance(inner, Mapping):
        inner = {name: _placed(one, holder, starts) for name, one in inner.items()}
    return replace(spot, value=inner, text=node.text, pointer=node.pointer)
