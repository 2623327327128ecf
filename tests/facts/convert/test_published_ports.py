"""Ports that services of compose publish."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reglint.facts.collect import Collected
from reglint.model.fact import Fact

CollectFiles = Callable[..., Collected]
Seen = Callable[..., list[str]]

NOT_SHOWN = "the compose file does not show whether TLS is spoken at the port"


def compose(ports: str, image: str = "nginx") -> dict[str, str]:
    return {"compose.yml": f"services:\n  web:\n    image: {image}\n    ports: {ports}\n"}


@pytest.mark.parametrize(
    ("ports", "wanted"),
    [
        ("['8080:80']", ["8080"]),
        ("['80:80', '443:443/tcp']", ["80", "443"]),
        ("['0.0.0.0:8080:80']", ["8080"]),
        ("['[::]:8080:80']", ["8080"]),
        ("['${PORT:-8080}:80']", ["8080"]),
        ("[{target: 80, published: 8080}]", ["8080"]),
        ("[{target: 80, published: '8080', protocol: tcp, host_ip: 0.0.0.0}]", ["8080"]),
        ("['${PORT}:80']", ["PORT is not set in the file"]),
        ("['80']", ["the machine takes any port that is free"]),
        ("[80]", ["the machine takes any port that is free"]),
        ("[{target: 80}]", ["the machine takes any port that is free"]),
        ("['8000-8010:8000-8010']", ["it is a range of ports"]),
        ("['127.0.0.1:8080:80', '[::1]:8080:80', 'localhost:81:80']", []),
        ("[{target: 80, published: 8080, host_ip: 127.0.0.1}]", []),
        ("['53:53/udp', '80:80/sctp']", []),
        ("[{target: 53, published: 53, protocol: udp}]", []),
        ("[]", []),
        ("text", []),
    ],
)
def test_a_published_port_is_an_endpoint(collected: CollectFiles, ports: str, wanted: list[str]) -> None:
    seen = [one for one in collected(compose(ports)).observations if one.into == "network.endpoints[]"]
    facts = [one.record.fields["port"] for one in seen]
    assert [getattr(one.value, "detail", str(one.value)) for one in facts if isinstance(one, Fact)] == wanted


def test_whether_it_speaks_tls_is_not_shown(seen: Seen) -> None:
    assert seen(compose("['8080:80']"), "network") == [
        f"network.endpoints[server=web,port=8080].tls = ? unresolved: {NOT_SHOWN} @ 4:13",
        "network.endpoints[server=web,port=8080].exposure = public @ 4:13",
    ]


def test_who_reaches_it_may_be_open(seen: Seen) -> None:
    lines = seen(compose("['${IP}:8080:80', '${IP:-127.0.0.1}:81:80']"), "network")
    assert [one.partition(".exposure = ")[2] for one in lines if ".exposure" in one] == [
        "? unresolved: IP is not set in the file @ 4:13",
        "internal @ 4:30",
    ]


@pytest.mark.parametrize(
    "image", ["mysql:8", "bitnami/redis", "mcr.microsoft.com/mssql/server:2022", "minio/minio"]
)
def test_a_data_store_is_no_endpoint(seen: Seen, image: str) -> None:
    assert seen(compose("['80:80']", image), "network") == []


def test_a_service_without_an_image_is_one(seen: Seen) -> None:
    assert len(seen({"compose.yml": "services: {a: {build: ., ports: ['80:80']}}"}, "network")) == 2
