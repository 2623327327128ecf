"""Ports that a service of compose publishes at the machine that it runs on.

Source: Compose Specification, "ports" (`[HOST:]CONTAINER[/PROTOCOL]` with a host of `[IP:]PORT`, or a mapping
with `host_ip`; without an address, every one of the machine's).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, not_set, unresolved
from reglint.facts.convert.directives import is_loopback
from reglint.facts.tree import child, children

_ADDRESS = re.compile(r"(?:\[([^\]]*)\]|([^:\[\]]*)):[\d\-]*:[\d\-]+(?:/\w+)?")


def exposure(node: Node | None, context: Context) -> Converted | None:
    """`public` where a port is open to other machines, `internal` where only to its own; None without any."""
    ports = node.value.get("ports") if node is not None and isinstance(node.value, Mapping) else None
    said = [exposure_of(one, context) for _, one in children(ports)] if ports is not None else []
    return next((one for one in said if one.value != "internal"), said[0] if said else None)


def exposure_of(port: Node, context: Context) -> Converted:
    """`public` for a port that is open to other machines, `internal` for one that is open to its own."""
    host = child(port, "host_ip")
    address = context.resolve(port.text or (f"{host.text}:0:0" if host is not None else ""))
    if address.open:
        return unresolved(port, not_set(address))
    return Converted("internal" if is_loopback(_address(address.text)) else "public", port)


def _address(text: str) -> str:
    match = _ADDRESS.fullmatch(text)
    return (match[1] or match[2] or "") if match is not None else ""


CONVERSIONS: Mapping[str, Conversion] = {"compose_exposure": exposure}
