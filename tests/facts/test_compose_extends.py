"""Services of compose that extend others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reglint.facts.collect import Collected

Seen = Callable[..., list[str]]

BASE = "services:\n  mongo:\n    image: mongo:7\n    environment: {MONGO_INITDB_ROOT_USERNAME: root}\n"


SECRET = "secrets[name=MONGO_INITDB_ROOT_PASSWORD].strength"


def stores(seen: Seen, files: dict[str, str]) -> list[str]:
    return [one.removeprefix("datastores") for one in seen(files, "datastores")]


def test_a_service_has_what_it_extends_at_the_places_of_that(seen: Seen) -> None:
    text = BASE + "  db: {extends: mongo}\n"
    assert stores(seen, {"compose.yml": text, "a.env": ""})[2:] == [
        "[name=db].engine = mongodb @ compose.yml:5:3",
        "[name=db].authentication = true @ compose.yml:4:47",
    ]


def test_a_service_of_another_file_is_followed(seen: Seen) -> None:
    files = {
        "compose.yml": "services: {db: {extends: {file: base/mongo.yaml, service: mongo}}}",
        "base/mongo.yaml": BASE.replace("mongo:\n", "mongo:\n    env_file: m.env\n"),
        "base/m.env": "MONGO_INITDB_ROOT_PASSWORD=root\n",
    }
    lines = (*seen(files, "datastores"), *seen(files, "secrets"))
    assert [one for one in lines if "name=db" in one or "secrets" in one] == [
        "datastores[name=db].engine = mongodb @ compose.yml:1:12",
        "datastores[name=db].authentication = true @ base/mongo.yaml:5:47",
        f"{SECRET} = default @ base/m.env:1:28 (fewer than 8 characters)",
    ]


def test_own_values_win(seen: Seen) -> None:
    own = "environment: {MONGO_INITDB_ROOT_USERNAME: ''}"
    text = BASE + f"  db: {{extends: {{service: mongo}}, {own}}}\n"
    assert "[name=db].authentication = false @ 5:3 (product default)" in stores(seen, {"compose.yml": text})


def test_lists_of_files_are_joined(seen: Seen) -> None:
    files = {
        "compose.yml": (
            "services:\n  a: {image: 'mysql:8', env_file: a.env}\n  b: {extends: a, env_file: [b.env]}\n"
        ),
        "a.env": "MYSQL_ROOT_PASSWORD=root\n",
        "b.env": "B_PASSWORD=root\n",
    }
    assert "[name=b].authentication = true @ a.env:1:21 (fewer than 8 characters)" in stores(seen, files)
    assert any("B_PASSWORD" in one for one in seen(files, "secrets"))


@pytest.mark.parametrize(
    "extends",
    ["{file: ../../other.yml, service: a}", "{service: none}", "{file: a.yml}", "db", "x", "[a]", "{}"],
)
def test_what_is_not_there_may_say_more(seen: Seen, extends: str) -> None:
    text = f"services:\n  db:\n    image: mongo:7\n    extends: {extends}\n  x: {{extends: db}}\n"
    said = stores(seen, {"compose.yml": text})[1]
    assert said.partition(" @ 4:")[0] == (
        "[name=db].authentication = ? unresolved: the service that it extends may decide"
    )


def test_a_file_that_is_extended_counts_as_read(collected: Callable[..., Collected]) -> None:
    files = {
        "compose.yml": "services: {db: {extends: {file: base.yml, service: a}}}",
        "base.yml": "services:\n  a: {command: x}\n",
    }
    assert {one.path for one in collected(files).read} == {"compose.yml", "base.yml"}


@pytest.mark.parametrize(
    ("text", "is_known"),
    [
        ("services:\n  db: {image: mongo}\n", True),
        ("services:\n  db: {image: {repository: mongo}}\n", False),
        ("services: [{image: mongo}]\nscript: x\n", True),
        ("jobs: {a: {services: {db: {image: mongo}}}}\n", False),
    ],
)
def test_a_compose_file_is_known_by_what_stands_in_it(
    collected: Callable[..., Collected], text: str, *, is_known: bool
) -> None:
    read = collected({"config/docker/db.yml": text}).read
    assert ("compose" in {one.format for one in read}) == is_known


@pytest.mark.parametrize(
    "text",
    [
        "services: [{a: {extends: b, image: mongo}}]\n",
        "services: {a: {extends: b}, b: [image, mongo]}\n",
        "services: {a: {extends: {file: ., service: b}, build: .}}\n",
        "services: {a: {extends: b}, b: {env_file: {}, volumes: [1, {}, {source: [x]}], build: .}}\n",
    ],
)
def test_services_of_another_shape_are_no_data_stores(seen: Seen, text: str) -> None:
    assert stores(seen, {"compose.yml": text}) == []
