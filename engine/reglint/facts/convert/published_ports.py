"""The ports that compose publishes, each as a place where the platform listens.

Source: Compose Specification, "ports" (`[[IP:]HOST:]CONTAINER[/PROTOCOL]`, ports or ranges of them, or a
mapping of `target`, `published`, `host_ip` and `protocol`; without a port of the machine's it takes any).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.compose_ports import exposure_of
from reglint.facts.convert.context import Context, Conversion, Converted, not_set, unresolved
from reglint.facts.convert.directives import is_loopback
from reglint.facts.tree import Tree, child, text_of

_PUBLISHED = re.compile(r"(?:(?:\[[^\]]*\]|[^:\[\]/]*):)?([\d\-]*):[\d\-]+(?:/\w+)?")
_NOT_SHOWN = "the compose file does not show whether TLS is spoken at the port"
_ANY = "the machine takes any port that is free"
_RANGE = "it is a range of ports"
_DATAGRAMS = ("udp", "sctp")


def is_published(node: Node, _tree: Tree) -> bool:
    """Whether a port carries connections that come from other machines, for all that the file says."""
    protocol = text_of(node, "protocol") or node.text.rpartition("/")[2]
    host = text_of(node, "host_ip") or re.sub(r":[^:]*:[^:]*$", "", node.text).strip("[]")
    return protocol.casefold() not in _DATAGRAMS and not is_loopback(host)


def port(node: Node | None, context: Context) -> Converted | None:
    """The port of the machine's."""
    if node is None:
        return None
    said = child(node, "published") if isinstance(node.value, Mapping) else node
    resolved = context.resolve(said.text if said is not None else "")
    if resolved.open:
        return unresolved(said, not_set(resolved))
    match = _PUBLISHED.fullmatch(resolved.text)
    number = match[1] if match is not None else resolved.text if said is not node else ""
    if number.isdecimal():
        return Converted(int(number), said, resolved.note)
    return unresolved(said or node, _RANGE if "-" in number else _ANY)


def tls(node: Node | None, _context: Context) -> Converted | None:
    """Unresolved: nothing in the file shows it."""
    return None if node is None else unresolved(node, _NOT_SHOWN)


def exposure(node: Node | None, context: Context) -> Converted | None:
    """`public` where the port is open to other machines, `internal` where only to its own."""
    return None if node is None else exposure_of(node, context)


CONVERSIONS: Mapping[str, Conversion] = {
    "compose_port": port,
    "compose_port_tls": tls,
    "compose_port_exposure": exposure,
}
