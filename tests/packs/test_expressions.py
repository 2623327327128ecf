from __future__ import annotations

import pytest
from tests.nodes import at_pointer

from reglint.documents.node import Node
from reglint.documents.yaml import read_yaml
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.place import Place
from reglint.model.schema import ObjectType, ScalarType
from reglint.packs.expressions import read_expression
from reglint.packs.scalar_places import offset_place

SCALARS = [
    ("plain", "assert: a.b > c\n", (1, 9 + 6)),
    ("in double quotes", 'assert: "a.b > c"\n', (1, 10 + 6)),
    ("in single quotes", "assert: 'a.b > c'\n", (1, 10 + 6)),
    ("with an escape before the spot", 'assert: "a\\x2eb > c"\n', (1, 9)),
    ("with a doubled quote", "assert: 'a[''b''] > c'\n", (1, 9)),
    ("with one doubled quote", "assert: '''a.b > c'\n", (1, 9)),
    ("folded", "assert: >-\n  a.b\n  > c\n", (2, 3)),
    ("folded on one line", "assert: >-\n  a.b > c\n", (2, 3 + 6)),
    ("plain over two lines", "assert: a.b\n  > c\n", (1, 9)),
    ("after a tab and a comment", "# 注释\nassert:\t a.b > c # 说明\n", (2, 10 + 6)),
]


def _scalar(text: str) -> Node:
    (root,) = read_yaml(text, "rules.yaml").roots
    node = at_pointer(root, "/assert")
    assert node is not None
    return node


@pytest.mark.parametrize(("text", "spot"), [row[1:] for row in SCALARS], ids=[row[0] for row in SCALARS])
def test_without_the_text_an_offset_is_exact_where_the_value_is_written_as_it_is(
    text: str, spot: tuple[int, int]
) -> None:
    place = offset_place(_scalar(text), "rules.yaml", 6)
    assert (place.line, place.column) == spot


def test_the_place_of_an_offset_is_in_the_file() -> None:
    assert offset_place(_scalar("assert: a == b"), "rules.yaml", 2) == Place("rules.yaml", 1, 11, "/assert")


WRITTEN = [
    ("plain", "assert: a.b > c\n"),
    ("in double quotes", 'assert: "a.b > c"\n'),
    ("with an escape before the spot", 'assert: "a\\x2eb > c"\n'),
    ("with an escaped blank", 'assert: "a.b\\t\\x20\\_> c"\n'),
    ("with an escaped line end", 'assert: "a.b \\\n    > c"\n'),
    ("with escaped quotes", 'assert: "\\"a.b\\" > c"\n'),
    ("with a doubled quote", "assert: 'a[''b''] > c'\n"),
    ("a text in quotes in a block", "assert: >-\n  'a.b' > c\n"),
    ("folded", "assert: >-\n  a.b\n  > c\n"),
    ("folded with blank lines", "assert: >-\n\n  a.b\n\n\n  > c\n"),
    ("literal", "assert: |\n  a.b\n    > c\nnext: 1\n"),
    ("plain over two lines", "assert: a.b\n  > c\n"),
    ("in quotes over two lines", "assert: 'a.b\n\n  > c'\n"),
    ("with a byte order mark", "\ufeffassert: >-\n  a.b\n  > c\n"),
    ("with carriage returns", "assert: >-\r\n  a.b\r\n  > c\r\n"),
]


@pytest.mark.parametrize("text", [row[1] for row in WRITTEN], ids=[row[0] for row in WRITTEN])
def test_with_the_text_an_offset_is_exact_in_every_scalar(text: str) -> None:
    scalar = _scalar(text)
    place = offset_place(scalar, "rules.yaml", scalar.text.index(">"), text=text)
    line = text.removeprefix("\ufeff").splitlines()[place.line - 1]
    assert (line[place.column - 1 : place.column + 2], place.pointer) == ("> c", "/assert")


def test_the_end_of_an_expression_is_after_its_last_character() -> None:
    text = "assert: >-\n  a.b\n  > c\n"
    assert offset_place(_scalar(text), "rules.yaml", 7, text=text) == Place("rules.yaml", 3, 6, "/assert")


def test_a_scalar_of_blanks_alone_is_its_own_place() -> None:
    text = 'assert: "\\t"\n'
    assert offset_place(_scalar(text), "rules.yaml", 1, text=text) == Place("rules.yaml", 1, 9, "/assert")


def test_an_expression_without_a_fault_is_read_with_its_warnings() -> None:
    text = "assert: >-\n  1 > 2\n  || 3 > 2\n"
    expression, said = read_expression(_scalar(text), "rules.yaml", ObjectType({}), text=text)
    message = "1 > 2 || 3 > 2 is always true; write a condition on a fact."
    warning = Diagnostic("always", message, "rules.yaml", 2, 3, level=Level.WARNING)
    assert (expression is None, said) == (False, (warning,))


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("a.name.contains('')", 'a.name.contains("") is always true: every text has ""; write a longer one.'),
        ("a > 'b'", "Cannot compare object > string; write one of its fields, such as a.name > …"),
        ("a.naem == ''", 'Unknown fact "a.naem"; did you mean "a.name"?'),
    ],
)
def test_a_message_starts_with_a_capital_or_with_a_name_as_it_is(source: str, message: str) -> None:
    schema = ObjectType({"a": ObjectType({"name": ScalarType("string")})})
    _, (said,) = read_expression(_scalar(f"assert: {source}"), "rules.yaml", schema)
    assert said.message == message


def test_every_fault_of_an_expression_has_its_own_place() -> None:
    text = "assert: >-\n  loging.x\n  && mont(6) > 1\n"
    expression, said = read_expression(
        _scalar(text), "rules.yaml", ObjectType({"logging": ObjectType({})}), text=text
    )
    places = [(fault.code, fault.line, fault.column) for fault in said]
    assert (expression, places) == (None, [("unknown-fact", 2, 3), ("expression", 3, 6)])


def test_a_fault_of_grammar_is_at_its_place() -> None:
    text = "assert: >-\n  a\n  = b\n"
    expression, said = read_expression(_scalar(text), "rules.yaml", ObjectType({}), text=text)
    fault = Diagnostic("expression", "= is no operator; write ==", "rules.yaml", 3, 3)
    assert (expression, said) == (None, (fault,))


@pytest.mark.parametrize("value", ["true", "3"])
def test_what_yaml_reads_as_another_value_is_read_as_it_is_written(value: str) -> None:
    expression, said = read_expression(_scalar(f"assert: {value}"), "rules.yaml", ObjectType({}))
    assert (expression is None, len(said)) == (value == "3", 1)
