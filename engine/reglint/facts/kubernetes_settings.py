"""Variables of containers that ConfigMaps and Secrets of the project give.

Sources: Kubernetes API, "EnvVarSource" (`configMapKeyRef`, `secretKeyRef`), "EnvFromSource" (every key is a
variable, behind `prefix`; of two with one name the later holds, and `env` outranks both). An object is known
by its kind, its namespace and its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TypeAlias

from reglint.documents.node import Node
from reglint.facts.secret_name import names_a_secret
from reglint.facts.tree import child, children, text_of

_ONE = (("configMapKeyRef", "ConfigMap"), ("secretKeyRef", "Secret"))
_ALL = (("configMapRef", "ConfigMap"), ("secretRef", "Secret"))

Manifest: TypeAlias = tuple[str, Node]
"""A file's path, and a document in it in the view of Kubernetes."""

_Find: TypeAlias = Callable[[Node, tuple[tuple[str, str], ...]], tuple[Node, Node] | None]
"""Who refers, and how it may → what it refers by, and the settings of that object."""


@dataclass(frozen=True, slots=True)
class _Holder:
    """A ConfigMap or Secret: its namespace, the file that it is in, its settings."""

    namespace: str
    path: str
    settings: Node


def with_settings(manifests: Sequence[Manifest]) -> tuple[Node, ...]:
    """The documents, each container with the variables that objects of any of them give.

    What has become a variable is no setting of its object any more, unless only that object's key says that
    it is a secret. A reference to what is not here, or to one of several, stays one. A document in which
    nothing changes is the very same node.
    """
    holders = _holders(manifests)
    filled = [_with_variables(root, path, holders) if holders else root for path, root in manifests]
    used = [(name, one) for root in filled for name, one in _variables(root)]
    taken = {id(one) for _, one in used}
    secret = {id(one) for name, one in used if names_a_secret(name)}
    return tuple(_less(root, taken, secret) for root in filled)


def _holders(manifests: Iterable[Manifest]) -> Mapping[tuple[str, str], list[_Holder]]:
    """The objects that hold settings, by kind and name."""
    found: dict[tuple[str, str], list[_Holder]] = {}
    for path, root in manifests:
        for key, settings in _group(root, "settings"):
            kind, namespace, name = key.split("/", 2)
            found.setdefault((kind, name), []).append(_Holder(namespace, path, settings))
    return found


def _with_variables(root: Node, path: str, holders: Mapping[tuple[str, str], list[_Holder]]) -> Node:
    def workload(key: str, node: Node) -> Node:
        namespace = key.split("/", 2)[1]

        def find(referring: Node, ways: tuple[tuple[str, str], ...]) -> tuple[Node, Node] | None:
            for way, kind in ways:
                reference = child(referring, way)
                if reference is not None:
                    named = holders.get((kind, text_of(reference, "name")), [])
                    nearest = _nearest(named, namespace, path)
                    return None if nearest is None else (reference, nearest)
            return None

        return _each(node, lambda _, series: _each(series, lambda _, one: _container(one, find)))

    return _within(root, "workloads", workload)


def _nearest(holders: Iterable[_Holder], namespace: str, path: str) -> Node | None:
    """The settings of the only object there is, else of the only one in the file, else in the folder."""
    fitting = [one for one in holders if not namespace or one.namespace in ("", namespace)]
    folder = PurePosixPath(path).parent
    beside = [one for one in fitting if PurePosixPath(one.path).parent == folder]
    together = [one for one in fitting if one.path == path]
    return next((one[0].settings for one in (fitting, together, beside) if len(one) == 1), None)


def _container(node: Node, find: _Find) -> Node:
    members = dict(node.value) if isinstance(node.value, Mapping) else {}
    given, missing = _given(members.get("env_file"), find)
    named = dict(_named(members.get("references"), find))
    if not given and not named:
        return node
    own = members.get("environment")
    variables = {**given, **(dict(children(own)) if own is not None else {}), **named}
    members["environment"] = replace(own or members["env_file"], value=variables)
    entries = members.pop("env_file", None)
    if entries is not None and missing:
        members["env_file"] = replace(entries, value=tuple(missing))
    return replace(node, value=members)


def _given(entries: Node | None, find: _Find) -> tuple[Mapping[str, Node], list[Node]]:
    """What whole objects give, and the entries whose objects are not here."""
    given: dict[str, Node] = {}
    missing: list[Node] = []
    for _, entry in children(entries) if entries is not None else ():
        found = find(entry, _ALL)
        if found is None:
            missing.append(entry)
        else:
            prefix = text_of(entry, "prefix")
            given |= {f"{prefix}{key}": one for key, one in children(found[1])}
    return given, missing


def _named(references: Node | None, find: _Find) -> Iterator[tuple[str, Node]]:
    for name, one in children(references) if references is not None else ():
        reference, settings = find(one, _ONE) or (None, None)
        value = child(settings, text_of(reference, "key"))
        if value is not None:
            yield name, value


def _variables(root: Node) -> Iterator[tuple[str, Node]]:
    for _, workload in _group(root, "workloads"):
        for _, series in children(workload):
            for _, container in children(series):
                environment = child(container, "environment")
                yield from children(environment) if environment is not None else ()


def _less(root: Node, taken: set[int], secret: set[int]) -> Node:
    def without(_: str, holder: Node) -> Node:
        kept = {
            key: one
            for key, one in children(holder)
            if id(one) not in taken or (names_a_secret(key) and id(one) not in secret)
        }
        return replace(holder, value=kept) if len(kept) < len(dict(children(holder))) else holder

    return _within(root, "settings", without)


def _group(root: Node, name: str) -> Iterator[tuple[str, Node]]:
    group = child(root, name)
    yield from children(group) if group is not None else ()


def _within(root: Node, name: str, change: Callable[[str, Node], Node]) -> Node:
    """A document with each object of a group changed."""
    return _each(root, lambda key, group: _each(group, change) if key == name else group)


def _each(node: Node, change: Callable[[str, Node], Node]) -> Node:
    """A mapping with each of its nodes changed; the very same node where none is."""
    if not isinstance(node.value, Mapping):
        return node
    changed = {key: change(key, one) for key, one in node.value.items()}
    is_same = all(changed[key] is one for key, one in node.value.items())
    return node if is_same else replace(node, value=changed)
