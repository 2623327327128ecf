"""What a container runs, in compose, in a manifest and in a Dockerfile."""

from __future__ import annotations

import pytest

from reglint.documents.yaml import read_yaml
from reglint.facts.container_commands import commands_of

SCRIPT = '"a; exec java -jar b"'


def told(text: str, *, has_shell: bool = False) -> list[tuple[str, list[str]]]:
    (root,) = read_yaml(text, "f").roots
    return [
        (one.program, [word.text for word in one.words]) for one in commands_of(root, has_shell=has_shell)
    ]


@pytest.mark.parametrize(
    ("text", "commands"),
    [
        ("command: java -jar a.jar", [("java", ["-jar", "a.jar"])]),
        ("command: [/usr/bin/java, -jar, a.jar]", [("java", ["-jar", "a.jar"])]),
        ("{entrypoint: [java, -jar, a.jar], command: [--b=c]}", [("java", ["-jar", "a.jar", "--b=c"])]),
        ("command: [--b=c]", [("", ["--b=c"])]),
        ("command: ['${RUN}', --b=c]", [("", ["--b=c"])]),
        ("command: exec gosu mysql mysqld --a", [("mysqld", ["--a"])]),
        ("command: [tini, --, docker-entrypoint.sh, A=b, mysqld]", [("mysqld", [])]),
        ("command: [exec, -a, name, java]", [("exec", ["-a", "name", "java"])]),
        (f"command: sh -c {SCRIPT}", [("a", []), ("java", ["-jar", "b"])]),
        (f"{{entrypoint: [/bin/bash, -ec], command: [{SCRIPT}]}}", [("a", []), ("java", ["-jar", "b"])]),
        ("command: [sh, start.sh, --a=b]", []),
        ("command: [sh]", []),
        ("command: [sh, -c, 'if a; then java -jar b; fi']", []),
        ("command: [exec]", []),
        ("command: []", []),
        ("image: a", []),
        ("a", []),
    ],
)
def test_a_container_runs(text: str, commands: list[tuple[str, list[str]]]) -> None:
    assert told(text) == commands


@pytest.mark.parametrize(
    ("text", "commands"),
    [
        ("command: java -jar a && b", [("java", ["-jar", "a"]), ("b", [])]),
        ("{entrypoint: exec java -jar a, command: [--b=c]}", [("java", ["-jar", "a"])]),
        ("{entrypoint: [java, -jar, a], command: [--b=c]}", [("java", ["-jar", "a", "--b=c"])]),
        ("command: 'a | b'", []),
    ],
)
def test_a_text_of_a_dockerfile_is_a_script(text: str, commands: list[tuple[str, list[str]]]) -> None:
    assert told(text, has_shell=True) == commands
