"""Elasticsearch: a Spring application as its client, and its container in a compose file.

Sources: Spring Boot, "Common Application Properties" (`spring.elasticsearch.*`; a host without a scheme is
spoken to in plain HTTP); Elasticsearch, "Security settings" (`xpack.security.enabled` is true from 8.0 on,
and false before; so is `xpack.security.http.ssl.enabled`, unless the first start configures it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, not_set, unresolved
from reglint.facts.convert.plain import FALSE, TRUE
from reglint.facts.convert.secrets import given
from reglint.facts.tree import child, children, text_of

_MAJOR = re.compile(r":v?(\d{1,3})(?:[.\-@]|$)")
_SECURE = 8  # the major version from which security is on unless it is switched off
_SECURITY, _TLS = "xpack.security.enabled", "xpack.security.http.ssl.enabled"


def elastic_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether the client gives Elasticsearch a user: in `password`, or inside an address."""
    said = given(child(node, "password"), context)
    if said is not None:
        return said
    for one in _addresses(node):
        resolved = context.resolve(one.text)
        if "@" in resolved.text:
            return Converted(value=True, node=one, note=resolved.note)
        if resolved.open:
            return unresolved(one, not_set(resolved))
    return None


def elastic_tls(node: Node | None, context: Context) -> Converted | None:
    """Whether every address of Elasticsearch is one of HTTPS."""
    https = None
    for one in _addresses(node):
        resolved = context.resolve(one.text)
        for address in resolved.text.split(","):
            if address.strip().startswith("https:"):
                https = Converted(value=True, node=one, note=resolved.note)
            elif "${" in address and "://" not in address:
                return unresolved(one, not_set(resolved))
            else:
                return Converted(value=False, node=one, note=resolved.note)
    return https


def elastic_server_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether a container of Elasticsearch asks for a user: by its environment, else by its major version."""
    said = _switch(node, _SECURITY, context)
    if said is not None or node is None:
        return said
    major = _MAJOR.search(text_of(node, "image"))
    if major is None:
        return unresolved(child(node, "image"), "the default depends on the version of the image")
    note = f"default of version {major[1]}"
    return Converted(int(major[1]) >= _SECURE, note=note)


def elastic_server_tls(node: Node | None, context: Context) -> Converted | None:
    """Whether a container of Elasticsearch speaks HTTPS alone."""
    security = elastic_server_authentication(node, context)
    if security is None or security.value is False:
        return security
    said = _switch(node, _TLS, context)
    return said or unresolved(child(node, "image"), f"{_TLS} is not in the file")


def _switch(node: Node | None, name: str, context: Context) -> Converted | None:
    switch = _members(child(node, "environment")).get(name)
    if switch is None:
        return None
    resolved = context.resolve(switch.text)
    if resolved.text.casefold() not in TRUE | FALSE:
        return unresolved(switch, f"{name} is set elsewhere")
    return Converted(resolved.text.casefold() in TRUE, switch, resolved.note)


def _members(node: Node | None) -> Mapping[str, Node]:
    return node.value if node is not None and isinstance(node.value, Mapping) else {}


def _addresses(node: Node | None) -> Iterator[Node]:
    said = _members(node).get("uris")
    if said is not None:
        yield from (one for _, one in children(said)) if isinstance(said.value, tuple) else (said,)


CONVERSIONS: Mapping[str, Conversion] = {
    "elastic_authentication": elastic_authentication,
    "elastic_tls": elastic_tls,
    "elastic_server_authentication": elastic_server_authentication,
    "elastic_server_tls": elastic_server_tls,
}
