"""A part of a setting's text, at its own place in the file."""

from __future__ import annotations

from dataclasses import replace

from reglint.documents.node import Node


def part_of(node: Node, start: int, end: int) -> Node:
    """The node of a part of a scalar's text, from one offset to another.

    Where the file writes the text otherwise than it is (escapes, several lines), the part has the place of
    the whole: what hides a secret rather hides too much.
    """
    text = node.text[start:end]
    part = replace(node, value=text, text=text)
    written = node.end_column - node.column
    quote = (written - len(node.text)) // 2
    if node.end_line != node.line or written - len(node.text) not in (0, 2):
        return replace(part, length=node.length or max(written, len(node.text)))
    column = node.column + quote + start
    return replace(part, column=column, end_column=column + len(text), length=0)
