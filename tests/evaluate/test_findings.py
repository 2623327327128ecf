from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

import pytest

from reglint.evaluate.applicability import Applicability
from reglint.evaluate.findings import finding, fold, level_of, not_applicable, weakest
from reglint.language.outcome import Doubt as Open
from reglint.language.witness import Witness
from reglint.model.diagnostic import Level
from reglint.model.fact import Fact, Unknown
from reglint.model.finding import Doubt, Finding
from reglint.model.law import Citation, Force
from reglint.model.place import Place
from reglint.model.rule import Method, Rule, Says, Severity
from reglint.model.verdict import Basis, Reason, Verdict

Judged: TypeAlias = tuple[Witness, Applicability, Verdict, Doubt | None]

STREAM = "logging.streams[name=access]"
RETENTION = f"{STREAM}.retention"
PLACE = Place("logback.xml", 9, 19)
APPLIES = Applicability(applies=True)
MISSING = Unknown(Reason.MISSING)
NO_ROLE = Applicability(None, (Open("platform.roles.cn", Reason.MISSING),))


def seen(
    value: str | Unknown = "30 days", *, basis: Basis = Basis.OBSERVED, place: Place | None = PLACE
) -> Fact:
    return Fact(RETENTION, value, basis, place)


BROKEN = Witness(outcome=False, element=STREAM, environment="prod", facts=(seen(),))


def test_a_breach_says_all_that_is_known_of_it(rule: Rule, citation: Citation) -> None:
    found = finding(rule, (citation,), BROKEN, APPLIES)
    assert found == Finding(
        rule="cn-csl-log-retention",
        jurisdiction="cn",
        verdict=Verdict.FAIL,
        severity="high",
        says="number",
        binding=True,
        title=rule.title,
        because=rule.because,
        remedy=rule.remedy,
        cites=(citation,),
        facts=(seen(),),
        element=STREAM,
        environment="prod",
        place=PLACE,
        basis=Basis.OBSERVED,
        level=Level.ERROR,
        fingerprint=found.fingerprint,
    )


def test_a_rule_that_binds_others_says_so(rule: Rule, citation: Citation) -> None:
    found = not_applicable(rule, (citation,))
    assert found == Finding(
        rule="cn-csl-log-retention",
        jurisdiction="cn",
        verdict=Verdict.NOT_APPLICABLE,
        severity="high",
        says="number",
        binding=True,
        title=rule.title,
        because=rule.because,
        remedy=rule.remedy,
        cites=(citation,),
        fingerprint=found.fingerprint,
    )


PASSED = Witness(outcome=True, facts=(seen(),))
OPEN = Witness(outcome=MISSING, facts=(seen(MISSING),), doubts=(Open(RETENTION, Reason.MISSING),))
GUARDED = Witness(
    outcome=MISSING,
    facts=(seen(),),
    doubts=(Open("logging.stores", Reason.MISSING, "nobody says how long"),),
    would_fail=True,
)
NAMELESS = Witness(outcome=Unknown(Reason.BUDGET, "too many steps"))
JUDGED = [
    ("true", PASSED, APPLIES, Verdict.PASS, None),
    ("false", BROKEN, APPLIES, Verdict.FAIL, None),
    ("unknown", OPEN, APPLIES, Verdict.UNKNOWN, Doubt(Reason.MISSING, (RETENTION,))),
    (
        "unknown over what is false",
        GUARDED,
        APPLIES,
        Verdict.UNKNOWN,
        Doubt(Reason.MISSING, ("logging.stores",), Verdict.FAIL, "nobody says how long"),
    ),
    (
        "unknown without a fact to blame",
        NAMELESS,
        APPLIES,
        Verdict.UNKNOWN,
        Doubt(Reason.BUDGET, (), Verdict.UNKNOWN, "too many steps"),
    ),
    (
        "true, if it applies",
        PASSED,
        NO_ROLE,
        Verdict.UNKNOWN,
        Doubt(Reason.APPLICABILITY, ("platform.roles.cn",), Verdict.PASS),
    ),
    (
        "false, if it applies",
        BROKEN,
        NO_ROLE,
        Verdict.UNKNOWN,
        Doubt(Reason.APPLICABILITY, ("platform.roles.cn",), Verdict.FAIL),
    ),
    (
        "unknown, if it applies",
        OPEN,
        NO_ROLE,
        Verdict.UNKNOWN,
        Doubt(Reason.APPLICABILITY, ("platform.roles.cn", RETENTION), Verdict.UNKNOWN),
    ),
    (
        "unknown over what is false, if it applies",
        GUARDED,
        NO_ROLE,
        Verdict.UNKNOWN,
        Doubt(Reason.APPLICABILITY, ("platform.roles.cn", "logging.stores"), Verdict.FAIL),
    ),
]


@pytest.mark.parametrize("judged", [row[1:] for row in JUDGED], ids=[row[0] for row in JUDGED])
def test_the_verdict_of_a_witness(judged: Judged, rule: Rule, citation: Citation) -> None:
    witness, applies, verdict, doubt = judged
    found = finding(rule, (citation,), witness, applies)
    assert (found.verdict, found.doubt) == (verdict, doubt)


@pytest.mark.parametrize(
    ("witness", "applies", "level"),
    [
        (BROKEN, APPLIES, Level.ERROR),
        (BROKEN, NO_ROLE, Level.ERROR),
        (GUARDED, APPLIES, Level.ERROR),
        (PASSED, APPLIES, None),
        (PASSED, NO_ROLE, None),
        (OPEN, APPLIES, None),
    ],
    ids=["fail", "would fail", "fails unless", "pass", "would pass", "unknown"],
)
def test_what_is_or_would_be_a_breach_has_a_level(
    witness: Witness, applies: Applicability, level: Level | None, rule: Rule, citation: Citation
) -> None:
    assert finding(rule, (citation,), witness, applies).level == level


NEEDS_HUMAN = Doubt(Reason.NEEDS_HUMAN, (RETENTION,), Verdict.PASS)
ATTESTED = [
    ("attested", Witness(outcome=True, facts=(seen(basis=Basis.ATTESTED),)), Verdict.PASS, None),
    ("declared", Witness(outcome=True, facts=(seen(basis=Basis.DECLARED),)), Verdict.UNKNOWN, NEEDS_HUMAN),
    ("observed", Witness(outcome=True, facts=(seen(),)), Verdict.UNKNOWN, NEEDS_HUMAN),
    (
        "attested and declared",
        Witness(
            outcome=True, facts=(replace(seen(basis=Basis.ATTESTED), name="a"), seen(basis=Basis.DECLARED))
        ),
        Verdict.UNKNOWN,
        NEEDS_HUMAN,
    ),
    (
        "attested and observed",
        Witness(outcome=True, facts=(seen(), seen(basis=Basis.ATTESTED))),
        Verdict.PASS,
        None,
    ),
    (
        "no fact at all",
        Witness(outcome=True),
        Verdict.UNKNOWN,
        Doubt(Reason.NEEDS_HUMAN, (), Verdict.PASS),
    ),
    ("broken", BROKEN, Verdict.FAIL, None),
    ("unknown", OPEN, Verdict.UNKNOWN, Doubt(Reason.MISSING, (RETENTION,))),
]


@pytest.mark.parametrize(
    ("witness", "verdict", "doubt"), [row[1:] for row in ATTESTED], ids=[row[0] for row in ATTESTED]
)
def test_a_rule_that_needs_a_person_passes_on_an_attestation_alone(
    witness: Witness, verdict: Verdict, doubt: Doubt | None, rule: Rule, citation: Citation
) -> None:
    found = finding(replace(rule, method=Method.ATTESTED), (citation,), witness, APPLIES)
    assert (found.verdict, found.doubt) == (verdict, doubt)


def test_a_rule_that_needs_a_person_and_may_not_apply_would_not_pass(rule: Rule, citation: Citation) -> None:
    found = finding(replace(rule, method=Method.ATTESTED), (citation,), PASSED, NO_ROLE)
    facts = ("platform.roles.cn", RETENTION)
    assert found.doubt == Doubt(Reason.APPLICABILITY, facts, Verdict.UNKNOWN)


LEVELS = [
    (Force.STATUTE, Says.NUMBER, Severity.CRITICAL, Level.ERROR),
    (Force.STATUTE, Says.NUMBER, Severity.HIGH, Level.ERROR),
    (Force.RULE, Says.NUMBER, Severity.MEDIUM, Level.ERROR),
    (Force.STATUTE, Says.NUMBER, Severity.LOW, Level.NOTE),
    (Force.STATUTE, Says.DUTY, Severity.CRITICAL, Level.WARNING),
    (Force.STATUTE, Says.DUTY, Severity.LOW, Level.NOTE),
    (Force.STATUTE, Says.BENCHMARK, Severity.CRITICAL, Level.NOTE),
    (Force.SUPERVISORY_GUIDANCE, Says.NUMBER, Severity.CRITICAL, Level.WARNING),
    (Force.STANDARD_RECOMMENDED, Says.NUMBER, Severity.HIGH, Level.WARNING),
    (Force.STANDARD_MANDATORY, Says.NUMBER, Severity.HIGH, Level.ERROR),
    (Force.DIRECTIVE, Says.NUMBER, Severity.HIGH, Level.ERROR),
]


@pytest.mark.parametrize("row", LEVELS, ids="-".join)
def test_how_loud_a_breach_is(
    row: tuple[Force, Says, Severity, Level], rule: Rule, citation: Citation
) -> None:
    force, says, severity, level = row
    changed = replace(rule, says=says, severity=severity)
    assert level_of(changed, (replace(citation, force=force),)) == level


def test_the_first_citation_decides_the_level(rule: Rule, citation: Citation) -> None:
    guidance = replace(citation, force=Force.SUPERVISORY_GUIDANCE)
    assert (level_of(rule, (citation, guidance)), level_of(rule, (guidance, citation))) == (
        "error",
        "warning",
    )


def test_a_rule_that_cites_nothing_binds_nobody(rule: Rule) -> None:
    found = finding(rule, (), BROKEN, APPLIES)
    assert (found.binding, found.level) == (False, Level.WARNING)


SHARED = Fact("platform.mlps_level", 3, Basis.DECLARED, Place("platform.yaml", 2, 3))
PLACES = [
    ("the element's own fact first", (SHARED, seen()), PLACE),
    ("else the first that has a place", (seen(place=None), SHARED), SHARED.place),
    ("none without a place", (seen(place=None),), None),
    ("none without facts", (), None),
]


@pytest.mark.parametrize(("facts", "place"), [row[1:] for row in PLACES], ids=[row[0] for row in PLACES])
def test_where_a_finding_is(
    facts: tuple[Fact, ...], place: Place | None, rule: Rule, citation: Citation
) -> None:
    assert finding(rule, (citation,), replace(BROKEN, facts=facts), APPLIES).place == place


def test_a_finding_on_the_whole_platform_is_where_its_first_fact_is(rule: Rule, citation: Citation) -> None:
    whole = replace(BROKEN, element="", facts=(SHARED, seen()))
    assert finding(rule, (citation,), whole, APPLIES).place == SHARED.place


BASES = [
    ((Basis.OBSERVED,), Basis.OBSERVED),
    ((Basis.OBSERVED, Basis.ATTESTED), Basis.ATTESTED),
    ((Basis.ATTESTED, Basis.DECLARED, Basis.OBSERVED), Basis.DECLARED),
    ((Basis.DECLARED, Basis.PRESUMED), Basis.PRESUMED),
    ((), None),
]


@pytest.mark.parametrize(("bases", "expected"), BASES)
def test_a_conclusion_rests_on_its_weakest_fact(bases: tuple[Basis, ...], expected: Basis | None) -> None:
    assert weakest(seen(basis=basis) for basis in bases) == expected


def test_an_unknown_fact_has_no_say_in_the_basis() -> None:
    assert weakest([seen(MISSING, basis=Basis.PRESUMED), seen()]) is Basis.OBSERVED


FOLDS = [
    ([Verdict.PASS, Verdict.UNKNOWN, Verdict.FAIL], Verdict.FAIL),
    ([Verdict.PASS, Verdict.UNKNOWN], Verdict.UNKNOWN),
    ([Verdict.PASS, Verdict.PASS], Verdict.PASS),
    ([Verdict.NOT_APPLICABLE], Verdict.NOT_APPLICABLE),
]


@pytest.mark.parametrize(("verdicts", "folded"), FOLDS)
def test_one_breach_breaks_a_rule_and_one_doubt_leaves_it_open(
    verdicts: list[Verdict], folded: Verdict, rule: Rule
) -> None:
    findings = [replace(not_applicable(rule, ()), verdict=verdict) for verdict in verdicts]
    assert fold(findings) == folded
