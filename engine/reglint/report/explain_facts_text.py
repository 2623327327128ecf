"""Facts in an explanation: their names, shortened where they are long, their values, their places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reglint.facts.assign import COMMAND_LINE
from reglint.language.sentence.values import value_words as measure
from reglint.model.duration import Duration
from reglint.model.fact import Fact, Unknown
from reglint.model.place import Place
from reglint.model.quantity import Money, Percent
from reglint.model.verdict import Reason
from reglint.report.explain_words import told
from reglint.report.message import Titles, fact_words, said_words
from reglint.report.visible import visible
from reglint.report.words import reason_word

_MOST_OF_NAME = 72
_MOST_OF_VALUE = 160
"""The characters of a name and of a value on a terminal; JSON has all of them."""

_UNSAID = {Reason.MISSING, Reason.NULL}


def short(text: str, most: int = _MOST_OF_NAME) -> str:
    """A text that is no longer than so many characters, its middle left out.

    >>> short("logging.streams[name=payment].retention", 20)
    'logging.st…retention'
    """
    half = most // 2
    return text if len(text) <= most else f"{text[:half]}…{text[half - most + 1 :]}"


def fact_line(fact: Fact, language: str, titles: Titles) -> str:
    """A fact with its value, what it rests on, and its place."""
    name = short(fact.name)
    if isinstance(fact.value, Unknown) and is_unsaid(fact):
        return visible(f"{name}: {reason_word(fact.value.reason, language)}")
    place = place_words(fact.place, fact.name, language)
    shown = replace(fact, name=name, shown=short(fact.shown, _MOST_OF_VALUE))
    return visible(f"{fact_words(shown, language, titles)}  {place}".rstrip())


def is_unsaid(fact: Fact) -> bool:
    """Whether nobody says anything of a fact: then it has no place either, but that of what is around it."""
    return isinstance(fact.value, Unknown) and fact.value.reason in _UNSAID and not fact.value.detail


def known_words(fact: Fact, language: str, titles: Titles) -> str:
    """A fact's value in the words that sentences have for it."""
    exact = isinstance(fact.value, (Duration, Money, Percent)) and fact.shown == str(fact.value)
    return measure(fact.value, language) if exact else said_words(_shortened(fact), titles, language)


def place_words(place: Place | None, name: str, language: str) -> str:
    """Where a fact with that name stands: a place in a file, or the option that says it; "" for nowhere."""
    if place is None:
        return ""
    if place.path != COMMAND_LINE:
        return str(place)
    if name.startswith("platform.roles."):
        return told("by_role", language)
    return told("by_set", language, fact=short(name))


def place_of(place: Place | None, facts: Iterable[Fact], language: str) -> str:
    """As `place_words`, of a finding; nothing on the command line where it is not what said the fact."""
    if place is None or place.path != COMMAND_LINE:
        return place_words(place, "", language)
    said = (fact for fact in facts if fact.place == place and not is_unsaid(fact))
    return next((place_words(place, fact.name, language) for fact in said), "")


def _shortened(fact: Fact) -> Fact:
    return (
        fact if len(fact.shown) <= _MOST_OF_VALUE else replace(fact, shown=short(fact.shown, _MOST_OF_VALUE))
    )
