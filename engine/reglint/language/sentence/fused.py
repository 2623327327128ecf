"""Conditions with what they are about in their middle: `the retention of every log stream is …`."""

from __future__ import annotations

import re

from reglint.language.sentence.claims import Plain
from reglint.language.sentence.names import Bound, calling
from reglint.language.sentence.nouns import noun_of
from reglint.language.sentence.relations import clause_of
from reglint.language.sentence.voice import Voice
from reglint.language.sentence.words import measure_word, phrase
from reglint.language.syntax import Binary, Name, descend

_DENIED = {
    "en": re.compile(r"\b(?:not|no|neither|nor|other than|different from)\b"),
    "ja": re.compile("ない|ず|以外|別"),
}
"""What makes `every …` as a subject mean either of two things."""


def fused(element: Bound, duty: Plain, voice: Voice) -> str:
    """A condition with what it is about in its middle: `the retention of every log stream is …`.

    What is denied is said of none in English. It is "" where the element would be said twice, or in a way
    that may mean something else.
    """
    if not _said_once(element, duty):
        return ""
    said, _ = _said_of("every one", element, duty, voice)
    if said or voice.language != "en" or duty.stated:
        return said
    return _of_none(*_said_of("no one", element, _opposite(duty), voice))


def fused_such(element: Bound, duty: Plain, guard: str, voice: Voice) -> str:
    """A condition of elements that are narrowed: `every data store whose … asks who connects`."""
    if not _said_once(element, duty):
        return ""
    said, called = _said_of("every such one", element, duty, voice, guard=guard)
    rest = said.removeprefix(called)
    if rest == said or (voice.language == "ja" and not rest.startswith("が")):
        return ""
    return f"{called}，其{rest[1:]}" if rest.startswith("的") else said


def _of_none(said: str, called: str) -> str:
    """An English condition of no element: `no endpoint uses …`, `no secret's strength is …`; else ""."""
    before, _, after = said.partition(called)
    if not before:
        return said
    title = before.removeprefix("the ").removesuffix(" of ")
    short = before == f"the {title} of " and not re.search("'| of | that ", called)
    return f"{called}'s {title}{after}" if short else ""


def _said_once(element: Bound, duty: Plain) -> bool:
    variables = {name for name, bound in duty.names.variables.items() if bound is element}
    asked = sum(isinstance(part, Name) and part.name in variables for part in descend(duty.expr))
    return asked == 1 and not element.named


def _said_of(key: str, element: Bound, duty: Plain, voice: Voice, guard: str = "") -> tuple[str, str]:
    """The condition of an element that is called so, and what it is called; "" where that is no sentence."""
    one = noun_of(element, voice)
    called = phrase(key, voice.language, one=one, measure=measure_word(one), guard=guard)
    said = clause_of(Plain(duty.expr, calling(duty.names, element, called), duty.holds, duty.stated), voice)
    denied = _DENIED.get(voice.language)
    fit = said.count(called) == 1 and _stands_well(said, called, voice.language)
    return "" if not fit or (denied and denied.search(said.replace(called, ""))) else said, called


def _stands_well(said: str, called: str, language: str) -> bool:
    if language != "en":
        return said.removeprefix("已写明").startswith(called)
    before, _, after = said.partition(called)
    return not before or (before.endswith((" of ", " to ")) and after.startswith((" is ", " are ")))


def _opposite(duty: Plain) -> Plain:
    match duty.expr:
        case Binary("!=", left, right):
            return Plain(Binary("==", left, right), duty.names, duty.holds)
    return Plain(duty.expr, duty.names, not duty.holds)
