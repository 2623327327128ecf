"""What stands on a day: the version of an instrument, and where a provision is in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from reglint.model.law import Force, Instrument, InstrumentVersion, Location, Provision, Suspension


class Absence(StrEnum):
    """Why a provision does not stand on a day. `unknown`: the instrument gives it no place or no day."""

    PROPOSAL = "proposal"
    SUSPENDED = "suspended"
    UPCOMING = "upcoming"
    UNSEEN = "unseen"
    ENDED = "ended"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Standing:
    """A provision that is in force, and where it stands."""

    version: InstrumentVersion
    location: Location


@dataclass(frozen=True, slots=True)
class NotStanding:
    """A provision that is not in force, and why.

    `day` is the first day on which it will be (upcoming), the day of the text that was read (unseen), the
    last day on which it was (ended) or on which it is suspended, all where known.
    """

    why: Absence
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class _Window:
    """The days on which a provision stands in one version. `seen`: the first is the day of a text read."""

    standing: Standing
    first: dt.date
    last: dt.date
    seen: bool


def version_on(instrument: Instrument, day: dt.date) -> InstrumentVersion | None:
    """The text in force on a day. A proposal never is; nothing is while suspended or before it was seen."""
    if instrument.force is Force.PROPOSAL or _stay(instrument, day):
        return None
    return next((version for version in instrument.versions if _covers(version, day)), None)


def stands(location: Location, day: dt.date) -> bool:
    """Whether a day lies within a location's own days, which narrow those of its version."""
    return (location.since or day) <= day <= (location.until or day)


def standing(instrument: Instrument, provision: str, day: dt.date) -> Standing | NotStanding:
    """Where the provision with that id stands on a day, or why it does not."""
    if provision not in instrument.provisions:
        return NotStanding(Absence.UNKNOWN)
    if instrument.force is Force.PROPOSAL:
        return NotStanding(Absence.PROPOSAL)
    windows = tuple(_windows(instrument, instrument.provisions[provision]))
    current = next((window for window in windows if window.first <= day <= window.last), None)
    if current is None:
        return _outside(windows, day)
    if stay := _stay(instrument, day):
        return NotStanding(Absence.SUSPENDED, stay.until)
    return current.standing


def first_days(instrument: Instrument, provision: str) -> tuple[dt.date, ...]:
    """The days on which the provision with that id begins to stand, or stands again after a suspension."""
    if provision not in instrument.provisions:
        return ()
    begun = (window.first for window in _windows(instrument, instrument.provisions[provision]))
    ends = (stay.until for stay in instrument.suspended)
    resumed = (last + dt.timedelta(days=1) for last in ends if last is not None and last < dt.date.max)
    return (*begun, *resumed)


def last_days(instrument: Instrument, provision: str) -> tuple[dt.date, ...]:
    """The last days on which the provision with that id stands, before an end or a suspension."""
    if provision not in instrument.provisions:
        return ()
    ended = (window.last for window in _windows(instrument, instrument.provisions[provision]))
    stayed = (stay.since - dt.timedelta(days=1) for stay in instrument.suspended if stay.since > dt.date.min)
    return (*ended, *stayed)


def _covers(version: InstrumentVersion, day: dt.date) -> bool:
    first = version.since or version.seen
    return first is not None and first <= day <= (version.until or day)


def _stay(instrument: Instrument, day: dt.date) -> Suspension | None:
    """The suspension that a day falls into."""
    return next((stay for stay in instrument.suspended if stay.since <= day <= (stay.until or day)), None)


def _windows(instrument: Instrument, provision: Provision) -> Iterator[_Window]:
    for version in instrument.versions:
        location = provision.at.get(version.id)
        first = version.since or version.seen
        if location is None or first is None:
            continue
        begins = max(first, location.since or first)
        last = min(version.until or dt.date.max, location.until or dt.date.max)
        seen = version.since is None and begins == first
        yield _Window(Standing(version, location), begins, last, seen)


def _outside(windows: tuple[_Window, ...], day: dt.date) -> NotStanding:
    """Why a day is in none of the windows; what is to come is said before what was."""
    later = min((window for window in windows if window.first > day), key=lambda w: w.first, default=None)
    if later is not None:
        return NotStanding(Absence.UNSEEN if later.seen else Absence.UPCOMING, later.first)
    if not windows:
        return NotStanding(Absence.UNKNOWN)
    return NotStanding(Absence.ENDED, max(window.last for window in windows))
