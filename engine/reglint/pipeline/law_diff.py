"""The law of two days, or two versions of an instrument, and what is different."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from reglint.law.spelling import did_you_mean
from reglint.model.law import Instrument
from reglint.model.quantity import parse_date
from reglint.packs.law_diff import LawDifference, law_difference
from reglint.packs.pack import Packs
from reglint.pipeline.knowledge import load_packs
from reglint.pipeline.request import Refused, refused


def find_difference(first: str, last: str, jurisdictions: Collection[str] = ()) -> LawDifference | Refused:
    """The difference between two days, or between two versions of one instrument, written `cn-csl@2016`."""
    packs = load_packs()
    known = {one.jurisdiction for one in packs.catalogue.instruments.values()}
    for stranger in sorted(set(jurisdictions) - known):
        hint = f"Write one of {', '.join(sorted(known))}."
        return refused("unknown-jurisdiction", f'There is no law of "{stranger}".', hint=hint)
    names = {word.partition("@")[0] for word in (first, last) if "@" in word}
    begin, end = (_day(packs, word) for word in (first, last))
    if isinstance(begin, Refused):
        return begin
    if isinstance(end, Refused):
        return end
    if len(names) > 1:
        return refused("two-instruments", f"{first} and {last} are versions of two instruments.")
    chosen = [
        name
        for name, one in packs.catalogue.instruments.items()
        if (not names or name in names) and (not jurisdictions or one.jurisdiction in jurisdictions)
    ]
    return law_difference(packs, begin, end, chosen)


def _day(packs: Packs, word: str) -> dt.date | Refused:
    """The day that is written, or the first day of the version that is."""
    name, at, version = word.partition("@")
    if not at:
        try:
            return parse_date(word)
        except ValueError as fault:
            hint = "Write a day as in 2026-01-01, or a version as in cn-csl@2025."
            return refused("day", f'"{word}": {fault}', hint=hint)
    known = packs.catalogue.instruments
    if name not in known:
        return refused(
            "unknown-instrument", f'There is no instrument "{name}".', hint=did_you_mean(name, known)
        )
    return _first_day(known[name], version)


def _first_day(instrument: Instrument, version: str) -> dt.date | Refused:
    found = next((one for one in instrument.versions if one.id == version), None)
    if found is None:
        ids = [one.id for one in instrument.versions]
        hint = f"Write one of {', '.join(f'{instrument.id}@{one}' for one in ids)}."
        return refused("unknown-version", f'{instrument.id} has no version "{version}".', hint=hint)
    return found.since or found.seen or dt.date.min
