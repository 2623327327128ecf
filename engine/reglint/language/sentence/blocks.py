"""Claims as blocks: a clause on a line, or a head with a list of blocks under it.

A clause may stand inside of another only where it can't be read otherwise; what can't is told off in a list.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from reglint.language.sentence.claims import (
    Alike,
    Choice,
    Claim,
    Constant,
    Every,
    Given,
    Includes,
    Joined,
    Plain,
    Some,
)
from reglint.language.sentence.conditions import choice, given
from reglint.language.sentence.every import every
from reglint.language.sentence.guards import guard_of
from reglint.language.sentence.layout import OPEN, SEVERAL, SINGLE, Block, Clause, Listed, in_one
from reglint.language.sentence.names import words_of
from reglint.language.sentence.relations import clause_of, is_narrowed_count, range_of
from reglint.language.sentence.some import some
from reglint.language.sentence.terms import term
from reglint.language.sentence.voice import Voice
from reglint.language.sentence.words import clauses_joined, phrase, terms_joined
from reglint.language.syntax import Index, Literal

_MOST_JOINED = 4
_LONGEST_JOINED = 260
_EASY = 90  # characters of clauses that are read without a comma between them


def voice_in(language: str) -> Voice:
    """How everything is said in a language."""
    voice = Voice(
        language,
        term=lambda expr, names: term(expr, names, voice),
        block=lambda claim: block_of(claim, voice),
        clause=lambda claim: in_one(block_of(claim, voice), language),
        guard=lambda claim, element: guard_of(claim, element, voice),
    )
    return voice


def block_of(claim: Claim, voice: Voice) -> Block:
    """The claim, on one line where it can be read in one way only."""
    return _BLOCKS[type(claim)](claim, voice)


def _plain(claim: Plain, voice: Voice) -> Block:
    return Clause(clause_of(claim, voice), OPEN if is_narrowed_count(claim) else SINGLE)


def _constant(claim: Constant, voice: Voice) -> Block:
    return Clause(phrase("always" if claim.holds else "never", voice.language))


def _joined(claim: Joined, voice: Voice) -> Block:
    bounds = range_of(claim.parts, voice) if claim.joint == "and" else ""
    if bounds:
        return Clause(bounds, OPEN)
    blocks = tuple(block_of(part, voice) for part in claim.parts)
    texts = [block.text for block in blocks if isinstance(block, Clause) and block.reach == SINGLE]
    if len(texts) == len(blocks) <= _MOST_JOINED and sum(map(len, texts)) <= _LONGEST_JOINED:
        said = partial(clauses_joined, texts, claim.joint, voice.language)
        return Clause(said(), SEVERAL, last=said(apart=sum(map(len, texts)) > _EASY))
    head = phrase("all_of" if claim.joint == "and" else "any_of", voice.language)
    return Listed(head, blocks, claim.joint)


def _includes(claim: Includes, voice: Voice) -> Block:
    words = words_of(Index(claim.listing, Literal("int", 0)), claim.names)
    items = [term(item, claim.names, voice, words=words) for item in claim.items]
    named = terms_joined(items, claim.joint, voice.language)
    left = term(claim.listing, claim.names, voice)
    return Clause(phrase("includes", voice.language, left=left, right=named))


def _alike(claim: Alike, voice: Voice) -> Block:
    items = block_of(claim.first, voice), block_of(claim.second, voice)
    return Listed(phrase("alike" if claim.holds else "unlike", voice.language), items)


_BLOCKS: Mapping[type, Callable[[Any, Voice], Block]] = {
    Plain: _plain,
    Constant: _constant,
    Joined: _joined,
    Includes: _includes,
    Alike: _alike,
    Given: given,
    Choice: choice,
    Every: every,
    Some: some,
}
