"""What is known of a platform: its file, what the sources see, and both in one tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePosixPath
from typing import TypeVar

from reglint.documents.discover import Discovery, discover
from reglint.documents.formats import Document, format_of
from reglint.documents.node import Node
from reglint.facts.assign import add_role, assign, empty_root
from reglint.facts.attest import attest
from reglint.facts.attestations import read_attestations
from reglint.facts.collect import Collected, Open, collect
from reglint.facts.declared import Declared, read_declared
from reglint.facts.merge import Merged, merge, walk
from reglint.facts.shipped import Vocabulary
from reglint.model.assessment import Skipped, SourceRead
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.told import Told
from reglint.pipeline.evidence import evidence_in
from reglint.pipeline.project import (
    Project,
    build_roots,
    by_suffix,
    inside,
    is_platform_file,
    kind_of,
    looked_at,
    nearly_platform_files,
    platform_files,
    unread,
)
from reglint.pipeline.request import Refused, Request, refused

_Passed = TypeVar("_Passed", SourceRead, Skipped)


@dataclass(frozen=True, slots=True)
class Sight:
    """The facts of a platform, and each of its files in one of `read`, `skipped` and `unread_files`.

    `unread` counts the last by suffix. `said` is what the platform file and the command line say, as it is
    written.
    """

    merged: Merged
    said: Node
    declared: Declared
    collected: Collected
    platform: str | None
    read: tuple[SourceRead, ...]
    skipped: tuple[Skipped, ...]
    unread: Mapping[str, int]
    unread_files: tuple[str, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong in the platform file, with folders and names, and in the files that were found."""
        return (*self.declared.diagnostics, *self.warnings, *self.collected.diagnostics)


def look(project: Project, request: Request, vocabulary: Vocabulary) -> Sight | Refused:
    """Everything that can be known of the project."""
    everything = _with_named(discover(project.root), project, request)
    platform = _platform_file(project, request, everything)
    if isinstance(platform, Refused):
        return platform
    written = _written(project, platform)
    if isinstance(written, Refused):
        return written
    said = _with_command_line(written, request, vocabulary)
    if isinstance(said, Refused):
        return said
    declared = _vouched_for(
        project,
        request,
        written,
        _declared(written, said, vocabulary, header=platform is not None),
        vocabulary,
    )
    astray = tuple(_astray(project, said))
    if astray:
        return Refused(astray)
    everything = _with_files(everything, _files_named(project, declared))
    observed = _observed(project, declared, everything)
    files, unopened = looked_at(project, observed, platform, vocabulary.sources, request.told)
    collected = collect(
        files,
        vocabulary.sources,
        vocabulary.schema,
        open_document=_telling(project.document, len(files), request.told),
        build_roots=build_roots(everything.files),
    )
    fault = _named_fault(project, request, declared, collected)
    if fault is not None:
        return Refused((fault,))
    read = _by_path((*_platform_read(platform, declared), *collected.read))
    passed_over = _by_path((*everything.skipped, *unopened, *collected.skipped))
    left = unread(everything.files, (*_paths(read), *_paths(passed_over)))
    return Sight(
        merge(declared.facts, collected.observations, vocabulary.schema),
        said,
        declared,
        collected,
        platform,
        read,
        passed_over,
        by_suffix(left),
        left,
        (*observed.closed, *(nearly_platform_files(everything.files) if platform is None else ())),
    )


def _with_named(found: Discovery, project: Project, request: Request) -> Discovery:
    """The files that were found, and those that the user named, wherever they stand."""
    return _with_files(found, [inside(project.root, path) for path in request.files])


def _with_files(found: Discovery, named: Iterable[str]) -> Discovery:
    """The discovery with files that somebody named: they are read, also where git ignores them."""
    more = set(named) - set(found.files)
    if not more:
        return found
    skipped = tuple(one for one in found.skipped if one.path not in more)
    return replace(found, files=tuple(sorted({*found.files, *more})), skipped=skipped)


def _files_named(project: Project, declared: Declared) -> Iterator[str]:
    """The regular files in `observe`."""
    for one in declared.observe:
        file = project.root / one
        if file.is_file() and not file.is_symlink():
            yield inside(project.root, file)


def _platform_file(project: Project, request: Request, everything: Discovery) -> str | Refused | None:
    named = (inside(project.root, path) for path in request.files)
    found = tuple(path for path in named if is_platform_file(project, path))
    found = found or platform_files(project, everything.files)
    if len(found) > 1:
        message = f"There are {len(found)} platform files: {', '.join(found)}."
        return refused("two-platforms", message, hint="Name the folder of one of them.")
    return found[0] if found else None


def _written(project: Project, platform: str | None) -> Node | Refused:
    """What the platform file says."""
    if platform is None:
        return empty_root()
    document = project.document(platform, format_of(platform) or "yaml")
    if any(one.level is Level.ERROR for one in document.diagnostics):
        return Refused(tuple(document.diagnostics))
    if len(document.roots) != 1:
        message = f"A platform file is one document, and this has {len(document.roots)}."
        return refused("documents", message, platform, hint='Write reglint: "1" and what is known below it.')
    return document.roots[0]


def _with_command_line(root: Node, request: Request, vocabulary: Vocabulary) -> Node | Refused:
    try:
        for fact, text in request.facts:
            root = assign(root, fact, text, vocabulary.schema)
    except ValueError as fault:
        return refused("set", str(fault))
    for jurisdiction, role in request.roles:
        root = add_role(root, jurisdiction, role)
    return root


def _declared(written: Node, said: Node, vocabulary: Vocabulary, *, header: bool) -> Declared:
    """What is declared; a fault of the platform file stays one where the command line says something else."""
    declared = read_declared(said, vocabulary.schema, header=header)
    if said is written:
        return declared
    faults = read_declared(written, vocabulary.schema, header=header).diagnostics
    more = declared.diagnostics if isinstance(written.value, Mapping) else ()
    return replace(declared, diagnostics=tuple(dict.fromkeys((*faults, *more))))


def _vouched_for(
    project: Project, request: Request, written: Node, declared: Declared, vocabulary: Vocabulary
) -> Declared:
    """What is declared, with the attestations of the platform file as they stand on the day."""
    facts, faults = attest(
        declared.facts,
        read_attestations(written, vocabulary.schema),
        vocabulary.schema,
        day=request.as_of,
        look=partial(evidence_in, project.root),
    )
    return replace(declared, facts=facts, diagnostics=(*declared.diagnostics, *faults))


def _astray(project: Project, said: Node) -> Iterator[Diagnostic]:
    """A fault for each place in `observe` that is not in the project: nothing would be seen there."""
    observe = said.value.get("observe") if isinstance(said.value, Mapping) else None
    named = observe.value if observe is not None and isinstance(observe.value, tuple) else ()
    root = project.root.resolve()
    for one in named:
        target = (root / one.text).resolve()
        if not (target.is_relative_to(root) and target.exists()):
            place = one.place()
            message = f"There is no {one.text} in the project."
            hint = "Name folders and files below the platform file's folder."
            yield Diagnostic("observe", message, place.path, place.line, place.column, hint)


def _observed(project: Project, declared: Declared, everything: Discovery) -> Discovery:
    named = tuple(PurePosixPath(one).as_posix() for one in declared.observe)
    if not named or "." in named:
        return everything
    return _with_files(discover(project.root, named), _files_named(project, declared))


def _telling(open_document: Open, total: int, told: Told) -> Open:
    """The same way to open a file, that tells how many have been opened, of how many there may be."""
    opened: set[str] = set()

    def opening(path: str, kind: str) -> Document:
        opened.add(path)
        told(len(opened), max(total, len(opened)))
        return open_document(path, kind)

    return opening


def _platform_read(platform: str | None, declared: Declared) -> Iterator[SourceRead]:
    if platform is not None:
        places = (fact.place for fact in walk(declared.facts))
        count = sum(place is not None and place.path == platform for place in places)
        yield SourceRead(platform, "platform", count)


def _named_fault(
    project: Project, request: Request, declared: Declared, collected: Collected
) -> Diagnostic | None:
    """What is wrong with a file that the user or the platform file named: there it is no warning."""
    link = next((path for path in request.named if path.is_file() and path.is_symlink()), None)
    if link is not None:
        hint = "Name the file that it leads to."
        return Diagnostic("symbolic-link", "A symbolic link is not followed.", link.as_posix(), hint=hint)
    paths = [PurePosixPath(one).as_posix() for one in declared.observe]
    paths += [inside(project.root, path) for path in request.files]
    read = {one.path for one in collected.read}
    return next(_faults(project, (path for path in paths if path not in read)), None)


def _faults(project: Project, paths: Iterable[str]) -> Iterator[Diagnostic]:
    for path in paths:
        kind = kind_of(project, path) if (project.root / path).is_file() else None
        diagnostics = project.document(path, kind).diagnostics if kind else ()
        yield from (one for one in diagnostics if one.level is Level.ERROR)


def _paths(entries: Iterable[SourceRead | Skipped]) -> Iterator[str]:
    yield from (one.path for one in entries)


def _by_path(entries: Iterable[_Passed]) -> tuple[_Passed, ...]:
    """One entry a path, the last that was made, sorted."""
    found = {one.path: one for one in entries}
    return tuple(found[path] for path in sorted(found))
