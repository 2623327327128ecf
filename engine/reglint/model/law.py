"""Instruments of law, their versions in time, and the provisions that rules cite."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reglint.model.text import Text


class Force(StrEnum):
    """What kind of instrument it is, and so whether it binds."""

    STATUTE = "statute"
    REGULATION = "regulation"
    DIRECTIVE = "directive"
    RULE = "rule"
    NORMATIVE_DOCUMENT = "normative_document"
    SUPERVISORY_GUIDANCE = "supervisory_guidance"
    STANDARD_MANDATORY = "standard_mandatory"
    STANDARD_RECOMMENDED = "standard_recommended"
    SELF_REGULATION = "self_regulation"
    PROPOSAL = "proposal"

    @property
    def binding(self) -> bool:
        """Whether a breach is a breach of law. A directive binds, through national law."""
        return self in _BINDING


_BINDING = frozenset(
    {
        Force.STATUTE,
        Force.REGULATION,
        Force.DIRECTIVE,
        Force.RULE,
        Force.NORMATIVE_DOCUMENT,
        Force.STANDARD_MANDATORY,
    }
)


@dataclass(frozen=True, slots=True)
class Location:
    """Where a provision stands in one version. Its own `since` and `until` narrow the version's days."""

    article: str
    paragraph: str | None = None
    item: str | None = None
    point: str | None = None
    sentence: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """What the text demands of a measure, as its reader wrote it: an operator and a constant."""

    op: str
    value: str


@dataclass(frozen=True, slots=True)
class InstrumentVersion:
    """A text in force from the first day of application to the last, both inclusive.

    `since` is None where the start is not known; then `seen` is the day of the text that was read, and before
    that day nothing is said.
    """

    id: str
    url: str
    adopted: dt.date | None = None
    since: dt.date | None = None
    seen: dt.date | None = None
    until: dt.date | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Suspension:
    """Days on which an instrument is enjoined or stayed, both inclusive, and by whom."""

    since: dt.date
    until: dt.date | None
    by: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Provision:
    """One duty, wherever it stands in each version. `at` maps a version's id to the location."""

    id: str
    at: Mapping[str, Location]
    duty: Text
    limits: Mapping[str, Limit] = field(default_factory=dict)
    penalties: tuple[str, ...] = ()
    read_text: str = ""
    read_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, regulation, standard or guideline, with all its versions."""

    id: str
    jurisdiction: str
    titles: Text
    force: Force
    issuer: Text
    authority: Text
    versions: tuple[InstrumentVersion, ...]
    provisions: Mapping[str, Provision]
    suspended: tuple[Suspension, ...] = ()
    citation_style: str = "article"


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision as it stands on a day, ready to be shown."""

    provision: str
    instrument: str
    version: str
    location: Location
    label: Text
    title: Text
    url: str
    force: Force
    duty: Text


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody whom the law binds. `implies` are roles of the same jurisdiction that come with it.

    `definition` says in a line who that is. Where `cites` is empty it ends with the law that says so.
    """

    id: str
    jurisdiction: str
    title: Text
    implies: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    counterpart: Mapping[str, str] = field(default_factory=dict)
    definition: Text = field(default_factory=dict)
