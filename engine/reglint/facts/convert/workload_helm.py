"""What a chart's values say of its containers; what they leave out the chart decides.

Sources: the chart that `helm create` makes (`replicaCount`, `image.tag`, which is the chart's version where
it is empty, `podSecurityContext`, `securityContext`, `resources`, `autoscaling`, `livenessProbe`); Bitnami's
charts (`containerSecurityContext` and probes, each with `enabled`; `image.registry`, `image.digest`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from reglint.documents.node import Node
from reglint.documents.pointer import steps
from reglint.facts.convert import workloads
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.convert.plain import FALSE
from reglint.facts.convert.workloads import first, is_on, switch
from reglint.facts.tree import Tree, child, text_of

_CONTAINER = ("containerSecurityContext", "securityContext")
_POD = ("podSecurityContext",)
_PROBES = ("livenessProbe", "readinessProbe", "customLivenessProbe", "customReadinessProbe")
_NUMBERS = ("replicaCount", "replicas")
_MADE = ("enabled", "create", "install")
_NO_WORKLOADS = ("global", "common")


def is_chart_workload(node: Node, tree: Tree) -> bool:
    """Whether a group of values is about containers, and not off: it has their image, or their number."""
    if tree.key(node) in _NO_WORKLOADS or not isinstance(node.value, Mapping):
        return False
    if any(text_of(node, name).casefold() in FALSE for name in _MADE):
        return False
    return _name_of_image(node) is not None or any(text_of(node, name).isdecimal() for name in _NUMBERS)


def name(node: Node | None, _context: Context) -> Converted | None:
    """The group that a workload stands in, with dots; the chart's folder for the chart's own."""
    if node is None:
        return None
    path = PurePosixPath(node.path)
    return Converted(".".join(steps(node.pointer)) or path.parent.name or path.stem, node)


def image(node: Node | None, context: Context) -> Converted | None:
    """The image of a group, put together from its parts."""
    named = _name_of_image(node)
    return workloads.image(None if named is None else _whole_image(node, named), context)


def image_pinned(node: Node | None, context: Context) -> Converted | None:
    """Whether that image is one version; unknown without a tag, which is the chart's to choose."""
    named = _name_of_image(node)
    if named is None:
        return None
    parts = child(node, "image")
    tag = named if named is parts else child(parts, "tag")
    if not text_of(parts, "digest") and (tag is None or not tag.text):
        return unresolved(tag or named, "without a tag the chart chooses one")
    said = workloads.image_pinned(_whole_image(node, named), context)
    return None if said is None else replace(said, node=tag or named)


def privileged(node: Node | None, context: Context) -> Converted | None:
    """Whether a container has all rights on its host."""
    return switch(_security(node, "privileged"), context)


def runs_as_root(node: Node | None, context: Context) -> Converted | None:
    """Whether a container's user is the superuser."""
    told, user = (_security(node, one, (*_CONTAINER, *_POD)) for one in ("runAsNonRoot", "runAsUser"))
    if is_on(switch(told, context)):
        return Converted(value=False, node=told)
    if user is None:
        return None
    return workloads.filled_in(user, context) or Converted(workloads.is_root(user.text), user)


def escalates(node: Node | None, context: Context) -> Converted | None:
    """Whether a process can gain more rights than the one that has started it."""
    return switch(_security(node, "allowPrivilegeEscalation"), context)


def root_read_only(node: Node | None, context: Context) -> Converted | None:
    """Whether a container's root file system can't be written."""
    return switch(_security(node, "readOnlyRootFilesystem"), context)


def capabilities_dropped(node: Node | None, context: Context) -> Converted | None:
    """Whether a container has given up its capabilities."""
    for holder in _contexts(node, _CONTAINER):
        said = child(holder, "capabilities")
        if said is not None and isinstance(said.value, Mapping) and said.value.get("drop") is not None:
            lists = said.value.get("drop"), said.value.get("add")
            return workloads.capabilities_dropped(*lists, privileged(node, context), context)
    return None


def resources_limited(node: Node | None, context: Context) -> Converted | None:
    """Whether a container has limits of the processor and of memory."""
    limits = child(node, "resources", "limits")
    return workloads.resources_limited([child(limits, "cpu")], [child(limits, "memory")], context)


def health_checked(node: Node | None, _context: Context) -> Converted | None:
    """Whether a container is asked if it is alive or ready; None where the values do not say of both."""
    probes = [one for one in (child(node, name) for name in _PROBES) if one is not None and one.value]
    on = [one for one in probes if not _is_off(one)]
    if on:
        return Converted(value=True, node=on[0])
    both = [child(node, name, "enabled") for name in _PROBES[:2]]
    return None if None in both or not all(both) else Converted(value=False, node=both[0])


def replicas(node: Node | None, context: Context) -> Converted | None:
    """How many pods there are, of an autoscaler that is switched on the least."""
    scaling = child(node, "autoscaling")
    enabled = switch(child(scaling, "enabled"), context)
    if enabled is not None and enabled.value is not False:
        least = workloads.count(child(scaling, "minReplicas"), context) if is_on(enabled) else None
        return least or unresolved(scaling, "the autoscaler decides")
    return workloads.count(first(*(child(node, name) for name in _NUMBERS)), context)


def _name_of_image(node: Node | None) -> Node | None:
    """What names an image: the text `image`, or its `repository`."""
    said = child(node, "image")
    named = said if said is not None and isinstance(said.value, str) else child(said, "repository")
    return named if named is not None and named.text and isinstance(named.value, str) else None


def _whole_image(node: Node | None, named: Node) -> Node:
    parts = child(node, "image")
    if named is parts:
        return named
    registry, tag, digest = (text_of(parts, one) for one in ("registry", "tag", "digest"))
    begin, end = f"{registry}/" if registry else "", f"@{digest}" if digest else ""
    text = f"{begin}{named.text}{f':{tag}' if tag else ''}{end}"
    return replace(named, value=text, text=text)


def _security(node: Node | None, setting: str, holders: tuple[str, ...] = _CONTAINER) -> Node | None:
    return first(*(child(one, setting) for one in _contexts(node, holders)))


def _contexts(node: Node | None, holders: tuple[str, ...]) -> Iterator[Node]:
    """The security contexts of a group that are not switched off."""
    for holder in holders:
        said = child(node, holder)
        if said is not None and not _is_off(said):
            yield said


def _is_off(node: Node) -> bool:
    return text_of(node, "enabled").casefold() in FALSE


CONVERSIONS: Mapping[str, Conversion] = {
    "helm_workload_name": name,
    "helm_image": image,
    "helm_image_pinned": image_pinned,
    "helm_privileged": privileged,
    "helm_runs_as_root": runs_as_root,
    "helm_escalates": escalates,
    "helm_root_read_only": root_read_only,
    "helm_capabilities_dropped": capabilities_dropped,
    "helm_resources_limited": resources_limited,
    "helm_health_checked": health_checked,
    "helm_replicas": replicas,
}
