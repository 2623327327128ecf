"""All files × all sources → what is observed, what was read and what could not be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from reglint.documents.formats import Document
from reglint.facts.bundles import bundles
from reglint.facts.look import Group, Look, grouped, looks
from reglint.facts.observe import Observation, observations, unreadable
from reglint.facts.origin import component_of
from reglint.facts.source import Match, Source
from reglint.model.assessment import Skipped, SourceRead
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.place import Place
from reglint.model.schema import ObjectType

Open: TypeAlias = Callable[[str, str], Document]
"""A file's path and the format to read it in → the document."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may hold settings, the format that its name tells, and its text for a first look."""

    path: str
    format: str
    text: str


@dataclass(frozen=True, slots=True)
class Collected:
    """What the sources saw. Every file that one of them reads is in `read` or in `skipped`."""

    observations: tuple[Observation, ...]
    read: tuple[SourceRead, ...]
    skipped: tuple[Skipped, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Looking:
    """What has been seen so far, by file where it is of one: sources that read it, what is wrong with it."""

    schema: ObjectType
    looks: list[Look] = field(default_factory=list)
    blind: list[Observation] = field(default_factory=list)
    faults: dict[str, Diagnostic] = field(default_factory=dict)
    sure: set[str] = field(default_factory=set)
    readers: dict[str, list[str]] = field(default_factory=dict)


def collect(
    files: Iterable[Found],
    sources: Iterable[Source],
    schema: ObjectType,
    *,
    open_document: Open,
    build_roots: frozenset[str],
) -> Collected:
    """What the sources observe in the files, in the order of the files and, in each, of the sources."""
    looking = _Looking(schema)
    all_files, all_sources = list(files), tuple(sources)
    words = bundles(file.path for file in all_files)
    for file in (one for one in all_files if one.path not in words):
        component = component_of(file.path, build_roots)
        for source, matches in _candidates(file, all_sources):
            document = open_document(file.path, source.readers.get(file.format, file.format))
            _look(looking, source, matches, document, component)
    seen = (*looking.blind, *_observed(grouped(looking.looks), schema))
    failed = {path: fault for path, fault in looking.faults.items() if path not in looking.readers}
    return Collected(
        observations=_each_once(seen),
        read=_read(looking.readers, _each_once(seen)),
        skipped=tuple(Skipped(path, fault.message) for path, fault in failed.items()),
        diagnostics=tuple(
            replace(fault, level=Level.WARNING)
            for path, fault in looking.faults.items()
            if path in looking.sure
        ),
    )


def _candidates(file: Found, sources: tuple[Source, ...]) -> Iterator[tuple[Source, tuple[Match, ...]]]:
    for source in sources:
        if file.format in source.reads:
            matches = tuple(match for match in source.matches if match.file_fits(file.path, file.text))
            if matches:
                yield source, matches


def _look(
    looking: _Looking, source: Source, matches: tuple[Match, ...], document: Document, component: str
) -> None:
    path = document.path
    fault = next((one for one in document.diagnostics if one.level is Level.ERROR), None)
    if fault is None:
        found = list(looks(source, matches, document, component))
        looking.looks.extend(found)
        if found:
            looking.readers.setdefault(path, []).append(source.id)
        return
    looking.faults.setdefault(path, fault)
    if any(match.sure for match in matches):
        looking.sure.add(path)
        place = Place(path, fault.line, fault.column)
        looking.blind.extend(unreadable(source, looking.schema, place, component))


def _observed(groups: Iterable[Group], schema: ObjectType) -> Iterator[Observation]:
    for group in groups:
        yield from observations(group.sight, group.source, schema)


def _each_once(seen: Iterable[Observation]) -> tuple[Observation, ...]:
    """Two sources may know the same setting; it is one observation."""
    once: dict[tuple[str, str, str], Observation] = {}
    for one in seen:
        once.setdefault(_spot(one), one)
    return tuple(once.values())


def _spot(one: Observation) -> tuple[str, str, str]:
    """What is observed, and where in the text: a value behind an alias is one, however often it is used."""
    return one.into, one.record.name, str(one.record.place)


def _read(readers: Mapping[str, list[str]], seen: Iterable[Observation]) -> tuple[SourceRead, ...]:
    counts: Counter[str] = Counter()
    for one in seen:
        counts[one.record.place.path if one.record.place else ""] += len(one.record.fields)
    return tuple(SourceRead(path, ", ".join(ids), counts[path]) for path, ids in readers.items())
