"""Rules in force × facts → findings and tallies."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reglint.evaluate.applicability import RolesHeld, applicability
from reglint.evaluate.findings import WEAKEST_FIRST, finding, fold, not_applicable
from reglint.evaluate.waive import waived
from reglint.language.witness import judge
from reglint.model.assessment import Tally
from reglint.model.diagnostic import Level
from reglint.model.fact import Record
from reglint.model.finding import Finding
from reglint.model.rule import Status
from reglint.model.verdict import Basis, Verdict
from reglint.model.waiver import Waiver
from reglint.packs.in_force import RuleInForce


@dataclass(frozen=True, slots=True)
class Evaluated:
    """All findings, in the order of their places, and the tally of each jurisdiction."""

    findings: tuple[Finding, ...]
    tallies: Mapping[str, Tally]


def evaluate_rules(
    rules: Iterable[RuleInForce],
    facts: Record,
    held: Mapping[str, RolesHeld],
    *,
    now: dt.date,
    waivers: Sequence[Waiver] = (),
) -> Evaluated:
    """What every rule finds on the platform. One rule's finding never depends on another's.

    A fail that a waiver covers says so; it stays a fail. A mandatory rule knows no waiver.
    """
    by_jurisdiction: dict[str, list[tuple[Finding, ...]]] = {}
    for rule in rules:
        if rule.loaded.rule.status is Status.ACTIVE:
            heard = () if rule.loaded.rule.mandatory else waivers
            found = tuple(
                waived(one, heard, day=now) for one in _each_once(_findings(rule, facts, held, now))
            )
            by_jurisdiction.setdefault(rule.loaded.rule.jurisdiction, []).append(found)
    findings = (one for groups in by_jurisdiction.values() for group in groups for one in group)
    tallies = {name: tally(groups) for name, groups in sorted(by_jurisdiction.items())}
    return Evaluated(tuple(sorted(findings, key=_order)), tallies)


def tally(groups: Iterable[tuple[Finding, ...]]) -> Tally:
    """Rules by verdict, each group being one rule's findings."""
    verdicts: Counter[str] = Counter()
    bases: Counter[Basis] = Counter()
    for group in groups:
        verdict = fold(group)
        verdicts[_word(verdict, group)] += 1
        if verdict is Verdict.PASS:
            bases[basis_of(group)] += 1
    return Tally(
        in_force=verdicts.total(),
        passed=verdicts[Verdict.PASS],
        failed=verdicts[Verdict.FAIL],
        warned=verdicts["warn"],
        unknown=verdicts[Verdict.UNKNOWN],
        not_applicable=verdicts[Verdict.NOT_APPLICABLE],
        waived=verdicts["waived"],
        pass_by_basis=dict(sorted(bases.items())),
    )


def _word(verdict: Verdict, group: Iterable[Finding]) -> str:
    """How a rule is counted: a fail without an error is a warning; one of waived breaches alone, waived."""
    if verdict is not Verdict.FAIL:
        return verdict
    levels = {one.level for one in group if one.verdict is Verdict.FAIL and one.waiver is None}
    if not levels:
        return "waived"
    return verdict if Level.ERROR in levels else "warn"


def basis_of(group: Iterable[Finding]) -> Basis:
    """What a rule's pass rests on. A finding without facts is of a list that somebody says is empty."""
    held = {one.basis or Basis.DECLARED for one in group}
    return next(basis for basis in WEAKEST_FIRST if basis in held)


def _findings(
    rule: RuleInForce, facts: Record, held: Mapping[str, RolesHeld], now: dt.date
) -> Iterator[Finding]:
    loaded = rule.loaded
    jurisdiction = loaded.rule.jurisdiction
    roles = held.get(jurisdiction, RolesHeld(jurisdiction, None))
    applies = applicability(loaded, facts, roles, now=now)
    if applies.applies is False:
        yield not_applicable(loaded.rule, rule.cites)
        return
    for witness in judge(loaded.assertion, facts, now=now):
        yield finding(loaded.rule, rule.cites, witness, applies)


def _each_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """A profile inherits a setting of the default one; it is one finding, at the place where it is set."""
    seen: set[object] = set()
    for one in findings:
        where = (one.place, one.element) if one.element and one.place is not None else one.fingerprint
        key = (where, one.verdict)
        if key not in seen:
            seen.add(key)
            yield one


def _order(one: Finding) -> tuple[str, int, int, str, str, str]:
    place = one.place
    where = (place.path, place.line, place.column) if place is not None else ("", 0, 0)
    return (*where, one.rule, one.element, one.environment)
