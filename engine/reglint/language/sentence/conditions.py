"""Claims under a condition: the duty first where it can be, then the condition, told off where it is long."""

from __future__ import annotations

from functools import partial

from reglint.language.sentence.claims import Choice, Claim, Given, Joined, Plain
from reglint.language.sentence.layout import COLON, WHOLE, Block, Clause, Listed
from reglint.language.sentence.voice import Voice
from reglint.language.sentence.words import continued, phrase

_KEYS = {"and": "all", "or": "any"}
_MOST_IN_LINE = 110
"""How many characters of exceptions are read after an English duty without lines of their own."""


def given(claim: Given, voice: Voice) -> Block:
    """A claim under a condition, or with exceptions."""
    if not claim.exempt:
        return _conditional("if", claim, voice)
    if isinstance(claim.body, Plain):
        return excepted(voice.clause(claim.body), claim.guard, voice)
    return _conditional("unless", claim, voice)


def choice(claim: Choice, voice: Voice) -> Block:
    """One claim or another."""
    blocks = tuple(voice.block(part) for part in (claim.condition, claim.yes, claim.no))
    texts = [block.text for block in blocks if isinstance(block, Clause) and block.reach < WHOLE]
    if len(texts) < len(blocks):
        return Listed(phrase("choice_list", voice.language), blocks)
    guard, yes, no = texts
    yes = continued(yes) if voice.language == "ja" else yes
    return Clause(phrase("choice", voice.language, guard=guard, yes=yes, no=no), WHOLE)


def excepted(duty: str, exceptions: Claim, voice: Voice) -> Block:
    """A duty in one clause, but for exceptions."""
    block = voice.block(exceptions)
    if isinstance(block, Clause) and _in_line(block, exceptions, voice):
        return Clause(phrase("unless", voice.language, guard=block.text, body=duty), WHOLE)
    if isinstance(exceptions, Joined):
        head = phrase(f"except_{_KEYS[exceptions.joint]}", voice.language, body=duty)
        return Listed(head, _items(exceptions, voice), exceptions.joint)
    return Listed(phrase("unless_list", voice.language), (block, Clause(duty)))


def _conditional(key: str, claim: Given, voice: Voice) -> Block:
    guard, body = voice.block(claim.guard), voice.block(claim.body)
    if isinstance(claim.body, Choice):
        return Listed(phrase(f"{key}_list", voice.language), (guard, body))
    if isinstance(guard, Listed) or guard.reach == WHOLE or _ends_unseen(claim.guard, voice):
        return _told_off(key, claim, (guard, body), voice)
    said = partial(phrase, f"{key}_first", voice.language, guard=guard.text)
    if isinstance(body, Listed):
        return Listed(said(body=body.head), body.items, body.joint)
    return Clause(said(body=body.text), WHOLE)


def _told_off(key: str, claim: Given, blocks: tuple[Block, Block], voice: Voice) -> Block:
    """What follows, with the conditions in a list after it; both in a list where it has parts itself."""
    _, body = blocks
    plain = isinstance(body, Clause) and COLON[voice.language].rstrip() not in body.text
    if not (plain and isinstance(claim.guard, Joined)):
        return Listed(phrase(f"{key}_list", voice.language), blocks)
    head = phrase(f"{key}_{_KEYS[claim.guard.joint]}", voice.language, body=voice.clause(claim.body))
    return Listed(head, _items(claim.guard, voice), claim.guard.joint)


def _items(claim: Joined, voice: Voice) -> tuple[Block, ...]:
    return tuple(voice.block(part) for part in claim.parts)


def _in_line(block: Clause, claim: Claim, voice: Voice) -> bool:
    """Whether exceptions stand in the line of the duty: several only where they are short."""
    if not isinstance(claim, Joined):
        return block.reach < WHOLE
    return voice.language == "en" and block.reach < WHOLE and len(block.text) <= _MOST_IN_LINE


def _ends_unseen(claim: Claim, voice: Voice) -> bool:
    """Whether a Japanese condition has an `or`: its last part alone would seem to be the condition."""
    return voice.language == "ja" and isinstance(claim, Joined) and claim.joint == "or"
