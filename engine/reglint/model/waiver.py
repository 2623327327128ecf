"""A risk that somebody accepts, in the waiver file or on the line: never leave to break the law."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from reglint.model.place import Place


@dataclass(frozen=True, slots=True)
class Waiver:
    """Why a breach of a rule is lived with, and until when.

    `until` is the last day; None for an ignore without an end. `inline` is an ignore in the file itself: it
    has no approver, and covers what stands on `line`. A waiver of the waiver file covers the findings of
    `path`, a glob, and of `element`, each where it is not empty. `place` is where the waiver stands.
    """

    rule: str
    reason: str
    place: Place
    until: dt.date | None = None
    inline: bool = False
    line: int = 0
    path: str = ""
    element: str = ""
    approver: str = ""
    requested: dt.date | None = None
    risk: str = ""
    compensating: str = ""
    evidence: str = ""

    def heard(self, day: dt.date) -> bool:
        """Whether it has been asked for, and its last day is not over."""
        return not self.expired(day) and (self.requested is None or self.requested <= day)

    def expired(self, day: dt.date) -> bool:
        """Whether its last day is over."""
        return self.until is not None and self.until < day
