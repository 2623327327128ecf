"""Environment variables that Spring binds to settings, in compose files and manifests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reglint.documents.lookup import plain
from reglint.documents.yaml import read_yaml
from reglint.facts.collect import Collected
from reglint.facts.spring_variables import spring_variables
from reglint.facts.view import VIEWS

Seen = Callable[..., list[str]]
CollectFiles = Callable[..., Collected]

ELSEWHERE = "the application's own configuration may say it"


def service(*lines: str) -> str:
    return "services:\n  app:\n    environment:\n" + "".join(f"      {line}\n" for line in lines)


def pod(*entries: str) -> str:
    env = "".join(f"        - {{name: {entry.replace(': ', ', value: ', 1)}}}\n" for entry in entries)
    head = "apiVersion: v1\nkind: Pod\nmetadata: {name: app}\nspec:\n  containers:\n    - name: a\n"
    return f"{head}      env:\n{env}"


def config_map(*lines: str) -> str:
    data = "".join(f"  {line}\n" for line in lines)
    return f"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: app}}\ndata:\n{data}"


HOLDERS = [("compose.yml", service), ("pod.yml", pod), ("map.yml", config_map)]


def trees(view: str, text: str) -> list[tuple[str, object]]:
    root = VIEWS[view](read_yaml(text, "f").roots[0])
    return [(one.owner, plain(one.root)) for one in spring_variables(root)]


def test_a_variable_is_the_setting_that_its_words_name() -> None:
    text = service(
        "SPRING_DATA_REDIS_SSL_ENABLED: true", "SERVER_PORT: 80", "PORT: 1", "spring_x: 1", "SPRING_: 1"
    )
    assert trees("compose", text) == [
        ("app", {"spring": {"data": {"redis": {"ssl": {"enabled": True}}}}, "server": {"port": 80}})
    ]


def test_of_a_value_and_settings_below_it_the_settings_count() -> None:
    text = service("SPRING_A: 1", "SPRING_A_B: 2", "SPRING_C_D: 3", "SPRING_C: 4")
    assert trees("compose", text) == [("app", {"spring": {"a": {"b": 2}, "c": {"d": 3}}})]


def test_a_password_alone_is_no_data_store() -> None:
    assert trees("compose", service("SPRING_REDIS_PASSWORD: x")) == []


@pytest.mark.parametrize(
    ("view", "text"), [("compose", "services: [a]"), ("compose", "a: 1"), ("kubernetes", "[1]")]
)
def test_where_there_are_no_variables_there_is_nothing(view: str, text: str) -> None:
    assert trees(view, text) == []


@pytest.mark.parametrize(("path", "written"), HOLDERS, ids=["compose", "pod", "config map"])
def test_a_variable_may_set_the_idle_time_of_sessions(
    seen: Seen, path: str, written: Callable[..., str]
) -> None:
    (line,) = seen({path: written("SERVER_SERVLET_SESSION_TIMEOUT: 30m")}, "access")
    assert line.startswith("access.sessions[name=http].idle_timeout = 30 minutes @ ")


@pytest.mark.parametrize(("path", "written"), HOLDERS, ids=["compose", "pod", "config map"])
def test_what_the_variables_of_redis_do_not_say_is_unknown(
    seen: Seen, path: str, written: Callable[..., str]
) -> None:
    text = written(
        "SPRING_DATA_REDIS_HOST: h", "SPRING_DATA_REDIS_PORT: 1", "SPRING_DATA_REDIS_PASSWORD: 'k7!fQz0p'"
    )
    lines = [line.partition(" @ ")[0] for line in seen({path: text})]
    assert lines == [
        "secrets[name=SPRING_DATA_REDIS_PASSWORD].strength = set",
        "datastores[name=SPRING_DATA_REDIS].engine = redis",
        "datastores[name=SPRING_DATA_REDIS].authentication = true",
        f"datastores[name=SPRING_DATA_REDIS].tls = ? unresolved: {ELSEWHERE}",
    ]


@pytest.mark.parametrize(("path", "written"), HOLDERS, ids=["compose", "pod", "config map"])
def test_a_url_and_its_password_are_seen_once(seen: Seen, path: str, written: Callable[..., str]) -> None:
    text = written(
        "SPRING_DATASOURCE_URL: 'jdbc:mysql://db/pay?useSSL=false&user=a&password=root'",
        "SPRING_DATASOURCE_PASSWORD: root",
    )
    lines = [line.partition(" @ ")[0] for line in seen({path: text})]
    assert sorted(lines) == [
        "datastores[name=SPRING_DATASOURCE_URL].authentication = true",
        "datastores[name=SPRING_DATASOURCE_URL].crosses_internet = false",
        "datastores[name=SPRING_DATASOURCE_URL].engine = mysql",
        "datastores[name=SPRING_DATASOURCE_URL].tls = false",
        "secrets[name=SPRING_DATASOURCE_PASSWORD].strength = default",
        "secrets[name=SPRING_DATASOURCE_URL].strength = default",
    ]


def test_what_a_product_does_without_a_setting_is_unknown(seen: Seen) -> None:
    text = service("SPRING_REDIS_URL: 'redis://h'", "SPRING_DATA_MONGODB_URI: 'mongodb://h'")
    redis, mongo = "datastores[name=SPRING_REDIS]", "datastores[name=SPRING_DATA_MONGODB]"
    assert [line.partition(" @ ")[0] for line in seen({"compose.yml": text})] == [
        f"{redis}.engine = redis",
        f"{redis}.authentication = false",
        f"{redis}.tls = ? unresolved: {ELSEWHERE}",
        f"{mongo}.engine = mongodb",
        f"{mongo}.authentication = false",
        f"{mongo}.tls = ? unresolved: {ELSEWHERE}",
    ]


def test_the_placeholders_are_those_of_the_file(seen: Seen) -> None:
    files = {
        "compose.yml": service("SERVER_SERVLET_SESSION_TIMEOUT: ${A:-5}m", "SPRING_SESSION_TIMEOUT: ${B}"),
        ".env": "B=30m\n",
    }
    assert [line.partition(" = ")[2] for line in seen(files, "access")] == [
        "5 minutes @ compose.yml:4:39 (unless A is set)",
        "30 minutes @ compose.yml:5:31",
    ]


def test_the_workload_is_the_component_and_spring_a_reader(collected: CollectFiles) -> None:
    made = collected({"deploy/compose.yml": service("SPRING_SESSION_TIMEOUT: 5m")})
    assert [one.record.component for one in made.observations] == ["deploy/compose/app"]
    assert [(one.path, one.format, one.facts) for one in made.read] == [
        ("deploy/compose.yml", "compose, spring", 2)
    ]


def test_a_variable_may_come_from_an_environment_file(seen: Seen) -> None:
    files = {"compose.yml": "services: {a: {env_file: a.env}}\n", "a.env": "SPRING_SESSION_TIMEOUT=5m\n"}
    assert seen(files) == ["access.sessions[name=http].idle_timeout = 5 minutes @ a.env:1:24"]
