from __future__ import annotations

import pytest
from tests.nodes import at_pointer

from reglint.documents.yaml import read_yaml
from reglint.facts.convert.part import part_of


@pytest.mark.parametrize(
    ("text", "start", "end", "wanted"),
    [
        ("k: abc def", 4, 7, ("def", 1, 8, 3)),
        ("k: 'abc def'", 4, 7, ("def", 1, 9, 3)),
        ('k: "abc def"', 0, 3, ("abc", 1, 5, 3)),
        ("k: '密码 def'", 3, 6, ("def", 1, 8, 3)),
        ('k: "a\\u0062c def"', 4, 7, ("def", 1, 4, 14)),
        ("k: it''s", 0, 2, ("it", 1, 4, 2)),
        ("k: abc\n  def", 4, 7, ("def", 1, 4, 9)),
        ("k: >\n  abc\n  def\n", 4, 7, ("def", 2, 3, 9)),
        ("k: abc", 3, 3, ("", 1, 7, 0)),
    ],
)
def test_a_part_has_its_own_place_where_that_can_be_told(
    text: str, start: int, end: int, wanted: tuple[str, int, int, int]
) -> None:
    node = at_pointer(read_yaml(text, "f").roots[0], "/k")
    assert node is not None
    part = part_of(node, start, end)
    place = part.place()
    assert (part.text, place.line, place.column, place.length) == wanted
