"""Instruments by id, for those who want to read the law and not to check a platform."""

from __future__ import annotations

from dataclasses import dataclass

from reglint.facts.leaf import did_you_mean
from reglint.facts.shipped import shipped_vocabulary
from reglint.model.law import Instrument
from reglint.model.rule import Rule
from reglint.packs.load import load_packs
from reglint.pipeline.request import Refused, refused


@dataclass(frozen=True, slots=True)
class InstrumentFound:
    """An instrument, and every rule of the shipped packs."""

    instrument: Instrument
    rules: tuple[Rule, ...]


def find_instrument(instrument: str) -> InstrumentFound | Refused:
    """The shipped instrument with an id, or a refusal that names near ones."""
    packs = load_packs(shipped_vocabulary().schema)
    known = packs.catalogue.instruments
    if instrument not in known:
        near = did_you_mean(instrument, list(known)) or f"; write one of {', '.join(sorted(known))}"
        return refused("unknown-instrument", f'there is no instrument "{instrument}"{near}')
    return InstrumentFound(known[instrument], tuple(loaded.rule for loaded in packs.rules))
