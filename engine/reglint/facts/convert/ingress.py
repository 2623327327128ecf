"""Ingresses of Kubernetes: which hosts have TLS, at which port, and what is only redirected to it.

Sources: Kubernetes, "Ingress" ("TLS": only hosts that `spec.tls` names, by exact name or a wildcard for one
label); ingress-nginx, "Annotations" (`force-ssl-redirect`, `ssl-passthrough`); AWS Load Balancer Controller,
GKE Ingress, Application Gateway and Traefik, "Annotations" (certificates that the balancer holds).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.convert.kubernetes import annotations_of, object_of
from reglint.facts.tree import child, children, text_of

_NGINX = "nginx.ingress.kubernetes.io/"
_CERTIFICATES = (
    "alb.ingress.kubernetes.io/certificate-arn",
    "ingress.gcp.kubernetes.io/pre-shared-cert",
    "networking.gke.io/managed-certificates",
    "appgw.ingress.kubernetes.io/appgw-ssl-certificate",
)
_SWITCHES = ("traefik.ingress.kubernetes.io/router.tls",)
_HTTPS, _HTTP = 443, 80


def ingress_host(node: Node | None, _context: Context) -> Converted | None:
    """The host that a rule is for; `_` for a rule of every host."""
    return None if node is None else Converted(text_of(node, "host") or "_", child(node, "host"))


def ingress_port(node: Node | None, context: Context) -> Converted | None:
    """The port by the protocol: an Ingress opens 443 for TLS, else 80."""
    if node is None:
        return None
    found = ingress_tls(node, context)
    return Converted(_HTTPS if found is not None else _HTTP, child(node, "host"))


def ingress_tls(node: Node | None, context: Context) -> Converted | None:
    """Whether a rule's host has TLS; None where nothing gives it any."""
    said = annotations_of(node, context)
    if _text(said, f"{_NGINX}ssl-passthrough") == "true":
        return unresolved(said[f"{_NGINX}ssl-passthrough"], "TLS ends in the pods")
    for name in (*_CERTIFICATES, *_SWITCHES):
        if _text(said, name) and (name not in _SWITCHES or said[name].text == "true"):
            return Converted(value=True, node=said[name])
    return _by_hosts(text_of(node, "host"), list(_certified(object_of(node, context))))


def ingress_redirect_only(node: Node | None, context: Context) -> Converted | None:
    """Whether plain requests are only redirected, by the annotation that says so; None without it."""
    said = annotations_of(node, context)
    name = f"{_NGINX}force-ssl-redirect"
    return Converted(value=True, node=said[name]) if _text(said, name) == "true" else None


def _text(said: Mapping[str, Node], name: str) -> str:
    return said[name].text if name in said else ""


def _certified(ingress: Node | None) -> Iterator[tuple[str, Node]]:
    """The hosts that have TLS, each with its place; "" for an entry that is for all of them."""
    spec = child(ingress, "spec")
    entries = spec.value.get("tls") if spec is not None and isinstance(spec.value, Mapping) else None
    for _, entry in children(entries) if entries is not None else ():
        members = entry.value if isinstance(entry.value, Mapping) else {}
        hosts = list(children(members["hosts"])) if "hosts" in members else []
        yield from ((host.text, host) for _, host in hosts)
        if not hosts:
            yield "", entry


def _by_hosts(host: str, certified: list[tuple[str, Node]]) -> Converted | None:
    for pattern, place in certified:
        if not pattern or _covers(pattern, host):
            return Converted(value=True, node=place)
    if certified and not host:
        return unresolved(certified[0][1], "the rule is for every host, the certificates are for some")
    return None


def _covers(pattern: str, host: str) -> bool:
    if pattern.startswith("*."):
        return host == pattern or host.partition(".")[2] == pattern.removeprefix("*.")
    return pattern == host


CONVERSIONS: Mapping[str, Conversion] = {
    "ingress_host": ingress_host,
    "ingress_port": ingress_port,
    "ingress_tls": ingress_tls,
    "ingress_redirect_only": ingress_redirect_only,
}
