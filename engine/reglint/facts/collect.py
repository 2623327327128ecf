"""All files × all sources → what is observed, what was read and what could not be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeAlias

from reglint.documents.formats import Document
from reglint.documents.node import Node
from reglint.facts.bundles import bundles
from reglint.facts.compose_extends import with_extended
from reglint.facts.container_looks import CONTAINERS, container_looks
from reglint.facts.env_files import with_environment
from reglint.facts.inside import files_inside, inner_document
from reglint.facts.kubernetes_around import with_objects_around
from reglint.facts.kubernetes_settings import with_settings
from reglint.facts.look import Group, Look, grouped, has_wanted, looks
from reglint.facts.observe import Observation, observations, unreadable
from reglint.facts.origin import component_of
from reglint.facts.own_files import own_files, with_own_files
from reglint.facts.own_options import is_of_options, with_own_options
from reglint.facts.rotation import with_rotation
from reglint.facts.source import Match, Source
from reglint.facts.terraform_blocks import gives_values, is_terraform
from reglint.facts.terraform_looks import RootModule, root_modules
from reglint.facts.tree import plant
from reglint.facts.view import compose
from reglint.model.assessment import Skipped, SourceRead
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.fact import Fact, FactTree
from reglint.model.place import Place
from reglint.model.schema import ObjectType

_ROTATION = "logrotate"
_ENVIRONMENT = "dotenv"

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
    sources: tuple[Source, ...]
    looks: list[Look] = field(default_factory=list)
    blind: list[Observation] = field(default_factory=list)
    faults: dict[str, Diagnostic] = field(default_factory=dict)
    environments: Mapping[str, Node] = field(default_factory=dict)
    read_compose: Callable[[str], Node | None] = field(default=lambda _path: None)
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
    all_files, all_sources = list(files), tuple(sources)
    read_compose = partial(_compose, {file.path: file for file in all_files}, open_document)
    environments = _environments(all_files, open_document)
    looking = _Looking(schema, all_sources, environments=environments, read_compose=read_compose)
    words = bundles(file.path for file in all_files)
    settings = (one for one in all_files if one.path not in words)
    for file in sorted(settings, key=_is_environment):
        if _is_environment(file) and file.path in looking.readers:
            continue  # a compose file has read it, and says whose it is
        component = component_of(file.path, build_roots)
        for source, matches in _candidates(file, all_sources):
            document = open_document(file.path, source.readers.get(file.format, file.format))
            _look(looking, source, matches, document, component)
    for module in root_modules(*_modules(all_files, open_document)):
        _look_at_module(looking, module, build_roots)
    looking.looks[:] = _with_settings(looking.looks)
    for one in [look for look in looking.looks if look.source.view in CONTAINERS]:
        _look_at_containers(looking, one)
    paths = frozenset(file.path for file in all_files)
    observed = list(_observed(list(grouped(looking.looks)), schema, paths))
    options = [one for one in observed if is_of_options(one)]
    others = [one for one in observed if not is_of_options(one)]
    served = with_own_options(with_own_files(others, own_files(looking.looks)), options)
    seen = (*looking.blind, *served)
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


def _is_environment(file: Found) -> bool:
    return file.format == _ENVIRONMENT


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
    if fault is None and source.view == "terraform" and is_terraform(path):
        return  # a part of a module, which is looked at as a whole
    if fault is None:
        found = list(looks(source, matches, document, component))
        if source.view == "compose":
            found = [_with_environment(looking, one) for one in found]
        looking.looks.extend(found)
        if found:
            _note_reader(looking, found[0].tree.root.path or path, source)
        for one in found if source.view == "kubernetes" else ():
            _look_inside(looking, one, document.text)
        return
    looking.faults.setdefault(path, fault)
    if any(match.sure_of(document.text) for match in matches):
        looking.sure.add(path)
        place = Place(fault.path or path, fault.line, fault.column)
        looking.blind.extend(unreadable(source, looking.schema, place, component))


def _look_at_module(looking: _Looking, module: RootModule, build_roots: frozenset[str]) -> None:
    tree = plant(module.view.root, module.view.remarks)
    path, own = module.paths[0], module.folder
    component = component_of(path, build_roots) if own == "." else own
    for source in (one for one in looking.sources if one.view == "terraform"):
        if has_wanted(source.matches, tree):
            looking.looks.append(Look(source, path, tree, component, module.environment))
            for read in module.paths:
                _note_reader(looking, read, source)


def _with_environment(looking: _Looking, one: Look) -> Look:
    extended = with_extended(one.tree.root, one.path, looking.read_compose)
    whole = with_environment(extended.root, one.path, looking.environments.get)
    for path in (*extended.paths, *whole.paths):
        _note_reader(looking, path, one.source)
    return replace(one, tree=plant(whole.root), around=whole.around)


def _with_settings(all_looks: Iterable[Look]) -> Iterator[Look]:
    """The looks, those at manifests with what other objects of the project say."""
    seen = list(all_looks)
    manifests = [one for one in seen if one.source.view == "kubernetes"]
    filled = with_settings([(one.path, one.tree.root) for one in manifests])
    whole = with_objects_around([(one.path, root) for one, root in zip(manifests, filled, strict=True)])
    changed = {
        id(one): replace(one, tree=plant(root))
        for one, root in zip(manifests, whole, strict=True)
        if root is not one.tree.root
    }
    yield from (changed.get(id(one), one) for one in seen)


def _look_at_containers(looking: _Looking, one: Look) -> None:
    """What the sources of products see in variables and command lines of containers."""
    for source, look in container_looks(one, looking.sources):
        looking.looks.append(look)
        _note_reader(looking, one.tree.root.path or one.path, source)


def _look_inside(looking: _Looking, one: Look, manifest: str) -> None:
    """What the sources of other products see in the files that a manifest holds."""
    for file in files_inside(one.tree.root, one.path):
        component = f"{one.component}/{file.owner}"
        for source, matches in _candidates(Found(file.path, file.format, file.holder.text), looking.sources):
            if source.view != "kubernetes":
                document = inner_document(file, source.readers.get(file.format, file.format), manifest)
                _look(looking, source, matches, document, component)


def _note_reader(looking: _Looking, path: str, source: Source) -> None:
    readers = looking.readers.setdefault(path, [])
    readers += [] if source.id in readers else [source.id]


def _environments(files: Iterable[Found], open_document: Open) -> Mapping[str, Node]:
    """The environment files of the project that can be read, by path."""
    documents = (open_document(file.path, file.format) for file in files if _is_environment(file))
    return {one.path: one.roots[0] for one in documents if one.roots}


def _compose(files: Mapping[str, Found], open_document: Open, path: str) -> Node | None:
    """A compose file of the project by its path, in the view of compose; None where it can't be read."""
    file = files.get(path)
    roots = open_document(path, file.format).roots if file is not None and file.format == "yaml" else ()
    return compose(roots[0]) if roots else None


def _modules(files: Iterable[Found], open_document: Open) -> tuple[Mapping[str, Node], frozenset[str]]:
    """The files of Terraform's modules that can be read, by path, and the paths of those that can't."""
    wanted = (file for file in files if is_terraform(file.path) or gives_values(file.path))
    documents = [open_document(file.path, file.format) for file in wanted]
    broken = frozenset(one.path for one in documents if not one.roots)
    return {one.path: one.roots[0] for one in documents if one.roots}, broken


def _observed(groups: list[Group], schema: ObjectType, paths: frozenset[str]) -> Iterator[Observation]:
    def of(chosen: Iterable[Group]) -> Iterator[Observation]:
        for group in chosen:
            yield from observations(replace(group.sight, paths=paths), group.source, schema)

    rotating = [group for group in groups if group.source.id == _ROTATION]
    yield from with_rotation(of(one for one in groups if one.source.id != _ROTATION), of(rotating))


def _each_once(seen: Iterable[Observation]) -> tuple[Observation, ...]:
    """Two sources may know the same setting, two profiles may read the same; it is one observation."""
    once: dict[tuple[str, ...], Observation] = {}
    told: dict[tuple[str, str], list[Observation]] = {}
    for one in seen:
        before = told.setdefault((one.into, one.record.name), [])
        if not any(_is_told(one, earlier) for earlier in before):
            before.append(one)
            once.setdefault(_spot(one), one)
    return tuple(once.values())


def _is_told(one: Observation, earlier: Observation) -> bool:
    """Whether one says nothing more: what reads a profile alone sees less of it than Spring's source does."""
    said, before = _told(one), _told(earlier)
    if one.source == earlier.source:
        return said == before
    return all(before.get(field) == fact for field, fact in said.items())


def _told(one: Observation) -> Mapping[str, FactTree]:
    return {field: fact for field, fact in one.record.fields.items() if field != "name"}


def _spot(one: Observation) -> tuple[str, ...]:
    """What is observed, and where in the text: a value behind an alias is one, however often it is used.

    A module of Terraform is as often as it is called with values that stand elsewhere.
    """
    own, facts = one.record.place, one.record.fields.values()
    places = (fact.place for fact in facts if isinstance(fact, Fact) and fact.place is not None)
    elsewhere = dict.fromkeys(str(place) for place in places if own is not None and place.path != own.path)
    return one.into, one.record.name, str(own), one.filled_by, *elsewhere


def _read(readers: Mapping[str, list[str]], seen: Iterable[Observation]) -> tuple[SourceRead, ...]:
    counts: Counter[str] = Counter()
    for one in seen:
        counts[one.record.place.path if one.record.place else ""] += len(one.record.fields)
    return tuple(SourceRead(path, ", ".join(ids), counts[path]) for path, ids in readers.items())
