"""What a compose file has from the environment files beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reglint.facts.collect import Collected

Seen = Callable[..., list[str]]
SERVICE = "services:\n  db:\n    image: mysql:8\n"


def secrets(seen: Seen, files: dict[str, str]) -> list[str]:
    return [line.partition(".strength = ")[2] for line in seen(files, "secrets")]


def test_env_beside_the_file_fills_in_its_placeholders(seen: Seen) -> None:
    text = SERVICE + "    environment:\n      MYSQL_ROOT_PASSWORD: ${P}\n"
    files = {"a/compose.yml": text, "a/.env": "P=root\n", ".env": "P=${Q}\n"}
    assert secrets(seen, files) == ["default @ a/compose.yml:5:28 (fewer than 8 characters)"]


@pytest.mark.parametrize("named", ["db.env", "[./db.env]", "[{path: db.env}]"])
def test_an_environment_file_is_read_at_its_place(seen: Seen, named: str) -> None:
    files = {"compose.yml": f"{SERVICE}    env_file: {named}\n", "db.env": "MYSQL_ROOT_PASSWORD=root\n"}
    assert secrets(seen, files) == ["default @ db.env:1:21 (fewer than 8 characters)"]


def test_the_environment_outranks_its_file(seen: Seen) -> None:
    text = SERVICE + "    env_file: db.env\n    environment: {MYSQL_ROOT_PASSWORD: '${P}'}\n"
    files = {"compose.yml": text, "db.env": "MYSQL_ROOT_PASSWORD=root\n"}
    assert secrets(seen, files) == ["reference @ compose.yml:5:40 (read from P)"]


@pytest.mark.parametrize("named", ["other.env", "[db.env, other.env]", "[{a: b}]", "{}"])
def test_a_file_that_is_not_there_may_say_more(seen: Seen, named: str) -> None:
    files = {"compose.yml": f"{SERVICE}    env_file: {named}\n", "db.env": "A=b\n"}
    assert any("the environment file may decide" in line for line in seen(files))


def test_an_environment_file_counts_as_read(collected: Callable[..., Collected]) -> None:
    text = SERVICE + "    env_file: .env\n"
    read = collected({"compose.yml": text, ".env": "A=b\n"}).read
    assert {(one.path, one.format) for one in read} == {("compose.yml", "compose"), (".env", "compose")}


def test_a_compose_file_of_another_shape_stays_as_it_is(seen: Seen) -> None:
    assert (
        seen({"compose.yml": "services: [a]\n", "b/compose.yml": "services: {a: 1}\n", ".env": "A=b"}) == []
    )


@pytest.mark.parametrize("named", ["${PWD}/db.env", "[$PWD/db.env]", "${PWD}/deploy/db.env"])
def test_the_folder_that_compose_is_started_in_is_at_or_above_the_file(seen: Seen, named: str) -> None:
    path = "deploy/db.env" if "deploy" in named else "deploy/compose/db.env"
    files = {
        "deploy/compose/compose.yml": f"{SERVICE}    env_file: {named}\n",
        path: "MYSQL_ROOT_PASSWORD=root\n",
    }
    assert secrets(seen, files) == [f"default @ {path}:1:21 (fewer than 8 characters)"]


@pytest.mark.parametrize(
    ("named", "detail"),
    [
        ("./other.env", ": ./other.env is not in the project, or can't be read @ compose.yml:4:15"),
        ("[db.env, other.env]", ": other.env is not in the project, or can't be read @ compose.yml:4:24"),
        ("[{path: other.env}]", ": other.env is not in the project, or can't be read @ compose.yml:4:23"),
        ("${X}.env", " @ compose.yml:4:15"),
    ],
)
def test_a_file_that_is_not_there_is_named(seen: Seen, named: str, detail: str) -> None:
    files = {"compose.yml": f"{SERVICE}    env_file: {named}\n", "db.env": "A=b\n"}
    assert seen(files, "datastores")[1] == (
        f"datastores[name=db].authentication = ? unresolved: the environment file may decide{detail}"
    )
