"""Conversions that fit any product: words, numbers, paths, secrets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, not_set, unresolved
from reglint.facts.leaf import read_leaf
from reglint.facts.secret import length_class, strength
from reglint.facts.tree import child
from reglint.model.fact import Unknown
from reglint.model.schema import ScalarType
from reglint.model.verdict import Reason

TRUE = frozenset({"true", "yes", "on", "1"})
FALSE = frozenset({"false", "no", "off", "0"})

_USER_NAMES = ("username", "user", "loginusername", "name", "accesskey", "accesskeyid", "userid", "login")
_SWITCHES = (TRUE | FALSE) - {"0", "1"}  # a setting with a secret's name that switches something on or off


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
    return Converted(
        node.pointer.removeprefix("/").replace("/", ".").replace("~1", "/").replace("~0", "~"), node
    )


def key(node: Node | None, context: Context) -> Converted | None:
    """The node's own name, such as a service in a compose file."""
    return None if node is None else Converted(context.tree.key(node), node)


def secret_strength(node: Node | None, context: Context) -> Converted | None:
    """The class of a secret. What stands for a value that nobody has filled in is unresolved."""
    if node is None or isinstance(node.value, (tuple, Mapping)) or node.text.casefold() in _SWITCHES:
        return None
    resolved = context.resolve(node.text)
    if resolved.open and not resolved.assumed:
        return Converted("reference", node, f"read from {resolved.open[0]}")
    secret_class = strength(resolved.text, user=_user(node, context))
    if secret_class == "placeholder":  # noqa: S105 - the name of a class
        return unresolved(node, "the text stands for a value that is not in the file")
    note = "; ".join(filter(None, (length_class(resolved.text), resolved.note)))
    return Converted(secret_class, node, note)


def secret_if_given(node: Node | None, context: Context) -> Converted | None:
    """The class of a secret that is given; nothing where the key is there without a value."""
    if node is None or not context.resolve(node.text).text.strip():
        return None
    return secret_strength(node, context)


def has_secret(node: Node | None, context: Context) -> Converted | None:
    """Whether a password is given, by itself or by reference; a key without a value gives none."""
    if node is None:
        return None
    resolved = context.resolve(node.text)
    note = f"read from {resolved.open[0]}" if resolved.open else resolved.note
    return Converted(bool(resolved.text.strip()), node, note)


def _user(node: Node, context: Context) -> str | None:
    parent = context.tree.parent(node)
    names = (child(parent, name) for name in _USER_NAMES)
    return next((context.resolve(name.text).text for name in names if name is not None and name.text), None)


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
    "secret_if_given": secret_if_given,
    "secret_strength": secret_strength,
    "has_secret": has_secret,
}
