"""Services of compose that extend others, in the same file or in another one of the project.

Source: Compose Specification, "extends" (mappings are merged, what the service says itself wins; lists of
ports, volumes and environment files are joined; a path is beside the file that says it).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from posixpath import dirname, join, normpath, relpath
from typing import TypeAlias

from reglint.documents.node import Node
from reglint.facts.relaxed import overlay
from reglint.facts.tree import child, text_of

ReadFile: TypeAlias = Callable[[str], Node | None]
"""The root of a compose file, as compose sees it, by its path in the project; None where there is none."""

_DEPTH = 10  # services that extend each other in a circle end here
_JOINED = ("env_file", "ports", "volumes")
_WITH_PATHS = ("env_file", "volumes")
_PATH_KEYS = ("path", "source")


@dataclass(frozen=True, slots=True)
class Extended:
    """A compose file whose services have what they extend, and the other files that they have it from.

    A service keeps its `extends` where what it extends is not in the project.
    """

    root: Node
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _File:
    root: Node
    path: str


def with_extended(root: Node, path: str, read: ReadFile) -> Extended:
    """A compose file with each service over the one that it extends, every value at its own place."""
    services = _members(root).get("services")
    if services is None or not any("extends" in _members(one) for one in _members(services).values()):
        return Extended(root, ())
    known: dict[str, Node | None] = {}

    def read_once(name: str) -> Node | None:
        if name not in known:
            known[name] = read(name)
        return known[name]

    home = _File(root, path)
    whole = {name: _whole(one, home, read_once, _DEPTH) for name, one in _members(services).items()}
    extended = replace(root, value={**_members(root), "services": replace(services, value=whole)})
    return Extended(extended, tuple(name for name, found in known.items() if found is not None))


def _whole(service: Node, home: _File, read: ReadFile, depth: int) -> Node:
    said = _members(service).get("extends")
    base = _base(said, home, read, depth) if said is not None and depth else None
    return service if base is None else _over(base, service)


def _base(said: Node, home: _File, read: ReadFile, depth: int) -> Node | None:
    file = text_of(said, "file")
    path = normpath(join(dirname(home.path), file)) if file else home.path
    root = read(path) if file else home.root
    found = child(root, "services", text_of(said, "service") or said.text) if root is not None else None
    if root is None or found is None:
        return None
    return _moved(_whole(found, _File(root, path), read, depth - 1), dirname(path), dirname(home.path))


def _over(base: Node, service: Node) -> Node:
    """A service over its base; its own `extends` is done, one that the base has kept is not."""
    own = {name: one for name, one in _members(service).items() if name != "extends"}
    below = _members(base)
    joined = {
        name: replace(own[name], value=(*_items(below[name]), *_items(own[name])), text="")
        for name in _JOINED
        if name in own and name in below
    }
    return overlay(base, replace(service, value={**own, **joined}))


def _moved(service: Node, old: str, new: str) -> Node:
    """A service as another file in the folder `new` would write it: nodes of its own, paths from there."""
    copied = _copied(service)
    members = dict(_members(copied))
    for name in _WITH_PATHS if old != new else ():
        if name in members:
            moved = tuple(_with_path(one, old, new) for one in _items(members[name]))
            members[name] = replace(members[name], value=moved, text="")
    return replace(copied, value=members)


def _copied(node: Node) -> Node:
    """The same at the same places: a node may stand only once in a tree."""
    if isinstance(node.value, tuple):
        return replace(node, value=tuple(_copied(one) for one in node.value))
    members = {name: _copied(one) for name, one in _members(node).items()}
    return replace(node, value=members if isinstance(node.value, Mapping) else node.value)


def _with_path(item: Node, old: str, new: str) -> Node:
    """An environment file or a volume, as text or as a mapping, whose path is beside the compose file."""
    if isinstance(item.value, Mapping):
        named = {name: _with_path(one, old, new) for name, one in item.value.items() if name in _PATH_KEYS}
        return replace(item, value={**item.value, **named})
    path, colon, rest = item.text.partition(":")
    if not path or path.startswith(("/", "$", "~")) or (colon and not path.startswith(".")):
        return item
    from_there = relpath(normpath(join("/", old, path)), normpath(join("/", new)))
    text = f"./{from_there}{colon}{rest}"
    return replace(item, value=text, text=text)


def _items(node: Node) -> tuple[Node, ...]:
    return node.value if isinstance(node.value, tuple) else (node,)


def _members(node: Node) -> Mapping[str, Node]:
    return node.value if isinstance(node.value, Mapping) else {}
