"""What narrows a noun: `whose …`, `that …`, `for which …`."""

from __future__ import annotations

import re

from reglint.language.sentence.claims import Claim, Joined
from reglint.language.sentence.layout import SINGLE, WHOLE, Clause, Listed, in_one
from reglint.language.sentence.names import Bound
from reglint.language.sentence.nouns import noun_of
from reglint.language.sentence.titles import relative
from reglint.language.sentence.voice import Guard, Voice
from reglint.language.sentence.words import clauses_joined, phrase

_BACK = {"zh": re.compile("其(?![他中])|该值"), "ja": re.compile("それ|同じ名称")}
"""What refers back to the noun, which has to stand before it then."""


def guard_of(claim: Claim, element: Bound, voice: Voice) -> Guard:
    """A claim as what narrows the noun of an element: in English `whose …`, `that …`, else `for which …`."""
    block = voice.block(claim)
    if isinstance(block, Listed) or block.reach == WHOLE:
        return Guard(in_one(block, voice.language), "list")
    form = _form(block, element, voice)
    parts = claim.parts if isinstance(claim, Joined) else (claim,)
    clauses = [relative(in_one(voice.block(part), voice.language), voice.language) for part in parts]
    if all(clauses):
        joint = claim.joint if isinstance(claim, Joined) else "and"
        return Guard(clauses_joined(clauses, joint, voice.language), form)
    return Guard(phrase("which", voice.language, body=block.text), form)


def _form(block: Clause, element: Bound, voice: Voice) -> str:
    """The form of what narrows a noun, by whether the noun has to be ahead of it."""
    back = _BACK.get(voice.language)
    refers = back is not None and back.search(relative(block.text, voice.language)) is not None
    lettered = bool(element.letter) and noun_of(element, voice) in block.text
    if voice.language == "ja":
        return "after" if refers or lettered or block.reach != SINGLE else "such"
    return "such" if block.reach == SINGLE and not (refers or (lettered and back)) else "joined"
