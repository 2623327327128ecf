"""What a Kubernetes object runs: each container with what it, its pod and its object say.

Sources: Kubernetes API, "PodSpec", "Container", "DeploymentSpec" (a `selector`, which the labels of the pods
must fit), "Job" (a pod of it needs a `restartPolicy`, since the default one is not allowed); Kustomize,
"patches" (a part of an object).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reglint.documents.node import Node
from reglint.facts.tree import child, text_of

JOBS = ("Job", "CronJob")
_SELECTING = ("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Rollout", "CloneSet")
_LISTS = ("containers", "initContainers", "ephemeralContainers")


def pod_spec(node: Node) -> Node | None:
    """The `spec` of the pods that an object makes, or of the pod that it is."""
    kind = text_of(node, "kind")
    if kind == "Pod":
        return child(node, "spec")
    above = ("spec", "jobTemplate") if kind == "CronJob" else ()
    return child(node, *above, "spec", "template", "spec")


def pods(node: Node) -> Node:
    """An object's containers by name, `whole` ones and `parts`: what a patch says is laid over others.

    Each has its own `container`, `pod` and `object` (the two without what they hold), the latter's `kind` and
    `name`, and `lasts`: false for one that runs to its end, in a job or before the others.
    """
    pod = pod_spec(node)
    if pod is None:
        return replace(node, value={})
    groups: dict[str, dict[str, Node]] = {}
    for name, one, is_first in _containers(pod):
        group = "whole" if _is_whole(node, pod) and "image" in _members(one) else "parts"
        groups.setdefault(group, {})[name] = _described(one, pod, node, is_first=is_first)
    return replace(node, value={group: replace(node, value=found) for group, found in groups.items()})


def _containers(pod: Node) -> Iterator[tuple[str, Node, bool]]:
    """Names, containers, and whether they run before the others: a sidecar also starts first, but goes on."""
    for holder in ("initContainers", "containers"):
        said = _members(pod).get(holder)
        series = said.value if said is not None and isinstance(said.value, tuple) else ()
        for index, one in enumerate(series):
            is_first = holder == "initContainers" and text_of(one, "restartPolicy") != "Always"
            yield text_of(one, "name") or str(index), one, is_first


def _is_whole(node: Node, pod: Node) -> bool:
    """Whether an object says what the API wants of it, or a part of that which patches leave alone."""
    kind = text_of(node, "kind")
    if kind in JOBS:
        return bool(text_of(pod, "restartPolicy"))
    told = (("spec", "selector"), ("spec", "template", "metadata", "labels"))
    return kind not in _SELECTING or any(child(node, *names) is not None for names in told)


def _described(container: Node, pod: Node, node: Node, *, is_first: bool) -> Node:
    lasts = not is_first and text_of(node, "kind") not in JOBS
    members = {
        "container": container,
        "pod": _less(pod, _LISTS),
        "kind": _members(node)["kind"],
        "lasts": replace(container, value=lasts, text="true" if lasts else "false"),
    }
    spec, name = child(node, "spec"), child(node, "metadata", "name")
    members |= {"name": name} if name is not None else {}
    members |= {"object": _less(spec, ("template", "jobTemplate", *_LISTS))} if spec is not None else {}
    return replace(container, value=members)


def _less(node: Node, names: tuple[str, ...]) -> Node:
    kept = {name: one for name, one in _members(node).items() if name not in names}
    return replace(node, value=kept, text="")


def _members(node: Node) -> Mapping[str, Node]:
    return node.value if isinstance(node.value, Mapping) else {}
