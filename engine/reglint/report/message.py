"""What a finding says in a line: the fact that decided, or what is missing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reglint.model.duration import Duration
from reglint.model.fact import Fact, Unknown
from reglint.model.finding import Doubt, Finding
from reglint.model.text import Text, in_language
from reglint.model.verdict import Reason, Verdict
from reglint.report.note_words import note_words
from reglint.report.words import basis_word, duration_words, reason_word, say

Titles = Mapping[str, Text]
"""A fact's generic name → its title; `name=value` → the words of a boolean's or an enum's value."""

_ELEMENT = re.compile(r"\[([^\]]*)\]")
_COUNT = re.compile(r"([0-9]+) (?:of ([0-9]+) )?(elements?|fields?)")
_BETWEEN_WIDE = re.compile("(?<=[\u3041-\u9fff]) (?=[\u3041-\u9fff])")
_NO_TITLES: Titles = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Count:
    """How many elements or fields there are; those that pass a filter are `among` so many, else ""."""

    number: str
    among: str
    noun: str


def message(finding: Finding, titles: Titles, language: str) -> str:
    """What was found, in a sentence: `retention of the log stream LOGGER_FILE is 100 days`.

    Of an unknown, why it is one; of one that would be a breach, the fact that would make it one.
    """
    doubt = finding.doubt
    if doubt is not None and doubt.would is not Verdict.FAIL:
        return doubt_words(doubt, language)
    if not finding.facts:
        return in_language(finding.title, language)
    return sentence(finding.facts[0], titles, language)


def sentence(fact: Fact, titles: Titles, language: str) -> str:
    """A fact in words, by its title and the element that it belongs to."""
    elements = [element.partition("=")[2] or element for element in _ELEMENT.findall(fact.name)]
    element = ", ".join(elements)
    name = _generic(fact)
    clause = _value_title(fact, titles)
    if clause is not None and isinstance(fact.value, bool):
        return _clause(in_language(clause, language), element, _owner(name, titles), language)
    count = count_of(fact)
    single = count is not None and count.noun == "element"
    titled = titles.get(f"{name}[]" if single else name) or titles.get(name, {"en": fact.name})
    title = in_language(titled, language)
    owned = say("owned", language, title=title, element=element) if element else title
    if count is not None and count.noun.startswith("element"):
        return say("sentence_of_count", language, count=_part(count, language), title=owned)
    key = "sentence_of_truth" if isinstance(fact.value, bool) else "sentence"
    words = say(key, language, title=owned, value=said_words(fact, titles, language))
    return _BETWEEN_WIDE.sub("", words)


def fact_words(fact: Fact, language: str, titles: Titles = _NO_TITLES) -> str:
    """A fact by its name, with what it rests on: `custody.reserve_ratio = 98 % (declared)`.

    A word of an enum stands as it is written in files; what it means follows, where that is not English.
    """
    if isinstance(fact.value, Unknown):
        value = say("semicolon", language).join(
            filter(None, (value_words(fact, language), attested_words(fact, language)))
        )
        return say("unknown_fact", language, name=fact.name, value=value)
    value = value_words(fact, language)
    said = "" if language == "en" else said_words(fact, titles, language)
    basis = attested_words(fact, language) or basis_word(fact.basis, language)
    parts = (said if said != value else "", basis, note_words(fact.note, language))
    about = say("comma", language).join(filter(None, parts))
    return say("fact", language, name=fact.name, value=value, about=about)


def attested_words(fact: Fact, language: str) -> str:
    """Who vouches for a fact, by what and until when; nothing where nobody does, or no day is clear."""
    word = fact.attested
    if word is None or word.on is None or word.expires is None:
        return ""
    days = {"on": word.on.isoformat(), "until": word.expires.isoformat()}
    return say("attested_by", language, by=word.by, evidence=word.evidence, **days)


def said_words(fact: Fact, titles: Titles, language: str) -> str:
    """A fact's value in the words that the schema has for it, as `value_words` where it has none."""
    words = _value_title(fact, titles)
    if words is None or isinstance(fact.value, bool):
        return value_words(fact, language)
    return in_language(words, language)


def value_words(fact: Fact, language: str) -> str:
    """A fact's value in words; why there is none where there is none."""
    if isinstance(fact.value, Unknown):
        return note_words(fact.value.detail, language) or reason_word(fact.value.reason, language)
    if isinstance(fact.value, bool):
        return say("true" if fact.value else "false", language)
    if isinstance(fact.value, Duration) and fact.shown == str(fact.value):
        return duration_words(fact.value, language)
    counted = count_of(fact)
    return say(counted.noun, language, count=_part(counted, language)) if counted is not None else fact.shown


def doubt_words(doubt: Doubt, language: str) -> str:
    """Why a finding is unknown, and which facts would settle it."""
    facts = say("between", language).join(doubt.facts)
    if doubt.would is Verdict.FAIL:
        key = "fails_if" if doubt.reason is Reason.APPLICABILITY else "fails_unless"
        return say(key, language, facts=facts)
    reason = note_words(doubt.detail, language) or reason_word(doubt.reason, language)
    return reason + say("semicolon", language) + say("unsaid", language, facts=facts) if facts else reason


def count_of(fact: Fact) -> Count | None:
    """How much is in a list or an object that is shown as a fact; None of anything else."""
    found = _COUNT.fullmatch(fact.shown) if isinstance(fact.value, int) else None
    return None if found is None else Count(found[1], found[2] or "", found[3])


def _part(count: Count, language: str) -> str:
    return say("part", language, count=count.number, all=count.among) if count.among else count.number


def _generic(fact: Fact) -> str:
    return _ELEMENT.sub("[]", fact.name)


def _value_title(fact: Fact, titles: Titles) -> Text | None:
    return titles.get(f"{_generic(fact)}={fact.shown}")


def _owner(name: str, titles: Titles) -> Text:
    """The title of the element that a field belongs to, such as `log stream`."""
    return titles.get(name[: name.rfind("[]") + 2], {})


def _clause(clause: str, element: str, owner: Text, language: str) -> str:
    """A clause about an element, with the element's name behind what names it."""
    if not element:
        return clause
    subject = f"the {owner['en']}" if owner.get("en") else ""
    if language == "en" and subject and subject in clause:
        return clause.replace(subject, f"{subject} {element}", 1)
    return say("owned", language, title=clause, element=f"({element})" if language == "en" else element)
