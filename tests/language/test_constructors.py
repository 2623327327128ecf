"""Constants that make no value, and what their messages say to write."""

from __future__ import annotations

import pytest
from tests.language.checked import said

from reglint.language.builtins import call_method, construct
from reglint.language.literals import read_number
from reglint.model.fact import Fact, Series

FAULTY = [
    ("duration", "10001 years", "the duration is longer than 10,000 years; write a shorter one"),
    (
        "timestamp",
        "2026-01-01T00:00:00.1234567Z",
        '"2026-01-01T00:00:00.1234567Z" is finer than a microsecond; write at most 6 digits after the second',
    ),
    (
        "timestamp",
        "0001-01-01T00:00:00+14:00",
        '"0001-01-01T00:00:00+14:00" has no year from 1 to 9999 in UTC; write another',
    ),
]


@pytest.mark.parametrize(("name", "text", "message"), FAULTY, ids=["long", "fine", "early"])
def test_a_constant_beyond_what_can_be_computed_is_refused(name: str, text: str, message: str) -> None:
    with pytest.raises(ValueError, match="write") as raised:
        construct(name, text)
    assert str(raised.value) == message


def test_a_hexadecimal_number_begins_with_a_small_letter() -> None:
    with pytest.raises(ValueError, match="0X1F is no number; write 0x1F"):
        read_number("0X1F")


def test_the_size_of_a_list_of_facts_is_that_of_its_items() -> None:
    assert call_method("size", Series("x", (Fact("x[0]", 1), Fact("x[1]", 1))), ()) == 2


SCALED = [
    ('percent("1 %") * 2', 'cannot compute percent * int; write percent("2 %")'),
    ('2 * percent("1 %")', 'cannot compute int * percent; write percent("2 %")'),
    ('percent("1 %") / 4', 'cannot compute percent / int; write percent("0.25 %")'),
    ('percent("1 %") / 0', "cannot compute percent / int; write two numbers"),
    (
        'percent("1 %") * platform.level',
        "cannot compute percent * int; write two numbers, money * int, money * decimal",
    ),
]


@pytest.mark.parametrize(("scaled", "message"), SCALED, ids=[row[0] for row in SCALED])
def test_a_share_times_a_number_is_written_out(scaled: str, message: str) -> None:
    assert said(f"platform.ratio > {scaled}") == [(scaled, message)]


def test_dates_and_timestamps_have_no_time_between_them() -> None:
    message = "cannot compute timestamp - date; write two dates or two timestamps"
    spot = "platform.seen - platform.last"
    assert said(f"{spot} > days(1)") == [(spot, message)]
