"""TOML → nodes: values from tomli, places from the text."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reglint.documents.lookup import plain, walk
from reglint.documents.toml import read_toml

PLACES = {
    "pair": ("a = 1", {"/a": (1, 1, 1, 5)}),
    "dotted key": ("a.b = 1", {"/a": (1, 1, 1, 1), "/a/b": (1, 3, 1, 7)}),
    "quoted key": ('"a.b" = 1', {"/a.b": (1, 1, 1, 9)}),
    "table": ("[a]\nb = 1", {"/a": (1, 2, 1, 1), "/a/b": (2, 1, 2, 5)}),
    "table in a table": ("[a.b]\nc = 1", {"/a": (1, 2, 1, 1), "/a/b": (1, 4, 1, 1), "/a/b/c": (2, 1, 2, 5)}),
    "array of tables": (
        "[[a]]\nb = 1\n[[a]]\nb = 2\n",
        {
            "/a": (1, 3, 1, 1),
            "/a/0": (1, 1, 1, 1),
            "/a/0/b": (2, 1, 2, 5),
            "/a/1": (3, 1, 3, 1),
            "/a/1/b": (4, 1, 4, 5),
        },
    ),
    "table in an array of tables": (
        "[[a]]\n[a.b]\nc = 1",
        {"/a": (1, 3, 1, 1), "/a/0": (1, 1, 1, 1), "/a/0/b": (2, 4, 2, 1), "/a/0/b/c": (3, 1, 3, 5)},
    ),
    "array over lines": (
        "a = [ # x\n  1,\n  'y',\n]",
        {"/a": (1, 1, 1, 5), "/a/0": (2, 3, 2, 3), "/a/1": (3, 3, 3, 3)},
    ),
    "inline table": (
        "a = {b = 1, c.d = 2}",
        {"/a": (1, 1, 1, 5), "/a/b": (1, 6, 1, 10), "/a/c": (1, 13, 1, 13), "/a/c/d": (1, 15, 1, 19)},
    ),
    "after a text with quotes": ('a = """x"""""\nb = 1', {"/a": (1, 1, 1, 5), "/b": (2, 1, 2, 5)}),
    "after a text with brackets": ("a = '[{' # ]\nb = 1", {"/a": (1, 1, 1, 5), "/b": (2, 1, 2, 5)}),
    "astral character": ('a = ["😀", 1]', {"/a": (1, 1, 1, 5), "/a/0": (1, 6, 1, 6), "/a/1": (1, 11, 1, 11)}),
    "lines of Windows": ("\ufeffa = 1\r\nb = 2", {"/a": (1, 1, 1, 5), "/b": (2, 1, 2, 5)}),
}


@pytest.mark.parametrize(("text", "places"), PLACES.values(), ids=PLACES)
def test_every_key_and_value_has_its_place(text: str, places: dict[str, tuple[int, int, int, int]]) -> None:
    (root,) = read_toml(text, "f").roots
    nodes = (node for _, node in walk(root))
    found = {node.pointer: (node.key_line, node.key_column, node.line, node.column) for node in nodes}
    assert found == {"": (1, 1, 1, 1), **places}


VALUES = {
    "1_000": (1000, "1_000"),
    "0xff": (255, "0xff"),
    "1.10": (Decimal("1.10"), "1.10"),
    "1_0.5": (Decimal("10.5"), "1_0.5"),
    "1e3": (Decimal(1000), "1e3"),
    "true": (True, "true"),
    "1979-05-27": ("1979-05-27", "1979-05-27"),
    "07:32:00": ("07:32:00", "07:32:00"),
    "1979-05-27 07:32:00Z": ("1979-05-27T07:32:00+00:00", "1979-05-27 07:32:00Z"),
    r'"a\u0041"': ("aA", "aA"),
    "'1'": ("1", "1"),
}


@pytest.mark.parametrize(("written", "value"), VALUES.items())
def test_a_value_comes_with_its_text(written: str, value: tuple[object, str]) -> None:
    (root,) = read_toml(f"a = {written} # x", "f").roots
    ((_, _), (_, node)) = walk(root)
    assert (node.value, node.text) == value


REFUSED = {
    "no value": ("a =", (1, 4), "syntax", "No TOML: Invalid value."),
    "key twice": ("a = 1\na = 2", (2, 6), "syntax", "No TOML: Cannot overwrite a value."),
    "no end": ("a = [1,", (1, 8), "syntax", "No TOML: Invalid value."),
    "inf": ("a = inf", (1, 5), "not-finite", "inf is no finite number. Write a number."),
    "nan": ("a = [-nan]", (1, 6), "not-finite", "-nan is no finite number. Write a number."),
    "a thousand digits": ("a = " + "9" * 1000, (1, 5), "number", "A number of a thousand digits is refused."),
    "deep arrays": ("a = " + "[" * 100_000, (1, 69), "depth", "Nested deeper than 64 levels."),
    "long dotted key": (".".join("a" * 100_000) + " = 1", (1, 130), "depth", "Nested deeper than 64 levels."),
    "many nested tables": (
        "[" + ".".join("a" * 60) + "]\nb.b.b.b.b.b.b = 1",
        (1, 1),
        "depth",
        "Nested deeper than 64 levels.",
    ),
}


@pytest.mark.parametrize(("text", "where", "code", "message"), REFUSED.values(), ids=REFUSED)
def test_a_text_is_refused_with_its_place(text: str, where: tuple[int, int], code: str, message: str) -> None:
    reading = read_toml(text, "f")
    said = [str(one) for one in reading.diagnostics]
    assert (reading.roots, said) == ((), [f"f:{where[0]}:{where[1]}: error[toml-{code}] {message}"])


def test_an_integer_that_is_too_long_stays_text_with_a_warning() -> None:
    reading = read_toml("a = 1000000000000000000", "f")
    assert [plain(root) for root in reading.roots] == [{"a": "1000000000000000000"}]
    assert [str(note) for note in reading.diagnostics] == [
        "f:1:5: warning[toml-number] An integer of more than 18 digits is kept as text."
    ]


def test_an_empty_text_is_an_empty_mapping() -> None:
    assert [plain(root) for root in read_toml("# nothing", "f").roots] == [{}]
