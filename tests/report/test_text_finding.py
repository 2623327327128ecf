from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from reglint.model.assessment import Assessment
from reglint.model.duration import parse_duration
from reglint.model.fact import Fact, Unknown
from reglint.model.finding import Finding
from reglint.model.verdict import Reason
from reglint.report.page import Page, plain
from reglint.report.text_finding import deciding, findings_text, headline, would_fail

TextOf = Callable[[str], str | None]


@pytest.fixture
def page(run: Assessment, text_of: TextOf) -> Page:
    return Page(run.titles, run.redactions, text_of, "en", plain)


def named(run: Assessment, fingerprint: str) -> Finding:
    return next(one for one in run.findings if one.fingerprint == f"v1:{fingerprint}")


IDLE = "eu-rts-sca-session-idle"
HEADLINES = [
    (
        "FILE",
        "ledger/logback.xml:3:17: error[cn-csl-log-retention] retention of the log stream FILE is 30 days",
    ),
    (
        "idle",
        f"platform.yaml:4:34: unknown[{IDLE}] would fail (error): idle time of the session web is 30 minutes",
    ),
    ("plan", "unknown[cn-csl-incident-plan] nobody says it; incident.plan.exists would settle it"),
    (
        "pass",
        "ledger/logback.xml:3:17: pass[cn-csl-log-retention] retention of the log stream FILE is 30 days",
    ),
    ("others", "not applicable[cn-aml-records] There is an incident plan"),
]


@pytest.mark.parametrize(("fingerprint", "line"), HEADLINES, ids=[row[0] for row in HEADLINES])
def test_a_finding_in_one_line(fingerprint: str, line: str, run: Assessment, page: Page) -> None:
    assert headline(page, named(run, fingerprint)) == line


def test_what_would_fail_is_no_fail(run: Assessment) -> None:
    found = {name: would_fail(named(run, name)) for name in ("FILE", "idle", "plan", "pass")}
    assert found == {"FILE": False, "idle": True, "plan": False, "pass": False}


def labels(lines: list[str]) -> list[str]:
    return [line.split(":")[0].removeprefix("  = ") for line in lines if line.startswith("  = ")]


def test_what_is_said_of_a_rule_stands_at_its_first_finding(run: Assessment, page: Page) -> None:
    weak = named(run, "weak")
    lines = list(findings_text(page, [weak, replace(weak, environment="default")]))
    middle = lines.index("")
    assert labels(lines[:middle]) == ["rule", "why", "found", "where", "law", "law", "reading", "fix"]
    assert labels(lines[middle:]) == ["found", "law", "fix"]
    assert lines[-2] == "  = fix: as said at ledger/application.yml:2:52"


def test_without_a_place_to_point_at_the_remedy_is_said_again(run: Assessment, page: Page) -> None:
    nowhere = replace(named(run, "FILE"), place=None)
    lines = list(findings_text(page, [nowhere, nowhere]))
    assert lines.count("  = fix: Keep each stream for 184 days or 6 months.") == 2


def test_a_remedy_of_its_own_is_said(run: Assessment, page: Page) -> None:
    first = named(run, "FILE")
    other = replace(first, remedy={"en": "Keep it elsewhere."})
    assert "  = fix: Keep it elsewhere." in list(findings_text(page, [first, other]))


def test_a_clause_that_does_not_bind_says_so(run: Assessment, page: Page) -> None:
    laws = [line for line in findings_text(page, [named(run, "weak")]) if line.startswith("  = law")]
    assert laws == [
        "  = law: Cybersecurity Law (2025), Art. 23 item 3",
        "  = law: GB/T 22239 (2019), 8.1.4.1 (recommended, not binding)",
    ]


KEPT = Fact("a.kept", value=parse_duration("1 day"), shown="1 day")
OFF = Fact("a.off", value=False, shown="false")
ON = Fact("a.on", value=True, shown="true")
UNSAID = Fact("a.unsaid", Unknown(Reason.MISSING))
NOWHERE = Fact("a.shipped_to", 0, shown="0 elements")
ZERO = Fact("a.attempts", 0, shown="0")
DECIDING = [
    ("what nobody says excuses nothing", (KEPT, UNSAID), (KEPT,)),
    ("an empty list excuses nothing", (KEPT, NOWHERE), (KEPT,)),
    ("what is not so excuses nothing", (OFF, OFF), (OFF,)),
    ("what is not so breaks what has to be", (ON, OFF), (ON, OFF)),
    ("a number is a fact", (KEPT, ZERO), (KEPT, ZERO)),
    ("the first decides, whatever it is", (UNSAID, ON), (UNSAID, ON)),
    ("none", (), ()),
]


@pytest.mark.parametrize(("facts", "shown"), [row[1:] for row in DECIDING], ids=[row[0] for row in DECIDING])
def test_facts_that_decided(facts: tuple[Fact, ...], shown: tuple[Fact, ...], run: Assessment) -> None:
    assert deciding(replace(named(run, "FILE"), facts=facts)) == shown


def test_three_facts_are_enough(run: Assessment, page: Page) -> None:
    first = named(run, "FILE")
    facts = tuple(replace(first.facts[0], name=f"a.f{number}") for number in range(5))
    assert labels(list(findings_text(page, [replace(first, facts=facts)]))).count("found") == 3
