"""RabbitMQ, Kafka, ActiveMQ and the port of the application itself in Spring's settings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]
DEFAULT = "false @ 2:3 (product default)"


def said(seen: Seen, group: str) -> list[str]:
    lines = seen({"application.yml": f"spring:\n  {group}\n"}, "datastores")
    return [line.partition("].")[2] for line in lines if ".engine = " not in line]


@pytest.mark.parametrize(
    ("group", "wanted"),
    [
        ("rabbitmq: {host: mq}", [f"tls = {DEFAULT}"]),
        ("rabbitmq: {host: mq, ssl: {enabled: true}}", ["tls = true @ 2:39"]),
        ("rabbitmq: {host: mq, ssl: {enabled: false}}", ["tls = false @ 2:39"]),
        (
            "rabbitmq: {host: mq, password: k7!fQz0p}",
            ["authentication = true @ 2:34 (8 to 15 characters)", f"tls = {DEFAULT}"],
        ),
        ("rabbitmq: {addresses: 'amqps://a,amqps://b'}", ["tls = true @ 2:25 (amqps:)"]),
        ("rabbitmq: {addresses: 'amqp://a', ssl: {enabled: true}}", ["tls = false @ 2:25 (amqp:)"]),
        ("rabbitmq: {listener: {simple: {concurrency: 1}}}", []),
        ("kafka: {bootstrap-servers: k}", [f"authentication = {DEFAULT}", f"tls = {DEFAULT}"]),
        (
            "kafka: {bootstrap-servers: k, properties: {security.protocol: SASL_SSL}}",
            [
                "authentication = true @ 2:65 (security.protocol SASL_SSL)",
                "tls = true @ 2:65 (security.protocol SASL_SSL)",
            ],
        ),
        (
            "kafka: {bootstrap-servers: k, security: {protocol: SASL_PLAINTEXT}}",
            [
                "authentication = true @ 2:54 (security.protocol SASL_PLAINTEXT)",
                "tls = false @ 2:54 (security.protocol SASL_PLAINTEXT)",
            ],
        ),
        (
            "kafka: {producer: {bootstrap-servers: k, security: {protocol: SSL}}}",
            [
                "authentication = ? unresolved: the broker decides it with security.protocol SSL @ 2:65",
                "tls = true @ 2:65 (security.protocol SSL)",
            ],
        ),
        (
            "activemq: {broker-url: 'tcp://mq:61616'}",
            [f"authentication = {DEFAULT}", "tls = false @ 2:26 (tcp:)"],
        ),
        (
            "activemq: {broker-url: 'failover:(ssl://a,nio+ssl://b)', user: a, password: k7!fQz0p}",
            ["authentication = true @ 2:79 (8 to 15 characters)", "tls = true @ 2:26 (ssl:)"],
        ),
        (
            "activemq: {broker-url: 'failover:(ssl://a,tcp://b)'}",
            [f"authentication = {DEFAULT}", "tls = false @ 2:26 (tcp:)"],
        ),
        (
            "activemq: {broker-url: '${MQ}'}",
            [f"authentication = {DEFAULT}", "tls = ? unresolved: MQ is not set in the file @ 2:26"],
        ),
        ("activemq: {broker-url: 'vm://embedded'}", []),
    ],
)
def test_a_broker_is_a_data_store(seen: Seen, group: str, wanted: list[str]) -> None:
    assert said(seen, group) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "server: {port: 8443, ssl: {enabled: false}}",
            ["network.endpoints[server=application,port=8443].tls = false @ 1:37"],
        ),
        (
            "server: {port: '${PORT:8080}', ssl: {enabled: true}}",
            ["network.endpoints[server=application,port=8080].tls = true @ 1:47"],
        ),
        ("server: {port: 8080}", []),
        ("server: {port: 8080, ssl: {key-store: a.jks}}", []),
    ],
)
def test_a_port_whose_tls_is_switched_is_an_endpoint(seen: Seen, text: str, wanted: list[str]) -> None:
    assert seen({"application.yml": f"{text}\n"}) == wanted
