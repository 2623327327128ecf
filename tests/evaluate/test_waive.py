from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from reglint.documents.formats import read_document
from reglint.evaluate.applicability import RolesHeld
from reglint.evaluate.run import Evaluated, evaluate_rules
from reglint.evaluate.waive import EXPIRED, UNUSED, covers, mandatory_faults, waiver_findings
from reglint.evaluate.waiver_file import read_waivers
from reglint.model.assessment import Tally
from reglint.model.diagnostic import Diagnostic
from reglint.model.fact import Record
from reglint.model.finding import Finding
from reglint.model.law import Citation
from reglint.model.place import Place
from reglint.model.rule import Rule
from reglint.model.waiver import Waiver
from reglint.packs.in_force import RuleInForce
from reglint.packs.pack import LoadedRule

DAY = dt.date(2026, 1, 1)
HELD = {"cn": RolesHeld("cn", frozenset({"network_operator"}))}
WAIVER = Waiver("cn-csl-log-retention", "archived", Place("reglint-waivers.yaml", 2, 5), dt.date(2026, 1, 1))

Platform = Callable[..., Record]
Load = Callable[[Rule], LoadedRule]


@pytest.fixture
def evaluated(rule: Rule, citation: Citation, loaded: Load, platform: Platform) -> Callable[..., Evaluated]:
    """Three streams, of which one is kept too short and one for nobody knows how long."""

    def run(*waivers: Waiver, day: dt.date = DAY, mandatory: bool = False) -> Evaluated:
        strict = replace(rule, id="cn-csl-log-retention", mandatory=mandatory)
        facts = platform(access="30 days", audit="1 year", security=None)
        return evaluate_rules(
            [RuleInForce(loaded(strict), (citation,))], facts, HELD, now=day, waivers=waivers
        )

    return run


def waived(evaluated: Evaluated) -> list[tuple[str, str, bool]]:
    return [(one.element, one.verdict, one.waiver is not None) for one in evaluated.findings]


def test_a_breach_that_is_waived_stays_a_fail(evaluated: Callable[..., Evaluated]) -> None:
    run = evaluated(WAIVER)
    assert waived(run) == [
        ("logging.streams[name=access]", "fail", True),
        ("logging.streams[name=audit]", "pass", False),
        ("logging.streams[name=security]", "unknown", False),
    ]
    assert run.tallies == {"cn": Tally(in_force=1, waived=1)}


@pytest.mark.parametrize(
    "waiver",
    [
        replace(WAIVER, until=dt.date(2025, 12, 31)),
        replace(WAIVER, rule="cn-csl-log"),
        replace(WAIVER, path="other/*"),
        replace(WAIVER, element="logging.streams[name=audit]"),
        replace(WAIVER, inline=True, line=1),
    ],
    ids=["over", "another rule", "another file", "another element", "another line"],
)
def test_what_a_waiver_does_not_cover_counts(evaluated: Callable[..., Evaluated], waiver: Waiver) -> None:
    assert evaluated(waiver).tallies == {"cn": Tally(in_force=1, failed=1)}


def test_a_mandatory_rule_hears_no_waiver(evaluated: Callable[..., Evaluated]) -> None:
    assert evaluated(WAIVER, mandatory=True).tallies == {"cn": Tally(in_force=1, failed=1)}
    assert [(one.code, one.line, one.message) for one in mandatory_faults([WAIVER], {WAIVER.rule})] == [
        ("mandatory-rule", 2, "cn-csl-log-retention is mandatory: no waiver is heard.")
    ]
    assert list(mandatory_faults([WAIVER], frozenset())) == []


def _about(waivers: list[Waiver], findings: tuple[Finding, ...], day: dt.date = DAY) -> list[tuple[str, str]]:
    found = waiver_findings(waivers, findings, {WAIVER.rule}, day=day)
    return [(one.rule, one.facts[0].shown) for one in found]


def test_a_waiver_that_covers_nothing_is_reported(evaluated: Callable[..., Evaluated]) -> None:
    findings = evaluated().findings
    idle = replace(WAIVER, element="logging.streams[name=security]")
    assert _about([WAIVER, idle], findings) == [(UNUSED, "0")]


def test_a_waiver_of_a_rule_that_was_not_evaluated_is_not(evaluated: Callable[..., Evaluated]) -> None:
    assert _about([replace(WAIVER, rule="cn-csl-other")], evaluated().findings) == []


def test_a_waiver_that_is_over_is_reported(evaluated: Callable[..., Evaluated]) -> None:
    later = dt.date(2026, 1, 2)
    findings = evaluated(WAIVER, day=later).findings
    never = replace(WAIVER, until=dt.date.min)
    assert _about([WAIVER, never], findings, later) == [(EXPIRED, "2026-01-01"), (EXPIRED, "?")]


def test_the_stars_of_a_path_pass_folders(evaluated: Callable[..., Evaluated]) -> None:
    place = Place("gateway/conf/logback.xml", 3, 1)
    one = replace(evaluated().findings[0], place=place)
    assert [
        covers(replace(WAIVER, path=path), one) for path in ("gateway/*", "*.xml", "g?teway/*", "x*")
    ] == [
        True,
        True,
        True,
        False,
    ]
    assert not covers(replace(WAIVER, path="*"), replace(one, place=None))


FILE = """\
waivers:
  - rule: "cn-csl-log-retention"
    path: "gateway/*"
    element: "logging.streams[name=access]"
    reason: "archived"
    approver: "CISO"
    requested: 2026-11-01
    until: 2027-03-31
    risk: medium
    compensating: "nightly copy"
    evidence: docs/archive.pdf
"""


def _read(text: str) -> tuple[tuple[Waiver, ...], tuple[Diagnostic, ...]]:
    document = read_document(text.encode(), "reglint-waivers.yaml", "yaml")
    return read_waivers(document.roots[0], "reglint-waivers.yaml")


def test_a_waiver_file() -> None:
    assert _read(FILE) == (
        (
            Waiver(
                rule="cn-csl-log-retention",
                reason="archived",
                place=Place("reglint-waivers.yaml", 2, 5, "/waivers/0"),
                until=dt.date(2027, 3, 31),
                path="gateway/*",
                element="logging.streams[name=access]",
                approver="CISO",
                requested=dt.date(2026, 11, 1),
                risk="medium",
                compensating="nightly copy",
                evidence="docs/archive.pdf",
            ),
        ),
        (),
    )


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("approver", "aprover"), '6:5: error[unknown-key] Unknown key "aprover". Did you mean "approver"?'),
        (("2027-03-31", "2027-02-30"), '8:12: error[wrong-value] "2027-02-30" is not in the calendar.'),
        (("medium", "grave"), '9:11: error[wrong-value] "grave" cannot stand at "risk".'),
        (("gateway/*", "gateway/[ab]"), "3:11: error[wrong-value] "),
        (('    reason: "archived"\n', ""), '2:5: error[missing-key] "reason" is missing.'),
        (("waivers:\n", "waiver:\n"), "1:1: error[unknown-key] "),
    ],
    ids=["a misspelt key", "no day", "no such risk", "a glob of another notation", "no reason", "no waivers"],
)
def test_a_faulty_waiver_is_refused_at_its_line(change: tuple[str, str], fault: str) -> None:
    waivers, faults = _read(FILE.replace(*change))
    assert waivers == ()
    assert str(faults[0]).startswith(f"reglint-waivers.yaml:{fault}")
