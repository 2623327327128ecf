"""Settings of which the last holds where one stands several times, as in an INI file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reglint.documents.node import Node
from reglint.facts.tree import children


def last_values(root: Node) -> Node:
    """The document, with the last scalar in the place of each series of scalars."""
    if isinstance(root.value, Mapping):
        return replace(root, value={name: last_values(one) for name, one in children(root)})
    if not isinstance(root.value, tuple):
        return root
    if root.value and not any(isinstance(one.value, (tuple, Mapping)) for one in root.value):
        return replace(root.value[-1], pointer=root.pointer)
    return replace(root, value=tuple(last_values(one) for one in root.value))
