"""What is known of a platform's facts, and what is not: the values that `reglint facts` shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from reglint.model.assessment import Skipped, SourceRead
from reglint.model.diagnostic import Diagnostic
from reglint.model.fact import Fact
from reglint.model.schema import FactType, ObjectType
from reglint.model.text import Text


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A fact, its title, and whose it is where it was observed.

    A list that is said to be empty is a fact as well: its `fact.shown` is `[]`. `overruled` are declarations
    that yield to it; `sensitive` says that the value is the class of a secret.
    """

    fact: Fact
    title: Text
    component: str = ""
    environment: str = ""
    sensitive: bool = False
    overruled: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class WantedFact:
    """A fact that would settle rules. `breaches` are those of the rules that would be broken as things stand.

    `kind` is its type and `title` what it is called; None and nothing for a name that the vocabulary has not.
    `roles` are the words that the list of roles of a jurisdiction takes.
    """

    name: str
    kind: FactType | None
    title: Text
    rules: tuple[str, ...]
    breaches: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartsSeen:
    """How many of a project's resources, workloads or services a source reads, and the others by kind."""

    source: str
    total: int
    read: int
    unread: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class FilesSeen:
    """Every regular file of a project is in one of the three; folders that were passed over are `skipped`.

    `parts` says what is read of files that have many, for each source that counts them.
    """

    read: tuple[SourceRead, ...]
    skipped: tuple[Skipped, ...]
    unread: tuple[str, ...]
    parts: tuple[PartsSeen, ...] = ()


@dataclass(frozen=True, slots=True)
class FactsFound:
    """The facts of a platform, or those that are missing: whichever was asked for; the other is None."""

    version: str
    as_of: dt.date
    path: str
    schema: ObjectType
    files: FilesSeen
    known: tuple[KnownFact, ...] | None = None
    wanted: tuple[WantedFact, ...] | None = None
    unsettled: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
