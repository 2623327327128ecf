"""Options of database servers on their command lines, as their own sources read them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

IMAGES = {"mysql": "mysql:8", "postgres": "postgres:16", "redis": "redis:7"}


def seen_of(seen: Seen, product: str, command: str, into: str = "datastores") -> list[str]:
    text = f"services:\n  db:\n    image: {IMAGES.get(product, product)}\n    command: {command}\n"
    return [one.removeprefix(into) for one in seen({"compose.yml": text}, into)]


def stated(lines: list[str], field: str) -> list[str]:
    return [one.partition(f".{field} = ")[2] for one in lines if f".{field} = " in one]


@pytest.mark.parametrize(
    ("command", "tls"),
    [
        ("mysqld --require-secure-transport=ON", ["true @ 4:48"]),
        ("--require_secure_transport", ["true @ 4:14"]),
        ("[--require-secure-transport, '1']", ["true @ 4:43"]),
        ("docker-entrypoint.sh mysqld --skip-ssl", ["false @ 4:42"]),
        ("mysqld --require-secure-transport=OFF", []),
        ("mysqld -- --require-secure-transport=ON", []),
        ("mysqld --character-set-server=utf8", []),
        ("mysqldump --require-secure-transport=ON", []),
        ("sh -c 'if a; then mysqld --skip-ssl; fi'", []),
    ],
)
def test_the_options_of_mysql_decide_about_tls(seen: Seen, command: str, tls: list[str]) -> None:
    assert stated(seen_of(seen, "mysql", command), "tls") == tls


@pytest.mark.parametrize(
    ("command", "wanted"),
    [
        ("--default-authentication-plugin=mysql_native_password", "true @ 4:46"),
        ("--default-authentication-plugin=caching_sha2_password", "false @ 4:46"),
        ("--default-authentication-plugin=auth_pam", ""),
        ("--authentication-policy=mysql_native_password,,", "true @ 4:38"),
        ("--authentication-policy=*:sha256_password,,", "true @ 4:38"),
        ("--authentication-policy=*,,", ""),
    ],
)
def test_how_mysql_stores_passwords(seen: Seen, command: str, wanted: str) -> None:
    assert stated(seen_of(seen, "mysql", command, "crypto"), "deprecated") == ([wanted] if wanted else [])


def test_a_server_of_mysql_writes_logs_and_a_binary_log(seen: Seen) -> None:
    command = "[--general-log=1, --skip-name-resolve, --log-bin=x, --binlog-expire-logs-seconds=604800]"
    assert stated(seen_of(seen, "mysql", command, "logging"), "kind") == ["database @ 4:29"]
    assert stated(seen_of(seen, "mysql", command, "backup"), "retention") == ["7 days @ 4:95"]


@pytest.mark.parametrize(
    ("command", "tls"),
    [
        ("postgres -c ssl=off", ["false @ 4:30"]),
        ("postgres -cssl=off", ["false @ 4:29"]),
        ("[-c, 'ssl = off']", ["false @ 4:26"]),
        ("postgres --ssl=off", ["false @ 4:29"]),
        ("postgres -c ssl=off -l", []),
        ("postgres -c ssl=on", []),
        ("postgres -- -c ssl=off", []),
        ("postgres -c", []),
        ("psql -c ssl=off", []),
        ("postgres -c max_connections=200", []),
    ],
)
def test_the_options_of_postgresql_decide_about_tls(seen: Seen, command: str, tls: list[str]) -> None:
    assert stated(seen_of(seen, "postgres", command), "tls") == tls


def test_a_server_of_postgresql_listens_and_logs(seen: Seen) -> None:
    command = "postgres -c listen_addresses=127.0.0.1 -c logging_collector=on -c log_connections=on"
    assert stated(seen_of(seen, "postgres", command), "exposure") == ["internal @ 4:43"]
    assert stated(seen_of(seen, "postgres", command, "logging"), "events[0]") == ["access @ 4:96"]


@pytest.mark.parametrize(
    ("command", "exposure"),
    [
        ("redis-server --bind 127.0.0.1 -::1", ["internal @ 4:34"]),
        ("redis-server /a.conf --bind 127.0.0.1", ["internal @ 4:42"]),
        ("--bind=127.0.0.1", ["internal @ 4:21"]),
        ("redis-server --bind 0.0.0.0", []),
        ("redis-sentinel --bind 127.0.0.1", []),
        ("redis-server", []),
    ],
)
def test_the_options_of_redis_say_where_it_listens(seen: Seen, command: str, exposure: list[str]) -> None:
    assert stated(seen_of(seen, "redis", command), "exposure") == exposure


@pytest.mark.parametrize(
    "command",
    [
        "redis-server --requirepass root --masterauth root",
        "redis-server --requirepass 'root' --masterauth root",
        "[redis-server, --requirepass, root, --masterauth, root]",
        "[sh, -c, \"exec redis-server --requirepass 'root' --masterauth root\"]",
    ],
)
def test_each_secret_of_redis_is_seen_once(seen: Seen, command: str) -> None:
    lines = seen_of(seen, "redis", command, "secrets")
    assert [one.partition(" @ ")[0] for one in lines] == [
        "[name=requirepass].strength = default",
        "[name=masterauth].strength = default",
    ]


def test_the_secrets_of_redis_have_their_own_places(seen: Seen) -> None:
    lines = seen_of(seen, "redis", "redis-server --requirepass root --masterauth root", "secrets")
    assert [one.partition(" (")[0] for one in lines] == [
        "[name=requirepass].strength = default @ 4:41",
        "[name=masterauth].strength = default @ 4:59",
    ]


def test_a_server_of_another_image_is_one_by_its_program(seen: Seen) -> None:
    lines = seen_of(seen, "example/own", "mysqld --require-secure-transport=ON")
    assert lines == [
        "[name=db].engine = mysql @ 2:3",
        "[name=db].authentication = ? unresolved: the application's own configuration may say it @ 2:3",
        "[name=db].tls = true @ 4:48",
    ]


def test_of_several_servers_none_is_known_to_be_meant(seen: Seen) -> None:
    command = "sh -c 'mysqld --skip-ssl & redis-server --bind 127.0.0.1'"
    assert stated(seen_of(seen, "example/own", command), "tls") == []


def test_they_are_seen_in_manifests_and_dockerfiles(seen: Seen) -> None:
    pod = (
        "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n"
        "    - {name: db, image: mysql, args: [--require-secure-transport=ON]}\n"
    )
    assert "datastores[name=db].tls = true @ 5:66" in seen({"pod.yml": pod}, "datastores")
    image = "FROM mysql:8\nCMD mysqld --require-secure-transport=ON\n"
    assert stated(seen({"Dockerfile": image}, "datastores"), "tls") == ["true @ 2:39"]


def test_options_outrank_the_file_that_the_server_reads(seen: Seen) -> None:
    files = {
        "compose.yml": (
            "services:\n  db:\n    image: mysql:8\n    command: --require-secure-transport=ON\n"
            "    volumes: ['./my.cnf:/etc/mysql/conf.d/my.cnf']\n"
        ),
        "my.cnf": "[mysqld]\nskip-ssl\nbind-address=127.0.0.1\n",
    }
    lines = seen(files, "datastores")
    assert stated(lines, "tls") == ["true @ compose.yml:4:41"]
    assert stated(lines, "exposure") == ["internal @ my.cnf:3:14"]


def test_a_step_that_ends_is_no_server(seen: Seen) -> None:
    text = (
        "apiVersion: v1\nkind: Pod\nspec:\n  initContainers:\n"
        "    - {name: db, image: mysql, args: [--require-secure-transport=ON]}\n"
    )
    assert seen({"pod.yml": text}, "datastores") == []
