"""Rules as SARIF's reporting descriptors, and the provisions that they rest on as taxonomies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reglint.law.label import full_label
from reglint.model.finding import Finding
from reglint.model.law import Citation
from reglint.model.text import in_language

_SECURITY = {"critical": "9.0", "high": "7.5", "medium": "5.0", "low": "2.0"}
"""GitHub sorts alerts by a number from 0 to 10, the bands of CVSS."""


def rule_descriptors(findings: Iterable[Finding], language: str) -> Mapping[str, dict[str, object]]:
    """A descriptor for each rule that took part, by id, in the order of the ids."""
    rules = {one.rule: one for one in findings}
    loudest = {one.rule: one.level for one in findings if one.level is not None}
    return {
        rule: _descriptor(rules[rule], str(loudest.get(rule, "warning")), language) for rule in sorted(rules)
    }


def taxonomies(findings: Iterable[Finding], language: str) -> list[dict[str, object]]:
    """An instrument a taxonomy, a provision a taxon: `cn-csl#log-retention` in `cn-csl 2025`."""
    cites = {cite.provision: cite for one in findings for cite in one.cites}
    by_instrument: dict[str, list[Citation]] = {}
    for _, cite in sorted(cites.items()):
        by_instrument.setdefault(cite.instrument, []).append(cite)
    return [_taxonomy(listed, language) for listed in by_instrument.values()]


def _descriptor(one: Finding, level: str, language: str) -> dict[str, object]:
    law = [in_language(full_label(cite), language) for cite in one.cites]
    because, remedy = in_language(one.because, language), in_language(one.remedy, language)
    descriptor: dict[str, object] = {
        "id": one.rule,
        "name": _pascal(one.rule),
        "shortDescription": {"text": in_language(one.title, language)},
        "fullDescription": {"text": because},
        "help": {
            "text": "\n".join([because, *law, remedy]),
            "markdown": "\n\n".join([because, "\n".join(f"- {label}" for label in law), f"**{remedy}**"]),
        },
        "defaultConfiguration": {"level": level},
        "relationships": [_relationship(cite) for cite in one.cites],
        "properties": {
            "tags": ["compliance", *([one.jurisdiction] if one.jurisdiction else [])],
            "severity": one.severity,
            "security-severity": _SECURITY[one.severity],
            "says": one.says,
            "binding": one.binding,
        },
    }
    uri = next((cite.url for cite in one.cites if cite.url), "")
    return {**descriptor, "helpUri": uri} if uri else descriptor


def _pascal(rule: str) -> str:
    """The id in the notation that SARIF wants of names: CnCslLogRetention."""
    return "".join(part.capitalize() for part in rule.split("-"))


def _relationship(cite: Citation) -> dict[str, object]:
    target = {"id": cite.provision, "toolComponent": {"name": cite.instrument}}
    return {"target": target, "kinds": ["relevant"]}


def _taxonomy(listed: list[Citation], language: str) -> dict[str, object]:
    first = listed[0]
    taxonomy: dict[str, object] = {
        "name": first.instrument,
        "version": first.version,
        "language": language,
        "shortDescription": {"text": in_language(first.title, language)},
        "taxa": [_taxon(cite, language) for cite in listed],
    }
    return {**taxonomy, "informationUri": first.url} if first.url else taxonomy


def _taxon(cite: Citation, language: str) -> dict[str, object]:
    taxon: dict[str, object] = {
        "id": cite.provision,
        "name": in_language(cite.label, language),
        "shortDescription": {"text": in_language(full_label(cite), language)},
        "fullDescription": {"text": in_language(cite.duty, language)},
    }
    return {**taxon, "helpUri": cite.url} if cite.url else taxon
