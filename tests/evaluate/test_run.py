from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from reglint.evaluate.applicability import RolesHeld
from reglint.evaluate.run import Evaluated, basis_of, evaluate_rules, tally
from reglint.model.assessment import Tally
from reglint.model.diagnostic import Level
from reglint.model.duration import parse_duration
from reglint.model.fact import Fact, Record, Series
from reglint.model.finding import Finding
from reglint.model.law import Citation
from reglint.model.place import Place
from reglint.model.rule import Rule, Says, Status
from reglint.model.verdict import Basis, Verdict
from reglint.packs.in_force import RuleInForce
from reglint.packs.pack import LoadedRule

NOW = dt.date(2026, 1, 1)
OPERATOR = {"cn": RolesHeld("cn", frozenset({"network_operator"}))}

Load = Callable[[Rule], LoadedRule]
Platform = Callable[..., Record]


@pytest.fixture
def in_force(citation: Citation, loaded: Load) -> Callable[[Rule], RuleInForce]:
    return lambda rule: RuleInForce(loaded(rule), (citation,))


InForce = Callable[[Rule], RuleInForce]


def verdicts(evaluated: Evaluated) -> list[tuple[str, str]]:
    return [(one.element, one.verdict) for one in evaluated.findings]


def test_each_element_has_a_verdict_and_the_rule_is_counted_once(
    rule: Rule, in_force: InForce, platform: Platform
) -> None:
    facts = platform(access="30 days", audit="1 year", security=None)
    evaluated = evaluate_rules([in_force(rule)], facts, OPERATOR, now=NOW)
    assert verdicts(evaluated) == [
        ("logging.streams[name=access]", "fail"),
        ("logging.streams[name=audit]", "pass"),
        ("logging.streams[name=security]", "unknown"),
    ]
    assert evaluated.tallies == {"cn": Tally(in_force=1, failed=1)}


def test_a_rule_that_binds_others_has_one_finding(rule: Rule, in_force: InForce, platform: Platform) -> None:
    held = {"cn": RolesHeld("cn", frozenset())}
    evaluated = evaluate_rules([in_force(rule)], platform(access="30 days"), held, now=NOW)
    assert verdicts(evaluated) == [("", "not_applicable")]
    assert evaluated.tallies == {"cn": Tally(in_force=1, not_applicable=1)}


def test_a_draft_says_nothing(rule: Rule, in_force: InForce, platform: Platform) -> None:
    draft = in_force(replace(rule, status=Status.DRAFT))
    assert evaluate_rules([draft], platform(access="30 days"), OPERATOR, now=NOW) == Evaluated((), {})


def test_a_jurisdiction_whose_roles_nobody_knows_is_open(
    rule: Rule, in_force: InForce, platform: Platform
) -> None:
    elsewhere = in_force(replace(rule, jurisdiction="sg"))
    evaluated = evaluate_rules([elsewhere], platform(access="30 days"), OPERATOR, now=NOW)
    (found,) = evaluated.findings
    assert found.doubt is not None
    assert (found.doubt.facts, found.doubt.would) == (("platform.roles.sg",), Verdict.FAIL)
    assert evaluated.tallies == {"sg": Tally(in_force=1, unknown=1)}


def test_jurisdictions_are_counted_apart(rule: Rule, in_force: InForce, platform: Platform) -> None:
    rules = [in_force(replace(rule, jurisdiction=name, binds=("anyone",))) for name in ("us", "cn", "cn")]
    evaluated = evaluate_rules(rules, platform(access="1 year"), OPERATOR, now=NOW)
    assert evaluated.tallies == {
        "cn": Tally(in_force=2, passed=2, pass_by_basis={"declared": 2}),
        "us": Tally(in_force=1, passed=1, pass_by_basis={"declared": 1}),
    }
    assert list(evaluated.tallies) == ["cn", "us"]


def test_findings_come_in_the_order_of_their_places(
    rule: Rule, in_force: InForce, platform: Platform
) -> None:
    rules = [in_force(replace(rule, id=name)) for name in ("cn-z", "cn-a")]
    evaluated = evaluate_rules(rules, platform(b="30 days", a="30 days"), OPERATOR, now=NOW)
    assert [(one.place.line if one.place else 0, one.rule) for one in evaluated.findings] == [
        (3, "cn-a"),
        (3, "cn-z"),
        (4, "cn-a"),
        (4, "cn-z"),
    ]


def stream(name: str, retention: str, place: Place | None, *, environment: str = "default") -> Record:
    element = f"logging.streams[name={name}]"
    fact = Fact(f"{element}.retention", parse_duration(retention), Basis.OBSERVED, place)
    return Record(element, {"retention": fact}, place, "gateway", environment)


def streams(*records: Record) -> Record:
    series = Series("logging.streams", records, closed=False)
    return Record("", {"logging": Record("logging", {"streams": series})})


HERE, THERE = Place("application.yml", 4, 10), Place("application-dev.yml", 2, 10)
ONCE = [
    (
        "a profile inherits",
        (stream("a", "7 days", HERE), stream("a", "7 days", HERE, environment="dev")),
        1,
    ),
    (
        "a profile says its own",
        (stream("a", "7 days", HERE), stream("a", "7 days", THERE, environment="dev")),
        2,
    ),
    ("two elements at one place", (stream("a", "7 days", HERE), stream("b", "7 days", HERE)), 2),
    ("two verdicts at one place", (stream("a", "7 days", HERE), stream("a", "1 year", HERE)), 2),
    ("the same without a place", (stream("a", "7 days", None), stream("a", "7 days", None)), 1),
    (
        "two environments without a place",
        (stream("a", "7 days", None), stream("a", "7 days", None, environment="dev")),
        2,
    ),
]


@pytest.mark.parametrize(("records", "count"), [row[1:] for row in ONCE], ids=[row[0] for row in ONCE])
def test_one_setting_is_one_finding(
    records: tuple[Record, ...], count: int, rule: Rule, in_force: InForce
) -> None:
    evaluated = evaluate_rules([in_force(rule)], streams(*records), OPERATOR, now=NOW)
    assert len(evaluated.findings) == count


def some(verdict: Verdict, *, level: Level | None = None, basis: Basis | None = None) -> Finding:
    return Finding("r", "cn", verdict, "high", "number", True, {}, {}, {}, (), basis=basis, level=level)  # noqa: FBT003 - the order of the fields


PASS, UNKNOWN = some(Verdict.PASS, basis=Basis.OBSERVED), some(Verdict.UNKNOWN)
ERROR, WARNING = some(Verdict.FAIL, level=Level.ERROR), some(Verdict.FAIL, level=Level.WARNING)
NONE = some(Verdict.NOT_APPLICABLE)
COUNTS = [
    ("nothing", [], Tally()),
    ("a pass", [(PASS, PASS)], Tally(in_force=1, passed=1, pass_by_basis={"observed": 1})),
    ("an unknown beats a pass", [(PASS, UNKNOWN)], Tally(in_force=1, unknown=1)),
    ("an error beats all", [(PASS, UNKNOWN, WARNING, ERROR)], Tally(in_force=1, failed=1)),
    ("warnings alone", [(PASS, UNKNOWN, WARNING)], Tally(in_force=1, warned=1)),
    ("a note alone", [(some(Verdict.FAIL, level=Level.NOTE),)], Tally(in_force=1, warned=1)),
    ("not applicable", [(NONE,)], Tally(in_force=1, not_applicable=1)),
    (
        "a would-be breach is no breach",
        [(some(Verdict.UNKNOWN, level=Level.ERROR),)],
        Tally(in_force=1, unknown=1),
    ),
    (
        "all of it",
        [(PASS,), (UNKNOWN,), (ERROR,), (WARNING,), (NONE,), (NONE,)],
        Tally(
            in_force=6,
            passed=1,
            failed=1,
            warned=1,
            unknown=1,
            not_applicable=2,
            pass_by_basis={"observed": 1},
        ),
    ),
]


@pytest.mark.parametrize(("groups", "expected"), [row[1:] for row in COUNTS], ids=[row[0] for row in COUNTS])
def test_rules_are_counted_by_verdict(groups: list[tuple[Finding, ...]], expected: Tally) -> None:
    counted = tally(groups)
    parts = (counted.passed, counted.failed, counted.warned, counted.unknown, counted.not_applicable)
    assert (counted, counted.in_force) == (expected, sum(parts) + counted.waived)


def test_a_pass_is_counted_by_the_weakest_basis_of_its_findings() -> None:
    groups = [
        (some(Verdict.PASS, basis=Basis.OBSERVED), some(Verdict.PASS, basis=Basis.DECLARED)),
        (some(Verdict.PASS, basis=Basis.PRESUMED), some(Verdict.PASS, basis=Basis.DECLARED)),
        (some(Verdict.PASS, basis=Basis.ATTESTED), some(Verdict.PASS, basis=Basis.OBSERVED)),
    ]
    assert tally(groups).pass_by_basis == {"attested": 1, "declared": 1, "presumed": 1}


def test_a_pass_without_facts_rests_on_somebody_saying_that_there_are_none() -> None:
    assert basis_of([some(Verdict.PASS), some(Verdict.PASS, basis=Basis.OBSERVED)]) is Basis.DECLARED


def test_a_duty_whose_measure_is_ours_only_warns(rule: Rule, in_force: InForce, platform: Platform) -> None:
    ours = in_force(replace(rule, says=Says.DUTY))
    evaluated = evaluate_rules([ours], platform(access="30 days"), OPERATOR, now=NOW)
    assert evaluated.tallies == {"cn": Tally(in_force=1, warned=1)}
