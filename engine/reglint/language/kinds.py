"""The kinds of values at run time. bool is no number, and a timestamp is no date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

from reglint.language.outcome import Held
from reglint.model.duration import Duration
from reglint.model.fact import Record, Series, Unknown
from reglint.model.quantity import Money, Percent, Version
from reglint.model.verdict import Reason

_KINDS: Mapping[type, str] = {
    bool: "bool",
    int: "number",
    Decimal: "number",
    str: "text",
    Duration: "duration",
    Money: "amount of money",
    Percent: "percentage",
    Version: "version",
    dt.date: "date",
    dt.datetime: "timestamp",
    IPv4Address: "address",
    IPv6Address: "address",
    IPv4Network: "network",
    IPv6Network: "network",
    tuple: "list",
    Series: "list",
    Record: "object",
}


def kind_of(value: Held) -> str:
    """The kind in a word that a person may read."""
    if isinstance(value, dt.datetime) and value.utcoffset() is None:
        return "timestamp without an offset"
    if isinstance(value, Decimal) and not value.is_finite():
        return "no number"
    return _KINDS[type(value)]


def mistyped(action: str, *values: Held) -> Unknown:
    """The unknown of an action on values that it is not for.

    >>> mistyped("compare", True, 1).detail
    'cannot compare bool and number'
    """
    kinds = " and ".join(kind_of(value) for value in values)
    return Unknown(Reason.MISTYPED, f"cannot {action} {kinds}")
