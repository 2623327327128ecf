from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reglint.model.duration import (
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    Duration,
    DurationKind,
    compare,
    month_span,
    parse_duration,
)

EXACT, MONTHS, BUSINESS = DurationKind.EXACT, DurationKind.MONTHS, DurationKind.BUSINESS_DAYS


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("6 months", Duration(MONTHS, 6)),
        ("1 year", Duration(MONTHS, 12)),
        ("5 business days", Duration(BUSINESS, 5)),
        ("2 weeks", Duration(EXACT, 14 * DAY)),
        ("4 hours", Duration(EXACT, 4 * HOUR)),
        ("15 min", Duration(EXACT, 15 * MINUTE)),
        ("30s", Duration(EXACT, 30 * SECOND)),
        ("3000 ms", Duration(EXACT, 3 * SECOND)),
        (" 1  Business   Day ", Duration(BUSINESS, 1)),
        ("P6M", Duration(MONTHS, 6)),
        ("P1Y6M", Duration(MONTHS, 18)),
        ("P90D", Duration(EXACT, 90 * DAY)),
        ("P2W", Duration(EXACT, 14 * DAY)),
        ("PT4H", Duration(EXACT, 4 * HOUR)),
        ("P1DT2H3M4S", Duration(EXACT, DAY + 2 * HOUR + 3 * MINUTE + 4 * SECOND)),
        ("P0M", Duration(MONTHS, 0)),
        ("P0M4D", Duration(EXACT, 4 * DAY)),
        ("PT0S", Duration(EXACT, 0)),
    ],
)
def test_a_duration_is_read(text: str, duration: Duration) -> None:
    assert parse_duration(text) == duration


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("180", "180 has no unit; write 180 days, 4 hours, 6 months, 5 business days …"),
        ("6 moons", '"moons" is no unit of time; write 180 days, 4 hours, 6 months, 5 business days …'),
        ("30m", '"m" is no unit of time; write 180 days, 4 hours, 6 months, 5 business days …'),
        ("-5 days", '"-5 days" is no duration; write 180 days, 4 hours, 6 months, 5 business days …'),
        ("1.5 hours", '"1.5 hours" is no duration; write 180 days, 4 hours, 6 months, 5 business days …'),
        ("", '"" is no duration; write 180 days, 4 hours, 6 months, 5 business days …'),
        ("P", '"P" is no ISO 8601 duration; write P6M, P90D, PT4H …'),
        ("P1DT", '"P1DT" is no ISO 8601 duration; write P6M, P90D, PT4H …'),
        ("P1X", '"P1X" is no ISO 8601 duration; write P6M, P90D, PT4H …'),
        ("P1M10D", '"P1M10D" mixes months with days or hours; write either, such as P6M or P184D'),
        (
            "9" * 99,
            f'"{"9" * 39}…" is no duration; write 180 days, 4 hours, 6 months, 5 business days …',
        ),
    ],
)
def test_a_faulty_duration_says_what_to_write(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=r"write") as raised:
        parse_duration(text)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        (Duration(EXACT, 100 * DAY), "100 days"),
        (Duration(EXACT, DAY), "1 day"),
        (Duration(EXACT, 36 * HOUR), "36 hours"),
        (Duration(EXACT, 5 * MINUTE), "5 minutes"),
        (Duration(EXACT, 3 * SECOND), "3 seconds"),
        (Duration(EXACT, 1500), "1500 ms"),
        (Duration(EXACT, 0), "0 days"),
        (Duration(MONTHS, 12), "1 year"),
        (Duration(MONTHS, 18), "18 months"),
        (Duration(MONTHS, 120), "10 years"),
        (Duration(MONTHS, 0), "0 months"),
        (Duration(BUSINESS, 10), "10 business days"),
    ],
)
def test_a_duration_is_shown_in_its_largest_even_unit(duration: Duration, words: str) -> None:
    assert str(duration) == words


@given(st.builds(Duration, st.sampled_from(DurationKind), st.integers(0, 10**15 - 1)))
def test_what_is_shown_is_read_back(duration: Duration) -> None:
    assert parse_duration(str(duration)) == duration


@pytest.mark.parametrize(
    ("months", "span"),
    [
        (0, (0, 0)),
        (1, (28, 31)),
        (3, (89, 92)),
        (6, (181, 184)),
        (12, (365, 366)),
        (48, (1461, 1461)),
        (60, (1826, 1827)),
        (120, (3652, 3653)),
    ],
)
def test_months_have_a_shortest_and_a_longest_span(months: int, span: tuple[int, int]) -> None:
    assert month_span(months) == span


def test_the_spans_are_those_of_four_hundred_years() -> None:
    starts = [dt.date(year, month, 1).toordinal() for year in range(1601, 2021) for month in range(1, 13)]
    skipped = [dt.date(century, 3, 1).toordinal() for century in (1700, 1800, 1900)]
    for months in (1, 2, 3, 6, 11, 12, 18, 24, 36, 60, 84, 120):
        pairs = list(zip(starts, starts[months:], strict=False))[: 400 * 12]
        whole = [end - start for start, end in pairs]
        leaping = [end - start for start, end in pairs if not any(start < lost <= end for lost in skipped)]
        assert (month_span(months), month_span(months)[1]) == ((min(leaping), max(leaping)), max(whole))


def _written(text: str) -> tuple[Duration, str, Duration]:
    left, op, right = next(
        text.partition(f" {op} ") for op in ("<=", ">=", "==", "!=", "<", ">") if f" {op} " in text
    )
    return parse_duration(left), op.strip(), parse_duration(right)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("180 days >= 6 months", False),
        ("181 days >= 6 months", None),
        ("183 days >= 6 months", None),
        ("184 days >= 6 months", True),
        ("184 days > 6 months", None),
        ("185 days > 6 months", True),
        ("181 days > 6 months", False),
        ("181 days <= 6 months", True),
        ("182 days <= 6 months", None),
        ("185 days <= 6 months", False),
        ("180 days < 6 months", True),
        ("181 days < 6 months", None),
        ("184 days < 6 months", False),
        ("6 months >= 184 days", None),
        ("6 months <= 184 days", True),
        ("180 days == 6 months", False),
        ("182 days == 6 months", None),
        ("182 days != 6 months", None),
        ("185 days != 6 months", True),
        ("1461 days == 48 months", True),
        ("6 months >= 6 months", True),
        ("5 months >= 6 months", False),
        ("1 year == 12 months", True),
        ("10 days <= 10 business days", True),
        ("11 days <= 10 business days", None),
        ("9 days >= 10 business days", False),
        ("10 business days <= 10 business days", True),
        ("11 business days <= 10 business days", False),
        ("1 month <= 31 business days", True),
        ("1 month <= 30 business days", None),
        ("1 month >= 32 business days", False),
        ("24 hours == 1 day", True),
    ],
)
def test_durations_compare_where_the_calendar_lets_them(text: str, answer: bool | None) -> None:  # noqa: FBT001 - a table
    left, op, right = _written(text)
    assert compare(op, left, right) is answer


def test_a_negative_span_mirrors_the_positive_one() -> None:
    assert compare("<", Duration(MONTHS, -1), Duration(EXACT, -27 * DAY)) is True


@given(
    st.sampled_from(["<", "<=", ">", ">=", "==", "!="]),
    st.builds(Duration, st.sampled_from(DurationKind), st.integers(-10, 200 * DAY)),
    st.builds(Duration, st.sampled_from(DurationKind), st.integers(-10, 400)),
)
def test_a_comparison_and_its_mirror_agree(op: str, left: Duration, right: Duration) -> None:
    mirror = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(op, op)
    assert compare(op, left, right) == compare(mirror, right, left)
