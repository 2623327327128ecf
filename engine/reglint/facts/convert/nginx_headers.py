"""nginx: what the headers of its answers say and keep to themselves, and the firewall that runs in it.

Sources: nginx documentation, ngx_http_headers_module (`add_header`: a block with one of its own takes none
from above), ngx_http_core_module (`server_tokens`, by default on); headers-more (`more_set_headers`,
`more_clear_headers`); RFC 6797 (max-age=0 ends strict transport; it counts over TLS alone); ModSecurity-nginx
(`modsecurity`); NGINX App Protect (`app_protect_enable`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, not_set, unresolved
from reglint.facts.convert.directives import arguments_of
from reglint.facts.convert.nginx_blocks import (
    blocks_of,
    held_in,
    include_in,
    is_included,
    server_of,
    words_of,
)
from reglint.facts.convert.nginx_tls import is_encrypted

_STRICT = "strict-transport-security"
_AGE = re.compile(r"max-age=\"?0*[1-9]", re.IGNORECASE)
_PASSES = frozenset({"proxy_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass", "grpc_pass"})
_BEHIND = "what answers behind it may send the header"
_SOME = "only some locations send the header"
_SHOWN = frozenset({"on", "build"})
_FIREWALLS = ("modsecurity", "app_protect_enable")


def strict_transport(node: Node | None, context: Context) -> Converted | None:
    """Whether every answer over TLS tells clients to keep to TLS; None for a plain port."""
    server = server_of(node, context)
    if server is None or not is_encrypted(node, context):
        return None
    said = _sent(server, context)
    if said is None:
        return _not_sent(server, node, context)
    silent = next((one for one in _locations(server) if _is_silent(one, context)), None)
    if said.value is not True or silent is None:
        return said
    include = include_in(silent)
    line = next(blocks_of(silent, "add_header"))
    return Converted(value=False, node=line) if include is None else is_included(include)


def version_hidden(node: Node | None, context: Context) -> Converted | None:
    """Whether answers keep nginx's version to themselves; None where nothing says so, and it shows."""
    server = server_of(node, context)
    if server is None:
        return None
    for name in ("more_clear_headers", "more_set_headers"):
        lines = held_in(server, name, context).directives
        hiding = next((one for one in lines if any(map(_is_server_header, words_of(one)))), None)
        if hiding is not None:
            return Converted(value=True, node=hiding)
    held = held_in(server, "server_tokens", context)
    given = [one for line in held.directives for one in arguments_of(line)]
    if held.elsewhere is not None or not given:
        return held.elsewhere
    resolved = context.resolve(given[-1].text)
    return unresolved(given[-1], not_set(resolved)) if resolved.open else _hides(given[-1], resolved.text)


def firewalled(node: Node | None, context: Context) -> Converted | None:
    """True where a web application firewall runs in nginx; None without, since one may stand before it."""
    server = server_of(node, context)
    held = (held_in(server, name, context) for name in _FIREWALLS) if server is not None else ()
    for one in held:
        given = arguments_of(one.directives[-1]) if one.directives and one.elsewhere is None else ()
        if given and given[0].text == "on":
            return Converted(value=True, node=given[0])
    return None


def _sent(block: Node, context: Context) -> Converted | None:
    """What a block says of strict transport, itself or from above."""
    held = (held_in(block, name, context) for name in ("add_header", "more_set_headers"))
    lines = (line for one in held for line in one.directives)
    return next((said for line in lines if (said := _strict(line, context)) is not None), None)


def _strict(line: Node, context: Context) -> Converted | None:
    given = arguments_of(line)
    name, _, value = given[0].text.partition(":") if given else ("", "", "")
    if name.casefold() != _STRICT:
        return None
    resolved = context.resolve(value or " ".join(one.text for one in given[1:]))
    if resolved.open:
        return unresolved(given[0], not_set(resolved))
    return Converted(_AGE.search(resolved.text) is not None, given[0])


def _not_sent(server: Node, node: Node | None, context: Context) -> Converted | None:
    """Why a server that says nothing of strict transport sends none, or what else may send it."""
    if any(_sent(one, context) is not None for one in _locations(server)):
        return unresolved(node, _SOME)
    held = held_in(server, "add_header", context)
    include = include_in(server)
    if held.elsewhere is not None or include is not None:
        return held.elsewhere if include is None else is_included(include)
    if _passes_on(server):
        return unresolved(node, _BEHIND)
    return Converted(value=False, node=held.directives[0] if held.directives else node)


def _is_silent(location: Node, context: Context) -> bool:
    """Whether a location has headers of its own, and strict transport is not among them."""
    return any(True for _ in blocks_of(location, "add_header")) and _sent(location, context) is None


def _locations(block: Node) -> Iterator[Node]:
    for name in ("location", "if", "limit_except"):
        for one in blocks_of(block, name):
            yield one
            yield from _locations(one)


def _passes_on(block: Node) -> bool:
    members = block.value if isinstance(block.value, Mapping) else {}
    return not _PASSES.isdisjoint(members) or any(_passes_on(one) for one in _locations(block))


def _is_server_header(word: str) -> bool:
    return word.partition(":")[0].strip().casefold() == "server"


def _hides(node: Node, word: str) -> Converted:
    return Converted(word not in _SHOWN, node)


CONVERSIONS: Mapping[str, Conversion] = {
    "nginx_strict_transport": strict_transport,
    "nginx_version_hidden": version_hidden,
    "nginx_firewalled": firewalled,
}
