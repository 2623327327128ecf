"""The facts schema and the sources that reglint ships."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from reglint.documents.lookup import plain
from reglint.documents.shipped import shipped
from reglint.documents.yaml import read_yaml
from reglint.facts.cache import cache_folder, kept, key_of
from reglint.facts.schema import read_schema
from reglint.facts.source import Source
from reglint.facts.source_plain import source_of
from reglint.model.schema import ObjectType

_FOLDERS = ("facts", "sources")
_SHAPE = ("shape", b"checked sources")  # of what is kept: another one has another key


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The types of facts, and where products keep them."""

    schema: ObjectType
    sources: tuple[Source, ...]


def shipped_vocabulary() -> Vocabulary:
    """The shipped schema and sources. A fault in them is a fault of reglint and raises."""
    return read_vocabulary(shipped("mappings"), cache=cache_folder(os.environ))


def read_vocabulary(mappings: Traversable, *, cache: Path | None = None) -> Vocabulary:
    """The schema and the sources in the folders `facts` and `sources`. Raises ValueError for a fault.

    What their files say, that of sources checked, is kept in the folder `cache` for the next time: there
    are many.
    """
    files = tuple(one for folder in _FOLDERS for one in _files(mappings, folder))
    said = kept(cache, "vocabulary", key_of((_SHAPE, *files)), lambda: dict(_plain(files)))
    texts = said if isinstance(said, Mapping) else {}
    facts, sources = (
        {_stem(path): one for path, one in texts.items() if path.startswith(f"{folder}/")}
        for folder in _FOLDERS
    )
    known = tuple(source_of(one) for one in _mappings(sources).values())
    return Vocabulary(read_schema(_mappings(facts)), known)


def _files(mappings: Traversable, folder: str) -> Iterator[tuple[str, bytes]]:
    for file in sorted((mappings / folder).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yaml"):
            yield f"{folder}/{file.name}", file.read_bytes()


def _plain(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, object]]:
    """What each file says, by its path."""
    from reglint.facts.source_schema import checked_source  # noqa: PLC0415 - what is kept needs no pydantic

    for path, data in files:
        reading = read_yaml(data.decode("utf-8"), f"mappings/{path}")
        if reading.diagnostics:
            raise ValueError(str(reading.diagnostics[0]))
        said = plain(reading.roots[0])
        yield path, checked_source(said) if path.startswith("sources/") else said


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".yaml")


def _mappings(areas: Mapping[str, object]) -> Mapping[str, Mapping[str, object]]:
    return {name: area for name, area in areas.items() if isinstance(area, Mapping)}
