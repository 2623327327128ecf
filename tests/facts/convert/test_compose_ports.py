from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("ports", "wanted"),
    [
        ("['6380:6379']", "public @ 1:38"),
        ("[6379]", "public @ 1:38"),
        ("['0.0.0.0:6380:6379/tcp']", "public @ 1:38"),
        ("['127.0.0.1:6380:6379']", "internal @ 1:38"),
        ("['127.0.0.1::6379']", "internal @ 1:38"),
        ("['[::1]:6380:6379']", "internal @ 1:38"),
        ("['127.0.0.1:1:1', '2:2']", "public @ 1:55"),
        ("[{target: 6379, published: 6380}]", "public @ 1:38"),
        ("[{target: 6379, published: 6380, host_ip: 127.0.0.1}]", "internal @ 1:38"),
        ("['${IP:-127.0.0.1}:6380:6379']", "internal @ 1:38"),
        ("['${IP}:6380:6379']", "? unresolved: IP is not set in the file @ 1:38"),
        ("[]", ""),
        ("text", ""),
    ],
)
def test_a_published_port_is_open_to_other_machines(seen: Seen, ports: str, wanted: str) -> None:
    lines = seen({"compose.yml": f"services: {{a: {{image: redis, ports: {ports}}}}}"}, "datastores")
    exposures = [one.partition("exposure = ")[2] for one in lines if "exposure" in one]
    assert exposures == ([wanted] if wanted else [])
