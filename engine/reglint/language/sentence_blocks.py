"""Claims as blocks: a clause on a line, or a head with a list of blocks under it.

A clause may stand inside of another only where it can't be read otherwise; what can't is told off in a list.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from reglint.language.sentence_claims import (
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
from reglint.language.sentence_layout import (
    COLON,
    OPEN,
    SEVERAL,
    SINGLE,
    WHOLE,
    Block,
    Clause,
    Listed,
    in_one,
)
from reglint.language.sentence_names import elements_of, name_of_list, noun_of
from reglint.language.sentence_relations import clause_of
from reglint.language.sentence_scope import words_of
from reglint.language.sentence_terms import term
from reglint.language.sentence_titles import relative
from reglint.language.sentence_voice import Guard, Voice
from reglint.language.sentence_words import clauses_joined, phrase, terms_joined
from reglint.language.syntax import Index, Literal

_MOST_JOINED = 4
_LONGEST_JOINED = 260
_EASY = 90  # characters of clauses that are read without a comma between them
_COMMA = {"en": ", ", "zh": "，", "ja": "、"}


def voice_in(language: str) -> Voice:
    """How everything is said in a language."""
    voice = Voice(
        language,
        term=lambda expr, scope: term(expr, scope, voice),
        clause=lambda claim: in_one(block_of(claim, voice), language),
        guard=lambda claim: _guard(claim, voice),
    )
    return voice


def block_of(claim: Claim, voice: Voice) -> Block:
    """The claim, on one line where it can be read in one way only."""
    return _BLOCKS[type(claim)](claim, voice)


def _plain(claim: Plain, voice: Voice) -> Block:
    return Clause(clause_of(claim, voice))


def _constant(claim: Constant, voice: Voice) -> Block:
    return Clause(phrase("always" if claim.holds else "never", voice.language))


def _joined(claim: Joined, voice: Voice) -> Block:
    blocks = tuple(block_of(part, voice) for part in claim.parts)
    texts = [block.text for block in blocks if isinstance(block, Clause) and block.reach == SINGLE]
    if len(texts) == len(blocks) <= _MOST_JOINED and sum(map(len, texts)) <= _LONGEST_JOINED:
        said = partial(clauses_joined, texts, claim.joint, voice.language)
        return Clause(said(), SEVERAL, last=said(apart=sum(map(len, texts)) > _EASY))
    head = phrase("all_of" if claim.joint == "and" else "any_of", voice.language)
    return Listed(head, blocks, claim.joint)


def _includes(claim: Includes, voice: Voice) -> Block:
    words = words_of(Index(claim.listing, Literal("int", 0)), claim.scope)
    items = [term(item, claim.scope, voice, words=words) for item in claim.items]
    named = terms_joined(items, claim.joint, voice.language)
    left = term(claim.listing, claim.scope, voice)
    return Clause(phrase("includes", voice.language, left=left, right=named))


def _alike(claim: Alike, voice: Voice) -> Block:
    items = block_of(claim.first, voice), block_of(claim.second, voice)
    return Listed(phrase("alike" if claim.holds else "unlike", voice.language), items)


def _given(claim: Given, voice: Voice) -> Block:
    key = "unless" if claim.exempt else "if"
    guard, body = block_of(claim.guard, voice), block_of(claim.body, voice)
    if isinstance(guard, Listed) or guard.reach == WHOLE:
        return Listed(phrase(f"{key}_list", voice.language), (guard, body))
    said = partial(phrase, key, voice.language, guard=guard.text)
    if isinstance(body, Listed):
        return Listed(said(body=body.head), body.items, body.joint)
    return Clause(said(body=body.text), WHOLE)


def _choice(claim: Choice, voice: Voice) -> Block:
    blocks = tuple(block_of(part, voice) for part in (claim.condition, claim.yes, claim.no))
    texts = [block.text for block in blocks if isinstance(block, Clause) and block.reach < WHOLE]
    if len(texts) < len(blocks):
        return Listed(phrase("choice_list", voice.language), blocks)
    guard, yes, no = texts
    return Clause(phrase("choice", voice.language, guard=guard, yes=yes, no=no), WHOLE)


def _every(claim: Every, voice: Voice) -> Block:
    one = noun_of(claim.element, voice)
    body = block_of(claim.body, voice)
    if claim.guard is None:
        return _led(phrase("every", voice.language, one=one), body, voice)
    guard = voice.guard(claim.guard)
    if guard.form == "list":
        key = "unless_list" if claim.exempt else "if_list"
        head = phrase("every", voice.language, one=one) + _COMMA[voice.language] + phrase(key, voice.language)
        return Listed(head, (block_of(claim.guard, voice), body))
    key = "every_but" if claim.exempt else f"every_{guard.form}"
    return _led(phrase(key, voice.language, one=one, guard=guard.text), body, voice)


def _led(lead: str, body: Block, voice: Voice) -> Block:
    """A body after what it is about; a colon stands where the body has commas of its own."""
    parted = isinstance(body, Clause) and body.reach in {SEVERAL, WHOLE}
    pause = (COLON if parted and voice.language != "ja" else _COMMA)[voice.language]
    if isinstance(body, Listed):
        return Listed(lead + pause + body.head, body.items, body.joint)
    return Clause(lead + pause + (body.last or body.text), WHOLE)


def _some(claim: Some, voice: Voice) -> Block:
    language, count = voice.language, claim.count
    if count in {"two", "not_two"}:
        many = elements_of(claim.element.listing, claim.element.outer, voice)
        return Clause(phrase(count, language, many=many), OPEN)
    one = noun_of(claim.element, voice)
    if claim.guard is None:
        return Clause(phrase(count, language, one=one), OPEN)
    many = name_of_list(claim.element.listing, claim.element.outer, voice)
    guard = voice.guard(claim.guard)
    said = partial(phrase, one=one, many=many, language=language)
    if guard.form != "list":
        return Clause(said(f"{count}_{guard.form}", guard=guard.text), OPEN)
    block = block_of(claim.guard, voice)
    if isinstance(block, Listed):
        return Listed(said(f"{count}_list", head=block.head), block.items, block.joint)
    key = f"{count}_joined" if language == "zh" else f"{count}_list"
    return Clause(said(key, head=block.text, guard=block.text), WHOLE)


def _refers_back(clause: str, voice: Voice) -> bool:
    """Whether a Chinese clause needs its noun ahead of it, as `平台名称包含其` does."""
    return voice.language == "zh" and "其" in relative(clause, "zh")


def _guard(claim: Claim, voice: Voice) -> Guard:
    """A claim as what narrows a noun: in English `whose …`, `that …`, else `for which …`."""
    block = block_of(claim, voice)
    if isinstance(block, Listed) or block.reach == WHOLE:
        return Guard(in_one(block, voice.language), "list")
    form = "such" if block.reach == SINGLE and not _refers_back(block.text, voice) else "joined"
    parts = claim.parts if isinstance(claim, Joined) else (claim,)
    clauses = [relative(in_one(block_of(part, voice), voice.language), voice.language) for part in parts]
    if all(clauses):
        joint = claim.joint if isinstance(claim, Joined) else "and"
        return Guard(clauses_joined(clauses, joint, voice.language), form)
    return Guard(phrase("which", voice.language, body=block.text), form)


_BLOCKS: Mapping[type, Callable[[Any, Voice], Block]] = {
    Plain: _plain,
    Constant: _constant,
    Joined: _joined,
    Includes: _includes,
    Alike: _alike,
    Given: _given,
    Choice: _choice,
    Every: _every,
    Some: _some,
}
