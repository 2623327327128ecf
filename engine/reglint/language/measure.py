"""Constants as amounts of a measure: those of one measure stand in an order."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from ipaddress import IPv4Network, IPv6Network
from typing import Any, TypeAlias

from reglint.language.kinds import kind_of
from reglint.language.outcome import Held
from reglint.model.duration import Duration
from reglint.model.quantity import Money, Percent, Version

Measured: TypeAlias = tuple[str, Any]  # what is counted; an amount that has an order among its like


def measured(value: Held | None) -> Measured | None:
    """What a constant counts, and how much of it; None where nothing is counted.

    >>> measured(3), measured("cn"), measured(None)
    (('number', 3), ('text', 'cn'), None)
    """
    match value:
        case Duration(kind, amount):
            return kind, amount
        case Money(amount, currency):
            return currency, amount
        case Percent(amount):
            return "percentage", amount
        case IPv4Network() | IPv6Network():
            return "network", str(value)
        case bool() | int() | Decimal() | str() | Version() | dt.date():
            return kind_of(value), value
    return None
