"""Redisson's own configuration file: one group of servers, with their addresses and a password.

Source: Redisson, "Configuration" (`address` or a list of addresses, `rediss://` for TLS; `password` is null).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, not_set, unresolved
from reglint.facts.convert.secrets import given, url_password
from reglint.facts.tree import children

_ADDRESSES = ("address", "sentineladdresses", "nodeaddresses", "masteraddress", "slaveaddresses")
_TLS = "rediss:"


def redisson_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether Redisson gives a password: in `password`, or inside an address; None where neither is there."""
    password = _member(node, "password")
    said = (given(one, context) for one in (password, *map(url_password, _addresses(node))))
    found = next((one for one in said if one is not None), None)
    return found or (None if password is None else Converted(value=False, node=password))


def redisson_tls(node: Node | None, context: Context) -> Converted | None:
    """Whether every address of the group asks for TLS."""
    resolved = [(one, context.resolve(one.text)) for one in _addresses(node)]
    for one, text in resolved:
        if text.open and not text.text.casefold().startswith(("redis:", _TLS)):
            return unresolved(one, not_set(text))
        if not text.text.casefold().startswith(_TLS):
            return Converted(value=False, node=one, note=text.note)
    return Converted(value=True, node=resolved[0][0]) if resolved else None


def _addresses(node: Node | None) -> Iterator[Node]:
    for name in _ADDRESSES:
        said = _member(node, name)
        if said is not None:
            yield from (one for _, one in children(said)) if isinstance(said.value, tuple) else (said,)


def _member(node: Node | None, name: str) -> Node | None:
    return node.value.get(name) if node is not None and isinstance(node.value, Mapping) else None


CONVERSIONS: Mapping[str, Conversion] = {
    "redisson_authentication": redisson_authentication,
    "redisson_tls": redisson_tls,
}
