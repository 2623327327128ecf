"""Paths of the host that a container has: which of them let it out.

Sources: Kubernetes, "hostPath" (it exposes the container runtime socket and the node's own files); OWASP,
"Docker Security Cheat Sheet" (the socket of the daemon is the superuser of the host).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Converted
from reglint.facts.convert.workloads import filled_in

_SOCKET = re.compile(r"(?:docker|dockershim|cri-dockerd|containerd|crio|podman)\.sock|docker_engine")
_AROUND_SOCKETS = frozenset(
    {*("/", "/run", "/var", "/var/run", "/run/containerd", "/run/crio", "/run/podman", "/run/k3s/containerd")}
)
_SYSTEM = re.compile(
    r"/|/(?:bin|boot|dev|etc|lib|lib32|lib64|proc|run|sbin|sys)(?:/.*)?|/usr(?:/(?:bin|lib|lib64|sbin)(?:/.*)?)?"
    r"|/root(?:/\..*)?|/var(?:/(?:lib|log))?|/var/log/(?:containers|pods|audit)(?:/.*)?"
    r"|/var/lib/(?:containerd|containers|docker|etcd|kubelet|rancher)(?:/.*)?"
)
_CLOCK = re.compile(r"/etc/(?:localtime|timezone)|/usr/share/zoneinfo(?:/.*)?")
_ORDER = ("container_socket", "system", "data")


def host_paths(paths: Iterable[Node], context: Context) -> Converted | None:
    """The kinds of some host paths, each once, at the place of one of the first; None where there are none.

    A path that a template gives makes the whole unknown.
    """
    seen: dict[str, Node] = {}
    for node in paths:
        said = filled_in(node, context)
        if said is not None:
            return said
        for kind in path_kinds(context.resolve(node.text).text):
            seen.setdefault(kind, node)
    kinds = tuple(kind for kind in _ORDER if kind in seen)
    return Converted(kinds, seen[kinds[0]]) if kinds else None


def path_kinds(path: str) -> Sequence[str]:
    """What a container reaches by a path of the host: nothing by the files of its clock, or a single file.

    >>> path_kinds("/var/run/docker.sock"), path_kinds("/var/run"), path_kinds("./data")
    (('container_socket',), ('container_socket', 'system'), ('data',))
    """
    whole = re.sub(r"^/var/run(?=/|$)", "/run", re.sub(r"/+", "/", path.strip()).rstrip("/") or "/")
    if _SOCKET.search(whole):
        return ("container_socket",)
    if _CLOCK.fullmatch(whole):
        return ()
    if whole in _AROUND_SOCKETS:
        return _ORDER[:2]
    if _SYSTEM.fullmatch(whole):
        return ("system",)
    return () if PurePosixPath(whole).suffix else ("data",)
