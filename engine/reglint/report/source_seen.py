"""What the sources see in one file: the values that `reglint source test` shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from reglint.facts.left_over import LeftOver
from reglint.facts.selector_counts import Count
from reglint.facts.source import Source
from reglint.model.diagnostic import Diagnostic
from reglint.model.fact import Fact


@dataclass(frozen=True, slots=True)
class Tried:
    """One way of a source to know its files, and why it does not know this one by it: none where it does.

    A reason is a key of source_words with what it is about: names, exceptions, words, has or lacks.
    """

    names: tuple[str, ...]
    reasons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FactSeen:
    """A fact, the conversion that made it ("" where it is taken as it stands), and whose it is."""

    fact: Fact
    conversion: str
    component: str
    environment: str


@dataclass(frozen=True, slots=True)
class PartSeen:
    """One extraction: the list that it fills, how many nodes it chose, and the facts from them."""

    into: str
    chosen: int
    facts: tuple[FactSeen, ...]


@dataclass(frozen=True, slots=True)
class SourceSeen:
    """A source and a file.

    `tried` is empty where it does not read the format, `parts` where the file is not its own.
    """

    source: Source
    tried: tuple[Tried, ...] = ()
    parts: tuple[PartSeen, ...] = ()
    counts: tuple[Count, ...] = ()
    left: LeftOver = field(default_factory=LeftOver)
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def matches(self) -> bool:
        """Whether the source takes the file for its own."""
        return any(not one.reasons for one in self.tried)


@dataclass(frozen=True, slots=True)
class FileSeen:
    """A file, its format, and what each source makes of it."""

    path: str
    format: str
    sources: tuple[SourceSeen, ...]
