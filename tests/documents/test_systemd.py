"""systemd's units → nodes."""

from __future__ import annotations

import pytest
from tests.nodes import at_pointer

from reglint.documents.lookup import plain
from reglint.documents.systemd import read_systemd

VALUES = {
    "nothing": ("# a\n; b\n", {}),
    "setting": ("[Service]\nUser=app", {"Service": {"User": ["app"]}}),
    "blanks": ("[A]\nB = c d ", {"A": {"B": ["c d"]}}),
    "several": ("[A]\nB=1\nB=\nB=2", {"A": {"B": ["1", "", "2"]}}),
    "quotes": ("[A]\nB=\"c d\" 'e'", {"A": {"B": ["\"c d\" 'e'"]}}),
    "no comment": ("[A]\nB=c # d ; e", {"A": {"B": ["c # d ; e"]}}),
    "equals": ("[A]\nB=C=d", {"A": {"B": ["C=d"]}}),
    "continued": ("[A]\nB=c \\\n# d\n  e\\\n f\nG=h", {"A": {"B": ["c e f"], "G": ["h"]}}),
    "continued past the end": ("[A]\nB=c\\", {"A": {"B": ["c"]}}),
    "before the first section": ("A=b", {"": {"A": ["b"]}}),
}


@pytest.mark.parametrize(("text", "value"), VALUES.values(), ids=VALUES)
def test_a_text_says_these_values(text: str, value: object) -> None:
    reading = read_systemd(text, "f")
    assert ([plain(root) for root in reading.roots], reading.diagnostics) == ([value], ())


PLACES = {
    "section": ("/A", (1, 1), (1, 1, 4, 3)),
    "continued": ("/A/B/0", (2, 1), (2, 5, 3, 4)),
    "no value": ("/A/D/0", (4, 1), (4, 3, 4, 3)),
}


@pytest.mark.parametrize(("pointer", "key", "span"), PLACES.values(), ids=PLACES)
def test_everything_has_its_place(
    pointer: str, key: tuple[int, int], span: tuple[int, int, int, int]
) -> None:
    (root,) = read_systemd("[A]\nB = b\\\n  c\nD=\n", "f").roots
    node = at_pointer(root, pointer)
    assert node is not None
    assert (node.key_line, node.key_column) == key
    assert (node.line, node.column, node.end_line, node.end_column) == span


REFUSED = {
    "no sign": ("[A]\nB", (2, 1), '"=" is expected here. Write Name=value.'),
    "no name": ("[A]\n=b", (2, 1), '"=" is expected here. Write Name=value.'),
    "no end of a header": ("[A", (1, 1), "this [ has no ]."),
}


@pytest.mark.parametrize(("text", "where", "message"), REFUSED.values(), ids=REFUSED)
def test_a_text_is_refused_with_its_place(text: str, where: tuple[int, int], message: str) -> None:
    reading = read_systemd(text, "f")
    place = f"f:{where[0]}:{where[1]}"
    assert (reading.roots, [str(one) for one in reading.diagnostics]) == (
        (),
        [f"{place}: error[systemd-syntax] No unit of systemd: {message}"],
    )
