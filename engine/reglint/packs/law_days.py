"""The days on which law begins or ends to stand, as far as rules rest on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from reglint.law.in_force import first_days, last_days
from reglint.model.law import Instrument
from reglint.model.rule import Rule
from reglint.packs.pack import Packs

_DAY = dt.timedelta(days=1)


def law_days(packs: Packs, first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """The days after `first`, up to `last`, on which a rule or what it cites begins or has ended."""
    instruments = packs.catalogue.instruments
    days = {day for loaded in packs.rules for day in _days_of(loaded.rule, instruments)}
    return tuple(sorted(day for day in days if first < day <= last))


def _days_of(rule: Rule, instruments: Mapping[str, Instrument]) -> Iterator[dt.date]:
    yield from () if rule.since is None else (rule.since,)
    yield from () if rule.until is None else _after(rule.until)
    for cited in rule.cites:
        name, _, provision = cited.partition("#")
        yield from first_days(instruments[name], provision)
        for day in last_days(instruments[name], provision):
            yield from _after(day)


def _after(day: dt.date) -> Iterator[dt.date]:
    yield from () if day == dt.date.max else (day + _DAY,)
