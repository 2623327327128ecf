from __future__ import annotations

import pytest

from reglint.documents.yaml import read_yaml
from reglint.facts.convert.context import Context, Converted, not_set, notes, unresolved
from reglint.facts.placeholder import Resolved
from reglint.facts.tree import plant
from reglint.model.fact import Unknown
from reglint.model.verdict import Reason


def test_what_cannot_be_told_is_unresolved_with_its_reason() -> None:
    assert unresolved(None, "why") == Converted(Unknown(Reason.UNRESOLVED, "why"))


@pytest.mark.parametrize(
    ("names", "wanted"),
    [(("A",), "A is not set in the file"), (("A", "B"), "A and B are not set in the file")],
)
def test_open_placeholders_are_named(names: tuple[str, ...], wanted: str) -> None:
    assert not_set(Resolved("", open=names)) == wanted


def test_notes_are_joined_and_empty_ones_left_out() -> None:
    assert notes("a", "", "b") == "a; b"
    assert notes("", "") == ""


def test_a_context_reads_placeholders_in_its_own_style() -> None:
    root = read_yaml("a", "f").roots[0]
    context = Context(plant(root), root, {"x": "1"}.get, "shell")
    assert context.resolve("${x} ${y-2}") == Resolved("1 2", ("y",))
