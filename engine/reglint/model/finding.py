"""What a rule found on a platform."""

from __future__ import annotations

from dataclasses import dataclass, field

from reglint.model.diagnostic import Level
from reglint.model.fact import Fact
from reglint.model.law import Citation
from reglint.model.place import Place
from reglint.model.text import Text
from reglint.model.verdict import Basis, Reason, Verdict
from reglint.model.waiver import Waiver


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a finding is unknown: the reason, the facts that would settle it, and what it would be then."""

    reason: Reason
    facts: tuple[str, ...] = ()
    would: Verdict = Verdict.UNKNOWN
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One witness of one rule: an element of a list, or the whole platform.

    `facts` are those that decided; `place` is that of the first with a place; `pointer` in it is a JSON
    Pointer. `basis` is the weakest basis among the facts. `level` is None unless the verdict is fail, or
    unknown where it would be fail. `waiver` is set where a fail is lived with; its verdict stays fail.
    """

    rule: str
    jurisdiction: str
    verdict: Verdict
    severity: str
    says: str
    binding: bool
    title: Text
    because: Text
    remedy: Text
    cites: tuple[Citation, ...]
    facts: tuple[Fact, ...] = ()
    element: str = ""
    environment: str = ""
    place: Place | None = None
    basis: Basis | None = None
    level: Level | None = None
    doubt: Doubt | None = None
    fingerprint: str = ""
    reading: Text = field(default_factory=dict)
    waiver: Waiver | None = None
