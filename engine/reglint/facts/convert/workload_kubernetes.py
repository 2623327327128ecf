"""What Kubernetes says of a container, its pod and its object, as the view of their pods has them.

Sources: Kubernetes, "Configure a Security Context for a Pod or Container" (what the container says outranks
what the pod does), "SecurityContext" (who is privileged or has SYS_ADMIN can always gain rights), "Resource
Management for Pods and Containers", "Limit Ranges", "Liveness, Readiness and Startup Probes".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reglint.documents.node import Node
from reglint.facts.convert import workload_paths, workloads
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.convert.workloads import first, inapplicable, is_on, is_part, listed, switch
from reglint.facts.tree import child, text_of

_SECURITY = "securityContext"
_PROBES = ("livenessProbe", "readinessProbe")  # the third kind asks no more once a container has started


def privileged(node: Node | None, context: Context) -> Converted | None:
    """Whether a container has all rights on its host."""
    return switch(child(node, "container", _SECURITY, "privileged"), context)


def runs_as_root(node: Node | None, context: Context) -> Converted | None:
    """Whether a container's user is the superuser; unknown where only the image says it."""
    told, user = _security(node, "runAsNonRoot"), _security(node, "runAsUser")
    refuses = switch(told, context)
    if is_on(refuses):
        return Converted(value=False, node=told)
    if user is not None:
        return workloads.filled_in(user, context) or Converted(workloads.is_root(user.text), user)
    if refuses is not None and refuses.value is not False:
        return refuses
    if node is None or is_part(node, context):
        return None
    return unresolved(child(node, "container", "image"), "no runAsUser: the image decides")


def escalates(node: Node | None, context: Context) -> Converted | None:
    """Whether a process can gain more rights than the one that has started it."""
    always = privileged(node, context)
    if always is not None and is_on(always):
        return Converted(value=True, node=always.node, note="privileged")
    for one in _each(node, "capabilities", "add"):
        if one.text.casefold().removeprefix("cap_") in ("sys_admin", "all"):
            return Converted(value=True, node=one)
    return switch(child(node, "container", _SECURITY, "allowPrivilegeEscalation"), context)


def root_read_only(node: Node | None, context: Context) -> Converted | None:
    """Whether a container's root file system can't be written."""
    return switch(child(node, "container", _SECURITY, "readOnlyRootFilesystem"), context)


def host_network(node: Node | None, context: Context) -> Converted | None:
    """Whether a pod is in the network of its host."""
    return switch(child(node, "pod", "hostNetwork"), context)


def host_paths(node: Node | None, context: Context) -> Converted | None:
    """What kinds of paths of the host a container has mounted; none of them is an empty list."""
    if node is None or not isinstance(node.value, Mapping):
        return None
    found = workload_paths.host_paths(_mounted(node), context)
    return found or (None if is_part(node, context) else Converted((), node))


def capabilities_dropped(node: Node | None, context: Context) -> Converted | None:
    """Whether a container has given up its capabilities."""
    said = _members(child(node, "container", _SECURITY, "capabilities"))
    return workloads.capabilities_dropped(
        said.get("drop"), said.get("add"), privileged(node, context), context
    )


def resources_limited(node: Node | None, context: Context) -> Converted | None:
    """Whether a container, or its pod as a whole, has limits of the processor and of memory.

    Unknown where its namespace may have limits for those without.
    """
    limits = [child(node, holder, "resources", "limits") for holder in ("container", "pod")]
    processor, memory = ([child(one, name) for one in limits] for name in ("cpu", "memory"))
    said = workloads.resources_limited(processor, memory, context)
    given = None if node is None or is_on(said) or is_part(node, context) else child(node, "limits")
    return said if given is None else unresolved(given, "a LimitRange may give the limits")


def health_checked(node: Node | None, context: Context) -> Converted | None:
    """Whether a container is asked, as long as it runs, if it is alive or ready."""
    probes = (child(node, "container", name) for name in _PROBES)
    said = next((one for one in probes if one is not None and one.value), None)
    if said is not None:
        return Converted(value=True, node=said)
    if node is None or is_part(node, context) or text_of(node, "lasts") != "false":
        return None
    return inapplicable(node, "it runs to its end")


def debug(node: Node | None, context: Context) -> Converted | None:
    """That a container lets a debugger in."""
    said = workloads.words(child(node, "container"), "command", "args", "env")
    return workloads.debug(said, context)


def _security(node: Node | None, name: str) -> Node | None:
    return first(child(node, "container", _SECURITY, name), child(node, "pod", _SECURITY, name))


def _mounted(node: Node) -> Iterator[Node]:
    names = {text_of(one, "name") for one in listed(child(node, "container"), "volumeMounts")}
    for volume in listed(child(node, "pod"), "volumes"):
        path = child(volume, "hostPath", "path")
        if text_of(volume, "name") in names and path is not None:
            yield path


def _each(node: Node | None, *names: str) -> list[Node]:
    *above, last = names
    return listed(child(node, "container", _SECURITY, *above), last)


def _members(node: Node | None) -> Mapping[str, Node]:
    return node.value if node is not None and isinstance(node.value, Mapping) else {}


CONVERSIONS: Mapping[str, Conversion] = {
    "kubernetes_privileged": privileged,
    "kubernetes_runs_as_root": runs_as_root,
    "kubernetes_escalates": escalates,
    "kubernetes_root_read_only": root_read_only,
    "kubernetes_host_network": host_network,
    "kubernetes_host_paths": host_paths,
    "kubernetes_capabilities_dropped": capabilities_dropped,
    "kubernetes_resources_limited": resources_limited,
    "kubernetes_health_checked": health_checked,
    "kubernetes_debug": debug,
}
