"""The words of a text and the commands of a script."""

from __future__ import annotations

import pytest
from tests.nodes import at_pointer

from reglint.documents.node import Node
from reglint.documents.yaml import read_yaml
from reglint.facts.command_words import commands_in, words_in


def node(text: str) -> Node:
    return Node(text, 1, 1, 1, 1, 1, 1 + len(text), text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("java -jar a.jar", ["java", "-jar", "a.jar"]),
        ("""java -Da="b c" '--d=e f' g\\ h""", ["java", "-Da=b c", "--d=e f", "g h"]),
        ("a && b", ["a", "&&", "b"]),
        ('"a \\" b" "\\c"', ['a " b', "\\c"]),
        ("", []),
        ("a 'b", ["a", "b"]),
    ],
)
def test_a_text_is_split_as_a_shell_would(text: str, words: list[str]) -> None:
    assert [one.text for one in words_in(node(text))] == words


def test_a_word_has_its_own_place() -> None:
    held = at_pointer(read_yaml('a: "java -Db=c"', "f").roots[0], "/a")
    assert held is not None
    assert [(one.column, one.end_column) for one in words_in(held)] == [(5, 9), (10, 15)]


def test_the_place_of_a_quoted_word_is_that_of_what_it_quotes() -> None:
    assert [(one.column, one.end_column) for one in words_in(node("a 'b c' \"d\""))] == [
        (1, 2),
        (4, 7),
        (10, 11),
    ]


@pytest.mark.parametrize(
    ("script", "commands"),
    [
        ("java -jar a.jar", [["java", "-jar", "a.jar"]]),
        (
            "set -e; wait db && exec java $JAVA_OPTS",
            [["set", "-e"], ["wait", "db"], ["exec", "java", "${JAVA_OPTS}"]],
        ),
        ("a ${B} $$C 'd;e' > /dev/null 2>&1 &\nb # c | d\n", [["a", "${B}", "${C}", "d;e"], ["b"]]),
        ("a \\\n b", [["a", "b"]]),
        ("a | b", []),
        ("a || b", []),
        ("(a; b)", []),
        ("{ a; }", []),
        ("a $(b)", []),
        ('a "$(b)"', []),
        ("a `b`", []),
        ('a "`b`"', []),
        ("a << B\nc\nB", []),
        ("if a; then b; fi", []),
        ("while a; do b; done", []),
        ("! a", []),
        ("eval a", []),
        ("a 'b", []),
        ("", []),
    ],
)
def test_a_script_is_read_as_far_as_it_is_certain(script: str, commands: list[list[str]]) -> None:
    assert [[word.text for word in one] for one in commands_in(node(script))] == commands
