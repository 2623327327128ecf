"""What a service of compose says of its container.

Sources: Compose Specification, "services" (`privileged`, `user`, `read_only`, `cap_drop`, `security_opt`,
`network_mode`, `healthcheck`, `volumes`, `mem_limit`, `cpus`, `scale`) and "deploy" (`replicas`, `mode`,
`resources.limits`); Docker, "Dockerfile reference" (an image may have a health check and a user of its own).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from reglint.documents.node import Node
from reglint.facts.convert import workload_paths, workloads
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.convert.part import part_of
from reglint.facts.convert.workloads import first, inapplicable, listed, switch
from reglint.facts.env_files import STARTED_IN
from reglint.facts.tree import Tree, child, children, text_of

_NO_NEW_RIGHTS = re.compile(r"no-new-privileges(?:[:=]\s*(\w+))?")
_BOUND = re.compile(r"((?:\$\{[^{}]*\}|[^:])+):.+")
_SHARED = ("service:", "container:")


def is_service(node: Node, tree: Tree) -> bool:
    """Whether a service is all that it says: not a part that is laid over another file or another service."""
    return _has_whole(node) and "override" not in tree.root.path.rpartition("/")[2]


def is_part_of_service(node: Node, tree: Tree) -> bool:
    """Whether a service is a part of one."""
    return isinstance(node.value, Mapping) and not is_service(node, tree)


def image(node: Node | None, context: Context) -> Converted | None:
    """The image that a service is made from."""
    return workloads.image(child(node, "image"), context)


def image_pinned(node: Node | None, context: Context) -> Converted | None:
    """Whether that image is one version; None where compose builds it, and the name is what it is given."""
    return None if "build" in _members(node) else workloads.image_pinned(child(node, "image"), context)


def privileged(node: Node | None, context: Context) -> Converted | None:
    """Whether a container has all rights on its host."""
    return switch(child(node, "privileged"), context)


def runs_as_root(node: Node | None, context: Context) -> Converted | None:
    """Whether a container's user is the superuser; unknown where only the image says it."""
    user = first(child(node, "user"))
    if user is not None:
        resolved = context.resolve(user.text)
        said = Converted(workloads.is_root(resolved.text), user, resolved.note)
        return workloads.filled_in(user, context) or said
    is_whole = node is not None and _is_whole(node, context)
    return unresolved(child(node, "image") or node, "no user: the image decides") if is_whole else None


def escalates(node: Node | None, context: Context) -> Converted | None:
    """That a process can gain no more rights than it has; None where it is not kept from it."""
    for one in listed(node, "security_opt"):
        match = _NO_NEW_RIGHTS.fullmatch(context.resolve(one.text).text.strip())
        if match is not None:
            return Converted((match[1] or "true").casefold() == "false", one)
    return None


def root_read_only(node: Node | None, context: Context) -> Converted | None:
    """Whether a container's root file system can't be written."""
    return switch(child(node, "read_only"), context)


def host_network(node: Node | None, context: Context) -> Converted | None:
    """Whether a container is in the network of its host; unknown where it is in another container's."""
    mode = first(child(node, "network_mode"))
    if mode is None:
        return None
    text = context.resolve(mode.text).text
    if text.startswith(_SHARED):
        return unresolved(mode, "another container's network is its own")
    return workloads.filled_in(mode, context) or Converted(text == "host", mode)


def host_paths(node: Node | None, context: Context) -> Converted | None:
    """What kinds of paths of the host a container has mounted; none of them is an empty list."""
    if node is None or not isinstance(node.value, Mapping):
        return None
    found = workload_paths.host_paths(_mounted(node, context), context)
    return found or (Converted((), node) if _is_whole(node, context) else None)


def capabilities_dropped(node: Node | None, context: Context) -> Converted | None:
    """Whether a container has given up its capabilities."""
    said = _members(node)
    is_privileged = privileged(node, context)
    return workloads.capabilities_dropped(said.get("cap_drop"), said.get("cap_add"), is_privileged, context)


def resources_limited(node: Node | None, context: Context) -> Converted | None:
    """Whether a container has limits of the processor and of memory."""
    limits = child(node, "deploy", "resources", "limits")
    processor = (child(limits, "cpus"), child(node, "cpus"), child(node, "cpu_quota"))
    memory = (child(limits, "memory"), child(node, "mem_limit"))
    return workloads.resources_limited(processor, memory, context)


def health_checked(node: Node | None, context: Context) -> Converted | None:
    """Whether a container is asked if it is well; unknown where only the image says it."""
    said = child(node, "healthcheck")
    off = switch(child(said, "disable"), context)
    if off is not None and off.value is not False:
        return Converted(value=False, node=off.node) if off.value is True else off
    test = _members(said).get("test")
    if test is not None and test.value:
        words = [one.text for _, one in children(test)] or [test.text]
        return Converted(words[0] != "NONE", test)
    if node is None or not _is_whole(node, context):
        return None
    return unresolved(said or child(node, "image") or node, "no test: the image may have one")


def replicas(node: Node | None, context: Context) -> Converted | None:
    """How many containers there are of a service; unknown of what has no such number."""
    mode = child(node, "deploy", "mode")
    if mode is not None and mode.text not in ("", "replicated"):
        return inapplicable(mode, f"the mode {mode.text} has no number of replicas")
    return workloads.count(first(child(node, "deploy", "replicas"), child(node, "scale")), context)


def debug(node: Node | None, context: Context) -> Converted | None:
    """That a container lets a debugger in."""
    return workloads.debug(workloads.words(node, "entrypoint", "command", "environment"), context)


def _has_whole(node: Node) -> bool:
    said = _members(node)
    return "extends" not in said and ("image" in said or "build" in said)


def _is_whole(node: Node, context: Context) -> bool:
    return is_service(node, context.tree)


def _mounted(node: Node, context: Context) -> Iterator[Node]:
    """The sources of mounts that are paths, and where a named volume is bound to one, that path."""
    named = child(context.tree.root, "volumes")
    for one in listed(node, "volumes"):
        source = child(one, "source") if isinstance(one.value, Mapping) else _source(one)
        if source is None or (isinstance(one.value, Mapping) and text_of(one, "type") == "tmpfs"):
            continue
        device = child(named, source.text, "driver_opts", "device")
        if device is not None:
            yield device
        elif source.text.startswith(("/", ".", "~", "$", "\\")):
            yield source


def _source(volume: Node) -> Node | None:
    """What stands before the first colon; None where there is but the path in the container."""
    match = _BOUND.fullmatch(volume.text)
    source = None if match is None else part_of(volume, *match.span(1))
    text = "" if source is None else STARTED_IN.sub("./", source.text)
    return None if source is None else replace(source, value=text, text=text)


def _members(node: Node | None) -> Mapping[str, Node]:
    return node.value if node is not None and isinstance(node.value, Mapping) else {}


CONVERSIONS: Mapping[str, Conversion] = {
    "compose_image": image,
    "compose_image_pinned": image_pinned,
    "compose_privileged": privileged,
    "compose_runs_as_root": runs_as_root,
    "compose_escalates": escalates,
    "compose_root_read_only": root_read_only,
    "compose_host_network": host_network,
    "compose_host_paths": host_paths,
    "compose_capabilities_dropped": capabilities_dropped,
    "compose_resources_limited": resources_limited,
    "compose_health_checked": health_checked,
    "compose_replicas": replicas,
    "compose_debug": debug,
}
