"""RocketMQ: whether a broker asks who connects, and over TLS.

Sources: RocketMQ, "ACL" (`aclEnable`), "Authentication" (`authenticationEnabled`, from 5.3 on), "TLS
configuration" (`tls.server.mode`: disabled, permissive, enforcing). Names are folded.
"""

from __future__ import annotations

from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.convert.plain import TRUE
from reglint.facts.tree import child

_SWITCHES = ("authenticationenabled", "aclenable")


def authentication(node: Node | None, _context: Context) -> Converted | None:
    """Whether one of the two switches is on; None where neither is there."""
    said = [found for name in _SWITCHES if (found := child(node, name)) is not None]
    on = next((one for one in said if one.text.strip().casefold() in TRUE), None)
    if on is not None:
        return Converted(value=True, node=on)
    return Converted(value=False, node=said[0]) if said else None


def tls(node: Node | None, _context: Context) -> Converted | None:
    """Whether the broker takes nothing but TLS; by default each client chooses, and it is unresolved."""
    if node is None:
        return None
    mode = child(node, "tls", "server", "mode")
    said = mode.text.strip().casefold() if mode is not None else "permissive"
    if said in ("enforcing", "disabled"):
        return Converted(said == "enforcing", mode)
    return unresolved(mode, "each client decides: the broker also takes connections without TLS")


CONVERSIONS: Mapping[str, Conversion] = {"rocketmq_authentication": authentication, "rocketmq_tls": tls}
