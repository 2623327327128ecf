"""PostgreSQL's configuration → nodes."""

from __future__ import annotations

import pytest
from tests.nodes import at_pointer

from reglint.documents.lookup import plain
from reglint.documents.postgresql import read_postgresql

VALUES = {
    "nothing": ("# ssl = on\n", {}),
    "parameter": ("ssl = on", {"ssl": ["on"]}),
    "no sign": ("ssl on\nport=5432", {"ssl": ["on"], "port": ["5432"]}),
    "any case": ("SSL = on", {"ssl": ["on"]}),
    "comment": ("ssl = on # a\nport = 1#b", {"ssl": ["on"], "port": ["1"]}),
    "units": (
        "a = 128MB\nb = -1\nc = 1.5e3\nd = 0x1F",
        {"a": ["128MB"], "b": ["-1"], "c": ["1.5e3"], "d": ["0x1F"]},
    ),
    "quotes": ("a = '*'\nb = '# c'\nd = ''", {"a": ["*"], "b": ["# c"], "d": [""]}),
    "doubled quotes": ("a = 'b''c'''", {"a": ["b'c'"]}),
    "escapes": (r"a = 'b\'c\\\n\101\q'", {"a": ["b'c\\\nAq"]}),
    "of an extension": ("a.b = c", {"a.b": ["c"]}),
    "twice": ("a = 1\na = 2", {"a": ["1", "2"]}),
    "include": ("include 'a.conf'\ninclude_dir = 'b'", {"include": ["a.conf"], "include_dir": ["b"]}),
}


@pytest.mark.parametrize(("text", "value"), VALUES.values(), ids=VALUES)
def test_a_text_says_these_values(text: str, value: object) -> None:
    reading = read_postgresql(text, "f")
    assert ([plain(root) for root in reading.roots], reading.diagnostics) == ([value], ())


def test_everything_has_its_place() -> None:
    (root,) = read_postgresql("# a\n b  = 'c' # d\n", "f").roots
    node = at_pointer(root, "/b/0")
    assert node is not None
    assert (node.key_line, node.key_column) == (2, 2)
    assert (node.line, node.column, node.end_line, node.end_column) == (2, 7, 2, 10)


CHARACTERS = "Put a value with other characters than letters, digits and _ - . : / into single quotes."
REFUSED = {
    "no name": ("= on", (1, 1), "a parameter's name is expected here."),
    "no value": ("ssl =", (1, 6), "a value is expected here. Write ssl = 'value'."),
    "no end of quotes": ("a = 'b", (1, 5), "a value is expected here. Write a = 'value'."),
    "two values": ("a = b c", (1, 6), f"the value goes on where it should end. {CHARACTERS}"),
    "star": ("a = b*", (1, 6), f"the value goes on where it should end. {CHARACTERS}"),
}


@pytest.mark.parametrize(("text", "where", "message"), REFUSED.values(), ids=REFUSED)
def test_a_text_is_refused_with_its_place(text: str, where: tuple[int, int], message: str) -> None:
    reading = read_postgresql(text, "f")
    place = f"f:{where[0]}:{where[1]}"
    assert (reading.roots, [str(one) for one in reading.diagnostics]) == (
        (),
        [f"{place}: error[postgresql-syntax] No configuration of PostgreSQL: {message}"],
    )


def test_a_template_is_called_one() -> None:
    (said,) = read_postgresql("{% if a %}", "f").diagnostics
    assert said.code == "postgresql-template"
