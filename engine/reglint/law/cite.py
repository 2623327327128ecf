"""Citations: a provision as it stands on a day, ready to be shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from reglint.law.in_force import NotStanding, Standing, standing
from reglint.law.label import label
from reglint.law.spelling import did_you_mean
from reglint.model.law import Citation, Instrument


def cite(instrument: Instrument, provision: str, day: dt.date) -> Citation | None:
    """The provision with that id as it stands on a day; None where it does not stand."""
    match standing(instrument, provision, day):
        case NotStanding():
            return None
        case found:
            return _citation(instrument, provision, found)


def unknown_provision(cited: str, instruments: Mapping[str, Instrument]) -> str:
    """What to say of `instrument#provision` where there is no such thing; empty where there is."""
    name, _, provision = cited.partition("#")
    instrument = instruments.get(name)
    if instrument is None:
        return f'There is no instrument "{name}". {did_you_mean(name, instruments)}'.rstrip()
    if provision not in instrument.provisions:
        known = instrument.provisions
        return f'{name} has no provision "{provision}". {did_you_mean(provision, known)}'.rstrip()
    return ""


def _citation(instrument: Instrument, provision: str, found: Standing) -> Citation:
    return Citation(
        provision=f"{instrument.id}#{provision}",
        instrument=instrument.id,
        version=found.version.id,
        location=found.location,
        label=label(instrument, found.version, found.location),
        title=instrument.titles,
        url=found.version.url,
        force=instrument.force,
        duty=instrument.provisions[provision].duty,
    )
