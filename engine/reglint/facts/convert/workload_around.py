"""What other objects of Kubernetes change in a container: its image, and how many of it there are.

Sources: Kubernetes, "Horizontal Pod Autoscaling" (it sets the replicas, unless these are 0; without
`minReplicas` there is 1); KEDA, "ScaledObject specification" (without `minReplicaCount` there may be 0);
Kustomize, "images" and "replicas".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reglint.documents.node import Node
from reglint.facts.convert import workloads
from reglint.facts.convert.context import PRODUCT_DEFAULT, Context, Conversion, Converted, unresolved
from reglint.facts.convert.workloads import inapplicable, is_part, listed
from reglint.facts.tree import child, text_of

_FIXED = {
    "DaemonSet": "a DaemonSet runs on each node that it fits",
    "Job": "a job runs to its end",
    "CronJob": "a job runs to its end",
}
_LEAST = {"HorizontalPodAutoscaler": ("minReplicas", 1), "ScaledObject": ("minReplicaCount", 0)}
_DEFAULT_REPLICAS = 1
_REPLACED = "one of several kustomizations decides"


def image(node: Node | None, context: Context) -> Converted | None:
    """The image that a container is made from, or that a kustomization puts in its place."""
    named = child(node, "container", "image")
    others = _put_in_place(node)
    if len(others) > 1:
        return unresolved(others[0], _REPLACED)
    return workloads.image(_other_image(others[0], named) if others else named, context)


def image_pinned(node: Node | None, context: Context) -> Converted | None:
    """Whether that image is one version, as the kustomizations that take it in say."""
    named = child(node, "container", "image")
    said = [_pinned(one, named, context) for one in _put_in_place(node)]
    if not said:
        return workloads.image_pinned(named, context)
    return said[0] if len({str(one.value) for one in said}) == 1 else unresolved(said[0].node, _REPLACED)


def replicas(node: Node | None, context: Context) -> Converted | None:
    """How many pods there are, of an autoscaler the least; unknown of what has no such number."""
    own = child(node, "object", "replicas")
    said = workloads.count(own, context)
    kind = text_of(node, "kind")
    if node is None or kind in _FIXED:
        return None if node is None or is_part(node, context) else inapplicable(node, _FIXED[kind])
    if text_of(node, "lasts") == "false":
        return None if is_part(node, context) else inapplicable(node, "it runs before the others")
    if said is not None and said.value == 0:
        return said
    return _scaled(node, context) or _counted(node, context) or said or _one(node, context)


def _put_in_place(node: Node | None) -> list[Node]:
    """The entries of kustomizations that change a container's image."""
    name = workloads.name_of_image(text_of(node, "container", "image"))
    return [one for one in _customized(node, "images") if text_of(one, "name") == name]


def _other_image(entry: Node, named: Node | None) -> Node:
    """An image as an entry changes it: another name, another tag, or a digest."""
    written = text_of(named)
    name = workloads.name_of_image(written)
    tag, digest = text_of(entry, "newTag"), text_of(entry, "digest")
    end = f"@{digest}" if digest else f":{tag}" if tag else written.removeprefix(name)
    text = f"{text_of(entry, 'newName') or name}{end}"
    return replace(entry, value=text, text=text)


def _pinned(entry: Node, named: Node | None, context: Context) -> Converted:
    digest, tag = child(entry, "digest"), child(entry, "newTag")
    if digest is not None and digest.text:
        return Converted(value=True, node=digest)
    if tag is None or not tag.text:
        return workloads.image_pinned(named, context) or unresolved(entry, _REPLACED)
    return workloads.filled_in(tag, context) or Converted(workloads.is_version(tag.text), tag)


def _counted(node: Node, context: Context) -> Converted | None:
    """How many pods the kustomizations want that take an object in."""
    name = text_of(node, "name")
    entries = [one for one in _customized(node, "replicas") if text_of(one, "name") == name]
    said = [one for one in (workloads.count(child(entry, "count"), context) for entry in entries) if one]
    is_one = len({str(one.value) for one in said}) == 1
    return said[0] if is_one else unresolved(said[0].node, _REPLACED) if said else None


def _customized(node: Node | None, name: str) -> list[Node]:
    return [entry for one in listed(node, "kustomizations") for entry in listed(one, name)]


def _scaled(node: Node, context: Context) -> Converted | None:
    least = [_least(one, context) for one in listed(node, "scalers")]
    if not least:
        return None
    is_one = len({str(one.value) for one in least}) == 1
    return least[0] if is_one else unresolved(least[0].node, "one of several autoscalers decides")


def _least(scaler: Node, context: Context) -> Converted:
    name, default = _LEAST.get(text_of(scaler, "kind"), _LEAST["HorizontalPodAutoscaler"])
    said = workloads.count(child(scaler, "spec", name), context)
    return said or Converted(default, child(scaler, "spec"), PRODUCT_DEFAULT)


def _one(node: Node, context: Context) -> Converted | None:
    """What an object without a number has, at the place where the number would stand."""
    spec = child(node, "object")
    if spec is None or is_part(node, context) or text_of(node, "kind") == "Pod":
        return None
    return Converted(_DEFAULT_REPLICAS, spec, PRODUCT_DEFAULT)


CONVERSIONS: Mapping[str, Conversion] = {
    "kubernetes_image": image,
    "kubernetes_image_pinned": image_pinned,
    "kubernetes_replicas": replicas,
}
