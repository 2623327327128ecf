"""json-v1: a run as JSON that others build on. Its schema is docs/schemas/json-v1.schema.json."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from reglint.model.assessment import Assessment, Tally
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.fact import Attestation, Fact, Unknown
from reglint.model.finding import Finding
from reglint.model.law import Citation
from reglint.model.text import in_language
from reglint.model.verdict import Verdict
from reglint.model.waiver import Waiver
from reglint.report.message import Titles, message

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"


def render_json(assessment: Assessment, *, language: str, everything: bool) -> str:
    """The run as text, deterministic. Fails and unknowns only, unless `everything` is wanted."""
    return json.dumps(
        to_json(assessment, language=language, everything=everything), ensure_ascii=False, indent=2
    )


def to_json(assessment: Assessment, *, language: str, everything: bool) -> dict[str, Json]:
    """The run as plain data, one finding for each witness."""
    shown = (Verdict.FAIL, Verdict.UNKNOWN)
    findings = [one for one in assessment.findings if everything or one.verdict in shown]
    return {
        "schema": "json-v1",
        "reglint": assessment.version,
        "as_of": assessment.as_of.isoformat(),
        "language": language,
        "jurisdictions": list(assessment.jurisdictions),
        "packs": [
            {"name": pack.name, "version": pack.version, "digest": pack.digest, "trust": pack.trust}
            for pack in assessment.packs
        ],
        "platform": _platform(assessment),
        "findings": [_finding(one, assessment.titles, language) for one in findings],
        "summary": {
            name: _tally(tally, assessment, name) for name, tally in sorted(assessment.tallies.items())
        },
        "sources": [
            {"path": one.path, "format": one.format, "facts": one.facts} for one in assessment.sources
        ],
        "skipped": [{"path": one.path, "reason": one.reason} for one in assessment.skipped],
        "unread": dict(assessment.unread),
        "diagnostics": [_diagnostic(one) for one in assessment.diagnostics],
    }


def verdict_of(tally: Tally) -> str:
    """One word for a jurisdiction: what the worst rule says."""
    if tally.failed:
        return "fail"
    if tally.warned:
        return "warn"
    if tally.unknown:
        return "unknown"
    if tally.waived:
        return "waived"
    return "pass" if tally.passed else "not_applicable"


def waiver_json(waiver: Waiver | None) -> Json:
    """A waiver as findings carry it; null where there is none."""
    if waiver is None:
        return None
    return {
        "kind": "ignore" if waiver.inline else "waiver",
        "reason": waiver.reason,
        "approver": waiver.approver or None,
        "requested": waiver.requested.isoformat() if waiver.requested is not None else None,
        "until": waiver.until.isoformat() if waiver.until is not None else None,
        "risk": waiver.risk or None,
        "compensating": waiver.compensating or None,
        "evidence": waiver.evidence or None,
        "path": waiver.place.path,
        "line": waiver.place.line,
        "column": waiver.place.column,
    }


def _platform(assessment: Assessment) -> dict[str, Json]:
    seen = assessment.platform
    return {
        "name": seen.name,
        "path": seen.path,
        "roles": _roles(seen.roles),
        "presumed": _roles(seen.presumed),
    }


def _roles(roles: Mapping[str, Iterable[str]]) -> dict[str, Json]:
    return {jurisdiction: list(held) for jurisdiction, held in sorted(roles.items())}


def _finding(one: Finding, titles: Titles, language: str) -> dict[str, Json]:
    place = one.place
    return {
        "rule": one.rule,
        "jurisdiction": one.jurisdiction or None,
        "verdict": one.verdict,
        "level": one.level if one.verdict is Verdict.FAIL else None,
        "severity": one.severity,
        "binding": one.binding,
        "says": one.says,
        "status": "in_force",
        "title": in_language(one.title, language),
        "message": message(one, titles, language),
        "because": in_language(one.because, language),
        "reading": in_language(one.reading, language) or None,
        "remedy": in_language(one.remedy, language),
        "path": place.path if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "pointer": place.pointer if place else None,
        "element": one.element or None,
        "environment": one.environment or None,
        "basis": one.basis,
        "reason": _reason(one),
        "facts": [_fact(fact) for fact in one.facts],
        "cites": [_citation(cite, language) for cite in one.cites],
        "waiver": waiver_json(one.waiver),
        "fingerprint": one.fingerprint,
    }


def _reason(one: Finding) -> Json:
    doubt = one.doubt
    if doubt is None:
        return None
    return {
        "code": doubt.reason,
        "facts": list(doubt.facts),
        "would": doubt.would,
        "would_level": one.level,
        "detail": doubt.detail or None,
    }


def _fact(fact: Fact) -> Json:
    unknown = isinstance(fact.value, Unknown)
    place = fact.place
    return {
        "name": fact.name,
        "value": None if unknown else fact.shown,
        "path": place.path if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "basis": None if unknown else fact.basis,
        "note": fact.note or None,
        "reason": fact.value.reason if isinstance(fact.value, Unknown) else None,
        "attestation": _attestation(fact.attested),
    }


def _attestation(word: Attestation | None) -> Json:
    if word is None:
        return None
    return {
        "by": word.by,
        "on": word.on.isoformat() if word.on else None,
        "expires": word.expires.isoformat() if word.expires else None,
        "evidence": word.evidence,
        "path": word.place.path if word.place else None,
        "line": word.place.line if word.place else None,
        "column": word.place.column if word.place else None,
    }


def _citation(cite: Citation, language: str) -> Json:
    where = cite.location
    return {
        "provision": cite.provision,
        "instrument": cite.instrument,
        "version": cite.version,
        "article": where.article,
        "paragraph": where.paragraph,
        "item": where.item,
        "point": where.point,
        "sentence": where.sentence,
        "label": in_language(cite.label, language),
        "title": in_language(cite.title, language),
        "force": cite.force,
        "url": cite.url or None,
    }


def _tally(tally: Tally, assessment: Assessment, jurisdiction: str) -> Json:
    reasons = Counter(
        one.doubt.reason
        for one in assessment.findings
        if one.jurisdiction == jurisdiction and one.doubt is not None
    )
    return {
        "verdict": verdict_of(tally),
        "in_force": tally.in_force,
        "pass": tally.passed,
        "fail": tally.failed,
        "warn": tally.warned,
        "unknown": tally.unknown,
        "not_applicable": tally.not_applicable,
        "waived": tally.waived,
        "not_in_force": tally.not_in_force,
        "pass_by_basis": dict(tally.pass_by_basis),
        "unknown_by_reason": dict(sorted(reasons.items())),
    }


def _diagnostic(one: Diagnostic) -> Json:
    return {
        "code": one.code,
        "level": Level(one.level),
        "message": one.message,
        "path": one.path,
        "line": one.line if one.path is not None else None,
        "column": one.column if one.path is not None else None,
        "hint": one.hint or None,
    }
