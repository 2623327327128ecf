"""All files × all sources → what is observed, what was read and what could not be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from reglint.documents.formats import Document
from reglint.documents.node import Node
from reglint.facts.observe import Observation, Sight, observations, unreadable
from reglint.facts.origin import DEFAULT, component_of, environment_of, stem_of
from reglint.facts.source import Match, Source
from reglint.facts.tree import children, plant
from reglint.facts.view import VIEWS, laid_over
from reglint.model.assessment import Skipped, SourceRead
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.place import Place
from reglint.model.schema import ObjectType

Open: TypeAlias = Callable[[str, str], Document]
"""A file's path and the format to read it in → the document."""

_PROFILE_NAMES = (("spring", "config", "activate", "onprofile"), ("spring", "profiles"))


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
class _Look:
    source: Source
    document: Document
    root: Node
    component: str
    environment: str


def collect(
    files: Iterable[Found],
    sources: Iterable[Source],
    schema: ObjectType,
    *,
    open_document: Open,
    build_roots: frozenset[str],
) -> Collected:
    """What the sources observe in the files, in the order of the files and, in each, of the sources."""
    looks: list[_Look] = []
    seen: list[Observation] = []
    faults: dict[str, tuple[Diagnostic, bool]] = {}
    asked: dict[str, list[str]] = {}
    all_sources = tuple(sources)
    for file in files:
        for source, matches in _candidates(file, all_sources):
            document = open_document(file.path, source.readers.get(file.format, file.format))
            fault = next((one for one in document.diagnostics if one.level is Level.ERROR), None)
            component = component_of(file.path, build_roots)
            if fault is not None:
                sure = any(match.sure for match in matches)
                faults[file.path] = (fault, sure or faults.get(file.path, (fault, False))[1])
                if sure:
                    place = Place(file.path, fault.line, fault.column)
                    seen += unreadable(source, schema, place, component)
                continue
            found = list(_looks(source, matches, document, component))
            looks += found
            if found:
                asked.setdefault(file.path, []).append(source.id)
    seen += _observed(looks, schema)
    return Collected(
        observations=_each_once(seen),
        read=_read(asked, seen),
        skipped=tuple(Skipped(path, fault.message) for path, (fault, _) in faults.items()),
        diagnostics=tuple(replace(fault, level=Level.WARNING) for fault, sure in faults.values() if sure),
    )


def _candidates(file: Found, sources: tuple[Source, ...]) -> Iterator[tuple[Source, tuple[Match, ...]]]:
    for source in sources:
        if file.format in source.reads:
            matches = tuple(
                match
                for match in source.matches
                if match.name_fits(file.path) and (not match.contains or match.contains in file.text)
            )
            if matches:
                yield source, matches


def _looks(source: Source, matches: tuple[Match, ...], document: Document, component: str) -> Iterator[_Look]:
    for root in document.roots:
        view = VIEWS[source.view](root)
        tree = plant(view)
        if any(not match.has or next(tree.find(match.has), None) is not None for match in matches):
            environment = _profile(view) if source.profiles == "spring" else None
            yield _Look(source, document, view, component, environment or environment_of(document.path))


def _observed(looks: list[_Look], schema: ObjectType) -> Iterator[Observation]:
    defaults = _defaults(looks)
    for look in looks:
        own = frozenset(_ids(look.root))
        root = look.root
        if look.source.profiles and look.environment != DEFAULT:
            root = laid_over(defaults.get(_profile_key(look), ()), root)
        yield from observations(
            Sight(plant(root), look.component, look.environment, own), look.source, schema
        )


def _defaults(looks: list[_Look]) -> Mapping[tuple[str, str, str], list[Node]]:
    defaults: dict[tuple[str, str, str], list[Node]] = {}
    for look in looks:
        if look.source.profiles and look.environment == DEFAULT:
            defaults.setdefault(_profile_key(look), []).append(look.root)
    return defaults


def _profile_key(look: _Look) -> tuple[str, str, str]:
    return look.source.id, look.component, stem_of(look.document.path)


def _profile(view: Node) -> str | None:
    for names in _PROFILE_NAMES:
        node: Node | None = view
        for name in names:
            node = node.value.get(name) if node is not None and isinstance(node.value, Mapping) else None
        if node is not None and node.text:
            return node.text
    return None


def _ids(root: Node) -> Iterator[int]:
    pending = [root]
    while pending:
        node = pending.pop()
        yield id(node)
        pending += [inner for _, inner in children(node)]


def _each_once(seen: Iterable[Observation]) -> tuple[Observation, ...]:
    """Two sources may know the same setting; it is one observation."""
    once = {(one.into, one.record.name, one.record.place): one for one in reversed(list(seen))}
    return tuple(reversed(once.values()))


def _read(asked: Mapping[str, list[str]], seen: Iterable[Observation]) -> tuple[SourceRead, ...]:
    counts: dict[str, int] = {}
    for one in _each_once(seen):
        if one.record.place is not None:
            path = one.record.place.path
            counts[path] = counts.get(path, 0) + len(one.record.fields)
    return tuple(SourceRead(path, ", ".join(ids), counts.get(path, 0)) for path, ids in asked.items())
