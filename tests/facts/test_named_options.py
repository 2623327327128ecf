"""Secrets that a container's command line gives by name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

COMPOSE = "services:\n  s:\n    image: x\n    "
SHORT = "fewer than 8 characters"


def secrets(seen: Seen, text: str, name: str = "compose.yml") -> list[str]:
    return [one.removeprefix("secrets") for one in seen({name: text}, "secrets")]


@pytest.mark.parametrize(
    ("command", "wanted"),
    [
        (
            "java -jar a.jar --spring.datasource.password=root",
            [f"[name=spring.datasource.password].strength = default @ 4:59 ({SHORT})"],
        ),
        (
            "java -Dspring.redis.password='k7!fQz0p-Wd2m' -jar a.jar",
            ["[name=spring.redis.password].strength = set @ 4:44 (8 to 15 characters)"],
        ),
        (
            '["java", "--server.port=80", "--jwt.secret=${S}"]',
            ["[name=jwt.secret].strength = reference @ 4:57 (read from S)"],
        ),
        ("java -jar a.jar --server.port=80", []),
        (
            "x --spring.datasource.username=pay9 --spring.datasource.password=pay9 --db-token=123",
            [
                f"[name=db-token].strength = weak @ 4:95 ({SHORT})",
                f"[name=spring.datasource.password].strength = weak @ 4:79 ({SHORT})",
            ],
        ),
        ("[x, --db-password, root]", [f"[name=db-password].strength = default @ 4:33 ({SHORT})"]),
        ("x --db-password root", [f"[name=db-password].strength = default @ 4:30 ({SHORT})"]),
        ("[x, --db-password, --verbose]", []),
        ("[x, --db-password]", []),
        ("[x, --name, root, --db.passwords, root, -Ddb.password]", []),
        (
            "sh -c 'if a; then b --password=root; fi'",
            [f"[name=password].strength = default @ 4:45 ({SHORT})"],
        ),
        ("x --url=redis://:root@h", [f"[name=url].strength = default @ 4:31 ({SHORT})"]),
    ],
)
def test_the_secrets_of_a_command_line(seen: Seen, command: str, wanted: list[str]) -> None:
    assert secrets(seen, f"{COMPOSE}command: {command}\n") == wanted


def test_they_are_seen_in_manifests(seen: Seen) -> None:
    text = "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - args: [--a.password=root]\n"
    assert secrets(seen, text, "pod.yml") == [f"[name=a.password].strength = default @ 5:27 ({SHORT})"]


@pytest.mark.parametrize("command", ["a --a.password=root", '["a", "--a.password=root"]'])
def test_they_are_seen_in_dockerfiles(seen: Seen, command: str) -> None:
    (line,) = secrets(seen, f"FROM a\nCMD {command}\n", "Dockerfile")
    assert line.startswith("[name=a.password].strength = default @ 2:")


def test_they_are_seen_in_variables_that_hold_options(seen: Seen) -> None:
    text = (
        f"{COMPOSE}environment: {{JAVA_OPTS: -Xmx1g -Dspring.redis.password=root, OPTS: --password=root}}\n"
    )
    assert secrets(seen, text) == [f"[name=spring.redis.password].strength = default @ 4:61 ({SHORT})"]
