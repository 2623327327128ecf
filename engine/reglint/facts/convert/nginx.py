"""nginx: where it listens, with TLS or without, and whether a plain port only points to the encrypted one.

Sources: nginx documentation, ngx_http_core_module (`listen`, default `*:80`; `include`),
ngx_http_ssl_module (`ssl`), ngx_http_rewrite_module (`return`, where a URL alone is a redirection;
`rewrite`, where a replacement that begins with https:// is one whatever the flag).
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, not_set, unresolved
from reglint.facts.convert.nginx_blocks import NO_SERVER, blocks_of, server_of, words_of
from reglint.facts.tree import child

_REDIRECTS = frozenset({"301", "302", "303", "307", "308"})
_REFUSALS = frozenset({"400", "403", "404", "410", "421", "444"})
_ASKS_FOR_TLS = ("$scheme", "$https", "$ssl_protocol", "$server_port")
_TLS_PORT = "443"
_INCLUDED = "what the server includes may say it"


def server_name(node: Node | None, context: Context) -> Converted | None:
    """The first name of the server that the directive stands in; `_` where it has none."""
    named = child(server_of(node, context), "server_name")
    words = words_of(named)
    return Converted(words[0] if words else "_", named)


def port(node: Node | None, context: Context) -> Converted | None:
    """The port of a `listen`; 80 where only an address stands; none for a socket in the file system."""
    words = words_of(node)
    if node is None or not words or words[0].startswith("unix:"):
        return None
    resolved = context.resolve(words[0])
    if resolved.open:
        return unresolved(node, not_set(resolved))
    last = resolved.text.rpartition("]")[2].rpartition(":")[2].partition("-")[0]
    return Converted(int(last) if last.isdecimal() else 80, node)


def tls(node: Node | None, context: Context) -> Converted | None:
    """Whether a `listen` speaks TLS: its `ssl` or `quic`, or the server's `ssl on`."""
    if node is None or not words_of(node):
        return None
    if {"ssl", "quic"} & set(words_of(node)[1:]):
        return Converted(value=True, node=node)
    server = server_of(node, context)
    switch = child(server, "ssl")
    if switch is not None and words_of(switch)[:1] == ("on",):
        return Converted(value=True, node=switch)
    if words_of(node)[0].endswith(_TLS_PORT) and child(server, "include") is not None:
        return unresolved(node, _INCLUDED)
    return Converted(value=False, node=node)


def included(node: Node | None, _context: Context) -> Converted | None:
    """Unresolved: what a server without a `listen` of its own takes from the files that it includes."""
    return unresolved(child(node, "include"), _INCLUDED)


def included_servers(node: Node | None, context: Context) -> Converted | None:
    """Unresolved: what an include between the servers brings, where the project does not hold it.

    None for files that are read by themselves, and for those that by custom hold no server.
    """
    words = words_of(node)
    if not words:
        return None
    path = PurePosixPath(words[0])
    ending = "*/" + "/".join(path.parts[-2:]).lstrip("/")
    if NO_SERVER.search(path.name) or any(fnmatchcase(f"/{one}", ending) for one in context.paths):
        return None
    return unresolved(node, "what is included may hold more servers, and is not in the project")


def include_name(node: Node | None, _context: Context) -> Converted | None:
    """What an include names, as it is written."""
    return Converted(" ".join(words_of(node)), node) if node is not None else None


def redirect_only(node: Node | None, context: Context) -> Converted | None:
    """Whether plain requests get nothing but a redirection to https, or a refusal.

    A location for ACME challenges may serve its files: RFC 8555 section 8.3 has them fetched over plain HTTP.
    """
    server = server_of(node, context)
    if server is None:
        return None
    conditions = (one for one in blocks_of(server, "if") if _asks_for_scheme(one))
    if _turns_away(server) or any(_turns_away(one) for one in conditions):
        refuses = any(words[:1] and words[0] in _REFUSALS for words in _directives(server, "return"))
        return Converted(value=True, node=node, note="requests are refused" if refuses else "")
    locations = [
        one for one in blocks_of(server, "location") if "/.well-known/" not in " ".join(words_of(one))
    ]
    if any(_sends_somewhere(words) for words in _directives(server, "return")):
        return unresolved(node, "where it redirects to is set by a variable")
    return Converted(bool(locations) and all(_turns_away(one) for one in locations), node)


def exposure(node: Node | None, _context: Context) -> Converted | None:
    """`internal` for a loopback address or a socket; otherwise the file does not say who can reach it."""
    words = words_of(node)
    if not words:
        return None
    if words[0].startswith("unix:"):
        return Converted("internal", node)
    host = words[0].rpartition(":")[0].strip("[]")
    try:
        loopback = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        loopback = False
    return Converted("internal", node) if loopback else None


def _turns_away(block: Node) -> bool:
    returns = any(
        words[:1] and (words[0] in _REFUSALS or _is_https(words[0]) or _redirects(words))
        for words in _directives(block, "return")
    )
    return returns or any(len(words) > 1 and _is_https(words[1]) for words in _directives(block, "rewrite"))


def _asks_for_scheme(block: Node) -> bool:
    return any(word.strip("()") in _ASKS_FOR_TLS for word in words_of(block))


def _redirects(words: tuple[str, ...]) -> bool:
    return words[0] in _REDIRECTS and any(_is_https(word) for word in words[1:])


def _sends_somewhere(words: tuple[str, ...]) -> bool:
    """Whether a redirection goes to what a variable holds, other than the scheme of the request."""
    return words[:1] != () and words[0] in _REDIRECTS and words[-1].startswith("$") and "://" not in words[-1]


def _is_https(word: str) -> bool:
    return word.casefold().startswith("https://")


def _directives(block: Node, name: str) -> Iterator[tuple[str, ...]]:
    yield from (words_of(one) for one in blocks_of(block, name))


CONVERSIONS: Mapping[str, Conversion] = {
    "nginx_server_name": server_name,
    "nginx_port": port,
    "nginx_tls": tls,
    "nginx_included": included,
    "nginx_included_servers": included_servers,
    "nginx_include_name": include_name,
    "nginx_redirect_only": redirect_only,
    "nginx_exposure": exposure,
}
