"""The settings that stand beside one: the user of a password, the password of a URL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reglint.documents.node import Node
from reglint.facts.secret_name import folded
from reglint.facts.tree import Tree, child, children

_VALUES = ("@value", "#text")
_HANDED = ("datasourceproperties", "connectionproperties", "connectproperties")


def written_name(node: Node, tree: Tree) -> str:
    """A setting's own name as the file writes it, not as a view folds it.

    An element of XML that has its name in an attribute (`<property name="url" value="…"/>`) goes by that.
    """
    key = tree.key(node)
    element = _element(node, tree)
    if element is not None:
        named = child(element, "@name")
        return named.text if named is not None else tree.key(tree.parent(element) or element)
    last = node.pointer.rpartition("/")[2].rpartition(".")[2]
    return last if key.endswith(f".{last}") or folded(last) == folded(key) else key


def settings_beside(node: Node, tree: Tree) -> Mapping[str, Node]:
    """The scalars in the group of a setting by folded name, itself among them; of equal names the first."""

    def find() -> Mapping[str, Node]:
        beside: dict[str, Node] = {}
        for name, one in _around(node, tree):
            if not isinstance(one.value, (tuple, Mapping)):
                beside.setdefault(folded(name), one)
        return beside

    return tree.once("beside", tree.parent(node), find)


def settings_below(node: Node, tree: Tree, groups: tuple[str, ...]) -> Mapping[str, Node]:
    """The scalars by folded name in groups that stand beside a setting (`hikari` beside `url`)."""
    parent = tree.parent(node)
    below: dict[str, Node] = {}
    for name, group in children(parent) if parent is not None else ():
        if folded(name) in groups:
            below |= {folded(key): one for key, one in children(group)}
    return below


def pool_properties(node: Node, tree: Tree, groups: tuple[str, ...]) -> Mapping[str, str]:
    """What a pool beside a URL hands to the driver, by name in lower case: a mapping, or `a=b;c=d`."""
    parent = tree.parent(node)
    handed: dict[str, str] = {}
    for name, group in children(parent) if parent is not None else ():
        for key, one in children(group) if folded(name) in groups else ():
            if folded(key) in _HANDED:
                handed |= _pairs(one)
    return handed


def _pairs(node: Node) -> Mapping[str, str]:
    if isinstance(node.value, Mapping):
        return {key.casefold(): one.text for key, one in children(node)}
    pairs = (pair.partition("=") for pair in node.text.split(";"))
    return {name.strip().casefold(): value.strip() for name, equals, value in pairs if equals}


def _around(node: Node, tree: Tree) -> Iterator[tuple[str, Node]]:
    parent = tree.parent(node)
    yield from children(parent) if parent is not None else ()
    element = _element(node, tree)
    owner = _owner(element, tree) if element is not None else None
    for tag, series in children(owner) if owner is not None else ():
        for _, beside in children(series):
            named = child(beside, "@name")
            for value in (child(beside, "@value"), child(beside, "#text"), child(beside, "value", "#text")):
                if value is not None:
                    yield (named.text if named is not None else tag), value


def _element(node: Node, tree: Tree) -> Node | None:
    """The element of XML whose value a node is: `@value`, its text, or the text of a `value` inside it."""
    if tree.key(node) not in _VALUES:
        return None
    element = tree.parent(node)
    series = tree.parent(element) if element is not None else None
    is_value = series is not None and tree.key(series) == "value"
    return tree.parent(series) if series is not None and is_value else element


def _owner(element: Node, tree: Tree) -> Node | None:
    """The element that holds another one, past the series that the two have between them."""
    series = tree.parent(element)
    return tree.parent(series) if series is not None else None
