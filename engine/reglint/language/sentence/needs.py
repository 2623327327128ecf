"""What would have to be so, as a sentence."""

from __future__ import annotations

from reglint.language.sentence.blocks import block_of, voice_in
from reglint.language.sentence.claims import Claim, Joined, Plain
from reglint.language.sentence.layout import Listed, in_one
from reglint.language.sentence.relations import needed, range_of
from reglint.language.sentence.words import phrase


def requirement(claim: Claim, language: str) -> str:
    """A claim as what would have to be so, in one line and without a full stop.

    >>> from reglint.language.sentence.claims import Constant
    >>> requirement(Constant(holds=True), "en")
    'it would have to hold that this always holds'
    """
    voice = voice_in(language)
    if isinstance(claim, Plain):
        return needed(claim, voice)
    if isinstance(claim, Joined) and claim.joint == "and":
        bounds = range_of(claim.parts, voice, "range needed")
        if bounds:
            return bounds
    block = block_of(claim, voice)
    key = "required_list" if isinstance(block, Listed) else "required"
    return phrase(key, language, body=in_one(block, language))
