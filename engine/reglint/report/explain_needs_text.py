"""What would make a rule pass, in words: the nearest bound, and what is known of the fact."""

from __future__ import annotations

from reglint.language.explain_needs import Need, Needed
from reglint.language.sentence_claims import Plain
from reglint.language.sentence_layout import Block, Clause, Line, Listed, lines_of
from reglint.language.sentence_needs import requirement
from reglint.model.fact import Fact, Unknown
from reglint.model.verdict import Reason
from reglint.report.explain_words import told
from reglint.report.message import value_words
from reglint.report.words import duration_words

_SEMICOLON = {"en": "; ", "zh": "；", "ja": "。"}
_UNSAID = {Reason.MISSING, Reason.NULL}


def need_lines(needed: Needed, language: str) -> tuple[Line, ...]:
    """The needs as a sentence: one line, or a list of all or any of several."""
    return lines_of(_block(needed, language), language)


def _block(needed: Needed, language: str) -> Block:
    if isinstance(needed, Need):
        return Clause(need_words(needed, language))
    items = tuple(_block(part, language) for part in needed.parts)
    head = told("all_needed" if needed.joint == "and" else "any_needed", language)
    return Listed(head, items, needed.joint)


def need_words(need: Need, language: str) -> str:
    """`its retention would have to be at least 6 months (184 days); it is 30 days`."""
    wanted = requirement(need.claim, language)
    if need.days is not None:
        wanted += told("in_days", language, days=duration_words(need.days, language))
    alone = len(need.facts) == 1 and isinstance(need.claim, Plain)
    found = [_found(fact, language, alone=alone) for fact in need.facts if not _goes_without_saying(fact)]
    return _SEMICOLON[language].join(dict.fromkeys((wanted, *found)))


def _goes_without_saying(fact: Fact) -> bool:
    """Whether the wanted says it already: of what is true or false the opposite, of a list what is in it."""
    counted = isinstance(fact.value, int) and fact.shown != str(fact.value)
    return isinstance(fact.value, bool) or counted


def _found(fact: Fact, language: str, *, alone: bool) -> str:
    """What is known of a fact; it goes without its name where it is the only one that is meant."""
    if isinstance(fact.value, Unknown) and fact.value.reason in _UNSAID and not fact.value.detail:
        return told("unsaid" if alone else "fact_unsaid", language, fact=fact.name)
    value = value_words(fact, language)
    if isinstance(fact.value, Unknown):
        return value if alone else f"{fact.name}: {value}"
    return told("now" if alone else "fact_now", language, fact=fact.name, value=value)
