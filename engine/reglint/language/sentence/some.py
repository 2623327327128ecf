"""Claims about how many elements of a list there are that are so."""

from __future__ import annotations

from functools import partial

from reglint.language.sentence.claims import Every, Some
from reglint.language.sentence.layout import OPEN, WHOLE, Block, Clause, Listed
from reglint.language.sentence.nouns import elements_of, name_of_list, noun_of
from reglint.language.sentence.voice import Voice
from reglint.language.sentence.words import measure_word, phrase


def some(claim: Some, voice: Voice) -> Block:
    """How many elements there are that are so."""
    if claim.count in {"two", "not_two"}:
        many = elements_of(claim.element.listing, claim.element.outer, voice)
        return Clause(phrase(claim.count, voice.language, many=many, measure=measure_word(many)), OPEN)
    if claim.guard is None:
        return Clause(_said(claim, "", voice), OPEN)
    if voice.language == "ja" and claim.count == "some" and isinstance(claim.guard, (Some, Every)):
        return Listed(_said(claim, "_nested", voice), (voice.block(claim.guard),))
    guard = voice.guard(claim.guard, claim.element)
    if guard.form == "list":
        return _such_that(claim, voice.block(claim.guard), voice)
    form = "list" if guard.form == "after" else guard.form
    return Clause(_said(claim, f"_{form}", voice, guard=guard.text, head=guard.text), OPEN)


def _such_that(claim: Some, guard: Block, voice: Voice) -> Block:
    if isinstance(guard, Listed):
        return Listed(_said(claim, "_list", voice, head=guard.head), guard.items, guard.joint)
    key = "_joined" if voice.language == "zh" else "_list"
    return Clause(_said(claim, key, voice, head=guard.text, guard=guard.text), WHOLE)


def _said(claim: Some, key: str, voice: Voice, **guard: str) -> str:
    one = noun_of(claim.element, voice)
    many = name_of_list(claim.element.listing, claim.element.outer, voice)
    said = partial(phrase, f"{claim.count}{key}", voice.language, one=one, many=many)
    return said(measure=measure_word(one), **guard)
