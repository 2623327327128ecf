"""Expressions of HCL → nodes, in the words of Terraform's JSON syntax."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reglint.documents.hcl_syntax import IDENTIFIER, Expression, Kind
from reglint.documents.numbers import fraction, number_or_text, whole
from reglint.documents.pointer import child
from reglint.model.diagnostic import Level

if TYPE_CHECKING:
    from reglint.documents.node import Node, Scalar
    from reglint.documents.source import Source

_WORDS: dict[str, Scalar] = {"true": True, "false": False, "null": None}
_KEY = re.compile(IDENTIFIER)


def expression_node(source: Source, one: Expression, pointer: str, key: int | None = None) -> Node:
    """The node of an expression; `key` is where its name starts, if it has one."""
    span = (one.start, one.end)
    if one.kind is Kind.TUPLE:
        items = tuple(expression_node(source, item, f"{pointer}/{i}") for i, item in enumerate(one.items))
        return source.node(items, span, pointer, key=key)
    if one.kind is Kind.OBJECT:
        return source.node(_members(source, one, pointer), span, pointer, key=key)
    if one.kind is Kind.LITERAL:
        return source.node(_literal(source, one), span, pointer, key=key, text=one.text)
    text = one.text if one.kind in (Kind.TEXT, Kind.TEMPLATE) else _computed(source, one)
    return source.node(text, span, pointer, key=key, text=text)


def _members(source: Source, one: Expression, pointer: str) -> dict[str, Node]:
    members: dict[str, Node] = {}
    for key, value in zip(one.items[::2], one.items[1::2], strict=True):
        name = _key(source, key)
        if name in members:
            first = members[name].key_line
            message = f'"{name[:80]}" stands twice; Terraform takes this one and drops that of line {first}.'
            source.note("duplicate-key", message, key.start, hint="Keep one of them.", level=Level.WARNING)
        members[name] = expression_node(source, value, child(pointer, name), key.start)
    return members


def _key(source: Source, key: Expression) -> str:
    """A bare word is a name; what else is no text is computed."""
    if key.kind in (Kind.TEXT, Kind.TEMPLATE, Kind.LITERAL):
        return key.text
    written = source.text[key.start : key.end]
    return written if _KEY.fullmatch(written) else _computed(source, key)


def _computed(source: Source, one: Expression) -> str:
    return f"${{{source.text[one.start : one.end]}}}"


def _literal(source: Source, one: Expression) -> Scalar:
    if one.text in _WORDS:
        return _WORDS[one.text]
    read = fraction if set(one.text) & set(".eE") else whole
    return number_or_text(read, one.text, source, one.start)
