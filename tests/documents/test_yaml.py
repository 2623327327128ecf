"""YAML → nodes: structure, places, aliases, merge keys, tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.nodes import at_pointer

from reglint.documents.lookup import plain, walk
from reglint.documents.yaml import read_yaml

if TYPE_CHECKING:
    from reglint.documents.node import Node


def _root(text: str) -> Node:
    (root,) = read_yaml(text, "f.yaml").roots
    return root


def _places(text: str) -> dict[str, tuple[int, int, int, int]]:
    """For each pointer the place of the key, then that of the value."""
    nodes = (node for _, node in walk(_root(text)))
    return {node.pointer: (node.key_line, node.key_column, node.line, node.column) for node in nodes}


PLACES = {
    "block mapping": ("a:\n  b: x\n", {"": (1, 1, 1, 1), "/a": (1, 1, 2, 3), "/a/b": (2, 3, 2, 6)}),
    "sequence": ("- x\n- y\n", {"": (1, 1, 1, 1), "/0": (1, 3, 1, 3), "/1": (2, 3, 2, 3)}),
    "flow": (
        "{a: [1, 2]}",
        {"": (1, 1, 1, 1), "/a": (1, 2, 1, 5), "/a/0": (1, 6, 1, 6), "/a/1": (1, 9, 1, 9)},
    ),
    "key without a value": ("a:\nb: 1", {"": (1, 1, 1, 1), "/a": (1, 1, 1, 3), "/b": (2, 1, 2, 4)}),
    "quoted": ("'a': \"b\"", {"": (1, 1, 1, 1), "/a": (1, 1, 1, 6)}),
    "block scalar": ("a: |\n  x\n", {"": (1, 1, 1, 1), "/a": (1, 1, 2, 3)}),
    "anchor and tag": ("a: &b !c\n  d", {"": (1, 1, 1, 1), "/a": (1, 1, 2, 3)}),
    "astral character": ("😀: {😀: x}", {"": (1, 1, 1, 1), "/😀": (1, 1, 1, 4), "/😀/😀": (1, 5, 1, 8)}),
    "lines of Windows": ("a: 1\r\nb: 2", {"": (1, 1, 1, 1), "/a": (1, 1, 1, 4), "/b": (2, 1, 2, 4)}),
    "lines of old Macs": ("a: 1\rb: 2", {"": (1, 1, 1, 1), "/a": (1, 1, 1, 4), "/b": (2, 1, 2, 4)}),
    "byte order mark": ("\ufeffa: 1", {"": (1, 1, 1, 1), "/a": (1, 1, 1, 4)}),
    "tab before a value": ("a:\t1", {"": (1, 1, 1, 1), "/a": (1, 1, 1, 4)}),
}


@pytest.mark.parametrize(("text", "places"), PLACES.values(), ids=PLACES)
def test_every_key_and_value_has_its_place(text: str, places: dict[str, tuple[int, int, int, int]]) -> None:
    assert _places(text) == places


ENDS = {
    "plain": ("a: word", (1, 8, 0)),
    "quoted": ('a: "word"', (1, 10, 0)),
    "block scalar": ("a: |\n  one\n  two\n\nb: 1", (3, 6, 9)),
    "quoted over two lines": ('a: "one\n  two"\n', (2, 7, 11)),
    "flow sequence": ("a: [x,\n  y]", (2, 5, 8)),
    "block mapping": ("a:\n  b: 1\n  c: 2\nd: 3", (3, 7, 11)),
}


@pytest.mark.parametrize(("text", "end"), ENDS.values(), ids=ENDS)
def test_a_value_ends_after_its_last_character(text: str, end: tuple[int, int, int]) -> None:
    node = at_pointer(_root(text), "/a")
    assert node is not None
    assert (node.end_line, node.end_column, node.length) == end


@pytest.mark.parametrize("text", ["", "# nothing\n", "\ufeff", "---\n", "\n\n"])
def test_an_empty_text_is_one_null(text: str) -> None:
    assert [plain(root) for root in read_yaml(text, "f").roots] == [None]


def test_several_documents_are_several_roots() -> None:
    assert [plain(root) for root in read_yaml("a: 1\n---\n- b\n...\n---\n", "f").roots] == [
        {"a": 1},
        ["b"],
        None,
    ]


VALUES = {
    "keys are text as written": (
        "1: a\ntrue: b\n~: c\n1.0: d",
        {"1": "a", "true": "b", "~": "c", "1.0": "d"},
    ),
    "alias": ("a: &x [1, {b: 2}]\nc: *x", {"a": [1, {"b": 2}], "c": [1, {"b": 2}]}),
    "alias as a key": ("&x a: 1\nb: {*x : 2}", {"a": 1, "b": {"a": 2}}),
    "anchor that is used again": ("a: &x 1\nb: &x 2\nc: *x", {"a": 1, "b": 2, "c": 2}),
    "merge": ("a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}", {"a": {"b": 1, "c": 2}, "d": {"b": 1, "c": 3}}),
    "merge after the key": ("a: {c: 3, <<: {c: 1}}", {"a": {"c": 3}}),
    "merge of a list": ("a: {<<: [{b: 1}, {b: 2, c: 2}]}", {"a": {"b": 1, "c": 2}}),
    "quoted << is a key": ("'<<': 1", {"<<": 1}),
    "tag of a product": ("a: !Ref b\nc: !Sub {d: 1}", {"a": "b", "c": {"d": 1}}),
    "tagged number is text": ("a: !vault 123", {"a": "123"}),
    "template in quotes": ('a: "{{ b }}"', {"a": "{{ b }}"}),
    "placeholder": ("a: ${B:c}", {"a": "${B:c}"}),
}


@pytest.mark.parametrize(("text", "value"), VALUES.values(), ids=VALUES)
def test_a_text_says_these_values(text: str, value: object) -> None:
    assert plain(_root(text)) == value


def test_an_alias_has_the_key_where_it_is_used_and_the_value_where_it_is_written() -> None:
    assert _places("a: &x\n  b: 1\nc: *x") == {
        "": (1, 1, 1, 1),
        "/a": (1, 1, 2, 3),
        "/a/b": (2, 3, 2, 6),
        "/c": (3, 1, 2, 3),
        "/c/b": (2, 3, 2, 6),
    }


def test_text_keeps_what_types_lose() -> None:
    nodes = _root("[0123, 1.10, yes, ~, '007', 12345678901234567890]").value
    assert isinstance(nodes, tuple)
    assert [node.text for node in nodes] == ["0123", "1.10", "yes", "~", "007", "12345678901234567890"]


def test_a_tag_of_a_product_is_noted_once() -> None:
    notes = read_yaml("- !Ref a\n- !Ref b", "f.yaml").diagnostics
    assert [str(note) for note in notes] == [
        "f.yaml:1:3: note[yaml-tag] !Ref is the tag of some product; what it marks is read as it is written."
    ]
