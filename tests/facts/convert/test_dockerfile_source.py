"""Dockerfiles: the container that the last stage describes, and secrets among the variables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

BASE = "? unresolved: no USER: the image that it is made from decides"
BUILT = "? unresolved: the {} is given when it is built"


def said(seen: Seen, text: str, fact: str, path: str = "app/Dockerfile") -> list[str]:
    return [line.partition(" = ")[2] for line in seen({path: text}) if fact in line.partition(" = ")[0]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("FROM a\nUSER root", "true @ 2:6"),
        ("FROM a\nUSER 0:0", "true @ 2:6"),
        ("FROM a\nUSER app", "false @ 2:6"),
        ("FROM a\nUSER root\nUSER 1000", "false @ 3:6"),
        ("FROM a\nUSER $U", f"{BUILT.format('user')} @ 2:6"),
        ("FROM a", f"{BASE} @ 1:6"),
        ("FROM a AS b\nUSER root\nFROM b", "true @ 2:6"),
        ("FROM a AS b\nUSER root\nFROM c", f"{BASE} @ 3:6"),
    ],
)
def test_who_runs_the_container(seen: Seen, text: str, wanted: str) -> None:
    assert said(seen, text, ".runs_as_root") == [wanted]


@pytest.mark.parametrize(
    ("image", "wanted"),
    [
        ("a", ["false @ 1:6"]),
        ("r.io:5000/a", ["false @ 1:6"]),
        ("a:latest", ["false @ 1:6"]),
        ("a:stable", ["false @ 1:6"]),
        ("a:1.2", ["true @ 1:6"]),
        ("a@sha256:00", ["true @ 1:6"]),
        ("a:$V", [f"{BUILT.format('image')} @ 1:6"]),
        ("scratch", []),
    ],
)
def test_whether_the_image_is_one_version(seen: Seen, image: str, wanted: list[str]) -> None:
    assert said(seen, f"FROM {image}", ".image_pinned") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("HEALTHCHECK CMD a", ["true @ 2:1"]), ("HEALTHCHECK NONE", ["false @ 2:13"]), ("USER a", [])],
)
def test_whether_its_health_is_checked(seen: Seen, text: str, wanted: list[str]) -> None:
    assert said(seen, f"FROM a\n{text}", ".health_checked") == wanted


def test_every_stage_may_leave_secrets_behind(seen: Seen) -> None:
    text = (
        "ARG NPM_SECRET=123456\nFROM a AS b\nARG NEXUS_PASSWORD=root\nARG OTHER_PASSWORD\nFROM c\n"
        "ENV DB_PASSWORD=k7!fQz0p DB_URL=redis://:k7!fQz0p@h\n"
        'ENTRYPOINT ["java", "--spring.datasource.password=123456"]\n'
    )
    assert seen({"Dockerfile": text}, "secrets") == [
        "secrets[name=spring.datasource.password].strength = weak @ 7:51 (fewer than 8 characters)",
        "secrets[name=NPM_SECRET].strength = weak @ 1:16 (fewer than 8 characters)",
        "secrets[name=NEXUS_PASSWORD].strength = default @ 3:20 (fewer than 8 characters)",
        "secrets[name=DB_PASSWORD].strength = set @ 6:17 (8 to 15 characters)",
        "secrets[name=DB_URL].strength = set @ 6:42 (8 to 15 characters)",
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            'FROM redis\nCMD ["redis-server", "--requirepass", "k7!fQz0p"]',
            ["true @ 2:39 (8 to 15 characters)"],
        ),
        ("FROM redis\nCMD redis-server", ["false @ 2:5 (product default)"]),
        (
            "FROM redis\nCMD redis-server /a.conf",
            ["? unresolved: the server's own configuration file decides @ 2:5"],
        ),
        ("FROM redis", []),
        ("FROM mysql:8\nENV MYSQL_ALLOW_EMPTY_PASSWORD=yes", ["false @ 2:32"]),
        ("FROM app", []),
    ],
)
def test_an_image_of_a_server_is_a_data_store(seen: Seen, text: str, wanted: list[str]) -> None:
    assert said(seen, text, ".authentication") == wanted


def test_a_dockerfile_without_a_stage_is_none(seen: Seen) -> None:
    assert seen({"Dockerfile": "ARG DB_PASSWORD=root\n"}) == []
