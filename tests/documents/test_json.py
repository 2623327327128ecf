"""JSON → nodes, strictly."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reglint.documents.json import read_json
from reglint.documents.lookup import plain, walk

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None

REFUSED = {
    "nothing": ("", (1, 1), "syntax", "No JSON: a value is expected here, not the end of the file."),
    "duplicate name": (
        '{"a": 1,\n "a": 2}',
        (2, 2),
        "duplicate-key",
        '"a" stands twice in this object, first in line 1. Keep one of them.',
    ),
    "duplicate by an escape": (
        '{"a": 1, "\\u0061": 2}',
        (1, 10),
        "duplicate-key",
        '"a" stands twice in this object, first in line 1. Keep one of them.',
    ),
    "NaN": ("[NaN]", (1, 2), "not-finite", "NaN is no number of JSON."),
    "Infinity": ("-Infinity", (1, 1), "not-finite", "-Infinity is no number of JSON."),
    "half a character": (
        '["\\ud800"]',
        (1, 2),
        "character",
        "Half a surrogate pair is no character. Remove it.",
    ),
    "comma too many": ("[1,]", (1, 4), "syntax", 'No JSON: a value is expected here, not "]".'),
    "comma missing": (
        '{"a": 1 "b": 2}',
        (1, 9),
        "syntax",
        'No JSON: a comma or } is expected here, not """.',
    ),
    "colon missing": ('{"a" 1}', (1, 6), "syntax", 'No JSON: ":" is expected here, not "1".'),
    "name without quotes": (
        "{a: 1}",
        (1, 2),
        "syntax",
        'No JSON: a name in double quotes is expected here, not "a".',
    ),
    "comment": (
        "// a\n1",
        (1, 1),
        "syntax",
        'No JSON: a value is expected here, not "/". JSON has no comments.',
    ),
    "leading zero": ("01", (1, 2), "syntax", 'No JSON: the end of the file is expected here, not "1".'),
    "unknown escape": (
        '"\\x"',
        (1, 2),
        "syntax",
        "No JSON: this escape does not exist. Write \\\\ for a backslash.",
    ),
    "line end in a string": (
        '"a\nb"',
        (1, 3),
        "syntax",
        "No JSON: U+000A stands in a string. Write \\u000a.",
    ),
    "string without an end": ('["a', (1, 2), "syntax", "No JSON: this string has no end."),
    "array without an end": (
        "[1",
        (1, 3),
        "syntax",
        "No JSON: a comma or ] is expected here, not the end of the file.",
    ),
    "two values": ("1 2", (1, 3), "syntax", 'No JSON: the end of the file is expected here, not "2".'),
    "65 levels": ("[" * 100_000, (1, 65), "depth", "Nested deeper than 64 levels."),
}


@pytest.mark.parametrize(("text", "where", "code", "message"), REFUSED.values(), ids=REFUSED)
def test_a_text_is_refused_with_its_place(text: str, where: tuple[int, int], code: str, message: str) -> None:
    reading = read_json(text, "f")
    said = [str(one) for one in reading.diagnostics]
    assert (reading.roots, said) == ((), [f"f:{where[0]}:{where[1]}: error[json-{code}] {message}"])


def test_every_name_and_value_has_its_place() -> None:
    (root,) = read_json('{"a": [1,\r\n  "😀"], "b": null}', "f").roots
    nodes = [node for _, node in walk(root)]
    assert {node.pointer: (node.key_line, node.key_column, node.line, node.column) for node in nodes} == {
        "": (1, 1, 1, 1),
        "/a": (1, 2, 1, 7),
        "/a/0": (1, 8, 1, 8),
        "/a/1": (2, 3, 2, 3),
        "/b": (2, 9, 2, 14),
    }


def test_numbers_are_exact() -> None:
    (root,) = read_json("[1.10, 1e2, -0, 999999999999999999]", "f").roots
    assert plain(root) == [Decimal("1.10"), Decimal(100), 0, 999999999999999999]


def test_an_integer_that_is_too_long_stays_text_with_a_warning() -> None:
    reading = read_json("[1000000000000000000]", "f")
    assert [plain(root) for root in reading.roots] == [["1000000000000000000"]]
    assert [str(note) for note in reading.diagnostics] == [
        "f:1:2: warning[json-number] An integer of more than 18 digits is kept as text."
    ]


_SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]))
)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
)


@given(_VALUES, st.sampled_from(["all", "few"]), st.sampled_from([None, 1, "\t"]))
@settings(max_examples=200, deadline=None)
def test_a_text_of_the_standard_library_says_what_it_says_there(
    value: Json, escapes: str, indent: int | str | None
) -> None:
    text = json.dumps(value, ensure_ascii=escapes == "all", indent=indent)
    (root,) = read_json(text, "f").roots
    assert plain(root, decimals=float) == json.loads(text)
