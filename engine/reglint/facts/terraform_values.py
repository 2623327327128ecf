"""What is known of a value in Terraform: its node, which defaults it rests on, and how much it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from reglint.documents.node import Node, Scalar

MOST_NODES = 5_000
MOST_LEVELS = 48
MOST_TEXT = 10_000
DEEPEST = 40
"""How far values may lead to values: a limit on what a stranger's configuration can make of itself."""

_ELSEWHERE = ("var", "local", "each", "count", "module", "path", "terraform", "self", "dynamic")
_REFERENCE = re.compile(r"\$\{([^{}\s]+)\}")


class OpenError(Exception):
    """A value that the files do not say."""


@dataclass(frozen=True, slots=True)
class Known:
    """A value: its node where it is written, the names whose defaults it rests on, and whether it is secret.

    `nodes` and `levels` are how much it holds and how deep.
    """

    node: Node
    assumed: tuple[str, ...] = ()
    is_secret: bool = False
    nodes: int = 1
    levels: int = 1

    @property
    def note(self) -> str:
        """`unless var.a or var.b is set`, or nothing."""
        return f"unless {' or '.join(self.assumed)} is set" if self.assumed else ""


def scalar(at: Node, value: Scalar, text: str | None = None) -> Node:
    """A scalar that was computed, at the place of what it was computed from."""
    return replace(at, value=value, text=_written(value) if text is None else text)


def inside(at: Node, text: str, start: int, end: int) -> Node:
    """A node for a part of an expression's text, at its own place where the node is that text as written."""
    if _after(at, text, len(text)) != (at.end_line, at.end_column):
        return at
    (line, column), (end_line, end_column) = _after(at, text, start), _after(at, text, end)
    length = end - start if line != end_line else 0
    begun = replace(at, line=line, column=column, key_line=line, key_column=column)
    return replace(begun, end_line=end_line, end_column=end_column, length=length)


def is_open(node: Node) -> bool:
    """Whether a node stands for a value that the files do not say."""
    return isinstance(node.value, str) and "${" in node.value


def reference_of(node: Node | None) -> str:
    """What a node refers to, when it is a reference and nothing else: `aws_kms_key.a.arn`; else nothing."""
    found = _REFERENCE.fullmatch(node.text) if node is not None and isinstance(node.value, str) else None
    return found[1] if found is not None else ""


def is_resource(reference: str) -> bool:
    """Whether a reference leads to a resource or a data source: something that will be there.

    >>> is_resource("aws_kms_key.a.arn"), is_resource("var.key")
    (True, False)
    """
    return "." in reference and reference.partition(".")[0] not in _ELSEWHERE


def composed(node: Node, inner: Iterable[Known]) -> Known:
    """A sequence, a mapping or a text with what its parts rest on. Raises OpenError where it is too large."""
    parts = tuple(inner)
    nodes = 1 + sum(one.nodes for one in parts)
    levels = 1 + max((one.levels for one in parts), default=0)
    if nodes > MOST_NODES or levels > MOST_LEVELS or len(node.text) > MOST_TEXT:
        raise OpenError
    assumed = tuple(dict.fromkeys(name for one in parts for name in one.assumed))
    return Known(node, assumed, any(one.is_secret for one in parts), nodes, levels)


def unsure(node: Node, source: str) -> Node:
    """A node in which no scalar is known, since `source` decides whether there is any of it."""
    if isinstance(node.value, Mapping):
        return replace(node, value={name: unsure(one, source) for name, one in node.value.items()})
    if isinstance(node.value, tuple):
        return replace(node, value=tuple(unsure(one, source) for one in node.value))
    return scalar(node, f"${{{source}}}")


def _after(at: Node, text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    lines = before.count("\n")
    return at.line + lines, (offset - before.rindex("\n")) if lines else at.column + offset


def _written(value: Scalar) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
