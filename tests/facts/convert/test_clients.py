from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

RUN = [
    ("image: redis", True),
    ("image: redis, command: redis-cli ping", False),
    ("image: redis, command: [redis-cli, ping]", False),
    ("image: redis, command: redis-sentinel /s.conf", False),
    ("image: redis, command: 'sh -c \"redis-server & redis-cli ping\"'", True),
    ("image: redis, command: 'sh -c \"sleep 5 && redis-cli --cluster create\"'", False),
    ("image: 'mysql:8', command: --default-authentication-plugin=mysql_native_password", True),
    ("image: 'mysql:8', command: [--datadir, /var/lib/mysql]", True),
    ("image: 'mysql:8', command: mysqld --user mysql", True),
    ("image: 'mysql:8', command: [mysqldump, pay]", False),
    ("image: 'mysql:8', entrypoint: [sh, -c, 'MYSQL_PWD=\"$$P\" /usr/bin/mysqldump pay > /b']", False),
    ("image: 'postgres:16', command: psql -h postgres -U postgres", False),
    ("image: 'postgres:16', command: [postgres, -c, log_statement=all]", True),
    ("image: 'postgres:16', command: 'sh -c \"until pg_isready; do sleep 1; done; psql\"'", False),
    ("image: 'postgres:16', entrypoint: 'bash -ec \"pg_restore /d; exec postgres\"'", True),
    ("image: 'mongo:7', command: mongosh --host mongo", False),
    ("image: 'mongo:7', command: mongod --replSet rs", True),
    ("image: 'cassandra:4', command: cqlsh cassandra -f /init.cql", False),
    (
        "image: 'cassandra:4', entrypoint: [sh, -c, \"while ! cqlsh cassandra -e ''; do sleep 5; done\"]",
        False,
    ),
    ("image: confluentinc/cp-kafka, command: [bash, -c, 'kafka-topics --create --topic pay']", False),
]


@pytest.mark.parametrize(("text", "wanted"), RUN, ids=[text for text, _ in RUN])
def test_a_client_is_no_data_store(seen: Seen, text: str, *, wanted: bool) -> None:
    assert bool(seen({"compose.yml": f"services: {{a: {{{text}}}}}"}, "datastores")) == wanted


@pytest.mark.parametrize(
    ("image", "engine"),
    [
        ("clickhouse/clickhouse-server:24", "clickhouse"),
        ("confluentinc/cp-kafka:7.6", "kafka"),
        ("docker.redpanda.com/redpandadata/redpanda", "redpanda"),
        ("opensearchproject/opensearch:2", "opensearch"),
        ("rabbitmq:3-management", "rabbitmq"),
        ("apache/activemq-classic:6", "activemq"),
        ("docker.dragonflydb.io/dragonflydb/dragonfly", "dragonfly"),
        ("mariadb:12.2", "mariadb"),
    ],
)
def test_servers_are_known_by_their_images(seen: Seen, image: str, engine: str) -> None:
    pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: ["
    for text in (f"services: {{a: {{image: '{image}'}}}}", f"{pod}{{name: a, image: '{image}'}}]}}"):
        assert seen({"a.yml": text}, "datastores")[0].startswith(f"datastores[name=a].engine = {engine} @")
