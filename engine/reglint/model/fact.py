"""Facts: what is known of a platform, as a tree of records, series and leaves.

The tree is sparse. A field that no source and no declaration gives is simply not in `Record.fields`; whoever
asks for it gets an unknown with reason `missing`, at the place of the record.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from reglint.model.duration import Duration
from reglint.model.place import Place
from reglint.model.quantity import Address, Money, Network, Percent, Version
from reglint.model.verdict import Basis, Reason

Value: TypeAlias = (
    bool
    | int
    | Decimal
    | str
    | Duration
    | Money
    | Percent
    | Version
    | dt.date
    | dt.datetime
    | Address
    | Network
)


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that nobody can vouch for, with the reason and, where that helps, words for a person."""

    reason: Reason
    detail: str = ""

    def __bool__(self) -> bool:
        raise TypeError("an unknown is neither true nor false")


@dataclass(frozen=True, slots=True)
class Attestation:
    """Who vouches for what a platform file says, by which evidence, and from which day to which, inclusive.

    A day is None where what is written is none. `place` is where the attestation stands.
    """

    by: str
    evidence: str
    on: dt.date | None
    expires: dt.date | None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A leaf: the value of one setting.

    `name` is the path with identities, such as `logging.streams[name=payment].retention`. `shown` is the
    value as a person may see it; a sensitive value is a class word already and never stands here in clear.
    `note` qualifies the value ("unless LOG_DAYS is set", "product default"). `attested` is the attestation
    that speaks of it, whether it holds or is why the value is unknown.
    """

    name: str
    value: Value | Unknown
    basis: Basis = Basis.DECLARED
    place: Place | None = None
    shown: str = ""
    note: str = ""
    attested: Attestation | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """An object: named fields. `component` and `environment` are set on observed elements of a series."""

    name: str
    fields: Mapping[str, FactTree]
    place: Place | None = None
    component: str = ""
    environment: str = ""
    attested: Attestation | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A list. `inventory`: there must be some. `closed`: a person has said the list, so it is complete.

    `attested` is the attestation that holds of it as a whole, as it is for a record.
    """

    name: str
    items: tuple[FactTree, ...]
    place: Place | None = None
    inventory: bool = True
    closed: bool = True
    attested: Attestation | None = None


FactTree: TypeAlias = Fact | Record | Series
