"""What a finding says in a line: the facts that decided, or what is missing."""

from __future__ import annotations

from reglint.model.fact import Fact, Unknown
from reglint.model.finding import Doubt, Finding
from reglint.model.text import in_language
from reglint.model.verdict import Reason, Verdict
from reglint.report.words import basis_word, reason_word, say

_MOST_FACTS = 3


def message(finding: Finding, language: str) -> str:
    """What was found: `… is 100 days`, and for an unknown why it is one."""
    facts = "; ".join(fact_words(fact, language) for fact in finding.facts[:_MOST_FACTS])
    if finding.doubt is None:
        return facts or in_language(finding.title, language)
    return "; ".join(filter(None, (facts if _decided(finding) else "", doubt_words(finding.doubt, language))))


def fact_words(fact: Fact, language: str) -> str:
    """A fact with its value, basis and note: `custody.reserve_ratio = 98 % (declared)`."""
    if isinstance(fact.value, Unknown):
        reason = reason_word(fact.value.reason, language)
        return f"{fact.name}: {fact.value.detail or reason}"
    about = ", ".join(filter(None, (basis_word(fact.basis, language), fact.note)))
    return f"{fact.name} = {fact.shown} ({about})"


def doubt_words(doubt: Doubt, language: str) -> str:
    """Why a finding is unknown, and which facts would settle it."""
    facts = ", ".join(doubt.facts)
    if doubt.would is Verdict.FAIL:
        key = "fails_if" if doubt.reason is Reason.APPLICABILITY else "fails_unless"
        return say(key, language, facts=facts)
    reason = doubt.detail or reason_word(doubt.reason, language)
    return f"{reason}; {say('unsaid', language, facts=facts)}" if facts else reason


def _decided(finding: Finding) -> bool:
    return finding.doubt is not None and finding.doubt.would is not Verdict.UNKNOWN
