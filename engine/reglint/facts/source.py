"""Sources: which files of a product hold which facts. The values behind mappings/sources/*.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from reglint.documents.node import Scalar
from reglint.documents.select import Selector


@dataclass(frozen=True, slots=True)
class Match:
    """One way to know a product's file: by name, less some names, and by what stands in it."""

    names: tuple[str, ...]
    exceptions: tuple[str, ...] = ()
    has: tuple[Selector, ...] = ()
    contains: str = ""

    def name_fits(self, path: str) -> bool:
        """Whether the file's name is one of `names` and none of `exceptions`."""
        name = PurePosixPath(path).name
        return _any(name, self.names) and not _any(name, self.exceptions)

    @property
    def sure(self) -> bool:
        """Whether the name alone tells the product, so that an unreadable file is known to lack its facts."""
        return not any(name.startswith("*.") or name == "*" for name in self.names)


@dataclass(frozen=True, slots=True)
class Setting:
    """How one field of a fact is found: selectors tried in order, or a constant; what stands when all are absent."""

    selectors: tuple[Selector, ...] = ()
    conversion: str = ""
    constant: Scalar = None
    default: Scalar = None
    doc: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one kind of node gives: `each` node, by selector and name, less `unless`, goes `into` a fact."""

    each: tuple[Selector, ...]
    into: str
    settings: Mapping[str, Setting]
    named: tuple[str, ...] = ()
    unless: tuple[Selector, ...] = ()

    def name_fits(self, key: str) -> bool:
        """Whether a node's own name is one of `named`; any name where none is given."""
        return not self.named or _any(key, self.named)


@dataclass(frozen=True, slots=True)
class Source:
    """A product's files and their facts.

    `reads` are the formats that files of it have by their names, `readers` the readers to take instead, and `view` is
    how the product looks at a document.
    """

    id: str
    title: str
    reads: tuple[str, ...]
    matches: tuple[Match, ...]
    extractions: tuple[Extraction, ...]
    view: str = "as_is"
    placeholders: str = ""
    profiles: str = ""
    readers: Mapping[str, str] = field(default_factory=dict)


def _any(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)
