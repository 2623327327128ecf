"""Java properties → nodes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reglint.documents.lookup import plain, walk
from reglint.documents.properties import read_properties

VALUES = {
    "equals": ("a=1", {"a": "1"}),
    "colon": ("a:1", {"a": "1"}),
    "blank": ("a 1", {"a": "1"}),
    "blanks around": ("  a \t= \f 1 ", {"a": "1 "}),
    "second separator is text": ("a==1", {"a": "=1"}),
    "no value": ("a=\nb\nc :", {"a": "", "b": "", "c": ""}),
    "comments": ("# a=1\n ! b=2\nc=3#4", {"c": "3#4"}),
    "continued": ("a=1,\\\n   2,\\\r\n\t3", {"a": "1,2,3"}),
    "continued comment": ("# a\\\nb=1", {"b": "1"}),
    "even backslashes": ("a=1\\\\\nb=2", {"a": "1\\", "b": "2"}),
    "continued past the end": ("a=1\\", {"a": "1"}),
    "escapes": (r"a\:b\ c\=d=\t\n\u0041\q", {"a:b c=d": "\t\nAq"}),
    "surrogate pair": (r"a=\ud83d\ude00", {"a": "😀"}),
    "dots": ("a.b.c=1\na.b.d=2", {"a": {"b": {"c": "1", "d": "2"}}}),
    "indices": ("a[0].b=1\na[1].b=2", {"a": [{"b": "1"}, {"b": "2"}]}),
    "indices in any order": ("a.b[1]=y\na.b[0]=x", {"a": {"b": ["x", "y"]}}),
    "indices with a gap": ("a[0]=x\na[2]=z", {"a": {"[0]": "x", "[2]": "z"}}),
    "huge index": ("a[999999999]=x", {"a": {"999999999": "x"}}),
    "name in brackets": ("a[b.c]=1", {"a": {"b.c": "1"}}),
    "value and members": ("a=1\na.b=2", {"a": {"": "1", "b": "2"}}),
    "empty names": ("a..b=1\n.c=2\nd.=3", {"a..b": "1", ".c": "2", "d.": "3"}),
    "no key": ("=1", {"": "1"}),
    "nothing": ("", {}),
}


@pytest.mark.parametrize(("text", "value"), VALUES.values(), ids=VALUES)
def test_a_text_says_these_values(text: str, value: object) -> None:
    assert [plain(root) for root in read_properties(text, "f").roots] == [value]


PLACES = {
    "pair": ("ab = x", {"": (1, 1, 1, 1), "/ab": (1, 1, 1, 6)}),
    "dots": ("a.b.c=x", {"": (1, 1, 1, 1), "/a": (1, 1, 1, 1), "/a/b": (1, 3, 1, 3), "/a/b/c": (1, 1, 1, 7)}),
    "no value": ("a=\nb=1", {"": (1, 1, 1, 1), "/a": (1, 1, 1, 3), "/b": (2, 1, 2, 3)}),
    "lines of Windows": ("a=1\r\n b=2", {"": (1, 1, 1, 1), "/a": (1, 1, 1, 3), "/b": (2, 2, 2, 4)}),
    "lines of old Macs": ("a=1\rb=2", {"": (1, 1, 1, 1), "/a": (1, 1, 1, 3), "/b": (2, 1, 2, 3)}),
    "value on the next line": ("a=\\\n  b", {"": (1, 1, 1, 1), "/a": (1, 1, 2, 3)}),
    "astral character": ("😀=😀\n", {"": (1, 1, 1, 1), "/😀": (1, 1, 1, 3)}),
}


@pytest.mark.parametrize(("text", "places"), PLACES.values(), ids=PLACES)
def test_every_key_and_value_has_its_place(text: str, places: dict[str, tuple[int, int, int, int]]) -> None:
    (root,) = read_properties(text, "f").roots
    nodes = (node for _, node in walk(root))
    assert {n.pointer: (n.key_line, n.key_column, n.line, n.column) for n in nodes} == places


DOCUMENTS = {
    "hash": ("a=1\n#---\nb=2", [{"a": "1"}, {"b": "2"}]),
    "exclamation mark": ("a=1\n!---\nb=2", [{"a": "1"}, {"b": "2"}]),
    "blanks before it": ("a=1\n #---\nb=2", [{"a": "1", "b": "2"}]),
    "four hyphens": ("a=1\n#----\nb=2", [{"a": "1", "b": "2"}]),
    "comment next to it": ("a=1\n# x\n#---\nb=2", [{"a": "1", "b": "2"}]),
    "other comment next to it": ("a=1\n! x\n#---\nb=2", [{"a": "1"}, {"b": "2"}]),
    "nothing between": ("#---\na=1\n#---\n\n!---\n", [{"a": "1"}]),
}


@pytest.mark.parametrize(("text", "documents"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_separator_begins_another_document(text: str, documents: list[object]) -> None:
    assert [plain(root) for root in read_properties(text, "f").roots] == documents


def test_of_two_equal_keys_the_last_one_holds() -> None:
    reading = read_properties("a=1\na=2", "f")
    assert [plain(root) for root in reading.roots] == [{"a": "2"}]
    assert [(note.code, note.level, note.line, note.message) for note in reading.diagnostics] == [
        (
            "properties-duplicate-key",
            "warning",
            2,
            '"a" stands twice; Java takes this one and drops that of line 1.',
        )
    ]


REFUSED = {
    "short escape": (r"a=\u12", (1, 3), "escape", r"\u needs four hexadecimal digits."),
    "half a character": (r"a=\ud83d", (1, 3), "escape", "Half a surrogate pair is no character."),
    "deep key": (".".join("a" * 100_000) + "=1", (1, 1), "depth", "Nested deeper than 64 levels."),
}


@pytest.mark.parametrize(("text", "where", "code", "message"), REFUSED.values(), ids=REFUSED)
def test_a_text_is_refused_with_its_place(text: str, where: tuple[int, int], code: str, message: str) -> None:
    reading = read_properties(text, "f")
    said = [str(one) for one in reading.diagnostics]
    assert (reading.roots, said) == ((), [f"f:{where[0]}:{where[1]}: error[properties-{code}] {message}"])


def test_a_hundred_warnings_are_enough() -> None:
    assert len(read_properties("a=1\n" * 1000, "f").diagnostics) == 100


@given(st.text(st.characters(exclude_categories=["Cs"])))
@settings(max_examples=200, deadline=None)
def test_every_text_survives_as_a_value(value: str) -> None:
    (root,) = read_properties(f"key={_escaped(value)}", "f").roots
    assert plain(root) == {"key": value}


def _escaped(value: str) -> str:
    return "".join(
        character if character.isalnum() and character.isascii() else _unit(character) for character in value
    )


def _unit(character: str) -> str:
    data = character.encode("utf-16-be")
    return "".join(f"\\u{data[i : i + 2].hex()}" for i in range(0, len(data), 2))
