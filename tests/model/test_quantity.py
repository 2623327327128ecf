from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from ipaddress import ip_address, ip_network

import pytest

from reglint.model.quantity import (
    Money,
    Percent,
    Version,
    parse_cidr,
    parse_date,
    parse_ip,
    parse_money,
    parse_percent,
    parse_timestamp,
    parse_version,
)


@pytest.mark.parametrize(
    ("parse", "text", "value", "shown"),
    [
        (parse_money, "50000000 CNY", Money(Decimal(50000000), "CNY"), "50000000 CNY"),
        (parse_money, "-0.50EUR", Money(Decimal("-0.50"), "EUR"), "-0.50 EUR"),
        (parse_percent, "99.9 %", Percent(Decimal("99.9")), "99.9 %"),
        (parse_percent, "100%", Percent(Decimal(100)), "100 %"),
        (parse_version, "1.10", Version("1.10"), "1.10"),
        (parse_ip, "10.0.0.1", ip_address("10.0.0.1"), "10.0.0.1"),
        (parse_ip, "2001:DB8::1", ip_address("2001:db8::1"), "2001:db8::1"),
        (parse_ip, "::ffff:10.0.0.1", ip_address("10.0.0.1"), "10.0.0.1"),
        (parse_cidr, "10.0.0.0/8", ip_network("10.0.0.0/8"), "10.0.0.0/8"),
        (parse_cidr, "2001:db8:0::/32", ip_network("2001:db8::/32"), "2001:db8::/32"),
        (parse_date, "2026-03-01", dt.date(2026, 3, 1), "2026-03-01"),
        (
            parse_timestamp,
            "2026-03-01T09:30:00Z",
            dt.datetime(2026, 3, 1, 9, 30, tzinfo=dt.UTC),
            "2026-03-01 09:30:00+00:00",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_quantity_is_read_and_shown(
    parse: Callable[[str], object], text: str, value: object, shown: str
) -> None:
    read = parse(text)
    assert (read, str(read)) == (value, shown)


@pytest.mark.parametrize(
    ("parse", "text", "message"),
    [
        (parse_money, "50000000", '"50000000" is no amount of money; write 50000000 CNY'),
        (parse_money, "5 yuan", '"5 yuan" is no amount of money; write 50000000 CNY'),
        (parse_money, "5 EUX", "EUX is no currency of ISO 4217; write 5 EUR"),
        (parse_money, "5 CNH", "CNH is no currency of ISO 4217; write 5 CNY"),
        (parse_money, "-5 ABC", "ABC is no currency of ISO 4217; write -5 CNY"),
        (parse_percent, "99.9", '"99.9" is no percentage; write 99.9 %'),
        (parse_percent, "９９ %", '"９９ %" is no percentage; write 99.9 %'),
        (parse_version, "v1", '"v1" is no version; write numbers with dots in quotes, such as "1.2"'),
        (parse_ip, "10.0.0", '"10.0.0" is no address; write 10.0.0.1 or 2001:db8::1'),
        (parse_ip, "010.0.0.1", '"010.0.0.1" is no address; write 10.0.0.1 or 2001:db8::1'),
        (parse_ip, "fe80::1%eth0", '"fe80::1%eth0" is no address; write 10.0.0.1 or 2001:db8::1'),
        (parse_cidr, "10.0.0.1/8", '"10.0.0.1/8" has bits beyond its prefix; write 10.0.0.0/8'),
        (parse_cidr, "10.0.0.0", '"10.0.0.0" is no network; write 10.0.0.0/8 or 2001:db8::/32'),
        (
            parse_cidr,
            "10.0.0.0/255.0.0.0",
            '"10.0.0.0/255.0.0.0" is no network; write 10.0.0.0/8 or 2001:db8::/32',
        ),
        (parse_cidr, "10.0.0.0/33", '"10.0.0.0/33" is no network; write 10.0.0.0/8 or 2001:db8::/32'),
        (parse_cidr, "fe80::%e/64", '"fe80::%e/64" is no network; write 10.0.0.0/8 or 2001:db8::/32'),
        (parse_date, "1.3.2026", '"1.3.2026" is no date; write 2026-03-01'),
        (parse_date, "20260301", '"20260301" is no date; write 2026-03-01'),
        (parse_timestamp, "2026-03-01", '"2026-03-01" is no timestamp; write 2026-03-01T09:30:00+08:00'),
        (
            parse_timestamp,
            "2026-03-01T09:30EZ",
            '"2026-03-01T09:30EZ" is no timestamp; write 2026-03-01T09:30:00+08:00',
        ),
        (
            parse_timestamp,
            "2026-03-01T09:30:00+08:75",
            '"2026-03-01T09:30:00+08:75" is no timestamp; write 2026-03-01T09:30:00+08:00',
        ),
        (
            parse_timestamp,
            "2026-03-01T25:00:00Z",
            '"2026-03-01T25:00:00Z" is no timestamp; write 2026-03-01T09:30:00+08:00',
        ),
        (
            parse_timestamp,
            "2026-03-01T09:30:00",
            '"2026-03-01T09:30:00" has no offset from UTC: add Z or +08:00; write 2026-03-01T09:30:00+08:00',
        ),
        (
            parse_timestamp,
            "2026-02-30T09:30:00Z",
            '"2026-02-30T09:30:00Z" is no timestamp; write 2026-03-01T09:30:00+08:00',
        ),
        (parse_percent, "x" * 50, f'"{"x" * 39}…" is no percentage; write 99.9 %'),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)
def test_a_faulty_quantity_says_what_to_write(
    parse: Callable[[str], object], text: str, message: str
) -> None:
    with pytest.raises(ValueError, match=r"write") as raised:
        parse(text)
    assert str(raised.value) == message


def test_a_day_that_the_calendar_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match=r'"2026-02-30" is no day of the calendar: .*; write 2026-03-01'):
        parse_date("2026-02-30")


def test_versions_are_ordered_by_their_numbers() -> None:
    versions = [Version("1.10"), Version("1.2.0"), Version("1"), Version("0")]
    assert sorted(versions) == [Version("0.0"), Version("1"), Version("1.2"), Version("1.10")]


def test_equal_versions_are_one_in_a_set() -> None:
    assert {Version("1.2"), Version("1.2.0")} == {Version("1.2")}


def test_a_version_is_no_text() -> None:
    assert Version("1.2") != "1.2"
