"""The result of one run, for every writer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from reglint.model.diagnostic import Diagnostic
from reglint.model.finding import Finding
from reglint.model.place import Place
from reglint.model.text import Text


@dataclass(frozen=True, slots=True)
class PackUsed:
    """A pack that took part.

    `digest` is `sha256:…` over its files; `trust` is shipped, signed or local-path.
    """

    name: str
    version: str
    digest: str
    trust: str = "shipped"


@dataclass(frozen=True, slots=True)
class SourceRead:
    """A file that gave facts, or could have: its format or the source that read it, and how many facts."""

    path: str
    format: str
    facts: int


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was found and could not be used, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Rules of one jurisdiction by verdict. `in_force` is the sum of the others but `pass_by_basis`."""

    in_force: int = 0
    passed: int = 0
    failed: int = 0
    warned: int = 0
    unknown: int = 0
    not_applicable: int = 0
    waived: int = 0
    pass_by_basis: Mapping[str, int] = field(default_factory=dict)
    not_in_force: int = 0


@dataclass(frozen=True, slots=True)
class PlatformSeen:
    """What was assessed: its name, the root folder as named, roles said or presumed."""

    name: str
    path: str
    roles: Mapping[str, tuple[str, ...]]
    presumed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything that a report may say of one run.

    Every regular file of the project that git does not ignore is in `sources`, in `skipped` (or in a folder
    there), or in `unread_files`, which `unread` counts by suffix. `redactions` are the spans of secrets by
    file; `titles` are those of facts by generic name, such as `logging.streams[].retention`, and of the words
    of their values, such as `secrets[].strength=weak`.
    """

    version: str
    as_of: dt.date
    jurisdictions: tuple[str, ...]
    packs: tuple[PackUsed, ...]
    platform: PlatformSeen
    findings: tuple[Finding, ...]
    tallies: Mapping[str, Tally]
    sources: tuple[SourceRead, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    unread: Mapping[str, int] = field(default_factory=dict)
    unread_files: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    redactions: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    titles: Mapping[str, Text] = field(default_factory=dict)
