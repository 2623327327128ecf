"""Servers in images of Bitnami's, Microsoft's and MinIO's, in compose and in manifests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

POSTGRESQL = "bitnami/postgresql:16"
MONGODB = "docker.io/bitnamilegacy/mongodb"
SQL_SERVER = "mcr.microsoft.com/mssql/server:2022-latest"
MINIO = "quay.io/minio/minio:latest"
NO_START = "? missing: the image does not start without a password"
DECIDES = "? unresolved: the configuration of the image decides"


def compose(image: str, environment: dict[str, str], more: str = "") -> str:
    variables = "".join(f"      {name}: '{value}'\n" for name, value in environment.items())
    return f"services:\n  db:\n    image: {image}\n    environment:\n{variables}{more}"


def pod(image: str, environment: dict[str, str]) -> str:
    head = "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n"
    variables = "".join(
        f"        - {{name: {name}, value: '{value}'}}\n" for name, value in environment.items()
    )
    return f"{head}    - name: db\n      image: {image}\n      env:\n{variables}"


def values(lines: list[str], field: str) -> list[str]:
    return [one.partition(f".{field} = ")[2].partition(" @ ")[0] for one in lines if f".{field} = " in one]


@pytest.mark.parametrize(
    ("image", "environment", "wanted"),
    [
        (POSTGRESQL, {"POSTGRESQL_PASSWORD": "x9"}, "true"),
        (POSTGRESQL, {"POSTGRES_PASSWORD_FILE": "/run/secrets/x"}, "true"),
        (POSTGRESQL, {"ALLOW_EMPTY_PASSWORD": "yes"}, "false"),
        (POSTGRESQL, {"ALLOW_EMPTY_PASSWORD": "yes", "POSTGRESQL_PASSWORD": "x9"}, "true"),
        (POSTGRESQL, {"ALLOW_EMPTY_PASSWORD": "no"}, NO_START),
        (MONGODB, {"MONGODB_ROOT_PASSWORD": "x9"}, "true"),
        (MONGODB, {"ALLOW_EMPTY_PASSWORD": "yes"}, "false"),
        (MONGODB, {"A": "b"}, DECIDES),
        (SQL_SERVER, {"MSSQL_SA_PASSWORD": "x9"}, "true"),
        (SQL_SERVER, {"SA_PASSWORD": "${P}"}, "true"),
        (SQL_SERVER, {"ACCEPT_EULA": "Y"}, NO_START),
        (MINIO, {"A": "b"}, "true"),
        ("bitnami/mysql", {"ALLOW_EMPTY_PASSWORD": "yes", "MYSQL_ROOT_PASSWORD": "x9"}, "true"),
        ("bitnami/mariadb-galera", {"ALLOW_EMPTY_PASSWORD": "yes"}, "false"),
        ("bitnami/redis-cluster", {"ALLOW_EMPTY_PASSWORD": "yes"}, "false"),
        ("bitnami/redis", {"REDIS_PASSWORD": "x9"}, "true"),
    ],
)
def test_who_is_asked_for_a_password(
    seen: Seen, image: str, environment: dict[str, str], wanted: str
) -> None:
    files = {"compose.yml": compose(image, environment)}, {"pod.yml": pod(image, environment)}
    assert [values(seen(one, "datastores"), "authentication") for one in files] == [[wanted], [wanted]]


@pytest.mark.parametrize(
    ("image", "engine"),
    [
        (POSTGRESQL, "postgresql"),
        (MONGODB, "mongodb"),
        (SQL_SERVER, "sqlserver"),
        (MINIO, "minio"),
        ("bitnami/redis-cluster:7", "redis"),
        ("bitnami/mariadb-galera", "mariadb"),
    ],
)
def test_which_product_it_is(seen: Seen, image: str, engine: str) -> None:
    assert values(seen({"compose.yml": compose(image, {"A": "b"})}, "datastores"), "engine") == [engine]


@pytest.mark.parametrize(
    "image", ["minio/mc", "bitnami/postgresql-exporter", "mongodb-exporter", "mssql-tools"]
)
def test_what_is_no_server(seen: Seen, image: str) -> None:
    assert seen({"compose.yml": compose(image, {"A": "b"})}, "datastores") == []


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({"A": "b"}, ["default"]),
        ({"MINIO_ROOT_PASSWORD": "minioadmin"}, ["default"]),
        ({"MINIO_ROOT_PASSWORD": "k7!fQz0p"}, ["set"]),
        ({"MINIO_SECRET_KEY": "k7!fQz0p"}, ["set"]),
        ({"MINIO_ROOT_PASSWORD_FILE": "/run/secrets/x"}, []),
        ({"MINIO_CONFIG_ENV_FILE": "/etc/config.env"}, []),
    ],
)
def test_minio_has_a_known_password_where_none_is_given(
    seen: Seen, environment: dict[str, str], wanted: list[str]
) -> None:
    for files in ({"compose.yml": compose(MINIO, environment)}, {"pod.yml": pod(MINIO, environment)}):
        assert values(seen(files, "secrets"), "strength") == wanted


def test_another_file_may_give_it(seen: Seen) -> None:
    text = compose(MINIO, {"A": "b"}, "    env_file: away.env\n")
    (said,) = values(seen({"compose.yml": text}, "secrets"), "strength")
    assert said.startswith("? unresolved: the environment file may decide")


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({"REDIS_PASSWORD": "x9", "REDIS_TLS_ENABLED": "yes"}, "true"),
        ({"REDIS_PASSWORD": "x9", "REDIS_TLS_ENABLED": "yes", "REDIS_TLS_PORT_NUMBER": "6380"}, "false"),
        ({"REDIS_PASSWORD": "x9", "REDIS_TLS_ENABLED": "no"}, "false"),
    ],
)
def test_bitnamis_redis_may_speak_tls_alone(seen: Seen, environment: dict[str, str], wanted: str) -> None:
    assert values(seen({"compose.yml": compose("bitnami/redis", environment)}, "datastores"), "tls") == [
        wanted
    ]
