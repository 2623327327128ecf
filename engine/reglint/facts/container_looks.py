"""What the sources of products see in containers: Spring's in variables and options, servers' in options."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reglint.facts.containers import containers
from reglint.facts.look import Look
from reglint.facts.server_options import server_options
from reglint.facts.source import Extraction, Setting, Source
from reglint.facts.spring_variables import spring_variables
from reglint.facts.tree import plant

CONTAINERS = ("compose", "kubernetes", "dockerfile")
"""The views that have containers."""

OPTIONS = " options"
"""The end of a source's id where it reads a command line."""

_STORES = "datastores[]"


def container_looks(one: Look, sources: Iterable[Source]) -> Iterator[tuple[Source, Look]]:
    """The looks at containers in a document, which are filled in as their file says, and their sources."""
    known = tuple(sources)
    yield from _at_spring(one, known)
    yield from _at_servers(one, known)


def _at_spring(one: Look, sources: tuple[Source, ...]) -> Iterator[tuple[Source, Look]]:
    for found in spring_variables(one.tree.root):
        for source in (known for known in sources if known.profiles == "spring"):
            seen = replace(source, placeholders=one.source.placeholders, profiles="")
            tree = plant(found.root)
            component = _component(one, found.owner)
            yield source, replace(one, source=seen, tree=tree, component=component, is_whole=False)


def _at_servers(one: Look, sources: tuple[Source, ...]) -> Iterator[tuple[Source, Look]]:
    for found in (known for known in containers(one.tree.root) if not known.is_step):
        options = server_options(found.container, found.commands)
        for source in (known for known in sources if options is not None and known.id == options.source):
            seen = _named(replace(source, placeholders=one.source.placeholders), found.name)
            component = _component(one, found.owner)
            tree = plant(options.root) if options is not None else one.tree
            yield source, replace(one, source=seen, tree=tree, component=component, is_whole=False)


def _component(one: Look, owner: str) -> str:
    return f"{one.component}/{owner}" if owner else one.component


def _named(source: Source, name: str) -> Source:
    """The source as it reads a command line, its data store named for the container."""
    if not name:
        return replace(source, id=f"{source.id}{OPTIONS}")
    extractions = tuple(_with_name(one, name) for one in source.extractions)
    return replace(source, id=f"{source.id}{OPTIONS}", extractions=extractions)


def _with_name(extraction: Extraction, name: str) -> Extraction:
    if extraction.into != _STORES:
        return extraction
    return replace(extraction, settings={**extraction.settings, "name": Setting(constant=name)})
