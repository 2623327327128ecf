from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]


def said(seen: Seen, setting: str) -> list[str]:
    lines = seen({"application.yml": f"spring: {{a: b}}\npay: {{{setting}}}\n"}, "network")
    return [line.removeprefix("network.endpoints") for line in lines if ".redirect_only" not in line]


@pytest.mark.parametrize(
    ("setting", "wanted"),
    [
        (
            "callback: 'http://8.8.8.8:8080/a'",
            [
                "[server=8.8.8.8,port=8080].tls = false @ 2:17 (http:)",
                "[server=8.8.8.8,port=8080].exposure = public @ 2:17",
            ],
        ),
        ("notify-url: 'http://pay.acme.cn/a'", ["[server=pay.acme.cn,port=80].tls = false @ 2:19 (http:)"]),
        ("gatewayUrl: https://pay.acme.cn", ["[server=pay.acme.cn,port=443].tls = true @ 2:19 (https:)"]),
        (
            "webhook: 'https://[2400:3200::1]/a'",
            [
                "[server=2400:3200::1,port=443].tls = true @ 2:16 (https:)",
                "[server=2400:3200::1,port=443].exposure = public @ 2:16",
            ],
        ),
        (
            "serviceUrl: {defaultZone: 'http://8.8.8.8:1111/eureka/,http://8.8.4.4:1111/eureka/'}",
            [
                "[server=8.8.8.8,port=1111].tls = false @ 2:33 (http:)",
                "[server=8.8.8.8,port=1111].exposure = public @ 2:33",
            ],
        ),
        (
            "url: 'http://8.8.8.8:1111/'",
            [
                "[server=8.8.8.8,port=1111].tls = false @ 2:12 (http:)",
                "[server=8.8.8.8,port=1111].exposure = public @ 2:12",
            ],
        ),
        ("defaultZone: 'http://localhost:1111/eureka/'", []),
        ("url: 'http://192.168.0.1:1111/'", []),
        ("url: 'https://8.8.8.8/'", []),
        ("url: 'http://www.apache.org/licenses/LICENSE-2.0'", []),
        ("callback: 'http://10.0.0.1/a'", []),
        ("callback: 'http://127.0.0.1/a'", []),
        ("callback: 'http://localhost:8080/a'", []),
        ("callback: 'http://gateway/a'", []),
        ("callback: 'http://a.default.svc.cluster.local/a'", []),
        ("callback: 'http://a.corp.acme.cn/a'", []),
        ("callback: 'http://www.example.com/a'", []),
        ("callback: 'http://your-domain.com/a'", []),
        ("callback: 'http://${HOST}/a'", []),
        ("callback: 'http://8.8.8.8:99999/a'", []),
        ("callback: see http://8.8.8.8/a", []),
        ("docs: 'http://8.8.8.8/a'", []),
        ("callback: {url: 1}", []),
    ],
)
def test_the_address_of_another_party_is_an_endpoint(seen: Seen, setting: str, wanted: list[str]) -> None:
    assert said(seen, setting) == wanted
