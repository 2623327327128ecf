"""Servers in containers, with the configuration file of their own that is mounted into them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reglint.facts.collect import Collected

Seen = Callable[..., list[str]]
CollectFiles = Callable[..., Collected]

REDIS = "/usr/local/etc/redis/redis.conf"
CONF = "requirepass k7!fQz0p\nport 0\ntls-port 6379\nbind 127.0.0.1\n"
DECIDES = "? unresolved: the server's own configuration file decides"


def compose(volumes: str, command: str = f"redis-server {REDIS}") -> str:
    return f"services:\n  cache:\n    image: redis:7\n    command: {command}\n    volumes: {volumes}\n"


def stores(seen: Seen, files: dict[str, str]) -> list[str]:
    return [one.removeprefix("datastores") for one in seen(files, "datastores")]


@pytest.mark.parametrize(
    "volumes",
    [
        f"['./redis.conf:{REDIS}']",
        f"['./redis.conf:{REDIS}:ro', 'data:/data']",
        "['./:/usr/local/etc/redis/']",
        "['../deploy:/usr/local/etc/redis']",
        f"['${{PWD}}/redis.conf:{REDIS}:ro']",
        f"[{{type: bind, source: ./redis.conf, target: {REDIS}}}]",
    ],
)
def test_a_server_is_as_the_file_says_that_is_mounted(seen: Seen, volumes: str) -> None:
    files = {"deploy/compose.yml": compose(volumes), "deploy/redis.conf": CONF}
    assert stores(seen, files) == [
        "[name=cache].engine = redis @ deploy/compose.yml:3:12",
        "[name=cache].authentication = true @ deploy/redis.conf:1:13 (8 to 15 characters)",
        "[name=cache].tls = true @ deploy/redis.conf:3:10",
        "[name=cache].exposure = internal @ deploy/redis.conf:4:6",
    ]


@pytest.mark.parametrize(
    ("volumes", "command"),
    [
        ("[]", f"redis-server {REDIS}"),
        (f"['conf:{REDIS}']", f"redis-server {REDIS}"),
        (f"['./other.conf:{REDIS}']", f"redis-server {REDIS}"),
        ("['./redis.conf:/etc/redis.conf']", f"redis-server {REDIS}"),
        (f"['./redis.conf:{REDIS}', {{source: ./redis.conf}}, x]", "redis-server /a.conf"),
        (f"['./redis.conf:{REDIS}', './other.conf:/a.conf']", f"redis-server {REDIS} --include /a.conf"),
        ("text", f"redis-server {REDIS}"),
    ],
)
def test_a_file_that_is_not_known_decides_all_the_same(seen: Seen, volumes: str, command: str) -> None:
    files = {"compose.yml": compose(volumes, command), "redis.conf": CONF}
    names = {line.partition(".")[0] for line in stores(seen, files)}
    assert names == {"[name=cache]", "[name=redis]"}
    assert any(DECIDES in line for line in stores(seen, files))


def test_what_the_command_says_outranks_a_products_default(seen: Seen) -> None:
    command = f"redis-server {REDIS} --requirepass k7!fQz0p"
    files = {"compose.yml": compose(f"['./redis.conf:{REDIS}']", command), "redis.conf": "port 6379\n"}
    assert [line.partition(" @ ")[0] for line in stores(seen, files)] == [
        "[name=cache].engine = redis",
        "[name=cache].authentication = true",
        "[name=cache].tls = false",
    ]


def test_mysql_reads_the_files_of_its_folder(seen: Seen) -> None:
    text = (
        "services:\n  db:\n    image: mysql:8\n    environment: {MYSQL_ROOT_PASSWORD: k7!fQz0p}\n"
        "    volumes: [./my.cnf:/etc/mysql/conf.d/my.cnf]\n"
    )
    files = {"compose.yml": text, "my.cnf": "[mysqld]\nrequire_secure_transport = ON\nskip-grant-tables\n"}
    assert [line.partition(" @ ")[0] for line in stores(seen, files)] == [
        "[name=db].engine = mysql",
        "[name=db].authentication = false",
        "[name=db].tls = true",
    ]


POD = """\
apiVersion: v1
kind: Pod
metadata: {name: app}
spec:
  containers:
    - name: cache
      image: redis:7
      args: [/etc/redis/redis.conf]
      volumeMounts: [MOUNT]
  volumes: [VOLUME, {name: none, emptyDir: {}}]
"""
MAP = """\
apiVersion: v1
kind: ConfigMap
metadata: {name: pay}
data:
  KEY: |
    requirepass root
    port 1
"""


@pytest.mark.parametrize(
    ("mount", "volume", "key"),
    [
        ("{name: v, mountPath: /etc/redis}", "{name: v, configMap: {name: pay}}", "redis.conf"),
        ("{name: v, mountPath: /etc/redis/}", "{name: v, secret: {secretName: pay}}", "redis.conf"),
        (
            "{name: v, mountPath: /etc/redis/redis.conf, subPath: redis.conf}",
            "{name: v, configMap: {name: pay}}",
            "redis.conf",
        ),
        (
            "{name: v, mountPath: /etc/redis}",
            "{name: v, configMap: {name: pay, items: [{key: redis-prod.conf, path: redis.conf}]}}",
            "redis-prod.conf",
        ),
    ],
    ids=["folder", "secret", "file", "renamed"],
)
def test_a_file_of_a_config_map_may_be_mounted(seen: Seen, mount: str, volume: str, key: str) -> None:
    held = MAP.replace("KEY", key)
    if "secretName" in volume:
        held = held.replace("ConfigMap", "Secret").replace("\ndata:", "\nstringData:")
    files = {"pod.yaml": POD.replace("MOUNT", mount).replace("VOLUME", volume), "map.yaml": held}
    assert [line.partition(" (")[0] for line in stores(seen, files)] == [
        "[name=cache].engine = redis @ pod.yaml:7:14",
        "[name=cache].authentication = true @ map.yaml:6:17",
        "[name=cache].tls = false @ map.yaml:6:5",
    ]


@pytest.mark.parametrize(
    ("mount", "volume"),
    [
        ("{name: w, mountPath: /etc/redis}", "{name: v, configMap: {name: pay}}"),
        ("{name: none, mountPath: /etc/redis}", "{name: v, configMap: {name: pay}}"),
        ("{name: v, mountPath: /etc/redis}", "{name: v, configMap: {name: other}}"),
        ("{name: v, mountPath: /etc/redis}", "{name: v, configMap: {name: pay, items: [{key: a, path: b}]}}"),
    ],
)
def test_a_file_of_another_object_is_not(seen: Seen, mount: str, volume: str) -> None:
    pod = POD.replace("MOUNT", mount).replace("VOLUME", volume)
    lines = stores(seen, {"pod.yaml": pod, "map.yaml": MAP.replace("KEY", "redis.conf")})
    assert {line.partition(".")[0] for line in lines} == {"[name=cache]", "[name=redis]"}
