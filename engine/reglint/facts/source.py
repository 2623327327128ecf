"""Sources: which files of a product hold which facts. The values behind mappings/sources/*.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase, translate
from functools import lru_cache

from reglint.documents.node import Node, Scalar
from reglint.documents.select import Selector
from reglint.facts.placeholder import Style
from reglint.facts.tree import Tree
from reglint.facts.where import Question


@dataclass(frozen=True, slots=True)
class Match:
    """One way to know a product's file: by name, less some names and paths, and by what stands in it.

    `surely` are words that tell the product in a text that can't be read as a document.
    """

    names: tuple[str, ...]
    exceptions: tuple[str, ...] = ()
    has: tuple[Selector, ...] = ()
    lacks: tuple[Selector, ...] = ()
    contains: tuple[str, ...] = ()
    surely: tuple[str, ...] = ()

    def file_fits(self, path: str, text: str) -> bool:
        """Whether a file's name fits, and its text contains one of the words."""
        return self.name_fits(path) and self.text_fits(text)

    def text_fits(self, text: str) -> bool:
        """Whether a text contains one of the words, where any is wanted."""
        return not self.contains or any(word in text for word in self.contains)

    def name_fits(self, path: str) -> bool:
        """Whether a file's name is one of `names`, whatever its case, and no exception."""
        whole = f"/{path}".lower()
        name = whole.rpartition("/")[2]
        if not _globs(self.names).match(name):
            return False
        exceptions = _globs(self.exceptions)
        return not (exceptions.match(name) or exceptions.match(whole))

    @property
    def sure(self) -> bool:
        """Whether the name alone tells the product, so that an unreadable file is known to lack its facts."""
        return not any(name.startswith("*.") or name == "*" for name in self.names)

    def sure_of(self, text: str) -> bool:
        """Whether an unreadable file is the product's: by its name, by its words, or unseen, with no text."""
        seen = not text or any(word in text for word in self.surely)
        return self.sure or (bool(self.surely) and seen)


@dataclass(frozen=True, slots=True)
class Setting:
    """How one field of a fact is found: selectors in order, or a constant; what stands without them.

    Where nobody can say what does, `unsaid` says why.
    """

    selectors: tuple[Selector, ...] = ()
    conversion: str = ""
    constant: Scalar = None
    default: Scalar = None
    doc: str = ""
    unsaid: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one kind of node gives: `each` that is `named` so and answers `where`, less `unless`."""

    each: tuple[Selector, ...]
    into: str
    settings: Mapping[str, Setting]
    named: tuple[str, ...] = ()
    unless: tuple[Selector, ...] = ()
    where: Question | None = None

    def fits(self, node: Node, tree: Tree) -> bool:
        """Whether a node's own name is one of `named`, and the question has yes for an answer."""
        named = not self.named or _any(tree.key(node), self.named)
        return named and (self.where is None or self.where(node, tree))


@dataclass(frozen=True, slots=True)
class Counted:
    """What of a product's documents is counted: `each` node, less those that are read `through` another.

    Its kind is the key of the node that it stands in, or, where it has `own_kind`, its own key up to a slash.
    """

    each: tuple[Selector, ...] = ()
    through: tuple[Selector, ...] = ()
    own_kind: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A product's files and their facts.

    `reads` are the formats that files of it have by their names, `readers` the readers to take instead, and
    `view` is how the product looks at a document. `placeholders` is how it writes `${…}`; None: it has none.
    `counted` are the nodes that facts may be read of, so that it can be said of which none was.
    """

    id: str
    title: str
    reads: tuple[str, ...]
    matches: tuple[Match, ...]
    extractions: tuple[Extraction, ...]
    counted: Counted = Counted()
    view: str = "as_is"
    placeholders: Style | None = None
    profiles: str = ""
    readers: Mapping[str, str] = field(default_factory=dict)


def wanting(path: str, format_name: str, sources: Iterable[Source]) -> tuple[Match, ...]:
    """The ways in which sources want a file by its format and name; its text is still to be seen."""
    return tuple(
        match
        for source in sources
        if format_name in source.reads
        for match in source.matches
        if match.name_fits(path)
    )


@lru_cache(maxsize=256)
def _globs(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """What matches any of the patterns, in lower case: one expression costs less than a loop."""
    return re.compile("|".join(translate(pattern.lower()) for pattern in patterns) or r"(?!)")


def _any(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)
