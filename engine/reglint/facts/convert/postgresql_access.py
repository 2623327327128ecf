"""PostgreSQL's pg_hba.conf: whether anybody gets in without a password, or without TLS.

Source: PostgreSQL, "The pg_hba.conf File" (the first record that fits decides; `trust` asks for nothing,
`host` fits connections with TLS and without, `hostnossl` those without).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.convert.directives import is_loopback
from reglint.facts.tree import child, children, text_of

_INCLUDED = "a file that it includes may say more"


def authentication(node: Node | None, _context: Context) -> Converted | None:
    """Whether everyone must prove who they are; a `trust` for the machine itself leaves that open."""
    trusting = [one for one in _records(node) if text_of(one, "method") == "trust"]
    open_ones = [one for one in trusting if not _is_local(one)]
    if open_ones:
        return Converted(value=False, node=child(open_ones[0], "method"))
    if trusting:
        return unresolved(child(trusting[0], "method"), "who is on the machine itself is trusted")
    last = next(iter(reversed(list(_records(node)))), None)
    return _included(node) or (
        Converted(value=True, node=child(last, "method")) if last is not None else None
    )


def tls(node: Node | None, _context: Context) -> Converted | None:
    """Whether connections from elsewhere must use TLS: only `hostssl` and refusals for them."""
    remote = [one for one in _records(node) if not _is_local(one) and text_of(one, "method") != "reject"]
    plain = next((one for one in remote if text_of(one, "type").casefold() == "hostnossl"), None)
    if plain is not None:
        return Converted(value=False, node=child(plain, "type"))
    either = next((one for one in remote if text_of(one, "type").casefold() == "host"), None)
    if either is not None:
        return unresolved(child(either, "type"), "host takes connections with TLS and without")
    secure = next((one for one in remote if text_of(one, "type").casefold() == "hostssl"), None)
    if secure is None:
        return None
    return _included(node) or Converted(value=True, node=child(secure, "type"))


def _records(node: Node | None) -> Iterator[Node]:
    found = node.value.get("records") if node is not None and isinstance(node.value, Mapping) else None
    yield from (one for _, one in children(found)) if found is not None else ()


def _is_local(record: Node) -> bool:
    return text_of(record, "type").casefold() == "local" or is_loopback(text_of(record, "address"))


def _included(node: Node | None) -> Converted | None:
    found = child(node, "include", "path")
    return unresolved(found, _INCLUDED) if found is not None else None


CONVERSIONS: Mapping[str, Conversion] = {"pg_hba_authentication": authentication, "pg_hba_tls": tls}
