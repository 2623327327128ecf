from __future__ import annotations

import pytest

from reglint.documents.yaml import read_yaml
from reglint.law.validate import locator, member
from reglint.model.place import Place

(ROOT,) = read_yaml("a:\n  - b: 1\n", "x.yaml").roots
PLACES = [
    ("a value", "/a/0/b", Place("x.yaml", 2, 8, "/a/0/b", 1)),
    ("what holds others", "/a", Place("x.yaml", 1, 1, "/a")),
    ("nothing, in a list", "/a/7", Place("x.yaml", 1, 1, "/a")),
    ("nothing, in a mapping", "/a/0/c/d", Place("x.yaml", 2, 5, "/a/0")),
]


@pytest.mark.parametrize(("pointer", "place"), [row[1:] for row in PLACES], ids=[row[0] for row in PLACES])
def test_what_is_absent_is_at_its_nearest_ancestor(pointer: str, place: Place) -> None:
    assert locator(ROOT, "x.yaml")(pointer) == place


def test_a_member_is_found_by_key_or_position() -> None:
    assert member(member(member(ROOT, "a"), 0), "b").value == 1


@pytest.mark.parametrize("step", ["b", 0])
def test_no_member_is_a_fault_of_whoever_asks(step: str | int) -> None:
    with pytest.raises(KeyError):
        member(ROOT, step)
