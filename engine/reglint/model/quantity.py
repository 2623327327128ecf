"""Amounts with a unit, versions, dates, addresses: what the text of a setting says, as values."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import total_ordering
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import TypeAlias

from reglint.model.currencies import CURRENCIES
from reglint.model.spelling import cut_short

Address: TypeAlias = IPv4Address | IPv6Address
Network: TypeAlias = IPv4Network | IPv6Network

_OFTEN = ("CNY", "EUR", "JPY", "USD", "GBP", "HKD", "TWD", "SGD", "KRW", "CHF", "AUD", "CAD")
_ELSEWHERE = {"RMB": "CNY", "CNH": "CNY", "YEN": "JPY", "NTD": "TWD"}
_NUMBER = r"[+-]?[0-9]{1,32}(?:\.[0-9]{1,32})?"
_TIMESTAMP = (  # Python alone takes letters for seconds: 09:30EZ
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ](?:[01][0-9]|2[0-3]):[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?"
    r"(?:Z|[+-][0-9]{2}(?::?[0-5][0-9])?)?"
)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency, named by its ISO 4217 code."""

    amount: Decimal
    currency: str

    def __str__(self) -> str:
        return f"{self.amount:f} {self.currency}"


@dataclass(frozen=True, slots=True, order=True)
class Percent:
    """A share of a hundred: `Percent(Decimal("99.9"))` is 99.9 %."""

    amount: Decimal

    def __str__(self) -> str:
        return f"{self.amount:f} %"


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Version:
    """A version of numeric parts. Zeros at the end say nothing.

    >>> Version("1.2") == Version("1.2.0") < Version("1.10")
    True
    """

    text: str

    def __str__(self) -> str:
        return self.text

    def __eq__(self, other: object) -> bool:
        return self._parts() == other._parts() if isinstance(other, Version) else NotImplemented

    def __lt__(self, other: Version) -> bool:
        return self._parts() < other._parts()

    def __hash__(self) -> int:
        return hash(self._parts())

    def _parts(self) -> tuple[int, ...]:
        parts = [int(part) for part in self.text.split(".")]
        while parts and parts[-1] == 0:
            parts.pop()
        return tuple(parts)


def parse_money(text: str) -> Money:
    """`50000000 CNY`: the amount, then the currency's code. Raises ValueError that says what to write."""
    match = re.fullmatch(rf"({_NUMBER})\s*([A-Z]{{3}})", text.strip(), re.ASCII)
    if match is None:
        raise ValueError(f"{_shown(text)} is no amount of money; write 50000000 CNY")
    if match[2] not in CURRENCIES:
        near = nearest_currency(match[2])
        raise ValueError(f"{match[2]} is no currency of ISO 4217; write {match[1]} {near or 'CNY'}")
    return Money(Decimal(match[1]), match[2])


def nearest_currency(code: str) -> str:
    """The code that is likely meant by three letters that are none; "" where that can't be told.

    >>> nearest_currency("EUX"), nearest_currency("BTC")
    ('EUR', '')
    """
    slips = (often for often in _OFTEN if sum(map(str.__ne__, code, often)) == 1)
    return _ELSEWHERE.get(code) or next(slips, "")


def parse_percent(text: str) -> Percent:
    """`99.9 %`. Raises ValueError that says what to write."""
    match = re.fullmatch(rf"({_NUMBER})\s*%", text.strip(), re.ASCII)
    if match is None:
        raise ValueError(f"{_shown(text)} is no percentage; write 99.9 %")
    return Percent(Decimal(match[1]))


def parse_version(text: str) -> Version:
    """`1.2` or `1.2.0`: numbers with dots. Raises ValueError that says what to write."""
    if re.fullmatch(r"[0-9]{1,9}(?:\.[0-9]{1,9}){0,9}", text, re.ASCII) is None:
        raise ValueError(f'{_shown(text)} is no version; write numbers with dots in quotes, such as "1.2"')
    return Version(text)


def parse_date(text: str) -> dt.date:
    """`2026-03-01`, ISO 8601. Raises ValueError that says what to write."""
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text, re.ASCII):
            return dt.date.fromisoformat(text)
    except ValueError as fault:
        raise ValueError(f"{_shown(text)} is no day of the calendar: {fault}; write 2026-03-01") from None
    raise ValueError(f"{_shown(text)} is no date; write 2026-03-01")


def parse_timestamp(text: str) -> dt.datetime:
    """`2026-03-01T09:30:00+08:00`, with an offset. Raises ValueError that says what to write."""
    write = "write 2026-03-01T09:30:00+08:00"
    if re.fullmatch(_TIMESTAMP, text, re.ASCII) is None:
        raise ValueError(f"{_shown(text)} is no timestamp; {write}")
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{_shown(text)} is no timestamp; {write}") from None
    if moment.tzinfo is None:
        raise ValueError(f"{_shown(text)} has no offset from UTC: add Z or +08:00; {write}")
    return moment


def parse_ip(text: str) -> Address:
    """`10.0.0.1` or `2001:db8::1`; an IPv4 address that is mapped into IPv6 is the IPv4 address.

    Raises ValueError that says what to write.
    """
    try:
        address = ip_address("" if "%" in text else text)
    except ValueError:
        raise ValueError(f"{_shown(text)} is no address; write 10.0.0.1 or 2001:db8::1") from None
    return address.ipv4_mapped or address if isinstance(address, IPv6Address) else address


def parse_cidr(text: str) -> Network:
    """`10.0.0.0/8` or `2001:db8::/32`. Raises ValueError that says what to write.

    >>> parse_ip("10.1.2.3") in parse_cidr("10.0.0.0/8")
    True
    """
    address, _, prefix = text.partition("/")
    try:
        sound = re.fullmatch(r"[0-9]{1,3}", prefix, re.ASCII) and "%" not in address
        network = ip_network(text if sound else "", strict=False)
    except ValueError:
        raise ValueError(f"{_shown(text)} is no network; write 10.0.0.0/8 or 2001:db8::/32") from None
    if ip_address(address) != network.network_address:
        raise ValueError(f"{_shown(text)} has bits beyond its prefix; write {network}")
    return network


def _shown(text: str) -> str:
    return f'"{cut_short(text)}"'
