"""Witnesses → findings, and findings → the verdict of a rule."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from reglint.evaluate.applicability import Applicability
from reglint.language.witness import Witness
from reglint.model.diagnostic import Level
from reglint.model.fact import Fact, Unknown
from reglint.model.finding import Doubt, Finding
from reglint.model.law import Citation
from reglint.model.place import Place
from reglint.model.rule import Method, Rule, Says, Severity
from reglint.model.verdict import Basis, Reason, Verdict

FINGERPRINT = "v1"

_WEAKEST_FIRST = (Basis.PRESUMED, Basis.DECLARED, Basis.ATTESTED, Basis.OBSERVED)


def finding(rule: Rule, cites: tuple[Citation, ...], witness: Witness, applies: Applicability) -> Finding:
    """What one witness says of a rule that applies, or may apply."""
    verdict, doubt = _verdict(rule, witness, applies)
    broken = verdict is Verdict.FAIL or (doubt is not None and doubt.would is Verdict.FAIL)
    place = next((fact.place for fact in witness.facts if fact.place is not None), None)
    return Finding(
        rule=rule.id,
        jurisdiction=rule.jurisdiction,
        verdict=verdict,
        severity=rule.severity,
        says=rule.says,
        binding=_binding(cites),
        title=rule.title,
        because=rule.because,
        remedy=rule.remedy,
        cites=cites,
        facts=witness.facts,
        element=witness.element,
        environment=witness.environment,
        place=place,
        basis=weakest(witness.facts),
        level=level_of(rule, cites) if broken else None,
        doubt=doubt,
        fingerprint=_fingerprint(rule.id, place, witness),
        reading=rule.reading,
    )


def not_applicable(rule: Rule, cites: tuple[Citation, ...]) -> Finding:
    """What is said of a rule that binds others."""
    return Finding(
        rule=rule.id,
        jurisdiction=rule.jurisdiction,
        verdict=Verdict.NOT_APPLICABLE,
        severity=rule.severity,
        says=rule.says,
        binding=_binding(cites),
        title=rule.title,
        because=rule.because,
        remedy=rule.remedy,
        cites=cites,
        reading=rule.reading,
        fingerprint=_fingerprint(rule.id, None, Witness(outcome=True)),
    )


def level_of(rule: Rule, cites: tuple[Citation, ...]) -> Level:
    """How loud a breach is: an error where a binding text itself gives the measure and more than form is at stake."""
    if rule.severity is Severity.LOW or rule.says is Says.BENCHMARK:
        return Level.NOTE
    return Level.ERROR if _binding(cites) and rule.says is Says.NUMBER else Level.WARNING


def weakest(facts: Iterable[Fact]) -> Basis | None:
    """The weakest basis among facts that are known: a conclusion rests on no more."""
    held = {fact.basis for fact in facts if not isinstance(fact.value, Unknown)}
    return next((basis for basis in _WEAKEST_FIRST if basis in held), None)


def fold(findings: Iterable[Finding]) -> Verdict:
    """The verdict of a rule from its findings: fail, then unknown, then pass; not applicable where it is that.

    >>> fold([])
    <Verdict.NOT_APPLICABLE: 'not_applicable'>
    """
    verdicts = {one.verdict for one in findings}
    order = (Verdict.FAIL, Verdict.UNKNOWN, Verdict.PASS)
    return next((verdict for verdict in order if verdict in verdicts), Verdict.NOT_APPLICABLE)


def _verdict(rule: Rule, witness: Witness, applies: Applicability) -> tuple[Verdict, Doubt | None]:
    if applies.applies is None:
        facts = tuple(doubt.fact for doubt in applies.doubts)
        if _would(witness) is Verdict.UNKNOWN or witness.would_fail:
            facts += tuple(doubt.fact for doubt in witness.doubts)
        return Verdict.UNKNOWN, Doubt(Reason.APPLICABILITY, tuple(dict.fromkeys(facts)), _would(witness))
    if isinstance(witness.outcome, Unknown):
        return Verdict.UNKNOWN, _doubt(witness, witness.outcome)
    if witness.outcome and rule.method is Method.ATTESTED and weakest(witness.facts) is not Basis.ATTESTED:
        names = tuple(fact.name for fact in witness.facts)
        return Verdict.UNKNOWN, Doubt(Reason.NEEDS_HUMAN, names, Verdict.PASS)
    return (Verdict.PASS if witness.outcome else Verdict.FAIL), None


def _doubt(witness: Witness, outcome: Unknown) -> Doubt:
    first = witness.doubts[0] if witness.doubts else None
    names = tuple(dict.fromkeys(doubt.fact for doubt in witness.doubts if doubt.fact))
    return Doubt(
        first.reason if first else outcome.reason,
        names,
        _would(witness),
        first.detail if first else outcome.detail,
    )


def _would(witness: Witness) -> Verdict:
    if witness.would_fail or witness.outcome is False:
        return Verdict.FAIL
    return Verdict.UNKNOWN if isinstance(witness.outcome, Unknown) else Verdict.PASS


def _binding(cites: tuple[Citation, ...]) -> bool:
    return bool(cites) and cites[0].force.binding


def _fingerprint(rule: str, place: Place | None, witness: Witness) -> str:
    """By rule, file and identity; never by line or value, so that it survives an edit above."""
    path = place.path if place is not None else ""
    fact = witness.facts[0].name if witness.facts else ""
    parts = (FINGERPRINT, rule, path, witness.component, witness.environment, witness.element or fact)
    return f"{FINGERPRINT}:{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:32]}"
