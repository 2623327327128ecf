from __future__ import annotations

import pytest
from tests.nodes import at_pointer

from reglint.documents.lookup import plain
from reglint.documents.yaml_filtered import read_filtered_yaml


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a: @project.version@", {"a": "@project.version@"}),
        ("a:\n  @profiles.active@", {"a": "@profiles.active@"}),
        ("a: [@b@, @c-d@]", {"a": ["@b@", "@c-d@"]}),
        ("a: {b: @c@}", {"a": {"b": "@c@"}}),
        ("- @a@", ["@a@"]),
        ("@a@: 1", {"@a@": 1}),
        ("@a@", "@a@"),
        ("a: x@y@z", {"a": "x@y@z"}),
        ("a: '@b@ c'", {"a": "@b@ c"}),
        ("a: no # @b@", {"a": False}),
        ("a: |\n  @b@\n", {"a": "@b@\n"}),
    ],
)
def test_what_maven_fills_in_is_text(text: str, wanted: object) -> None:
    reading = read_filtered_yaml(text, "f")
    assert ([plain(root) for root in reading.roots], reading.diagnostics) == ([wanted], ())


def test_no_place_is_shifted() -> None:
    root = read_filtered_yaml("a: @b.c@\n@d@:\n  e: f\n", "f").roots[0]
    nodes = [at_pointer(root, pointer) for pointer in ("/a", "/@d@/e")]
    assert [node and (node.text, str(node.place()), node.pointer) for node in nodes] == [
        ("@b.c@", "f:1:4", "/a"),
        ("f", "f:3:6", "/@d@/e"),
    ]


@pytest.mark.parametrize("text", ["a: @b", "a: @ b @", "a: `b`"])
def test_other_reserved_signs_are_refused(text: str) -> None:
    assert read_filtered_yaml(text, "f").roots == ()


def test_a_fault_is_told_in_the_words_of_the_file() -> None:
    (fault,) = read_filtered_yaml("@a@: 1\n@a@: 2\n", "f").diagnostics
    assert (fault.message, fault.line) == ('"@a@" stands twice in this mapping, first in line 1.', 2)


def test_a_text_with_the_stand_in_is_read_as_it_is() -> None:
    assert [plain(root) for root in read_filtered_yaml("a: \ue000b", "f").roots] == [{"a": "\ue000b"}]
    assert read_filtered_yaml("a: \ue000b\nc: @d@", "f").roots == ()
