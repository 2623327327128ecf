"""What is known of a platform: its file, what the sources see, and both in one tree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reglint.documents.discover import discover
from reglint.documents.formats import format_of
from reglint.documents.node import Node
from reglint.facts.assign import add_role, assign, empty_root
from reglint.facts.collect import Collected, collect
from reglint.facts.declared import Declared, read_declared
from reglint.facts.merge import Merged, merge, walk
from reglint.facts.shipped import Vocabulary
from reglint.model.assessment import Skipped, SourceRead
from reglint.model.diagnostic import Diagnostic, Level
from reglint.pipeline.project import Project, build_roots, looked_at, platform_files, unread
from reglint.pipeline.request import Refused, Request, refused


@dataclass(frozen=True, slots=True)
class Sight:
    """The facts of a platform, and every file of the project in exactly one of `read`, `skipped` and `unread`."""

    merged: Merged
    declared: Declared
    collected: Collected
    platform: str | None
    read: tuple[SourceRead, ...]
    skipped: tuple[Skipped, ...]
    unread: Mapping[str, int]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong in the platform file and in the files that were found."""
        return (*self.declared.diagnostics, *self.collected.diagnostics)


def look(project: Project, request: Request, vocabulary: Vocabulary) -> Sight | Refused:
    """Everything that can be known of the project."""
    everything = discover(project.root)
    found = platform_files(project, everything.files)
    if request.path.name in {path.rpartition("/")[2] for path in found} and request.path.is_file():
        found = (request.path.name,)
    if len(found) > 1:
        hint = "Name the folder of one of them."
        return refused("two-platforms", f"{len(found)} platform files: {', '.join(found)}", hint=hint)
    platform = found[0] if found else None
    declared = _declared(project, platform, request, vocabulary)
    if isinstance(declared, Refused):
        return declared
    observed = discover(project.root, declared.observe) if declared.observe else everything
    files, skipped = looked_at(project, observed, platform)
    collected = collect(
        files,
        vocabulary.sources,
        vocabulary.schema,
        open_document=project.document,
        build_roots=build_roots(everything.files),
    )
    fault = _named_fault(project, request)
    if fault is not None:
        return Refused((fault,))
    read = (*_platform_read(platform, declared), *collected.read)
    passed_over = (*observed.skipped, *skipped, *collected.skipped)
    known = [*(one.path for one in read), *(one.path for one in passed_over)]
    return Sight(
        merge(declared.facts, collected.observations, vocabulary.schema),
        declared,
        collected,
        platform,
        tuple(sorted(read, key=lambda one: one.path)),
        tuple(sorted(passed_over, key=lambda one: one.path)),
        unread(observed.files, known),
    )


def _declared(
    project: Project, platform: str | None, request: Request, vocabulary: Vocabulary
) -> Declared | Refused:
    root = empty_root()
    if platform is not None:
        document = project.document(platform, format_of(platform) or "yaml")
        if not document.roots:
            return Refused(tuple(document.diagnostics))
        root = document.roots[0]
    said = _said_on_command_line(root, request, vocabulary)
    return (
        said
        if isinstance(said, Refused)
        else read_declared(said, vocabulary.schema, header=platform is not None)
    )


def _said_on_command_line(root: Node, request: Request, vocabulary: Vocabulary) -> Node | Refused:
    try:
        for fact, text in request.facts:
            root = assign(root, fact, text, vocabulary.schema)
    except ValueError as fault:
        return refused("set", str(fault))
    for jurisdiction, role in request.roles:
        root = add_role(root, jurisdiction, role)
    return root


def _platform_read(platform: str | None, declared: Declared) -> Iterable[SourceRead]:
    if platform is not None:
        count = sum(
            1 for fact in walk(declared.facts) if fact.place is not None and fact.place.path == platform
        )
        yield SourceRead(platform, "platform", count)


def _named_fault(project: Project, request: Request) -> Diagnostic | None:
    """What is wrong with the file that the user named: there it is no warning."""
    if not request.path.is_file():
        return None
    path = request.path.absolute().relative_to(project.root.absolute()).as_posix()
    kind = format_of(path)
    if kind is None:
        return None
    faults = (one for one in project.document(path, kind).diagnostics if one.level is Level.ERROR)
    return next(faults, None)
