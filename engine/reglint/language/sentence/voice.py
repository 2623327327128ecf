"""How a sentence is spoken: its language, and how claims are said inside of terms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reglint.language.sentence.claims import Claim
from reglint.language.sentence.layout import Block
from reglint.language.sentence.names import Bound, Names
from reglint.language.syntax import Expression


@dataclass(frozen=True, slots=True)
class Guard:
    """What narrows a noun. `form` is such (one clause), joined (several, or one with a noun) or list.

    It is after, in Japanese, where a pronoun in it would else stand before its noun.
    """

    text: str
    form: str


@dataclass(frozen=True, slots=True)
class Voice:
    """The language, and how what stands inside is said.

    `term` gives an expression as a noun, `block` a claim as a block, `clause` in one line, `guard` as what
    narrows a noun.
    """

    language: str
    term: Callable[[Expression, Names], str]
    block: Callable[[Claim], Block]
    clause: Callable[[Claim], str]
    guard: Callable[[Claim, Bound], Guard]
