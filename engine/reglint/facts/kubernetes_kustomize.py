"""Which kustomizations change which manifests of a project.

Source: Kustomize, "The Kustomization File" (`resources` and the older `bases` are files or folders with a
kustomization of their own, beside the file that names them; its `kind` may be left out).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from posixpath import basename, dirname, join, normpath

from reglint.documents.node import Node
from reglint.facts.kubernetes_settings import Manifest
from reglint.facts.tree import child, children, text_of

KIND = "Kustomization"
_NAMES = ("kustomization.yaml", "kustomization.yml", "Kustomization")
_LISTS = ("resources", "bases")
_CHANGES = ("images", "replicas")


def is_kustomization(node: Node) -> bool:
    """Whether a document is one: by its kind, or by the file that it stands in."""
    kind = text_of(node, "kind")
    return kind == KIND or (not kind and basename(node.path) in _NAMES)


def kustomizations(manifests: Sequence[Manifest]) -> Mapping[str, tuple[Node, ...]]:
    """By the path of a manifest, what the kustomizations that take it in change: `images`, `replicas`."""
    folders = {dirname(path): one for path, root in manifests for one in _own(root)}
    found: dict[str, list[Node]] = {}
    for folder, one in folders.items():
        change = _change(one)
        for path in _taken_in(folder, folders) if change.value else ():
            found.setdefault(path, []).append(change)
    return {path: tuple(nodes) for path, nodes in found.items()}


def _own(root: Node) -> Iterator[Node]:
    group = child(root, "kustomizations")
    yield from (one for _, one in children(group)) if group is not None else ()


def _change(node: Node) -> Node:
    return replace(node, value={name: one for name, one in children(node) if name in _CHANGES})


def _taken_in(folder: str, folders: Mapping[str, Node]) -> set[str]:
    """The paths that the kustomization of a folder names, itself or through others, each looked at once."""
    pending, met = [folder], {folder}
    while pending:
        here = pending.pop()
        for path in _named(here, folders[here]):
            pending += [path] if path in folders and path not in met else []
            met.add(path)
    return met - {*folders}


def _named(folder: str, node: Node) -> Iterator[str]:
    members = node.value if isinstance(node.value, Mapping) else {}
    for said in (members[name] for name in _LISTS if name in members):
        for _, one in children(said):
            path = normpath(join(folder, one.text))
            yield "" if path == "." else path
