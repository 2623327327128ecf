"""Redis and MongoDB as a Spring application connects to them.

Sources: Spring Boot, "Common Application Properties" (`spring.data.redis.*`, `spring.data.mongodb.*`);
Redisson, "Configuration" (a file of its own replaces these settings); MongoDB, "Connection Strings" (`tls`,
and `mongodb+srv`, which switches it on).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, not_set, unresolved
from reglint.facts.convert.plain import TRUE
from reglint.facts.convert.secrets import given
from reglint.facts.tree import child

_NONE_IN_URL = "no password in the URL"
_URL_PASSWORD = re.compile(r"\w[\w+]*://(?:[^:@/]*:)?([^@/]+)@")
_MONGO_USER = re.compile(r"mongodb(?:\+srv)?://[^@/]+@", re.IGNORECASE)
_MONGO_TLS = re.compile(r"[?&](?:tls|ssl)=(true|false)\b", re.IGNORECASE)
_MONGO_MECHANISM = re.compile(r"[?&]authMechanism=MONGODB-X509\b", re.IGNORECASE)


def redis_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether the client gives Redis a password: in `password`, or in `url`."""
    elsewhere = child(node, "redisson", "config") or child(node, "redisson", "file")
    if elsewhere is not None and elsewhere.text:
        return unresolved(elsewhere, "Redisson's own configuration decides")
    url, password = _filled(node, "url"), child(node, "password")
    if url is not None:
        resolved = context.resolve(url.text)
        if resolved.open and _URL_PASSWORD.match(resolved.text) is None:
            return unresolved(url, not_set(resolved))
        if _URL_PASSWORD.match(resolved.text):
            return Converted(value=True, node=url, note=resolved.note)
    if password is None:
        return Converted(value=False, node=url, note=_NONE_IN_URL) if url is not None else None
    return given(password, context) or Converted(
        value=False, node=password, note=context.resolve(password.text).note
    )


def redis_tls(node: Node | None, context: Context) -> Converted | None:
    """Whether the client speaks TLS to Redis: `ssl`, `ssl.enabled`, an SSL bundle, or a `rediss:` URL."""
    elsewhere = child(node, "redisson", "config") or child(node, "redisson", "file")
    if elsewhere is not None and elsewhere.text:
        return unresolved(elsewhere, "Redisson's own configuration decides")
    url = _filled(node, "url")
    if url is not None:
        resolved = context.resolve(url.text)
        if resolved.text.casefold().startswith("rediss:"):
            return Converted(value=True, node=url)
        if resolved.open and not resolved.text.casefold().startswith("redis:"):
            return unresolved(url, not_set(resolved))
    return tls_switch(node, context)


def mongo_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether the client gives MongoDB a user: in `uri`, which replaces the rest, or with a password."""
    uri = _filled(node, "uri")
    if uri is None:
        return given(child(node, "password"), context)
    resolved = context.resolve(uri.text)
    if _MONGO_USER.match(resolved.text) or _MONGO_MECHANISM.search(resolved.text):
        return Converted(value=True, node=uri, note=resolved.note)
    if resolved.open:
        return unresolved(uri, not_set(resolved))
    return Converted(value=False, node=uri, note=resolved.note)


def mongo_tls(node: Node | None, context: Context) -> Converted | None:
    """Whether the client speaks TLS to MongoDB: in the URI, in `ssl.enabled` or by an SSL bundle."""
    uri = _filled(node, "uri")
    if uri is not None:
        resolved = context.resolve(uri.text)
        said = _MONGO_TLS.search(resolved.text)
        if said is not None:
            return Converted(said[1].casefold() == "true", uri, resolved.note)
        if resolved.text.casefold().startswith("mongodb+srv:"):
            return Converted(value=True, node=uri, note=resolved.note)
        if "${" in resolved.text.rpartition("@")[2]:
            return unresolved(uri, not_set(resolved))
    return tls_switch(node, context)


def tls_switch(node: Node | None, context: Context) -> Converted | None:
    """Whether `ssl.enabled`, `ssl` or an SSL bundle switches TLS on; None where nothing says so."""
    bundle = _filled(node, "ssl", "bundle")
    if bundle is not None:
        return Converted(value=True, node=bundle)
    switch = child(node, "ssl", "enabled") or child(node, "ssl")
    if switch is None or not switch.text:
        return None
    resolved = context.resolve(switch.text)
    if resolved.open:
        return unresolved(switch, not_set(resolved))
    return Converted(resolved.text.strip().casefold() in TRUE, switch, resolved.note)


def _filled(node: Node | None, *names: str) -> Node | None:
    found = child(node, *names)
    return found if found is not None and found.value is not None and found.text else None


CONVERSIONS: Mapping[str, Conversion] = {
    "redis_authentication": redis_authentication,
    "redis_tls": redis_tls,
    "mongo_authentication": mongo_authentication,
    "mongo_tls": mongo_tls,
}
