"""Settings of Spring's as JSON in a variable."""

from __future__ import annotations

import pytest
from tests.nodes import at_pointer

from reglint.documents.lookup import plain, walk
from reglint.documents.node import Node
from reglint.documents.yaml import read_yaml
from reglint.facts.spring_json import spring_json


def holder(text: str) -> Node:
    held = at_pointer(read_yaml(text, "f").roots[0], "/A")
    assert held is not None
    return held


def test_a_document_is_read_with_its_places() -> None:
    root = spring_json(holder("""A: '{"a": {"b.c": ["d", 1]}}'"""))
    assert root is not None
    assert plain(root) == {"a": {"b.c": ["d", 1]}}
    leaves = [(one.text, one.line, one.column, one.end_column) for _, one in walk(root) if one.text]
    assert leaves == [("d", 1, 20, 23), ("1", 1, 25, 26)]


def test_where_it_is_written_otherwise_all_has_the_place_of_the_whole() -> None:
    root = spring_json(holder('A: "{\\"a\\": \\"b\\"}"'))
    assert root is not None
    assert [(one.text, one.column) for _, one in walk(root) if one.text] == [("b", 4)]


def test_a_text_of_several_lines_is_read() -> None:
    root = spring_json(holder('A: |\n  {"a":\n   "b"}\n'))
    assert plain(root) == {"a": "b"} if root is not None else False


@pytest.mark.parametrize("text", ["A: '{a'", "A: '[1]'", "A: ''", "A: '${JSON}'"])
def test_what_is_no_such_document_says_nothing(text: str) -> None:
    assert spring_json(holder(text)) is None
