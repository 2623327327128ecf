"""Claims: what an expression says, by its logic alone, with every negation pushed in to the facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from reglint.language.sentence.names import Bound, Names
from reglint.language.syntax import Expression


@dataclass(frozen=True, slots=True)
class Plain:
    """A condition without logic inside, or its opposite where `holds` is false.

    `stated` is said where what it is about is stated besides, as in `has(x.kind) && x.kind == …`; unsaid for
    the opposite of that; else "".
    """

    expr: Expression
    names: Names
    holds: bool = True
    stated: str = ""


@dataclass(frozen=True, slots=True)
class Constant:
    """Something that holds on every platform, or on none."""

    holds: bool


@dataclass(frozen=True, slots=True)
class Joined:
    """Several claims. `joint` is and or or."""

    joint: str
    parts: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Includes:
    """That a list of facts has constants in it, all of them or, where `joint` is or, any."""

    listing: Expression
    items: tuple[Expression, ...]
    names: Names
    joint: str


@dataclass(frozen=True, slots=True)
class Alike:
    """Two claims that hold both or neither; exactly one of them where `holds` is false."""

    first: Claim
    second: Claim
    holds: bool


@dataclass(frozen=True, slots=True)
class Given:
    """A claim under a condition. `exempt`: it is made unless the condition holds."""

    guard: Claim
    body: Claim
    exempt: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One claim where the condition holds, another where it does not."""

    condition: Claim
    yes: Claim
    no: Claim


@dataclass(frozen=True, slots=True)
class Every:
    """A claim about every element of a list for which the guard holds, or, where `exempt`, does not hold."""

    element: Bound
    body: Claim
    guard: Claim | None = None
    exempt: bool = False


@dataclass(frozen=True, slots=True)
class Some:
    """How many elements of a list there are for which the guard holds.

    `count` is some, none, one or not_one; stated for some of a list that is stated besides; two or not_two
    for two of them that differ from each other.
    """

    element: Bound
    count: str
    guard: Claim | None = None


Claim: TypeAlias = Plain | Constant | Joined | Includes | Alike | Given | Choice | Every | Some
