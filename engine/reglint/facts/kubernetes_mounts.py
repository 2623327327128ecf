"""What of ConfigMaps and Secrets a container of Kubernetes has as files.

Sources: Kubernetes API, "VolumeMount" (`subPath`), "ConfigMapVolumeSource" and "SecretVolumeSource" (`items`
choose keys and name their files; without them every key is a file).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reglint.documents.node import Node
from reglint.facts.tree import child, children, text_of


def mounted(container: Node, pod: Node) -> Mapping[str, Node]:
    """By paths in the container: a text `object/key` for a file, `object` for a folder of all its keys."""
    volumes = {text_of(one, "name"): one for one in _series(pod, "volumes")}
    return {
        target.rstrip("/"): replace(mount, value=source, text=source)
        for mount in _series(container, "volumeMounts")
        if text_of(mount, "name") in volumes
        for target, source in _files(mount, volumes[text_of(mount, "name")])
    }


def _files(mount: Node, volume: Node) -> Iterator[tuple[str, str]]:
    holder = child(volume, "configMap") or child(volume, "secret")
    name = text_of(holder, "name") or text_of(holder, "secretName")
    if not name:
        return
    target, part = text_of(mount, "mountPath"), text_of(mount, "subPath")
    chosen = {text_of(one, "path"): text_of(one, "key") for one in _series(holder, "items")}
    if part:
        key = chosen.get(part, "") if chosen else part
        yield from [(target, f"{name}/{key}")] if key else []
    elif chosen:
        yield from ((f"{target.rstrip('/')}/{path}", f"{name}/{key}") for path, key in chosen.items())
    else:
        yield target, name


def _series(node: Node | None, name: str) -> list[Node]:
    said = node.value.get(name) if node is not None and isinstance(node.value, Mapping) else None
    return [one for _, one in children(said)] if said is not None and isinstance(said.value, tuple) else []
