"""Conversions that fit any product: words, numbers, paths."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reglint.documents.node import Node
from reglint.documents.pointer import steps
from reglint.facts.convert.context import Context, Conversion, Converted, not_set, unresolved
from reglint.facts.leaf import read_leaf
from reglint.model.fact import Unknown
from reglint.model.schema import ScalarType
from reglint.model.verdict import Reason

TRUE = frozenset({"true", "yes", "on", "1"})
FALSE = frozenset({"false", "no", "off", "0"})


def typed(node: Node, context: Context, kind: ScalarType) -> Converted | None:
    """The node's text as a value of the fact's type, once its placeholders are filled in."""
    if node.value is None:
        return None
    if isinstance(node.value, (tuple, Mapping)):
        return unresolved(node, "one value is wanted here")
    resolved = context.resolve(node.text)
    if resolved.open:
        return unresolved(node, not_set(resolved))
    plain = _plain(resolved.text, kind.kind)
    value, complaint = read_leaf(_with(node, plain, resolved.text), kind)
    if complaint:
        return Converted(Unknown(Reason.MISTYPED, complaint), node)
    return Converted(value, node, resolved.note)


def dotted_path(node: Node | None, _context: Context) -> Converted | None:
    """Where the node stands in its file, written with dots: `spring.data.redis`."""
    if node is None:
        return None
    return Converted(".".join(steps(node.pointer)), node)


def key(node: Node | None, context: Context) -> Converted | None:
    """The node's own name, such as a service in a compose file."""
    return None if node is None else Converted(context.tree.key(node), node)


def _plain(text: str, kind: str) -> str | bool | int:
    if kind == "boolean" and text.casefold() in TRUE | FALSE:
        return text.casefold() in TRUE
    if kind == "integer" and text.strip().isdecimal():
        return int(text)
    return text


def _with(node: Node, value: str | bool | int, text: str) -> Node:  # noqa: FBT001 - a scalar, not a switch
    return replace(node, value=value, text=text)


CONVERSIONS: Mapping[str, Conversion] = {
    "dotted_path": dotted_path,
    "key": key,
}
