"""Options of a Java program, from its command line and the variables that hold more of them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from reglint.documents.node import Node
from reglint.facts.command_words import words_in
from reglint.facts.container_commands import Command
from reglint.facts.java_options import java_options


def node(text: str) -> Node:
    return Node(text, 1, 1, 1, 1, 1, 1 + len(text), text)


def command(text: str) -> Command:
    program, *words = words_in(node(text))
    return Command(program.text, tuple(words))


def texts(options: Mapping[str, Node]) -> dict[str, str]:
    return {name: one.text for name, one in options.items()}


def told(
    text: str, variables: Mapping[str, str] | None = None
) -> tuple[list[dict[str, str]], dict[str, str]]:
    known = {name: node(one) for name, one in (variables or {}).items()}
    commands = [command(one) for one in text.split(" ; ") if one]
    made = java_options(commands, known)
    return [texts(one) for one in made.properties], texts(made.arguments)


@pytest.mark.parametrize(
    ("text", "properties", "arguments"),
    [
        ("java -Da.b=c -jar x.jar --d.e=f", {"a.b": "c"}, {"d.e": "f"}),
        ("java -Da=b -Da=c -cp x Main --d --e=f=g h", {"a": "c"}, {"d": "", "e": "f=g"}),
        ("java -jar x.jar -Da=b -e=f", {}, {}),
        ("java -jar x.jar -- --d=e", {}, {}),
        ("java -jar x.jar --d=e -- --d=f", {}, {"d": "e"}),
        ("java -jar x.jar --d=e --d=f", {}, {"d": "e,f"}),
        ("java --d=e -jar x.jar", {}, {}),
        ("java --add-opens java.base/java.lang=ALL-UNNAMED -Da=b -m x/Main --d=e", {"a": "b"}, {"d": "e"}),
        ("java -Da", {}, {}),
        ("java -Xmx1g @args -Da=b", {"a": "b"}, {}),
        ("python x.py --spring.a=b -Dc=d", {}, {}),
        ("java -jar a.jar --b=c ; java -jar d.jar --e=f", {}, {}),
        ("wait db --spring.a=b ; java -jar a.jar --c=d", {}, {"c": "d"}),
        ("", {}, {}),
    ],
)
def test_the_options_of_a_command_line(text: str, properties: object, arguments: object) -> None:
    assert told(text) == ([properties], arguments)


def test_of_an_unknown_program_only_names_of_spring_count() -> None:
    words = words_in(node("--spring.a=b --server.port=80 --db.host=c --logging.x=d -- --spring.e=f"))
    made = java_options([Command("", words)], {})
    assert texts(made.arguments) == {"spring.a": "b", "server.port": "80", "logging.x": "d"}


@pytest.mark.parametrize(
    ("text", "variables", "properties"),
    [
        ("", {"JAVA_OPTS": "-Da=b", "OPTS": "-Dc=d"}, [{"a": "b"}]),
        ("", {"JAVA_TOOL_OPTIONS": "-Da=b", "JDK_JAVA_OPTIONS": "-Da=c"}, [{"a": "c"}]),
        ("java -Da=d -jar x", {"JDK_JAVA_OPTIONS": "-Da=c"}, [{"a": "d"}]),
        ("java -Da=d -jar x", {"_JAVA_OPTIONS": "-Da=c"}, [{"a": "c"}]),
        ("java -Da=d -jar x", {"JAVA_OPTS": "-Da=d -De='f g'"}, [{"a": "d", "e": "f g"}]),
        ("java -Da=d -jar x", {"JAVA_OPTS": "-Da=c"}, [{"a": "d"}, {"a": "c"}]),
        ("java ${JAVA_OPTS} -Da=d -jar x", {"JAVA_OPTS": "-Da=c -Db=c"}, [{"a": "d", "b": "c"}]),
        ("java -Da=d ${JAVA_OPTS} -jar x", {"JAVA_OPTS": "-Da=c"}, [{"a": "c"}]),
        ("java ${OTHER} -Da=d -jar x", {}, [{"a": "d"}]),
        ("", {"JAVA_OPTS": "--spring.a=b"}, [{}]),
    ],
)
def test_variables_hold_more_of_them(text: str, variables: dict[str, str], properties: object) -> None:
    assert told(text, variables)[0] == properties


def test_a_value_has_its_own_place_and_its_option_is_the_key() -> None:
    (value,) = java_options([command("java -jar x --ab=c")], {}).arguments.values()
    assert (value.column, value.end_column, value.key_column, value.pointer) == (18, 19, 13, "/ab")
