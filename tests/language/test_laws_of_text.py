"""What holds of every text, and the slips that once broke it."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reglint.language.parser import parse, parse_syntax
from reglint.language.render import render
from reglint.language.syntax import Literal

PIECES = st.sampled_from([
    "a", "b.c", "x", "1", "-1", "9223372036854775808", "0.5", ".5", "1e3", "0x1F", "0X1F", "1u", '"t"', "'t'",
    "'''", '"', "'", "r'\\", "b'", "true", "null", "if", "in", "has(", "days(", "size()", ".all(x, ", "(",
    ")", "[", "]", "{", "}", ",", "?", ":", ".", "!", "-", "=", "<", ">", "&", "|", "+", "*", "/", "%", "&&",
    "||", "==", " ", " ", "\n", "\r", "//", "#", "$", "、", "＝", "且", "“", "\\", "2026-03-01", "1.2.3", "%",
])  # fmt: skip
TEXTS = st.lists(PIECES, max_size=10).map("".join) | st.text(max_size=12)


@given(TEXTS)
def test_every_text_has_a_tree_that_renders_to_itself_or_faults_inside_it(text: str) -> None:
    parsed = parse_syntax(text)
    if isinstance(parsed, tuple):
        assert parsed
        assert all(0 <= fault.offset <= fault.end <= len(text) for fault in parsed)
    else:
        assert parse_syntax(render(parsed)) == parsed


def test_every_row_of_signs_has_a_tree_or_faults() -> None:
    rows = ("".join(signs) for count in (1, 2, 3) for signs in product("=<>!~&|:-?.;+ ", repeat=count))
    assert all(parse_syntax(f"a{signs}b") for signs in rows)


@pytest.mark.parametrize("source", ["0X1F", "--9223372036854775808", "- -9223372036854775808", "a = = b"])
def test_what_cel_does_not_read_is_refused(source: str) -> None:
    assert isinstance(parse_syntax(source), tuple)


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("duration('315576000001s')", "the duration is longer than 10,000 years"),
        ("timestamp('2026-03-01T09:30:00.0000001Z')",
         '"2026-03-01T09:30:00.0000001Z" is finer than a microsecond'),
        ("timestamp('9999-12-31T23:00:00-08:00')",
         '"9999-12-31T23:00:00-08:00" has no year from 1 to 9999 in UTC'),
    ],
    ids=["longer than 10,000 years", "finer than a microsecond", "in year 10000"],
)  # fmt: skip
def test_a_constant_that_cannot_be_kept_whole_is_refused(source: str, fault: str) -> None:
    parsed = parse(source)
    assert isinstance(parsed, tuple)
    assert [found.message.partition(";")[0] for found in parsed] == [fault]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"], ids=["unix", "old mac", "windows"])
def test_a_line_of_a_text_ends_the_same_on_every_machine(end: str) -> None:
    assert parse_syntax(f"'''a{end}b'''") == Literal("string", "a\nb")
