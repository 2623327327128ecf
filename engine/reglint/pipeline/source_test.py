"""One file → what each source sees in it: why it is its file or not, selector by selector, fact by fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reglint.documents.select import Selector
from reglint.facts.collect import Collected, Found, collect
from reglint.facts.leaf import did_you_mean
from reglint.facts.left_over import left_over
from reglint.facts.look import has_wanted
from reglint.facts.merge import walk
from reglint.facts.selector_counts import candidates, chosen, selector_counts
from reglint.facts.shipped import shipped_vocabulary
from reglint.facts.source import Extraction, Match, Source
from reglint.facts.tree import Tree, plant
from reglint.facts.view import VIEWS
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.schema import ObjectType
from reglint.pipeline.project import Project, kind_of
from reglint.pipeline.request import Nothing, Refused, refused
from reglint.report.source_seen import FactSeen, FileSeen, PartSeen, SourceSeen, Tried

_NONE = frozenset[str]()
_NO_READER = "No reader knows this file by its name."


def shipped_sources() -> tuple[Source, ...]:
    """The sources that there are, by id."""
    return tuple(sorted(shipped_vocabulary().sources, key=lambda one: one.id))


def see_file(file: Path, only: str = "", *, encoding: str = "utf-8") -> FileSeen | Refused | Nothing:
    """What the sources see in a file by itself, or the one source that is named; nothing without a reader."""
    vocabulary = shipped_vocabulary()
    if only and only not in {one.id for one in vocabulary.sources}:
        known = [one.id for one in vocabulary.sources]
        hint = f"Write one of {', '.join(sorted(known))}."
        return refused(
            "unknown-source", f'There is no source "{only}"{did_you_mean(only, known)}.', hint=hint
        )
    if not file.is_file():
        return refused("no-such-path", f"{file} is no file that is there.")
    project = Project(file.parent, encoding)
    kind = kind_of(project, file.name)
    if kind is None:
        return Nothing(_NO_READER, (Diagnostic("format", _NO_READER, file.as_posix()),))
    sources = (one for one in vocabulary.sources if only in ("", one.id))
    seen = (_source(one, project, file.name, kind, vocabulary.schema) for one in sources)
    return FileSeen(
        file.as_posix(), kind, tuple(sorted(seen, key=lambda one: (not one.matches, one.source.id)))
    )


def _source(source: Source, project: Project, path: str, kind: str, schema: ObjectType) -> SourceSeen:
    if kind not in source.reads:
        return SourceSeen(source)
    document = project.document(path, source.readers.get(kind, kind))
    trees = tuple(plant(VIEWS[source.view](root)) for root in document.roots)
    text = project.text(path) or ""
    tried = tuple(Tried(one.names, tuple(_why_not(one, path, text, trees))) for one in source.matches)
    asked = candidates(source, document)
    own = tuple(tree for tree, matches in asked if has_wanted(matches, tree))

    def facts(extraction: Extraction) -> Iterator[FactSeen]:
        alone = replace(source, extractions=(extraction,))
        file = Found(path, kind, text)
        yield from _facts(
            alone, collect([file], [alone], schema, open_document=project.document, build_roots=_NONE)
        )

    parts = (
        PartSeen(one.into, sum(len(chosen(one, tree)) for tree in own), tuple(facts(one)))
        for one in source.extractions
    )
    faults = tuple(one for one in document.diagnostics if one.level is Level.ERROR)
    counts = selector_counts(source, asked)
    left = left_over(source, (tree for tree, _ in asked) if own else ())
    return SourceSeen(source, tried, tuple(parts) if own else (), counts, left, faults)


def _why_not(match: Match, path: str, text: str, trees: tuple[Tree, ...]) -> Iterator[tuple[str, str]]:
    """What keeps a file from being known by a match: its name, then its words, then what stands in it.

    Of a file that can't be read only the first two are asked.
    """
    if not replace(match, exceptions=()).name_fits(path):
        yield "names", ", ".join(match.names)
    elif not match.name_fits(path):
        yield "exceptions", ", ".join(match.exceptions)
    if not match.text_fits(text):
        yield "contains", ", ".join(match.contains)
    if trees and match.has and not _finds(match.has, trees):
        yield "has", ", ".join(one.text for one in match.has)
    lacking = [one.text for one in match.lacks if _finds((one,), trees)]
    if lacking:
        yield "lacks", ", ".join(lacking)


def _finds(selectors: tuple[Selector, ...], trees: tuple[Tree, ...]) -> bool:
    return any(True for tree in trees for _ in tree.find(selectors))


def _facts(source: Source, collected: Collected) -> Iterator[FactSeen]:
    """The facts that a source with one extraction gave."""
    settings = source.extractions[0].settings
    for one in collected.observations:
        for fact in walk(one.record):
            field = fact.name.removeprefix(f"{one.record.name}.").partition("[")[0]
            conversion = settings[field].conversion if field in settings else ""
            yield FactSeen(fact, conversion, one.record.component, one.record.environment)
