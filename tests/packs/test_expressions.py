from __future__ import annotations

import pytest

from reglint.documents.lookup import at_pointer
from reglint.documents.node import Node
from reglint.documents.yaml import read_yaml
from reglint.model.place import Place
from reglint.packs.expressions import offset_place

SCALARS = [
    ("plain", "assert: a.b > c\n", (1, 9 + 6)),
    ("in double quotes", 'assert: "a.b > c"\n', (1, 10 + 6)),
    ("in single quotes", "assert: 'a.b > c'\n", (1, 10 + 6)),
    ("with an escape before the spot", 'assert: "a\\x2eb > c"\n', (1, 9)),
    ("with a doubled quote", "assert: 'a[''b''] > c'\n", (1, 9)),
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
def test_an_offset_is_placed_exactly_where_the_value_is_written_as_it_is(
    text: str, spot: tuple[int, int]
) -> None:
    place = offset_place(_scalar(text), "rules.yaml", 6)
    assert (place.line, place.column) == spot


def test_the_place_of_an_offset_is_in_the_file() -> None:
    assert offset_place(_scalar("assert: a == b"), "rules.yaml", 2) == Place("rules.yaml", 1, 11, "/assert")
