from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reglint.model.fact import Unknown
from reglint.model.verdict import Reason

NO_START = Unknown(Reason.MISSING, "the image does not start without a password")


def missing(name: str) -> Unknown:
    said = f"the environment file may decide: {name} is not in the project, or can't be read"
    return Unknown(Reason.UNRESOLVED, said)


def run(convert: Callable[..., Any], name: str, text: str) -> object:
    body = f"services: {{s: {{image: i, {text}}}}}"
    made = convert(name, body, "/services/s", view="compose", style="shell")
    return made and made.value


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("environment: {MYSQL_ROOT_PASSWORD: k7!fQz}", True),
        ("environment: [MYSQL_ROOT_PASSWORD=k7!fQz]", True),
        ("environment: [MYSQL_ROOT_PASSWORD]", True),
        ("environment: {MARIADB_ROOT_PASSWORD: '${P}'}", True),
        ("environment: {MYSQL_ROOT_PASSWORD_FILE: /run/secrets/p}", True),
        ("environment: {MYSQL_RANDOM_ROOT_PASSWORD: 'yes'}", True),
        ("environment: {MYSQL_ALLOW_EMPTY_PASSWORD: 'yes'}", False),
        ("environment: {MYSQL_ALLOW_EMPTY_PASSWORD: '${E:-1}'}", False),
        ("environment: {MARIADB_ALLOW_EMPTY_ROOT_PASSWORD: '1'}", False),
        ("environment: {MYSQL_ALLOW_EMPTY_PASSWORD: 'no', MYSQL_ROOT_PASSWORD: x9}", True),
        ("command: --skip-grant-tables", False),
        ("environment: {MYSQL_ROOT_PASSWORD: ''}", NO_START),
        ("environment: {MYSQL_PASSWORD: x}", NO_START),
        ("env_file: .env", missing(".env")),
        ("env_file: [a.env, b.env]", missing("a.env")),
    ],
)
def test_whether_mysql_asks_for_a_password(convert: Callable[..., Any], text: str, wanted: object) -> None:
    assert run(convert, "mysql_server_authentication", text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("command: mysqld --require_secure_transport=ON", True),
        ("command: [mysqld, --require-secure-transport]", True),
        ("command: '--require_secure_transport=${TLS:-1}'", True),
        ("command: --require_secure_transport=OFF --require_secure_transport=ON", True),
        ("command: --require_secure_transport=ON --require_secure_transport=OFF", None),
        ("command: '--require_secure_transport=${TLS}'", None),
        ("command: --skip-require-secure-transport", None),
        ("command: mysqld", None),
    ],
)
def test_whether_mysql_is_told_to_take_nothing_but_tls(
    convert: Callable[..., Any], text: str, wanted: object
) -> None:
    assert run(convert, "mysql_server_tls", text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("environment: {POSTGRES_PASSWORD: x9}", True),
        ("environment: {POSTGRES_PASSWORD_FILE: /run/secrets/p}", True),
        ("environment: {POSTGRES_PASSWORD: x9, POSTGRES_HOST_AUTH_METHOD: trust}", False),
        ("environment: {POSTGRES_PASSWORD: x9, POSTGRES_HOST_AUTH_METHOD: md5}", True),
        ("environment: {POSTGRES_USER: x}", NO_START),
    ],
)
def test_whether_postgresql_asks_for_a_password(
    convert: Callable[..., Any], text: str, wanted: object
) -> None:
    assert run(convert, "postgres_server_authentication", text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ports: [27017]", None),
        ("command: mongod --auth", True),
        (
            "command: mongod --config /etc/mongod.conf",
            Unknown(Reason.UNRESOLVED, "the server's own configuration file decides"),
        ),
        ("environment: {MONGO_INITDB_ROOT_USERNAME: root}", True),
        ("environment: {MONGO_INITDB_ROOT_USERNAME_FILE: /run/secrets/u}", True),
        ("environment: {MONGO_INITDB_ROOT_USERNAME: ''}", None),
        ("env_file: .env", missing(".env")),
    ],
)
def test_whether_mongodb_asks_for_a_user(convert: Callable[..., Any], text: str, wanted: object) -> None:
    assert run(convert, "mongo_server_authentication", text) == wanted


IMAGE = Unknown(Reason.UNRESOLVED, "the configuration of the image decides")


@pytest.mark.parametrize(
    ("text", "asks", "encrypted"),
    [
        ("command: x", IMAGE, IMAGE),
        ("environment: {A: b, CLICKHOUSE_PASSWORD: ''}", IMAGE, IMAGE),
        ("environment: {NEO4J_AUTH: none}", False, IMAGE),
        ("environment: {NEO4J_AUTH: neo4j/k7!fQz0p}", True, IMAGE),
        ("environment: [ALLOW_NONE_AUTHENTICATION=yes]", False, IMAGE),
        ("environment: {ALLOW_NONE_AUTHENTICATION: 'no'}", IMAGE, IMAGE),
        ("environment: {ALLOW_PLAINTEXT_LISTENER: 'yes'}", IMAGE, False),
        ("environment: {ALLOW_PLAINTEXT_LISTENER: 'no'}", IMAGE, IMAGE),
        ("environment: {RABBITMQ_DEFAULT_PASS: k7!fQz0p}", True, IMAGE),
        ("environment: [DISABLE_SECURITY_PLUGIN=true]", False, False),
        ("environment: [plugins.security.disabled=true]", False, False),
    ],
)
def test_what_another_server_asks_for(
    convert: Callable[..., Any], text: str, asks: object, encrypted: object
) -> None:
    names = ("any_server_authentication", "any_server_tls")
    assert [run(convert, name, text) for name in names] == [asks, encrypted]
