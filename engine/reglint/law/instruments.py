"""Instruments from their files."""

from __future__ import annotations

from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.law.consistent import instrument_faults
from reglint.law.schema import InstrumentFile, LocationEntry, ProvisionEntry, SuspensionEntry, VersionEntry
from reglint.law.strict_schema import Names, Words
from reglint.law.validate import locator, read_entries
from reglint.model.diagnostic import Diagnostic
from reglint.model.law import Instrument, InstrumentVersion, Limit, Location, Provision, Suspension
from reglint.model.text import Text


def parse_instrument(root: Node, path: str) -> tuple[Instrument | None, tuple[Diagnostic, ...]]:
    """The instrument that a document describes, and everything that is wrong with it.

    A faulty provision is left out and costs no other; there is no instrument where its own keys or its
    versions are faulty.
    """
    entries = read_entries(InstrumentFile, root, path, entries="provisions")
    if entries.model is None:
        return None, entries.diagnostics
    pointers = tuple(node.pointer for node in entries.nodes)
    faults = instrument_faults(entries.model, pointers, locator(root, path))
    return _instrument(entries.model), (*entries.diagnostics, *faults)


def text_of(words: Words | Names | None) -> Text:
    """The words that were written, by language."""
    return words.model_dump(exclude_none=True) if words else {}


def _instrument(file: InstrumentFile) -> Instrument:
    return Instrument(
        id=file.id,
        jurisdiction=file.jurisdiction,
        titles=text_of(file.titles),
        force=file.force,
        issuer=text_of(file.issuer),
        authority=text_of(file.authority),
        versions=tuple(map(_version, file.versions)),
        provisions=_provisions(file.provisions),
        suspended=tuple(map(_suspension, file.suspended)),
        citation_style=file.citation_style or "article",
    )


def _version(entry: VersionEntry) -> InstrumentVersion:
    return InstrumentVersion(
        id=entry.id,
        url=entry.url or "",
        adopted=entry.adopted,
        since=entry.since,
        seen=entry.seen,
        until=entry.until,
        number=entry.number or "",
    )


def _suspension(entry: SuspensionEntry) -> Suspension:
    return Suspension(entry.since, entry.until, entry.by, entry.url or "")


def _provisions(entries: list[ProvisionEntry]) -> Mapping[str, Provision]:
    """By id; of two with the same id the first."""
    provisions: dict[str, Provision] = {}
    for entry in entries:
        provisions.setdefault(entry.id, _provision(entry))
    return provisions


def _provision(entry: ProvisionEntry) -> Provision:
    return Provision(
        id=entry.id,
        at={version: _location(location) for version, location in entry.at.items()},
        duty=text_of(entry.duty),
        limits={name: Limit(limit.op, limit.value) for name, limit in entry.limits.items()},
        penalties=tuple(entry.penalties),
        read_text=entry.read.text if entry.read else "",
        read_on=entry.read.on if entry.read else None,
    )


def _location(entry: LocationEntry) -> Location:
    return Location(
        article=entry.article,
        paragraph=entry.paragraph,
        item=entry.item,
        point=entry.point,
        sentence=entry.sentence,
        since=entry.since,
        until=entry.until,
    )
