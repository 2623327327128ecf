"""What a schema can't see: whether the parts of an instrument's file agree with each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import combinations

from reglint.law.schema import InstrumentFile, ProvisionEntry, VersionEntry
from reglint.law.spelling import did_you_mean
from reglint.law.validate import Locate, said_at
from reglint.model.diagnostic import Diagnostic
from reglint.model.place import Place


def instrument_faults(
    file: InstrumentFile, pointers: tuple[str, ...], locate: Locate
) -> tuple[Diagnostic, ...]:
    """Names that nothing bears, ids that two things bear, days that can't be.

    `pointers` leads to each provision, in order; `locate` gives the place of a pointer.
    """
    return (
        *_versions_faults(file.versions, locate),
        *(
            fault
            for position, stay in enumerate(file.suspended)
            for fault in days_in_order(stay.since, stay.until, locate(f"/suspended/{position}/until"))
        ),
        *repeated(
            (entry.id, locate(f"{at}/id")) for entry, at in zip(file.provisions, pointers, strict=True)
        ),
        *(
            fault
            for entry, at in zip(file.provisions, pointers, strict=True)
            for fault in _provision_faults(entry, file, at, locate)
        ),
    )


def repeated(ids: Iterable[tuple[str, Place]]) -> Iterator[Diagnostic]:
    """A diagnostic for every id but the first of those that are the same."""
    first: dict[str, Place] = {}
    for name, place in ids:
        if name in first:
            yield said_at(
                place, "duplicate-id", f'"{name}" is there already, at {first[name]}.', "Write another id."
            )
        first.setdefault(name, place)


def days_in_order(first: dt.date | None, last: dt.date | None, place: Place) -> Iterator[Diagnostic]:
    """A diagnostic where the last day lies before the first."""
    if first is not None and last is not None and last < first:
        message = f"The last day, {last}, lies before the first, {first}."
        yield said_at(place, "wrong-value", message, f"Write a day from {first} on.")


def _versions_faults(versions: list[VersionEntry], locate: Locate) -> Iterator[Diagnostic]:
    pointers = [f"/versions/{position}" for position in range(len(versions))]
    yield from repeated(
        (version.id, locate(f"{at}/id")) for version, at in zip(versions, pointers, strict=True)
    )
    for version, at in zip(versions, pointers, strict=True):
        yield from days_in_order(version.since or version.seen, version.until, locate(f"{at}/until"))
        if version.since is None and version.seen is None:
            message = f'Version "{version.id}" has no first day.'
            hint = "Write seen: and the day of the text that was read."
            yield said_at(locate(f"{at}/from"), "missing-key", message, hint)
    for (earlier, _), (later, at) in combinations(zip(versions, pointers, strict=True), 2):
        if _overlap(earlier, later):
            message = f'Versions "{earlier.id}" and "{later.id}" are in force on the same day.'
            yield said_at(
                locate(f"{at}/from"), "version-overlap", message, "Write until: in the earlier one."
            )


def _overlap(one: VersionEntry, other: VersionEntry) -> bool:
    starts = one.since or one.seen, other.since or other.seen
    ends = one.until or dt.date.max, other.until or dt.date.max
    return None not in starts and max(day for day in starts if day) <= min(ends)


def _provision_faults(
    entry: ProvisionEntry, file: InstrumentFile, at: str, locate: Locate
) -> Iterator[Diagnostic]:
    versions = {version.id: version for version in file.versions}
    for name, location in entry.at.items():
        yield from days_in_order(location.since, location.until, locate(f"{at}/at/{name}/until"))
        if name not in versions:
            message = f'{file.id} has no version "{name}".'
            yield said_at(locate(f"{at}/at/{name}"), "unknown-version", message, did_you_mean(name, versions))
    known = {provision.id for provision in file.provisions}
    for position, penalty in enumerate(entry.penalties):
        if penalty not in known:
            message = f'{file.id} has no provision "{penalty}".'
            place = locate(f"{at}/penalties/{position}")
            yield said_at(place, "unknown-provision", message, did_you_mean(penalty, known))
