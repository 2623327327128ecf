"""The configuration of a server inside a ConfigMap is read as the file that it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: a}}\ndata:\n  {}: |\n    {}\n    # more\n"


@pytest.mark.parametrize(
    ("name", "line", "wanted"),
    [
        ("redis.conf", "requirepass root", "datastores[name=redis].authentication = true @ 6:17"),
        ("my.cnf", "[mysqld]\n    skip-ssl", "datastores[name=mysql].tls = false @ 7:13"),
        ("postgresql.conf", "ssl = off", "datastores[name=postgresql].tls = false @ 6:11"),
        (
            "pg_hba.conf",
            "host all all all trust",
            "datastores[name=postgresql].authentication = false @ 6:22",
        ),
        (
            "broker.conf",
            "brokerName=a\n    aclEnable=false",
            "datastores[name=rocketmq].authentication = false @ 7:15",
        ),
    ],
)
def test_a_file_of_a_server_in_a_config_map(seen: Seen, name: str, line: str, wanted: str) -> None:
    assert any(one.startswith(wanted) for one in seen({"k8s.yaml": MAP.format(name, line)}))
