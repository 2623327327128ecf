"""What names mean while an expression is evaluated, and how much work is left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from reglint.language.access import field_of
from reglint.language.outcome import Outcome
from reglint.model.fact import Record

FUEL = 300_000
"""The steps that a rule may take, about a second.

Of 150 elements each can be compared with every other in a condition of ten names, constants and operators.
"""


class OutOfFuel(Exception):  # noqa: N818 - it ends an evaluation, and is no error
    """There are no steps left. Whatever was found so far says nothing: it hangs on the order."""


@dataclass(slots=True)
class Fuel:
    """How many steps may still be taken. The one thing here that changes.

    All that is walked is charged, so that the steps do not depend on any order: a name, constant or operator
    costs one each time it is evaluated, and so does an element that is looked at or compared. More is added
    for the length of texts, and for many facts that a result rests on.
    """

    left: int

    @property
    def is_out(self) -> bool:
        """Whether more was asked for than there was."""
        return self.left < 0

    def burn(self, amount: int) -> None:
        """Take the amount. Raises OutOfFuel where there is not so much; what is out stays out."""
        self.left = -1 if amount > self.left else self.left - amount
        if self.is_out:
            raise OutOfFuel


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
