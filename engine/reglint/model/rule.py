"""A rule as its author wrote it. The expressions are text here; the language reads them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reglint.model.place import Place
from reglint.model.text import Text


class Severity(StrEnum):
    """How much is at stake.

    critical: client money, licence or crime. high: upper fine tier, reporting clock. medium: another duty.
    low: a formality.
    """

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Says(StrEnum):
    """Whether the text gives the figure or fact (number), only a duty whose measure we chose, or neither."""

    NUMBER = "number"
    DUTY = "duty"
    BENCHMARK = "benchmark"


class Method(StrEnum):
    """Whether facts can settle the rule, or only a person's attestation."""

    AUTOMATIC = "automatic"
    ATTESTED = "attested"


class Status(StrEnum):
    """Drafts are shown on demand and never fail."""

    ACTIVE = "active"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Rule:
    """One obligation.

    `cites` are provisions, the first carries the duty; `binds` are role ids of the rule's jurisdiction, or
    `anyone`; `mandatory`: no waiver is heard;
    `places` says where each field stands in the pack.
    """

    id: str
    jurisdiction: str
    instrument: str
    title: Text
    cites: tuple[str, ...]
    binds: tuple[str, ...]
    control: str
    severity: Severity
    says: Says
    assertion: str
    because: Text
    remedy: Text
    when: str | None = None
    reading: Text = field(default_factory=dict)
    method: Method = Method.AUTOMATIC
    status: Status = Status.ACTIVE
    rows: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    replaces: str | None = None
    aliases: tuple[str, ...] = ()
    mandatory: bool = False
    places: Mapping[str, Place] = field(default_factory=dict)
