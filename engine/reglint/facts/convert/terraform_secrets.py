"""Secrets of Terraform in maps and lists of any depth: which nodes hold one, each once, and their names.

A value counts where it is used; variables and locals come last, for those that are used nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted
from reglint.facts.convert.secrets import url_password
from reglint.facts.convert.terraform import name_of
from reglint.facts.secret_name import names_a_secret
from reglint.facts.terraform_links import BY, LOOSE
from reglint.facts.terraform_registry import DECIDED_BY
from reglint.facts.tree import Tree, child, children
from reglint.model.place import Place

_OWN = 4  # provider, type, address, argument
_ELSEWHERE = (BY, LOOSE)
_KEY_NUMBER = "encryption_key"  # as an argument of a resource, the number of a key that a service keeps
_SENSITIVE = "set_sensitive"
# Blocks that name a secret that is kept elsewhere, or a file that one is put into.
_REFERRING = re.compile(
    r"secret_(?:key_)?ref|value_(?:from|source)|volumes?|secret_(?:volumes|environment_.*)"
)
_URL = re.compile(r"://|jdbc:|LoginModule", re.IGNORECASE)


def is_secret(node: Node, tree: Tree) -> bool:
    """Whether a node is the setting that holds a secret, by its name or by the name that stands beside it."""
    return id(node) in tree.once("secrets", None, lambda: _each_once(tree, _holds_secret))


def is_secret_url(node: Node, tree: Tree) -> bool:
    """Whether a node is a URL with a password inside it."""
    return id(node) in tree.once("secret urls", None, lambda: _each_once(tree, _is_url))


def secret_name(node: Node | None, context: Context) -> Converted | None:
    """The address of the resource with the way down; a value goes by the name that stands beside it."""
    if node is None:
        return None
    way = [node, *context.tree.ancestors(node)][::-1]
    keys = [key for key in map(context.tree.key, way[_OWN - 1 :]) if key != "0"]
    beside = _name_beside(node, context.tree)
    if beside:
        keys.pop()
        keys[-1:] = [beside] if keys[-1].isdecimal() else [keys[-1], beside]
    return Converted(".".join((*map(name_of, keys[:1]), *keys[1:])), node)


def _each_once(tree: Tree, holds: Callable[[Node, Tree], bool]) -> frozenset[int]:
    found: dict[Place, int] = {}
    for node in _below(tree.root):
        if holds(node, tree):
            found.setdefault(node.place(), id(node))
    return frozenset(found.values())


def _below(root: Node) -> Iterator[Node]:
    """The scalars of the tree, but those that stand there for another resource as well."""
    pending = [root]
    while pending:
        node = pending.pop()
        inner = [one for key, one in children(node) if key not in _ELSEWHERE]
        pending += reversed(inner)
        if not isinstance(node.value, (tuple, Mapping)):
            yield node


def _holds_secret(node: Node, tree: Tree) -> bool:
    if node.text.startswith(f"${{{DECIDED_BY}"):
        return False
    way = [tree.key(one) for one in (node, *tree.ancestors(node))]
    if any(map(_REFERRING.fullmatch, way)) or (len(way) == _OWN + 1 and way[0] == _KEY_NUMBER):
        return False
    beside = _name_beside(node, tree)
    if beside:
        return _SENSITIVE in way or names_a_secret(beside.rpartition(".")[2])
    return names_a_secret(way[0], way[1])


def _is_url(node: Node, _tree: Tree) -> bool:
    return (
        isinstance(node.value, str) and _URL.search(node.text) is not None and url_password(node) is not None
    )


def _name_beside(node: Node, tree: Tree) -> str:
    """The name of a `value` in a pair of name and value, as containers and charts take their settings."""
    named = child(tree.parent(node), "name") if tree.key(node) == "value" else None
    return named.text if named is not None and isinstance(named.value, str) else ""


CONVERSIONS: Mapping[str, Conversion] = {"terraform_secret_name": secret_name}
