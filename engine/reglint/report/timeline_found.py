"""What a timeline found: days, and the rules that come to something else on them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from reglint.model.diagnostic import Diagnostic
from reglint.model.finding import Finding
from reglint.model.text import Text
from reglint.model.verdict import Verdict


class Why(StrEnum):
    """Why a verdict changes: a rule, evidence or a waiver begins or ends, or a date has grown too old."""

    BEGINS = "begins"
    ENDS = "ends"
    EVIDENCE = "evidence"
    WAIVER = "waiver"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a rule comes to on a day: its worst verdict, whether that is waived, and its finding."""

    verdict: Verdict
    waived: bool
    finding: Finding


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """A rule that comes to something else than the day before; None where it was, or is, not in force."""

    rule: str
    title: Text
    why: Why
    before: Standing | None
    after: Standing | None


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A day, and what changes on it."""

    day: dt.date
    changes: tuple[VerdictChange, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The days that change something from the first day, which is not among them, to the last."""

    first: dt.date
    last: dt.date
    points: tuple[TurningPoint, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
