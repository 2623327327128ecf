"""Finding one's way in a tree of nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reglint.documents.lookup import nearest, plain, walk
from reglint.documents.yaml import read_yaml
from reglint.model.place import Place

if TYPE_CHECKING:
    from reglint.documents.node import Node

TEXT = """\
a:
  b/c: [1, {d~: 2}]
  e:
"""


@pytest.fixture
def root() -> Node:
    (root,) = read_yaml(TEXT, "f").roots
    return root


@pytest.mark.parametrize("pointer", ["", "/a", "/a/b~1c", "/a/b~1c/0", "/a/b~1c/1/d~0", "/a/e"])
def test_a_pointer_leads_to_its_node(root: Node, pointer: str) -> None:
    assert nearest(root, pointer).pointer == pointer


NOWHERE = ["/b", "/a/b~1c/2", "/a/b~1c/-1", "/a/b~1c/x", "/a/e/f", "/a/b~1c/0/x", "/a/b~1c/9999999999"]


@pytest.mark.parametrize("pointer", NOWHERE)
def test_a_pointer_to_nothing_leads_to_an_ancestor(root: Node, pointer: str) -> None:
    found = nearest(root, pointer).pointer
    assert (pointer.startswith(found), found != pointer) == (True, True)


def test_a_text_that_is_no_pointer_is_an_error(root: Node) -> None:
    with pytest.raises(ValueError, match='"a" is no JSON Pointer; write "/a"'):
        nearest(root, "a")


ABSENT = {
    "/a/b~1c/1/x": Place("f", 2, 12, "/a/b~1c/1"),
    "/a/x/y": Place("f", 1, 1, "/a"),
    "/x": Place("f", 1, 1, ""),
}


@pytest.mark.parametrize(("pointer", "place"), ABSENT.items())
def test_an_absent_key_is_at_the_key_of_its_nearest_ancestor(root: Node, pointer: str, place: Place) -> None:
    assert nearest(root, pointer).key_place("f") == place


def test_plain_gives_dicts_and_lists(root: Node) -> None:
    assert plain(root) == {"a": {"b/c": [1, {"d~": 2}], "e": None}}


def test_walk_gives_parents_before_children(root: Node) -> None:
    assert [path for path, _ in walk(root)] == [
        (),
        ("a",),
        ("a", "b/c"),
        ("a", "b/c", 0),
        ("a", "b/c", 1),
        ("a", "b/c", 1, "d~"),
        ("a", "e"),
    ]
