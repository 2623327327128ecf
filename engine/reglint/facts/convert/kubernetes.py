"""Objects of Kubernetes: which one it is, and the ports that a Service opens to the outside.

Sources: Kubernetes, "Service" (`type`; a port of a NodePort is reached at its `nodePort`), "Internal load
balancer" (annotations by cloud); AWS, Alibaba Cloud, "TLS support" of their load balancers.
"""

from __future__ import annotations

from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.tree import child, text_of

_GROUPS = ("workloads", "pods", "settings", "services", "ingresses")
_AWS = "service.beta.kubernetes.io/aws-load-balancer-"
_ALIBABA = "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-"
_AZURE = "service.beta.kubernetes.io/azure-load-balancer-"
_INTERNAL = {
    f"{_AWS}internal": ("true", "0.0.0.0/0"),
    f"{_AWS}scheme": ("internal",),
    f"{_AZURE}internal": ("true",),
    f"{_ALIBABA}address-type": ("intranet",),
    "networking.gke.io/load-balancer-type": ("internal",),
    "cloud.google.com/load-balancer-type": ("internal",),
    "alb.ingress.kubernetes.io/scheme": ("internal",),
    "kubernetes.io/ingress.class": ("gce-internal",),
}
_NOT_SHOWN = "TLS may end before the Service or behind it: the manifest does not show where"


def object_name(node: Node | None, context: Context) -> Converted | None:
    """The name of the object that the node belongs to; its kind where it has none."""
    found = object_of(node, context)
    return None if found is None else Converted(context.tree.key(found).rpartition("/")[2], found)


def object_of(node: Node | None, context: Context) -> Node | None:
    """The object, as the view sorts them, that the node is or belongs to."""
    for one in (node, *context.tree.ancestors(node)) if node is not None else ():
        holder = context.tree.parent(one)
        if holder is not None and context.tree.key(holder) in _GROUPS:
            return one if context.tree.parent(holder) is context.tree.root else None
    return None


def annotations_of(node: Node | None, context: Context) -> Mapping[str, Node]:
    """The annotations of the object that the node belongs to."""
    said = child(object_of(node, context), "metadata", "annotations")
    return said.value if said is not None and isinstance(said.value, Mapping) else {}


def service_port(node: Node | None, context: Context) -> Converted | None:
    """The port at which a Service's port is reached from outside the cluster."""
    reached = _reached(node, context)
    number = reached.text if reached is not None else ""
    return Converted(int(number), reached) if number.isdecimal() else None


def service_tls(node: Node | None, context: Context) -> Converted | None:
    """Whether the balancer of a Service ends TLS at the port, by a cloud's annotations; else unknown."""
    if node is None:
        return None
    said = annotations_of(node, context)
    number, name = text_of(node, "port"), text_of(node, "name")
    certificate, ports = said.get(f"{_AWS}ssl-cert"), said.get(f"{_AWS}ssl-ports")
    if certificate is not None and certificate.text:
        listed = _words(ports) if ports is not None else ["*"]
        if not {"*", number, name}.isdisjoint(listed):
            return Converted(value=True, node=certificate)
    protocols = said.get(f"{_ALIBABA}protocol-port")
    if protocols is not None and f"https:{number}" in _words(protocols):
        return Converted(value=True, node=protocols)
    return unresolved(_reached(node, context), _NOT_SHOWN)


def exposure(node: Node | None, context: Context) -> Converted | None:
    """`internal` where an annotation keeps the balancer inside its cloud's network, else `public`."""
    for name, one in annotations_of(node, context).items():
        if one.text.casefold() in _INTERNAL.get(name, ()):
            return Converted("internal", one)
    kind = child(object_of(node, context), "spec", "type")
    return None if node is None else Converted("public", kind or node)


def _reached(node: Node | None, context: Context) -> Node | None:
    is_node_port = text_of(object_of(node, context), "spec", "type") == "NodePort"
    return (child(node, "nodePort") if is_node_port else None) or child(node, "port")


def _words(node: Node) -> list[str]:
    return [word.strip() for word in node.text.split(",")]


CONVERSIONS: Mapping[str, Conversion] = {
    "kubernetes_object": object_name,
    "kubernetes_service_port": service_port,
    "kubernetes_service_tls": service_tls,
    "kubernetes_exposure": exposure,
}
