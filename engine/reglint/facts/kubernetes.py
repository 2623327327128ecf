"""A Kubernetes manifest sorted by what its objects are: workloads, settings, services, what scales them.

Sources: Kubernetes API, "PodSpec", "Container" (`command` replaces the image's entrypoint, `args` its
command; `$(NAME)` in them is a variable of `env`), "ConfigMap", "Secret" (`data` is base64, `stringData` is
not), "List".
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from reglint.documents.names import format_of
from reglint.documents.node import Node
from reglint.facts.kubernetes_kustomize import is_kustomization
from reglint.facts.kubernetes_mounts import mounted
from reglint.facts.kubernetes_pods import pod_spec, pods
from reglint.facts.named_options import with_options
from reglint.facts.tree import child, text_of

_GROUPS = {
    "Pod": ("workloads", ("",)),
    "Deployment": ("workloads", ("apps", "extensions")),
    "StatefulSet": ("workloads", ("apps",)),
    "DaemonSet": ("workloads", ("apps", "extensions")),
    "ReplicaSet": ("workloads", ("apps", "extensions")),
    "ReplicationController": ("workloads", ("",)),
    "Job": ("workloads", ("batch",)),
    "CronJob": ("workloads", ("batch",)),
    "Rollout": ("workloads", ("argoproj.io",)),
    "CloneSet": ("workloads", ("apps.kruise.io",)),
    "ConfigMap": ("settings", ("",)),
    "Secret": ("settings", ("",)),
    "Service": ("services", ("",)),
    "Ingress": ("ingresses", ("networking.k8s.io", "extensions")),
    "HorizontalPodAutoscaler": ("scalers", ("autoscaling",)),
    "ScaledObject": ("scalers", ("keda.sh",)),
    "LimitRange": ("ranges", ("",)),
}
_VARIABLE = re.compile(r"(?<!\$)\$\(([\w.\-]+)\)")
_MOST_NESTED = 5  # lists in lists: none of the API's own has more than one


def kubernetes(root: Node) -> Node:
    """A mapping of `workloads`, `pods`, `settings`, `files`, `services`, `ingresses` and what is around them.

    Around them are `scalers`, `ranges` and `kustomizations`; what is not there is left out. `others` are
    objects of any other kind, empty.

    In each stand the objects by `Kind/namespace/name`. A workload has `containers` and `steps` (containers
    that run before those) by name, in the words of compose: `image`, `entrypoint`, `command`, `environment`
    as a mapping, `env_file` where variables may come from elsewhere, `references` by the variables that do,
    `mounts` for what objects give as files. Settings are the values of a ConfigMap or Secret by key, the
    latter decoded, `files` those that are files by their keys; the others are as they stand, `pods` as
    kubernetes_pods has them. A document of another product gives an empty mapping.
    """
    if not isinstance(root.value, Mapping):
        return root
    sorted_objects: dict[str, dict[str, Node]] = {}
    for one in _objects(root, 0):
        group = _group(one)
        for part, view in _PARTS.get(group, ()):
            sorted_objects.setdefault(part, {})[_key(one)] = view(one)
    return replace(
        root, value={group: replace(root, value=objects) for group, objects in sorted_objects.items()}
    )


def _objects(node: Node, depth: int) -> Iterator[Node]:
    items = _items(node, "items")
    if text_of(node, "kind").endswith("List") and items and depth < _MOST_NESTED:
        for one in items:
            yield from _objects(one, depth + 1)
    else:
        yield node


def _group(node: Node) -> str:
    """Where an object belongs: other products have a `Service`, too."""
    if is_kustomization(node):
        return "kustomizations"
    kind, version = text_of(node, "kind"), text_of(node, "apiVersion")
    if not kind or not version or kind.endswith("List"):
        return ""
    group, owners = _GROUPS.get(kind, ("", ()))
    owner, slash, _ = version.partition("/")
    return group if (owner if slash else "") in owners else "others"


def _key(node: Node) -> str:
    kind = text_of(node, "kind")
    name = text_of(node, "metadata", "name") or text_of(node, "metadata", "generateName").rstrip("-")
    return f"{kind}/{text_of(node, 'metadata', 'namespace')}/{name or kind.casefold()}"


def _workload(node: Node) -> Node:
    pod = pod_spec(node)
    if pod is None:
        return replace(node, value={})
    first, beside = _items(pod, "initContainers"), _items(pod, "containers")
    steps = [one for one in first if text_of(one, "restartPolicy") != "Always"]
    sidecars = [one for one in first if text_of(one, "restartPolicy") == "Always"]
    return replace(
        node,
        value={
            "containers": replace(pod, value=_named([*sidecars, *beside], pod)),
            "steps": replace(pod, value=_named(steps, pod)),
        },
    )


def _named(containers: list[Node], pod: Node) -> Mapping[str, Node]:
    return {text_of(one, "name") or str(index): _container(one, pod) for index, one in enumerate(containers)}


def _container(node: Node, pod: Node) -> Node:
    members = node.value if isinstance(node.value, Mapping) else {}
    renamed = {"image": "image", "command": "entrypoint", "args": "command", "envFrom": "env_file"}
    shown = {renamed[name]: _with_variables(one) for name, one in members.items() if name in renamed}
    if "env" in members:
        shown["environment"] = replace(members["env"], value=_environment(members["env"]))
        references = _references(members["env"])
        shown |= {"references": replace(members["env"], value=references)} if references else {}
    files = mounted(node, pod)
    shown |= {"mounts": replace(node, value=files)} if files else {}
    return with_options(replace(node, value=shown))


def _with_variables(node: Node) -> Node:
    """A list of words with `$(NAME)` as `${NAME}`: as long, so that every place stays right."""
    if isinstance(node.value, tuple):
        return replace(node, value=tuple(_with_variables(one) for one in node.value))
    return _worded(node, _VARIABLE.sub(r"${\1}", node.text)) if isinstance(node.value, str) else node


def _environment(node: Node) -> Mapping[str, Node]:
    return {name: _variable(one) for name, one in _entries(node)}


def _references(node: Node) -> Mapping[str, Node]:
    elsewhere = ((name, _members(one).get("valueFrom")) for name, one in _entries(node))
    return {name: one for name, one in elsewhere if one is not None}


def _entries(node: Node) -> Iterator[tuple[str, Node]]:
    entries = node.value if isinstance(node.value, tuple) else ()
    yield from ((text_of(one, "name"), one) for one in entries if text_of(one, "name"))


def _variable(entry: Node) -> Node:
    """A variable's value; where a Secret, a ConfigMap or the pod gives it, a reference by its own name."""
    members = entry.value if isinstance(entry.value, Mapping) else {}
    elsewhere = members.get("valueFrom")
    if elsewhere is not None:
        spot = replace(elsewhere, end_line=elsewhere.line, end_column=elsewhere.column)
        return _worded(spot, f"${{{text_of(entry, 'name')}}}")
    said = members.get("value")
    return replace(entry, value=None, text="") if said is None else _with_variables(said)


def _settings(node: Node) -> Node:
    return replace(node, value={name: one for name, one in _data(node).items() if not _is_file(name, one)})


def _files(node: Node) -> Node:
    return replace(node, value={name: one for name, one in _data(node).items() if _is_file(name, one)})


def _data(node: Node) -> Mapping[str, Node]:
    is_encoded = text_of(node, "kind") == "Secret"
    said = _members(child(node, "data")).items()
    members = {name: _decoded(one) if is_encoded else one for name, one in said}
    members |= _members(child(node, "stringData"))
    return {name: one for name, one in members.items() if isinstance(one.value, str)}


def _decoded(node: Node) -> Node:
    """A value of a Secret as it is used; as it stands where it is no base64, or no text."""
    if not isinstance(node.value, str):
        return node
    try:
        text = base64.b64decode("".join(node.text.split()), validate=True).decode()
    except (binascii.Error, ValueError):
        return node
    return _worded(node, text)


def _is_file(name: str, node: Node) -> bool:
    return "\n" in node.text and format_of(name) is not None


def _as_it_stands(node: Node) -> Node:
    return node


def _without_content(node: Node) -> Node:
    """An object that no source reads: that it is there is all that is said of it."""
    return replace(node, value={})


def _worded(node: Node, text: str) -> Node:
    return replace(node, value=text, text=text)


def _items(node: Node, name: str) -> tuple[Node, ...]:
    said = _members(node).get(name)
    return said.value if said is not None and isinstance(said.value, tuple) else ()


def _members(node: Node | None) -> Mapping[str, Node]:
    return node.value if node is not None and isinstance(node.value, Mapping) else {}


_PARTS: Mapping[str, tuple[tuple[str, Callable[[Node], Node]], ...]] = {
    "workloads": (("workloads", _workload), ("pods", pods)),
    "settings": (("settings", _settings), ("files", _files)),
    "services": (("services", _as_it_stands),),
    "ingresses": (("ingresses", _as_it_stands),),
    "scalers": (("scalers", _as_it_stands),),
    "ranges": (("ranges", _as_it_stands),),
    "kustomizations": (("kustomizations", _as_it_stands),),
    "others": (("others", _without_content),),
}
