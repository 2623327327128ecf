"""The files that were read → how many of their resources, workloads and services gave a fact, by source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reglint.facts.left_over import LeftOver, joined, left_over
from reglint.facts.selector_counts import candidates
from reglint.facts.source import Source
from reglint.model.assessment import SourceRead
from reglint.pipeline.project import Project, kind_of
from reglint.report.facts_found import PartsSeen


def parts_seen(
    project: Project, read: Iterable[SourceRead], sources: Iterable[Source]
) -> tuple[PartsSeen, ...]:
    """What is read of the project's parts, by the source that counts them; those that find none are left out.

    A part is read where any source reads it that looks at the document in the same way.
    """
    files, known = tuple(read), tuple(sources)
    counting = (_with_its_view(one, known) for one in known if one.counted.each)
    found = ((source, joined(_left_over(project, files, source))) for source in counting)
    return tuple(
        PartsSeen(source.id, left.total, left.read, left.unread) for source, left in found if left.total
    )


def _with_its_view(source: Source, known: tuple[Source, ...]) -> Source:
    """The source with the extractions of all that share its view."""
    alike = (extraction for one in known if one.view == source.view for extraction in one.extractions)
    return replace(source, extractions=tuple(alike))


def _left_over(project: Project, read: Iterable[SourceRead], source: Source) -> Iterator[LeftOver]:
    for file in read:
        kind = kind_of(project, file.path) if source.id in file.format.split(", ") else None
        if kind is not None:
            document = project.document(file.path, source.readers.get(kind, kind))
            yield left_over(source, (tree for tree, _ in candidates(source, document)))
