"""Workloads of Kubernetes with what says more of them: autoscalers, limits of a namespace, kustomizations.

Sources: Kubernetes API, "HorizontalPodAutoscalerSpec" (`scaleTargetRef`); KEDA, "ScaledObject specification"
(the kind of its target is Deployment, if nothing else is said); Kubernetes, "Limit Ranges" (`default` is the
limit of a container that has none).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from reglint.documents.node import Node
from reglint.facts.kubernetes_kustomize import kustomizations
from reglint.facts.kubernetes_settings import Manifest
from reglint.facts.tree import child, children, text_of

_DEFAULT_KIND = "Deployment"


@dataclass(frozen=True, slots=True)
class _Scaler:
    """An autoscaler, the file that it is in and its namespace."""

    path: str
    namespace: str
    node: Node


@dataclass(frozen=True, slots=True)
class _Around:
    """What is said in a project of objects that stand elsewhere.

    That is autoscalers by the kind and name of their target, default limits by namespace, kustomizations by
    the file that they take in, and the kinds and names of objects that there are patches for.
    """

    scalers: Mapping[tuple[str, str], list[_Scaler]]
    limits: Mapping[str, Node]
    kustomizations: Mapping[str, tuple[Node, ...]]
    patched: frozenset[tuple[str, str]]


def with_objects_around(manifests: Sequence[Manifest]) -> tuple[Node, ...]:
    """The documents in the view of Kubernetes, each container with what is around its object.

    That is its `scalers`, the `limits` that its namespace gives and the `kustomizations` of its file. Of
    several autoscalers the nearest count: those in the same file, else in the same folder, else all. What a
    patch of the project is laid over becomes `parts`. A document in which nothing changes is the very same
    node.
    """
    scalers: dict[tuple[str, str], list[_Scaler]] = {}
    for target, one in _scalers(manifests):
        scalers.setdefault(target, []).append(one)
    around = _Around(
        scalers, dict(_limits(manifests)), kustomizations(manifests), frozenset(_patched(manifests))
    )
    return tuple(_document(root, path, around) for path, root in manifests)


def _scalers(manifests: Iterable[Manifest]) -> Iterator[tuple[tuple[str, str], _Scaler]]:
    for path, root in manifests:
        for key, one in _children(child(root, "scalers")):
            target = child(one, "spec", "scaleTargetRef")
            named = (text_of(target, "kind") or _DEFAULT_KIND, text_of(target, "name"))
            yield named, _Scaler(path, key.split("/", 2)[1], one)


def _limits(manifests: Iterable[Manifest]) -> Iterator[tuple[str, Node]]:
    """By namespace the limits that containers without any get."""
    for _, root in manifests:
        for key, one in _children(child(root, "ranges")):
            for _, entry in _children(_member(child(one, "spec"), "limits")):
                given = child(entry, "default")
                if text_of(entry, "type") == "Container" and given is not None:
                    yield key.split("/", 2)[1], given


def _patched(manifests: Iterable[Manifest]) -> Iterator[tuple[str, str]]:
    for _, root in manifests:
        for key, one in _children(child(root, "pods")):
            kind, _, name = key.split("/", 2)
            if child(one, "whole") is None:
                yield kind, name


def _document(root: Node, path: str, around: _Around) -> Node:
    group = child(root, "pods")
    objects = {key: _object(key, one, path, around) for key, one in _children(group)}
    if group is None or all(objects[key] is one for key, one in _children(group)):
        return root
    return _put(root, {"pods": replace(group, value=objects)})


def _object(key: str, node: Node, path: str, around: _Around) -> Node:
    """An object with a key of the view, `Kind/namespace/name`, and with what is around it."""
    kind, namespace, name = key.split("/", 2)
    scalers = _nearest(around.scalers.get((kind, name), ()), namespace, path)
    lists = {"scalers": scalers, "kustomizations": around.kustomizations.get(path, ())}
    limits = _of_namespace(around.limits, namespace)
    is_parted = (kind, name) in around.patched and child(node, "whole") is not None
    if not any(lists.values()) and limits is None and not is_parted:
        return node
    groups: dict[str, dict[str, Node]] = {}
    for group, holder in children(node):
        members = groups.setdefault("parts" if is_parted else group, {})
        members |= {key: _put(one, _members(one, lists, limits)) for key, one in children(holder)}
    return replace(node, value={group: replace(node, value=members) for group, members in groups.items()})


def _nearest(scalers: Iterable[_Scaler], namespace: str, path: str) -> tuple[Node, ...]:
    fitting = [one for one in scalers if not namespace or one.namespace in ("", namespace)]
    folder = PurePosixPath(path).parent
    together = [one for one in fitting if one.path == path]
    beside = [one for one in fitting if PurePosixPath(one.path).parent == folder]
    return tuple(one.node for one in together or beside or fitting)


def _of_namespace(limits: Mapping[str, Node], namespace: str) -> Node | None:
    """The limits of a namespace; those of any where it is only known to whoever applies the manifest."""
    known = limits if not namespace else {name: limits[name] for name in (namespace, "") if name in limits}
    return next(iter(known.values()), None)


def _members(
    container: Node, lists: Mapping[str, tuple[Node, ...]], limits: Node | None
) -> Mapping[str, Node]:
    said = {name: replace(container, value=nodes, text="") for name, nodes in lists.items() if nodes}
    return said if limits is None else {**said, "limits": limits}


def _put(node: Node, members: Mapping[str, Node]) -> Node:
    return replace(node, value={**dict(children(node)), **members})


def _member(node: Node | None, name: str) -> Node | None:
    return node.value.get(name) if node is not None and isinstance(node.value, Mapping) else None


def _children(node: Node | None) -> Iterator[tuple[str, Node]]:
    yield from children(node) if node is not None else ()
