"""Ports that a service of compose publishes at the machine that it runs on.

Source: Compose Specification, "ports" (`[HOST:]CONTAINER[/PROTOCOL]` with a host of `[IP:]PORT`, or a mapping
with `host_ip`; without an address, every one of the machine's).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, not_set, unresolved
from reglint.facts.convert.directives import is_loopback
from reglint.facts.tree import child, children

_ADDRESS = re.compile(r"(?:\[([^\]]*)\]|([^:\[\]]*)):[\d\-]*:[\d\-]+(?:/\w+)?")


def exposure(node: Node | None, context: Context) -> Converted | None:
    """`public` where a port is open to other machines, `internal` where only to its own; None without any."""
    published = list(_published(node))
    if not published:
        return None
    for place, written in published:
        address = context.resolve(written)
        if address.open:
            return unresolved(place, not_set(address))
        if not is_loopback(_address(address.text)):
            return Converted("public", place)
    return Converted("internal", published[0][0])


def _published(node: Node | None) -> Iterator[tuple[Node, str]]:
    """The place of each port, and what says its address."""
    ports = node.value.get("ports") if node is not None and isinstance(node.value, Mapping) else None
    for _, one in children(ports) if ports is not None else ():
        host = child(one, "host_ip")
        said = f"{host.text}:0:0" if host is not None else ""
        yield one, one.text or said


def _address(text: str) -> str:
    match = _ADDRESS.fullmatch(text)
    return (match[1] or match[2] or "") if match is not None else ""


CONVERSIONS: Mapping[str, Conversion] = {"compose_exposure": exposure}
