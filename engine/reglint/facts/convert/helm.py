"""Helm: what a chart's values say, where they go by the names that `helm create` and Bitnami's charts use.

Sources: Helm, "Values files"; the chart that `helm create` makes (`ingress.enabled`, `ingress.hosts[].host`,
`ingress.tls`, `service.type`, `service.port`); Bitnami's charts (`ingress.hostname`, `service.ports.http`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.convert.lengths import count_in
from reglint.facts.convert.plain import FALSE, TRUE
from reglint.facts.tree import child, text_of

_WORD = re.compile(r"[a-z]+")
_PORTS = (("nodePort",), ("nodePorts", "http"), ("port",), ("ports", "http"))
_OUTSIDE = ("NodePort", "LoadBalancer")
_NOT_SHOWN = "TLS may end before the service or behind it: the values do not show where"


def engine(node: Node | None, context: Context) -> Converted | None:
    """The product by the name of its group: `redis` for `redis-cluster`, `postgresql` for `postgresql-ha`."""
    word = _WORD.match(context.tree.key(node).casefold()) if node is not None else None
    return None if word is None else Converted(word[0], node)


def ingress_host(node: Node | None, _context: Context) -> Converted | None:
    """The first host of an ingress that is switched on; `*` where none is named."""
    if not _is_on(node):
        return None
    named = child(node, "hostname") or child(node, "hosts", "host") or child(node, "hosts")
    return Converted(named.text if named is not None and named.text else "*", named)


def ingress_port(node: Node | None, context: Context) -> Converted | None:
    """443 with TLS, 80 without."""
    found = ingress_tls(node, context)
    return Converted(443 if found.value else 80, found.node) if found is not None else None


def ingress_tls(node: Node | None, _context: Context) -> Converted | None:
    """Whether an ingress that is switched on has TLS: a list of it, or `true`; none where it is not said."""
    said = (
        node.value.get("tls")
        if _is_on(node) and node is not None and isinstance(node.value, Mapping)
        else None
    )
    if said is None or said.value is None:
        return None
    is_off = said.value == () or said.text.casefold() in FALSE
    return Converted(not is_off, said)


def service_name(node: Node | None, context: Context) -> Converted | None:
    """The group that a service which opens to the outside stands in; `service` for the chart's own."""
    if text_of(node, "type") not in _OUTSIDE or node is None:
        return None
    above = context.tree.parent(node)
    name = context.tree.key(above) if above is not None else ""
    return Converted(name or context.tree.key(node), node)


def service_port(node: Node | None, _context: Context) -> Converted | None:
    """The port of a service which opens to the outside."""
    if text_of(node, "type") not in _OUTSIDE:
        return None
    said = (one for names in _PORTS if (one := child(node, *names)) is not None)
    return next((Converted(port, one) for one in said if (port := count_in(one.text)) is not None), None)


def service_tls(node: Node | None, _context: Context) -> Converted | None:
    """Unresolved for a service which opens to the outside."""
    return unresolved(child(node, "type"), _NOT_SHOWN) if text_of(node, "type") in _OUTSIDE else None


def _is_on(node: Node | None) -> bool:
    return text_of(node, "enabled").casefold() in TRUE


CONVERSIONS: Mapping[str, Conversion] = {
    "helm_engine": engine,
    "helm_ingress_host": ingress_host,
    "helm_ingress_port": ingress_port,
    "helm_ingress_tls": ingress_tls,
    "helm_service_name": service_name,
    "helm_service_port": service_port,
    "helm_service_tls": service_tls,
}
