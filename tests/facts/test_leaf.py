from __future__ import annotations

import datetime as dt
from decimal import Decimal
from ipaddress import IPv4Address, IPv4Network

import pytest

from reglint.documents.node import Node
from reglint.documents.yaml import read_yaml
from reglint.facts.leaf import did_you_mean, read_leaf, shown
from reglint.model.duration import Duration, DurationKind
from reglint.model.fact import Unknown, Value
from reglint.model.quantity import Money, Percent, Version
from reglint.model.schema import ScalarType
from reglint.model.verdict import Reason

ENUM = ScalarType("enum", values=("public", "internal"))
LEVEL = ScalarType("integer", minimum=1, maximum=5)
SECRET = ScalarType("string", sensitive=True)

GOOD: list[tuple[ScalarType | str, str, Value]] = [
    ("boolean", "true", True),
    ("integer", "42", 42),
    (LEVEL, "3", 3),
    ("decimal", "1.50", Decimal("1.50")),
    ("decimal", "2", Decimal(2)),
    ("string", "'12'", "12"),
    ("ip", "10.0.0.1", IPv4Address("10.0.0.1")),
    ("cidr", "10.0.0.0/8", IPv4Network("10.0.0.0/8")),
    (ENUM, "public", "public"),
    ("duration", "6 months", Duration(DurationKind.MONTHS, 6)),
    ("money", "50000000 CNY", Money(Decimal(50000000), "CNY")),
    ("percent", "99.9 %", Percent(Decimal("99.9"))),
    ("version", "'1.10'", Version("1.10")),
    ("date", "2026-03-01", dt.date(2026, 3, 1)),
    (
        "timestamp",
        "2026-03-01T09:30:00+00:00",
        dt.datetime(2026, 3, 1, 9, 30, tzinfo=dt.UTC),
    ),
    (SECRET, "123456", "weak"),
    (SECRET, "set", "set"),
    (SECRET, "reference", "reference"),
]
BAD: list[tuple[ScalarType | str, str, str]] = [
    ("boolean", "'yes'", '"yes" is neither true nor false; write true or false'),
    ("integer", "'3'", '"3" is no whole number; write one without quotes'),
    ("integer", "true", '"true" is no whole number; write one without quotes'),
    (LEVEL, "0", "0 is below 1, the least that can be"),
    (LEVEL, "6", "6 is above 5, the most that can be"),
    ("decimal", "'1.5'", '"1.5" is no number; write one without quotes'),
    ("decimal", "true", '"true" is no number; write one without quotes'),
    ("string", "12", '12 is no text; write "12" in quotes'),
    (ENUM, "publick", '"publick" is not known here; did you mean "public"?'),
    (ENUM, "xyz", '"xyz" is not known here; write one of public, internal'),
    (ENUM, "1", '"1" is not known here; write one of public, internal'),
    (
        "duration",
        "180",
        "180 is no duration: a duration is text with its unit; write 180 days, 6 months, 4 hours …",
    ),
    ("money", "5 EUX", "EUX is no currency of ISO 4217; write 5 EUR"),
    ("money", "5", "5 is no money: a money is text with its unit; write 50000000 CNY"),
    ("date", "5", "5 is no date: a date is text; write 2026-03-01"),
    ("ip", "10", "10 is no ip: an ip is text; write 10.0.0.1"),
    ("cidr", "'10.0.0.1/8'", '"10.0.0.1/8" has bits beyond its prefix; write 10.0.0.0/8'),
    ("percent", "high", '"high" is no percentage; write 99.9 %'),
    ("string", "[a]", "one value is wanted here, not a list"),
    ("string", "{a: 1}", "one value is wanted here, not a mapping"),
]


def leaf(kind: ScalarType | str, text: str) -> tuple[Value | Unknown, str]:
    return read_leaf(read_yaml(text, "f").roots[0], ScalarType(kind) if isinstance(kind, str) else kind)


@pytest.mark.parametrize(("kind", "text", "value"), GOOD, ids=str)
def test_a_value_of_its_type(kind: ScalarType | str, text: str, value: Value) -> None:
    assert leaf(kind, text) == (value, "")


@pytest.mark.parametrize(("kind", "text", "message"), BAD, ids=str)
def test_a_value_of_another_type_says_what_to_write(kind: ScalarType | str, text: str, message: str) -> None:
    assert leaf(kind, text) == (Unknown(Reason.MISTYPED, message), message)


def test_a_key_without_a_value_is_null_and_no_fault() -> None:
    assert leaf("duration", "") == (Unknown(Reason.NULL), "")


def test_a_placeholder_of_a_secret_is_unresolved() -> None:
    detail = "the text stands for a value that is not in the file"
    assert leaf(SECRET, "xxxxx") == (Unknown(Reason.UNRESOLVED, detail), "")
    assert leaf(SECRET, "placeholder") == (Unknown(Reason.UNRESOLVED, detail), "")


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (True, "true"),
        (False, "false"),
        (80, "80"),
        (Decimal("1.50"), "1.50"),
        (dt.date(2026, 3, 1), "2026-03-01"),
        (Duration(DurationKind.MONTHS, 6), "6 months"),
        (Unknown(Reason.NULL), ""),
    ],
)
def test_a_value_as_a_person_sees_it(value: Value | Unknown, wanted: str) -> None:
    assert shown(value) == wanted


def test_an_unresolved_value_is_shown_as_it_is_written() -> None:
    node = read_yaml("${A}", "f").roots[0]
    assert shown(Unknown(Reason.UNRESOLVED), node) == "${A}"
    assert shown(Unknown(Reason.NULL), node) == ""


def test_a_near_word_is_proposed() -> None:
    assert did_you_mean("loging", ["logging", "custody"]) == '; did you mean "logging"?'
    assert did_you_mean("zzz", ["logging"]) == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("100 %", ""),
        ("0 %", ""),
        ("150 %", "150 % is above 100 %, the most that can be"),
        ("-1 %", "-1 % is below 0 %, the least that can be"),
    ],
)
def test_a_share_has_bounds(text: str, message: str) -> None:
    node = Node(text, 1, 1, 1, 1, 1, 1, text)
    assert read_leaf(node, ScalarType("percent", minimum=0, maximum=100))[1] == message
