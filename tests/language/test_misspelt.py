"""Numbers and letters that are not those of the language."""

from __future__ import annotations

import pytest

from reglint.language.parser import parse_syntax

SLIPS = [
    ("a <= 1,000", 5, "1,000 is no number; write 1000"),
    ("a == 'it's'", 5, "the quotes of this text don't pair; write ' at both ends of each text"),
    ("a.all(b, b<1,000,000 && b > 2)", 11, "1,000,000 is no number; write 1000000"),
    ("a >= 3.", 5, "3. is no number; write 3 or 3.0"),
    ("a >= 3.&& b", 5, "3. is no number; write 3 or 3.0"),
    ("l\N{CYRILLIC SMALL LETTER O}gging.a", 1, "U+043E looks like o and is another letter; write o"),
    ("\N{CYRILLIC CAPITAL LETTER A}", 0, "U+0410 looks like A and is another letter; write A"),
]


@pytest.mark.parametrize(("source", "offset", "message"), SLIPS, ids=[ascii(row[0]) for row in SLIPS])
def test_a_slip_of_one_sign_is_said_at_its_place(source: str, offset: int, message: str) -> None:
    found = parse_syntax(source)
    assert isinstance(found, tuple)
    assert [(fault.offset, fault.message) for fault in found] == [(offset, message)]


@pytest.mark.parametrize("source", ["max(1,200)", "[1,200]", "a < 1.5", "a[0].b", "a >= 1, 200"])
def test_a_comma_between_values_and_a_point_inside_a_number_are_no_slip(source: str) -> None:
    found = parse_syntax(source)
    said = [fault.message for fault in found] if isinstance(found, tuple) else []
    assert not any("is no number" in message for message in said)
