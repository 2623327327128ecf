"""Addresses of other parties in an application's settings: callbacks, gateways, services.

Whether a name is one of the public internet can't be told from it. That an address of a private network, a
name without a dot, or one that is reserved for use inside is not, can (RFC 1918, RFC 4193, RFC 6761,
RFC 8375; Kubernetes, "DNS for Services and Pods").
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass

from reglint.documents.node import Node
from reglint.facts.convert.beside import written_name
from reglint.facts.convert.context import Context, Conversion, Converted
from reglint.facts.convert.part import part_of
from reglint.facts.secret_name import folded
from reglint.facts.tree import Tree

_URL = re.compile(
    r"(https?)://(?:[^/?#@\s]*@)?(\[[0-9a-f:.]+\]|[\w.\-]+)(?::(\d{1,5}))?(?=[/?#]|\Z)(\S*)", re.IGNORECASE
)
_PARTIES = ("callback", "notify", "gateway", "webhook", "endpoint", "pay", "refund", "return", "api")
_NAMES = (
    *_PARTIES[:5],
    "defaultzone",
    *(f"{party}{ending}" for party in _PARTIES for ending in ("url", "uri", "address")),
)
_ANY_URL = ("url", "uri")
_INSIDE = (
    "localhost",
    "local",
    "internal",
    "intranet",
    "lan",
    "home",
    "corp",
    "private",
    "svc",
    "test",
    "invalid",
)
_EXAMPLES = re.compile(r"(?:^|\.)example(?:\.(?:com|net|org|cn))?$|^(?:your|my|xxx)", re.IGNORECASE)
_MOST_PORTS = 65_535
_TOKEN = re.compile(r"[?#;]|/(?=[\w\-]*\d)(?=[\w\-]*[A-Za-z])[\w\-]{12,}")
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class _Remote:
    """A URL taken apart; `span` and `rest` are where its host and what follows it stand in the text."""

    scheme: str
    host: str
    port: int
    span: tuple[int, int]
    rest: tuple[int, int]


def is_remote_url(node: Node, tree: Tree) -> bool:
    """Whether the node is the address of another party: by its own name, and by where it leads.

    A mere `url` is one where it is plain HTTP to a public address of IP: a name may be that of a page.
    """
    name = folded(written_name(node, tree)) if isinstance(node.value, str) else ""
    if not name.endswith((*_NAMES, *_ANY_URL)):
        return False
    found = _remote(node)
    if found is None or name.endswith(_NAMES):
        return found is not None
    return found.scheme == "http" and _address(found.host) is not None


def server(node: Node | None, _context: Context) -> Converted | None:
    """The host, as it is written."""
    found = _remote(node)
    return None if node is None or found is None else Converted(found.host, part_of(node, *found.span))


def port(node: Node | None, _context: Context) -> Converted | None:
    """The port; that of the scheme where none is written."""
    found = _remote(node)
    return None if found is None else Converted(found.port, node)


def tls(node: Node | None, _context: Context) -> Converted | None:
    """Whether the address is one of https."""
    found = _remote(node)
    return None if found is None else Converted(found.scheme == "https", node, f"{found.scheme}:")


def redirect_only(node: Node | None, _context: Context) -> Converted | None:
    """Never: whoever uses the address sends data to it. A token behind the host is hidden."""
    found = _remote(node)
    if node is None or found is None:
        return None
    rest = node.text[slice(*found.rest)]
    is_secret = _TOKEN.search(rest) is not None
    return Converted(value=False, node=part_of(node, *found.rest) if is_secret else node, is_secret=is_secret)


def exposure(node: Node | None, _context: Context) -> Converted | None:
    """`public` for a public address of IP; a name does not say where it is reached."""
    found = _remote(node)
    return Converted("public", node) if found is not None and _address(found.host) is not None else None


def _remote(node: Node | None) -> _Remote | None:
    match = _URL.fullmatch(node.text) if node is not None else None
    if match is None or not _is_elsewhere(match[2]):
        return None
    scheme = match[1].casefold()
    number = int(match[3]) if match[3] else _PORTS[scheme]
    if number > _MOST_PORTS:
        return None
    return _Remote(scheme, match[2].strip("[]"), number, match.span(2), match.span(4))


def _is_elsewhere(host: str) -> bool:
    address = _address(host)
    if address is not None:
        return address.is_global
    labels = host.casefold().rstrip(".").split(".")
    return len(labels) > 1 and not set(labels) & set(_INSIDE) and not _EXAMPLES.search(host)


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return None


CONVERSIONS: Mapping[str, Conversion] = {
    "remote_server": server,
    "remote_port": port,
    "remote_tls": tls,
    "remote_redirect_only": redirect_only,
    "remote_exposure": exposure,
}
