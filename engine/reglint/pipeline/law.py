"""Instruments by id, for those who want to read the law and not to check a platform."""

from __future__ import annotations

from dataclasses import dataclass

from reglint.law.spelling import did_you_mean
from reglint.model.law import Instrument
from reglint.model.rule import Rule
from reglint.pipeline.knowledge import load_packs
from reglint.pipeline.request import Refused, refused


@dataclass(frozen=True, slots=True)
class InstrumentFound:
    """An instrument, and every rule of the shipped packs."""

    instrument: Instrument
    rules: tuple[Rule, ...]


def find_instrument(instrument: str) -> InstrumentFound | Refused:
    """The shipped instrument with an id, or a refusal that names a near one, or all."""
    packs = load_packs()
    known = packs.catalogue.instruments
    if instrument not in known:
        hint = did_you_mean(instrument, known, show_all=len(known))
        return refused("unknown-instrument", f'There is no instrument "{instrument}".', hint=hint)
    return InstrumentFound(known[instrument], tuple(loaded.rule for loaded in packs.rules))
