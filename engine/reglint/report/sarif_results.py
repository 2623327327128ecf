"""Findings as SARIF's results."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reglint.model.assessment import Assessment
from reglint.model.fact import Fact
from reglint.model.finding import Finding
from reglint.model.text import in_language
from reglint.model.verdict import Verdict
from reglint.model.waiver import Waiver
from reglint.report.message import Titles, fact_words
from reglint.report.page import TextOf
from reglint.report.sarif_places import location
from reglint.report.shown import full_message, law_words

_KINDS = {
    Verdict.PASS: "pass",
    Verdict.FAIL: "fail",
    Verdict.UNKNOWN: "open",
    Verdict.NOT_APPLICABLE: "notApplicable",
}


def results(
    findings: Iterable[Finding],
    rules: Sequence[str],
    assessment: Assessment,
    text_of: TextOf,
    language: str,
) -> list[dict[str, object]]:
    """A result for each finding; `rules` are the ids of the driver's rules in their order."""
    index = {rule: at for at, rule in enumerate(rules)}
    return [
        {"ruleIndex": index[one.rule], **_result(one, assessment.titles, text_of, language)}
        for one in findings
    ]


def _result(one: Finding, titles: Titles, text_of: TextOf, language: str) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": one.rule,
        "kind": _KINDS[one.verdict],
        "level": one.level.value if one.verdict is Verdict.FAIL and one.level is not None else "none",
        "message": {"text": _message(one, titles, language)},
        "partialFingerprints": {"reglint/v1": one.fingerprint},
        "taxa": [{"id": cite.provision, "toolComponent": {"name": cite.instrument}} for cite in one.cites],
        "properties": _properties(one),
    }
    if one.place is not None:
        fact = one.facts[0].name if one.facts else ""
        result["locations"] = [location(one.place, text_of, logical=fact)]
    related = [fact for fact in one.facts if fact.place is not None and str(fact.place) != str(one.place)]
    if related:
        result["relatedLocations"] = _related(related, titles, text_of, language)
    if one.waiver is not None:
        result["suppressions"] = [_suppression(one.waiver, text_of)]
    return result


def _message(one: Finding, titles: Titles, language: str) -> str:
    """What was found, which clause it breaks, and what to do, a line each."""
    lines = (full_message(one, titles, language), law_words(one, language), in_language(one.remedy, language))
    return "\n".join(line for line in lines if line)


def _properties(one: Finding) -> dict[str, object]:
    properties: dict[str, object] = {"basis": one.basis, "environment": one.environment or None}
    if one.doubt is not None:
        properties |= {
            "reason": one.doubt.reason,
            "facts": list(one.doubt.facts),
            "would": one.doubt.would,
        }
    return {key: value for key, value in properties.items() if value is not None}


def _related(
    facts: Iterable[Fact], titles: Titles, text_of: TextOf, language: str
) -> list[dict[str, object]]:
    return [
        {
            "id": number,
            "message": {"text": fact_words(fact, language, titles)},
            **location(fact.place, text_of, logical=fact.name),
        }
        for number, fact in enumerate(facts, 1)
        if fact.place is not None
    ]


def _suppression(waiver: Waiver, text_of: TextOf) -> dict[str, object]:
    """`inSource` for an ignore in the file itself, `external` for the waiver file."""
    return {
        "kind": "inSource" if waiver.inline else "external",
        "status": "accepted",
        "justification": waiver.reason,
        "location": location(waiver.place, text_of),
    }
