"""RabbitMQ, Kafka and ActiveMQ as a Spring application connects to them.

Sources: Spring Boot, "Common Application Properties" (`spring.rabbitmq.*`, whose `addresses` may be URIs,
`spring.kafka.*`, `spring.activemq.*`); Apache Kafka, "security.protocol"; ActiveMQ, "Protocols" (`tcp:`,
`nio:`, `ssl:`, `nio+ssl:`, `failover:(…)`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, not_set, unresolved
from reglint.facts.convert.secrets import given
from reglint.facts.convert.stores import tls_switch
from reglint.facts.tree import child

_AMQP = re.compile(r"\b(amqps?)://", re.IGNORECASE)
_SCHEME = re.compile(r"\b(auto\+ssl|nio\+ssl|ssl|https|wss|auto\+nio|auto|tcp|nio|http|ws)://", re.IGNORECASE)
_ENCRYPTED = ("ssl", "https", "wss", "amqps")
_CLIENTS = ((), ("producer",), ("consumer",))
_PROTOCOL = (("security", "protocol"), ("properties", "security", "protocol"))
_ENCRYPTS = {"PLAINTEXT": False, "SASL_PLAINTEXT": False, "SSL": True, "SASL_SSL": True}
_SAYS_WHO = {"PLAINTEXT": False, "SASL_PLAINTEXT": True, "SASL_SSL": True}


def rabbit_tls(node: Node | None, context: Context) -> Converted | None:
    """Whether the client speaks TLS to RabbitMQ: by the scheme of `addresses`, which outranks `ssl`."""
    addresses = child(node, "addresses")
    schemes = _AMQP.findall(context.resolve(addresses.text).text) if addresses is not None else []
    return _by_scheme(addresses, schemes) if schemes else tls_switch(node, context)


def kafka_tls(node: Node | None, context: Context) -> Converted | None:
    """Whether the client speaks TLS to Kafka, by `security.protocol`."""
    protocol = _protocol(node)
    return None if protocol is None else _of_protocol(protocol, context, _ENCRYPTS)


def kafka_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether the client says to Kafka who it is, by `security.protocol`; with SSL the broker decides."""
    protocol = _protocol(node)
    return None if protocol is None else _of_protocol(protocol, context, _SAYS_WHO)


def activemq_tls(node: Node | None, context: Context) -> Converted | None:
    """Whether every address of the broker is one with TLS."""
    url = child(node, "brokerurl")
    if url is None:
        return None
    resolved = context.resolve(url.text)
    schemes = _SCHEME.findall(resolved.text)
    if schemes:
        return _by_scheme(url, schemes)
    return unresolved(url, not_set(resolved)) if resolved.open else None


def password_given(node: Node | None, context: Context) -> Converted | None:
    """Whether a password is given beside the address."""
    return given(child(node, "password"), context)


def _by_scheme(node: Node | None, schemes: list[str]) -> Converted:
    plain = [one for one in schemes if not one.casefold().endswith(_ENCRYPTED)]
    return Converted(not plain, node, f"{(plain or schemes)[0].casefold()}:")


def _protocol(node: Node | None) -> Node | None:
    found = (child(node, *client, *names) for client in _CLIENTS for names in _PROTOCOL)
    return next((one for one in found if one is not None and one.text), None)


def _of_protocol(protocol: Node, context: Context, answers: Mapping[str, bool]) -> Converted:
    resolved = context.resolve(protocol.text)
    word = resolved.text.strip().upper()
    if resolved.open:
        return unresolved(protocol, not_set(resolved))
    if word not in answers:
        return unresolved(protocol, f"the broker decides it with security.protocol {word}")
    return Converted(answers[word], protocol, f"security.protocol {word}")


CONVERSIONS: Mapping[str, Conversion] = {
    "rabbit_tls": rabbit_tls,
    "kafka_tls": kafka_tls,
    "kafka_authentication": kafka_authentication,
    "activemq_tls": activemq_tls,
    "password_given": password_given,
}
