"""What names mean while an expression is evaluated, and how much work is left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from reglint.language.access import field_of
from reglint.language.outcome import Outcome
from reglint.model.fact import Record

FUEL = 300_000
"""The steps that a rule may take: three hundred elements against a hundred others, within a second."""


@dataclass(slots=True)
class Fuel:
    """How many steps may still be taken. The one thing here that changes.

    What repeats is charged: an element that a macro looks at costs as many steps as its conditions have
    parts, an element that is compared costs one, and so do a hundred characters of a text that is searched.
    """

    left: int

    def burn(self, amount: int) -> bool:
        """Take the amount, and say whether there was enough. What is out stays out."""
        self.left = -1 if amount > self.left else self.left - amount
        return self.left >= 0


@dataclass(frozen=True, slots=True)
class Scope:
    """Names: variables of macros first, then `now`, then the roots of the facts."""

    facts: Record
    now: dt.date
    fuel: Fuel
    variables: Mapping[str, Outcome] = field(default_factory=dict)

    def bind(self, name: str, outcome: Outcome) -> Scope:
        """The scope inside, where the name means the outcome."""
        return Scope(self.facts, self.now, self.fuel, {**self.variables, name: outcome})

    def look_up(self, name: str) -> Outcome:
        """What the name means here."""
        if name in self.variables:
            return self.variables[name]
        return Outcome(self.now) if name == "now" else field_of(Outcome(self.facts), name)
