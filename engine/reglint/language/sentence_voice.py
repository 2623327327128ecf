"""How a sentence is spoken: its language, and how claims are said inside of terms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reglint.language.sentence_claims import Claim
from reglint.language.sentence_scope import Scope
from reglint.language.syntax import Expression


@dataclass(frozen=True, slots=True)
class Guard:
    """What narrows a noun. `form` is such (one clause), joined (several, or one with a noun) or list."""

    text: str
    form: str


@dataclass(frozen=True, slots=True)
class Voice:
    """The language, and how what stands inside is said.

    `term` gives an expression as a noun, `clause` a claim as one clause, `guard` a claim as what narrows a
    noun.
    """

    language: str
    term: Callable[[Expression, Scope], str]
    clause: Callable[[Claim], str]
    guard: Callable[[Claim], Guard]
