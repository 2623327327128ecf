"""nginx: how well TLS protects an endpoint, where it speaks TLS at all.

Source: nginx documentation, ngx_http_ssl_module (`ssl_protocols`, whose default lost TLS 1.0 and 1.1 in
version 1.27.3; `ssl_ciphers`, by default HIGH:!aNULL:!MD5; `ssl_verify_client`, by default off).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from reglint.documents.node import Node
from reglint.facts.convert.context import (
    PRODUCT_DEFAULT,
    Context,
    Conversion,
    Converted,
    not_set,
    unresolved,
)
from reglint.facts.convert.directives import arguments_of
from reglint.facts.convert.nginx import tls
from reglint.facts.convert.nginx_blocks import held_in, server_of
from reglint.facts.convert.openssl_ciphers import vague_ciphers, weak_ciphers
from reglint.facts.tree import children
from reglint.model.quantity import parse_version

_Read: TypeAlias = Callable[[Node, Context], Converted]
"""How the argument of a directive is read."""

_VERSIONS = {"SSLv2": "0", "SSLv3": "0", "TLSv1": "1.0", "TLSv1.1": "1.1", "TLSv1.2": "1.2", "TLSv1.3": "1.3"}
_CHANGED = "the default changed in version 1.27.3"
_VERIFIED = "$ssl_client_verify"
_ASKED = "the server asks elsewhere whether the certificate is good"


def is_encrypted(node: Node | None, context: Context) -> bool:
    """Whether a `listen` is known to speak TLS."""
    found = tls(node, context)
    return found is not None and found.value is True


def least_tls(node: Node | None, context: Context) -> Converted | None:
    """The least version of TLS that a `listen` takes, as its server or the blocks above say; 0 for SSL."""
    return _said(node, context, "ssl_protocols", _least, unresolved(node, _CHANGED))


def has_weak_ciphers(node: Node | None, context: Context) -> Converted | None:
    """Whether a `listen` takes a cipher that is weak: without a key, without a certificate, RC4, DES."""
    default = Converted(value=False, node=node, note=PRODUCT_DEFAULT)
    return _said(node, context, "ssl_ciphers", _weak, default)


def client_certificates(node: Node | None, context: Context) -> Converted | None:
    """Whether a client has to show a certificate; unresolved where it may and the server looks at it."""
    default = Converted(value=False, node=node, note=PRODUCT_DEFAULT)
    return _said(node, context, "ssl_verify_client", _demanded, default)


def _said(
    node: Node | None, context: Context, name: str, read: _Read, default: Converted
) -> Converted | None:
    server = server_of(node, context)
    if server is None or not is_encrypted(node, context):
        return None
    held = held_in(server, name, context)
    if held.elsewhere is not None:
        return held.elsewhere
    lines = [one for one in held.directives if arguments_of(one)]
    if not lines:
        return default
    given = arguments_of(lines[-1])
    resolved = (context.resolve(one.text) for one in given)
    unset = next((one for one in resolved if one.open), None)
    return read(lines[-1], context) if unset is None else unresolved(given[0], not_set(unset))


def _least(line: Node, context: Context) -> Converted:
    words = {context.resolve(one.text).text: one for one in arguments_of(line)}
    strange = next((word for word in words if word not in _VERSIONS), None)
    if strange is not None:
        return unresolved(words[strange], f"{strange} is no version of TLS")
    least = min(words, key=lambda word: parse_version(_VERSIONS[word]))
    note = "" if least.startswith("TLS") else least
    return Converted(parse_version(_VERSIONS[least]), words[least], note)


def _weak(line: Node, context: Context) -> Converted:
    node = arguments_of(line)[0]
    ciphers = context.resolve(node.text).text
    weak, vague = weak_ciphers(ciphers), vague_ciphers(ciphers)
    if vague and not weak:
        return unresolved(node, f"which ciphers {vague[0]} means depends on the version of OpenSSL")
    return Converted(bool(weak), node, weak[0] if weak else "")


def _demanded(line: Node, context: Context) -> Converted:
    node = arguments_of(line)[0]
    server = server_of(context.each, context)
    if node.text.startswith("optional") and server is not None and _mentions(server, _VERIFIED):
        return unresolved(node, _ASKED)
    return Converted(node.text == "on", node)


def _mentions(block: Node, variable: str) -> bool:
    return variable in block.text or any(_mentions(one, variable) for _, one in children(block))


CONVERSIONS: Mapping[str, Conversion] = {
    "nginx_least_tls": least_tls,
    "nginx_weak_ciphers": has_weak_ciphers,
    "nginx_client_certificates": client_certificates,
}
