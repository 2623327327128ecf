"""Claims about every element of a list: the duty first, then what is excepted from it."""

from __future__ import annotations

from reglint.language.sentence.claims import Claim, Every, Given, Plain
from reglint.language.sentence.conditions import excepted
from reglint.language.sentence.fused import fused, fused_such
from reglint.language.sentence.layout import COLON, OPEN, SEVERAL, WHOLE, Block, Clause, Listed
from reglint.language.sentence.logic import joined
from reglint.language.sentence.names import Bound
from reglint.language.sentence.nouns import noun_of
from reglint.language.sentence.relations import clause_of
from reglint.language.sentence.voice import Voice
from reglint.language.sentence.words import measure_word, phrase
from reglint.language.syntax import Name, descend

_COMMA = {"en": ", ", "zh": "，", "ja": "、"}


def every(claim: Every, voice: Voice) -> Block:
    """A claim about every element; a single condition has the element in its middle where it can."""
    duty, exceptions = _duty(claim)
    if exceptions is not None and isinstance(duty, Plain):
        apart = _lead(claim, voice) + _COMMA[voice.language] + clause_of(duty, voice)
        return excepted(fused(claim.element, duty, voice) or apart, exceptions, voice)
    whole = _fused(claim, voice)
    return Clause(whole, WHOLE if "，" in whole else OPEN) if whole else _apart(claim, voice)


def _duty(claim: Every) -> tuple[Claim, Claim | None]:
    """What is claimed of an element, and all exceptions from it; None where there are none."""
    excepted_elements = (claim.guard,) if claim.guard is not None and claim.exempt else ()
    match claim.body:
        case Given(guard, Plain() as duty, True) if claim.guard is None or claim.exempt:
            return duty, joined("or", (*excepted_elements, guard))
    return claim.body, joined("or", excepted_elements) if excepted_elements else None


def _fused(claim: Every, voice: Voice) -> str:
    if not isinstance(claim.body, Plain) or claim.exempt:
        return ""
    if claim.guard is None:
        return fused(claim.element, claim.body, voice)
    guard = voice.guard(claim.guard, claim.element)
    return "" if guard.form != "such" else fused_such(claim.element, claim.body, guard.text, voice)


def _apart(claim: Every, voice: Voice) -> Block:
    match claim:
        case Every(_, Every(_, _, None) as inner, None) if _together(claim, inner, voice):
            return _led(_lead_of_two(claim, inner, voice), inner.body, voice)
    if claim.guard is None:
        return _led(_lead(claim, voice), claim.body, voice)
    guard = voice.guard(claim.guard, claim.element)
    if guard.form == "list":
        key = "unless_list" if claim.exempt else "if_list"
        head = _lead(claim, voice) + _COMMA[voice.language] + phrase(key, voice.language)
        return Listed(head, (voice.block(claim.guard), voice.block(claim.body)))
    one = noun_of(claim.element, voice)
    key = "every_but" if claim.exempt else f"every_{guard.form}"
    lead = phrase(key, voice.language, one=one, measure=measure_word(one), guard=guard.text)
    return _led(lead, claim.body, voice)


def _lead(claim: Every, voice: Voice) -> str:
    one = noun_of(claim.element, voice)
    return phrase("every", voice.language, one=one, measure=measure_word(one))


def _together(outer: Every, inner: Every, voice: Voice) -> bool:
    """Whether two lists are looked through in one breath: one of them twice, or of each element its own."""
    if outer.element.letter:
        return bool(inner.element.letter)
    belongs = _belongs(inner.element, outer.element)
    return belongs and voice.language != "en" and not _fused(inner, voice)


def _belongs(inner: Bound, outer: Bound) -> bool:
    named = (part.name for part in descend(inner.listing) if isinstance(part, Name))
    return any(inner.outer.variables.get(name) is outer for name in named)


def _lead_of_two(outer: Every, inner: Every, voice: Voice) -> str:
    one, two = (noun_of(each.element, voice) for each in (outer, inner))
    key = "every_of" if _belongs(inner.element, outer.element) else "every_two"
    measures = {"measure": measure_word(one), "measure_two": measure_word(two)}
    return phrase(key, voice.language, one=one, two=two, **measures)


def _led(lead: str, said: Claim, voice: Voice) -> Block:
    """A body after what it is about; a colon stands where the body has commas of its own."""
    body = voice.block(said)
    parted = isinstance(body, Clause) and body.reach in {SEVERAL, WHOLE} and not isinstance(said, Every)
    pause = COLON[voice.language] if parted and voice.language != "ja" else _COMMA[voice.language]
    if isinstance(body, Listed):
        return Listed(lead + pause + body.head, body.items, body.joint)
    return Clause(lead + pause + (body.last or body.text), WHOLE)
