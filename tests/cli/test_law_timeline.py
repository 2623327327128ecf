"""`reglint law timeline`: the days that change something, on small platforms and on the examples."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from click.testing import CliRunner, Result

from reglint.cli.main import commands

Write: TypeAlias = Callable[[Mapping[str, str]], Path]

EXAMPLES = Path(__file__).parents[2] / "examples"
ROLE = (
    'reglint: "1"\nplatform: {roles: {cn: [commercial_bank, payment_institution], eu: [], us: [], jp: []}}\n'
)
RECORDS = (
    f"{ROLE}aml:\n  records:\n    - {{kind: identity, retention: 5 years, starts: relationship_end}}\n"
    "    - {kind: transaction, retention: 5 years, starts: transaction}\n"
)


def timeline(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["law", "timeline", *arguments])


def points(*arguments: str) -> list[tuple[str, str, str | None, str | None, str]]:
    """Day, rule, before, after, why."""
    result = timeline(*arguments, "-f", "json")
    assert result.exit_code == 0, result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    return [
        (point["day"], one["rule"], one["before"], one["after"], one["why"])
        for point in found["points"]
        for one in point["changes"]
    ]


def test_a_law_that_ends_and_one_that_begins_turn_a_pass_into_a_breach(project: Write) -> None:
    root = project({"platform.yaml": RECORDS})
    asked = ("--as-of", "2024-12-01", "--until", "2025-02-01", "--select", "cn-aml-records")
    assert points(str(root), *asked) == [
        ("2025-01-01", "cn-aml-records-five-years", "pass", None, "ends"),
        ("2025-01-01", "cn-aml-records-ten-years", None, "fail", "begins"),
    ]


def test_evidence_that_expires_is_a_turning_point() -> None:
    asked = ("-j", "cn", "--select", "cn-csl-security-officer", "--as-of", "2026-11-24")
    assert points(str(EXAMPLES / "compliant"), *asked) == [
        ("2027-02-10", "cn-csl-security-officer", "pass", "unknown", "evidence")
    ]


def test_a_date_that_grows_too_old_is_a_turning_point(project: Write) -> None:
    pack = (
        'id: own\nversion: "1.0.0"\njurisdiction: cn\npublisher: We\nlicence: Apache-2.0\n'
        "title: {en: Own rules, zh: 自有规则}\n"
    )
    rule = (
        "instrument: cn-csl\nrules:\n  - id: cn-own-drill\n    title: {en: A drill, zh: 演练}\n"
        "    cites: [cn-csl#incident-plan]\n    binds: [payment_institution]\n    control: incident.plan\n"
        "    severity: high\n    says: number\n    assert: incident.drills.last + years(1) >= now\n"
        "    because: {en: Because, zh: 因为}\n    remedy: {en: Rehearse, zh: 演练}\n"
    )
    platform = f"{ROLE}incident: {{drills: {{last: 2026-03-02}}}}\n"
    root = project({"platform.yaml": platform, "own/pack.yaml": pack, "own/csl.yaml": rule})
    asked = ("--pack", str(root / "own"), "--select", "cn-own", "--as-of", "2026-11-24")
    assert points(str(root), *asked) == [("2027-03-03", "cn-own-drill", "pass", "fail", "time")]


def test_a_waiver_that_ends_is_a_turning_point(project: Write) -> None:
    waiver = (
        "waivers:\n  - {rule: cn-aml-records-ten-years, reason: moving, approver: CISO,\n"
        "     requested: 2026-11-01, until: 2027-03-31}\n"
    )
    root = project({"platform.yaml": RECORDS, "reglint-waivers.yaml": waiver})
    assert points(str(root), "--as-of", "2026-11-24", "--select", "cn-aml-records") == [
        ("2027-04-01", "cn-aml-records-ten-years", "waived", "fail", "waiver")
    ]


def test_where_nothing_changes_that_is_said(project: Write) -> None:
    root = project({"platform.yaml": RECORDS})
    asked = ("--as-of", "2026-02-01", "--until", "2026-03-01", "--select", "cn-aml-records")
    assert timeline(str(root), *asked).stdout == (
        "What changes after 2026-02-01, up to 2026-03-01, the platform as it is: nothing\n"
    )


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "    no longer applies: Anti-Money Laundering Law (2006), Art. 19 para. 3"),
        ("zh", "    不再适用: 《反洗钱法》（2006）第十九条第三款"),
        ("ja", "    適用終了: Anti-Money Laundering Law（2006）第十九条第三項"),
    ],
)
def test_the_page_in_each_language(language: str, line: str, project: Write) -> None:
    root = project({"platform.yaml": RECORDS})
    asked = ("--as-of", "2024-12-01", "--until", "2025-02-01", "--select", "cn-aml-records")
    assert line in timeline(str(root), *asked, "--lang", language).stdout.splitlines()


def test_at_the_end_of_the_calendar_there_is_no_later_year(project: Write) -> None:
    root = project({"platform.yaml": RECORDS})
    result = timeline(str(root), "--as-of", "9999-06-01", "--select", "cn-aml-records")
    assert (result.exit_code, result.stdout.splitlines()[0][-8:]) == (0, " nothing")


@pytest.mark.parametrize("until", ["2026-11-24", "2020-01-01", "2037-01-01"])
def test_a_last_day_that_is_none_is_refused(until: str, project: Write) -> None:
    root = project({"platform.yaml": RECORDS})
    result = timeline(str(root), "--as-of", "2026-11-24", "--until", until)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"error[until] {until} is no end")


def test_a_folder_that_is_not_there_is_refused() -> None:
    result = timeline("nowhere", "--as-of", "2026-11-24")
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_folder_without_a_file_has_nothing_to_change(project: Write) -> None:
    result = timeline(str(project({})), "--as-of", "2026-11-24")
    assert (result.exit_code, result.stdout) == (4, "")


def test_a_law_that_begins_where_there_was_none_is_a_turning_point(project: Write) -> None:
    root = project({"platform.yaml": f"{ROLE}logging: {{streams: [{{name: a, retention: 1 year}}]}}\n"})
    asked = ("--select", "cn-csl-log-retention", "--as-of", "2017-01-01", "--until", "2018-01-01")
    assert points(str(root), *asked) == [("2017-06-01", "cn-csl-log-retention", None, "pass", "begins")]
