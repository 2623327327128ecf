"""The plain port of an Ingress with TLS: whether its controller keeps it open beside the one with TLS.

Sources: ingress-nginx, "Server-side HTTPS enforcement through redirect" (a host with TLS is redirected unless
`ssl-redirect` is off); GKE, "Disabling HTTP" (`allow-http`) and "HTTP to HTTPS redirects" (a FrontendConfig);
AWS Load Balancer Controller, "Annotations" (`listen-ports`: HTTPS alone where a certificate is named;
`ssl-redirect` is a port); Application Gateway and HAProxy, "Annotations" (`ssl-redirect`); Traefik,
"Kubernetes Ingress" (`router.entrypoints`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.convert.ingress import ingress_tls
from reglint.facts.convert.kubernetes import annotations_of, object_of
from reglint.facts.tree import Tree, child

_CLASS = "kubernetes.io/ingress.class"
_ALLOWED = "kubernetes.io/ingress.allow-http"
_FRONTEND = "networking.gke.io/v1beta1.FrontendConfig"
_ENTRYPOINTS = "traefik.ingress.kubernetes.io/router.entrypoints"
_ALB = "alb.ingress.kubernetes.io/"
_READS = {  # what the class is called by, and how the annotations begin that its controller reads
    "gce": ("kubernetes.io/", "networking.gke.io/"),
    "nginx": ("nginx.", "ingress.kubernetes.io/"),
    "alb": (_ALB,),
    "azure": ("appgw.",),
    "haproxy": ("haproxy", "ingress.kubernetes.io/"),
    "traefik": ("traefik.", "ingress.kubernetes.io/"),
}
_WITH_TLS = ("websecure", "https")
_MAY = "the controller may also serve port 80"
_FRONTEND_MAY = "the FrontendConfig says whether port 80 only redirects"


@dataclass(frozen=True, slots=True)
class _Plain:
    """What is said of the plain port: it is `open`, it is not, or nothing says (None); and where."""

    open: bool | None
    node: Node | None
    detail: str = _MAY


def may_serve_plain(node: Node, tree: Tree) -> bool:
    """Whether a rule's host has TLS and, for all that is known, a plain port as well."""
    context = Context(tree, node, _nothing)
    return ingress_tls(node, context) is not None and _plain(node, context).open is not False


def plain_listener(node: Node | None, context: Context) -> Converted | None:
    """False where the plain port is open and carries what the other does; unknown where nothing says."""
    if node is None:
        return None
    plain = _plain(node, context)
    return Converted(value=False, node=plain.node) if plain.open else unresolved(plain.node, plain.detail)


def _plain(node: Node, context: Context) -> _Plain:
    every = annotations_of(node, context)
    name = child(object_of(node, context), "spec", "ingressClassName") or every.get(_CLASS)
    read = [one for owner, one in _READS.items() if name is not None and owner in name.text.casefold()]
    said = {key: one for key, one in every.items() if not read or key.startswith(tuple(chain(*read)))}
    found = _by_google(said) or _by_balancer(said) or _by_redirect(said) or _by_entrypoints(said)
    if found is not None:
        return found
    if _READS["nginx"] in read or (not read and any(key.startswith("nginx.ingress.") for key in said)):
        return _Plain(open=False, node=name)
    return _Plain(None, name or child(object_of(node, context), "spec", "tls"))


def _by_google(said: Mapping[str, Node]) -> _Plain | None:
    allowed, frontend = said.get(_ALLOWED), said.get(_FRONTEND)
    if allowed is not None and allowed.text.casefold() == "false":
        return _Plain(open=False, node=allowed)
    return _Plain(None, frontend, _FRONTEND_MAY) if frontend is not None else None


def _by_balancer(said: Mapping[str, Node]) -> _Plain | None:
    redirected, ports = said.get(f"{_ALB}ssl-redirect"), said.get(f"{_ALB}listen-ports")
    certificate = said.get(f"{_ALB}certificate-arn")
    if redirected is not None and redirected.text:
        return _Plain(open=False, node=redirected)
    if ports is not None and ports.text:
        return _Plain('"HTTP"' in ports.text, ports)
    return _Plain(open=False, node=certificate) if certificate is not None else None


def _by_redirect(said: Mapping[str, Node]) -> _Plain | None:
    """`ssl-redirect` and `force-ssl-redirect`, which several controllers have: one that redirects wins."""
    switches = {name: one for name, one in said.items() if name.endswith("ssl-redirect")}
    for wanted in ("true", "false"):
        for name, one in switches.items():
            if one.text.casefold() == wanted and (wanted == "true" or "force" not in name):
                return _Plain(wanted == "false", one)
    return None


def _by_entrypoints(said: Mapping[str, Node]) -> _Plain | None:
    named = said.get(_ENTRYPOINTS)
    listed = {one.strip() for one in named.text.split(",")} if named is not None else set()
    return _Plain(open=False, node=named) if listed and listed <= set(_WITH_TLS) else None


def _nothing(_name: str) -> None:
    return None


CONVERSIONS: Mapping[str, Conversion] = {"ingress_plain_listener": plain_listener}
