"""The facts schema and the sources that reglint ships."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from reglint.documents.lookup import plain
from reglint.documents.node import Node
from reglint.documents.shipped import shipped
from reglint.documents.yaml import read_yaml
from reglint.facts.schema import read_schema
from reglint.facts.source import Source
from reglint.facts.source_schema import read_source
from reglint.model.schema import ObjectType


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The types of facts, and where products keep them."""

    schema: ObjectType
    sources: tuple[Source, ...]


def shipped_vocabulary() -> Vocabulary:
    """The shipped schema and sources. A fault in them is a fault of reglint and raises."""
    return read_vocabulary(shipped("mappings"))


def read_vocabulary(mappings: Traversable) -> Vocabulary:
    """The schema and the sources in the folders `facts` and `sources`. Raises ValueError for a fault."""
    areas = {stem: plain(root) for stem, root in _roots(mappings, "facts")}
    sources = tuple(read_source(plain(root)) for _, root in _roots(mappings, "sources"))
    return Vocabulary(read_schema(_mappings(areas)), sources)


def _roots(mappings: Traversable, folder: str) -> Iterator[tuple[str, Node]]:
    for file in sorted((mappings / folder).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yaml"):
            path = f"mappings/{folder}/{file.name}"
            reading = read_yaml(file.read_text("utf-8"), path)
            if reading.diagnostics:
                raise ValueError(str(reading.diagnostics[0]))
            yield file.name.removesuffix(".yaml"), reading.roots[0]


def _mappings(areas: Mapping[str, object]) -> Mapping[str, Mapping[str, object]]:
    return {name: area for name, area in areas.items() if isinstance(area, Mapping)}
