"""Witnesses → findings, and findings → the verdict of a rule."""

from __future__ import annotations

from collections.abc import Iterable

from reglint.evaluate.applicability import Applicability
from reglint.evaluate.fingerprint import fingerprint
from reglint.language.witness import Witness
from reglint.model.diagnostic import Level
from reglint.model.fact import Fact, Unknown
from reglint.model.finding import Doubt, Finding
from reglint.model.law import Citation
from reglint.model.place import Place
from reglint.model.rule import Method, Rule, Says, Severity
from reglint.model.verdict import Basis, Reason, Verdict

WEAKEST_FIRST = (Basis.PRESUMED, Basis.DECLARED, Basis.ATTESTED, Basis.OBSERVED)


def finding(rule: Rule, cites: tuple[Citation, ...], witness: Witness, applies: Applicability) -> Finding:
    """What one witness says of a rule that applies, or may apply."""
    verdict, doubt = _verdict(rule, witness, applies)
    broken = verdict is Verdict.FAIL or (doubt is not None and doubt.would is Verdict.FAIL)
    place = _place(witness)
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
        fingerprint=fingerprint(rule.id, *_identity(place, witness)),
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
        fingerprint=fingerprint(rule.id, *_identity(None, Witness(outcome=True))),
    )


def level_of(rule: Rule, cites: tuple[Citation, ...]) -> Level:
    """How loud a breach is: an error where a binding text gives the measure and it is no formality."""
    if rule.severity is Severity.LOW or rule.says is Says.BENCHMARK:
        return Level.NOTE
    return Level.ERROR if _binding(cites) and rule.says is Says.NUMBER else Level.WARNING


def weakest(facts: Iterable[Fact]) -> Basis | None:
    """The weakest basis among facts that are known: a conclusion rests on no more."""
    held = {fact.basis for fact in facts if not isinstance(fact.value, Unknown)}
    return next((basis for basis in WEAKEST_FIRST if basis in held), None)


def fold(findings: Iterable[Finding]) -> Verdict:
    """The verdict of a rule from its findings: fail, then unknown, then pass, else not applicable.

    >>> fold([])
    <Verdict.NOT_APPLICABLE: 'not_applicable'>
    """
    verdicts = {one.verdict for one in findings}
    order = (Verdict.FAIL, Verdict.UNKNOWN, Verdict.PASS)
    return next((verdict for verdict in order if verdict in verdicts), Verdict.NOT_APPLICABLE)


def _place(witness: Witness) -> Place | None:
    """Where to look: the element's own fact that decided, else the first that did."""
    inside = (fact for fact in witness.facts if witness.element and fact.name.startswith(witness.element))
    return next((fact.place for fact in (*inside, *witness.facts) if fact.place is not None), None)


def _verdict(rule: Rule, witness: Witness, applies: Applicability) -> tuple[Verdict, Doubt | None]:
    verdict, doubt = _if_it_applies(rule, witness)
    if applies.applies is not None:
        return verdict, doubt
    would = doubt.would if doubt is not None and doubt.would is Verdict.FAIL else verdict
    facts = tuple(one.fact for one in applies.doubts) + (doubt.facts if doubt is not None else ())
    return Verdict.UNKNOWN, Doubt(Reason.APPLICABILITY, tuple(dict.fromkeys(facts)), would)


def _if_it_applies(rule: Rule, witness: Witness) -> tuple[Verdict, Doubt | None]:
    if isinstance(witness.outcome, Unknown):
        return Verdict.UNKNOWN, _doubt(witness, witness.outcome)
    if not witness.outcome:
        return Verdict.FAIL, None
    if rule.method is Method.ATTESTED and weakest(witness.facts) is not Basis.ATTESTED:
        return Verdict.UNKNOWN, Doubt(Reason.NEEDS_HUMAN, _not_shown(witness.facts), Verdict.PASS)
    return Verdict.PASS, None


def _not_shown(facts: tuple[Fact, ...]) -> tuple[str, ...]:
    """The facts that somebody only says; all of them where each is seen, and nobody vouches for any."""
    said = (fact.name for fact in facts if fact.basis in (Basis.PRESUMED, Basis.DECLARED))
    return tuple(said) or tuple(fact.name for fact in facts)


def _doubt(witness: Witness, outcome: Unknown) -> Doubt:
    """Why nothing can be said, by the first doubt. What is guarded and false already would fail."""
    first = next(iter(witness.doubts), None)
    names = tuple(dict.fromkeys(doubt.fact for doubt in witness.doubts if doubt.fact))
    would = Verdict.FAIL if witness.would_fail else Verdict.UNKNOWN
    if first is None:
        return Doubt(outcome.reason, names, would, outcome.detail)
    return Doubt(first.reason, names, would, first.detail)


def _binding(cites: tuple[Citation, ...]) -> bool:
    return bool(cites) and cites[0].force.binding


def _identity(place: Place | None, witness: Witness) -> tuple[str, ...]:
    path = place.path if place is not None else ""
    fact = witness.facts[0].name if witness.facts else ""
    return path, witness.component, witness.environment, witness.element or fact
