"""Nodes of a document, by their pointers."""

from __future__ import annotations

from reglint.documents.lookup import walk
from reglint.documents.node import Node
from reglint.documents.pointer import steps


def at_pointer(root: Node, pointer: str) -> Node | None:
    """The node at a JSON Pointer that starts from `root`; None where there is none."""
    wanted = [*steps(pointer)]
    return next((node for path, node in walk(root) if [*map(str, path)] == wanted), None)
