"""What a finding says in a line: the fact that decided, or what is missing."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reglint.model.duration import Duration
from reglint.model.fact import Fact, Unknown
from reglint.model.finding import Doubt, Finding
from reglint.model.text import Text, in_language
from reglint.model.verdict import Reason, Verdict
from reglint.report.words import basis_word, duration_words, reason_word, say

Titles = Mapping[str, Text]

_ELEMENT = re.compile(r"\[([^\]]*)\]")


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
    title = in_language(titles.get(_ELEMENT.sub("[]", fact.name), {"en": fact.name}), language)
    elements = [element.partition("=")[2] or element for element in _ELEMENT.findall(fact.name)]
    key = "sentence_of" if elements else "sentence"
    return say(key, language, title=title, element=", ".join(elements), value=value_words(fact, language))


def fact_words(fact: Fact, language: str) -> str:
    """A fact by its name, with what it rests on: `custody.reserve_ratio = 98 % (declared)`."""
    if isinstance(fact.value, Unknown):
        return f"{fact.name}: {value_words(fact, language)}"
    about = ", ".join(filter(None, (basis_word(fact.basis, language), fact.note)))
    return f"{fact.name} = {value_words(fact, language)} ({about})"


def value_words(fact: Fact, language: str) -> str:
    """A fact's value in words; why there is none where there is none."""
    if isinstance(fact.value, Unknown):
        return fact.value.detail or reason_word(fact.value.reason, language)
    if isinstance(fact.value, bool):
        return say("true" if fact.value else "false", language)
    if isinstance(fact.value, Duration) and fact.shown == str(fact.value):
        return duration_words(fact.value, language)
    return fact.shown


def doubt_words(doubt: Doubt, language: str) -> str:
    """Why a finding is unknown, and which facts would settle it."""
    facts = ", ".join(doubt.facts)
    if doubt.would is Verdict.FAIL:
        key = "fails_if" if doubt.reason is Reason.APPLICABILITY else "fails_unless"
        return say(key, language, facts=facts)
    reason = doubt.detail or reason_word(doubt.reason, language)
    return f"{reason}; {say('unsaid', language, facts=facts)}" if facts else reason
