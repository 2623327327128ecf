"""A slip in a rule of one's own pack: one line on stderr, with its place, and every other rule still runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest
from click.testing import CliRunner, Result

from reglint.cli.main import commands

Write: TypeAlias = Callable[[Mapping[str, str | bytes]], Path]
Check: TypeAlias = Callable[[str], Result]

PACK = """\
id: own
version: "1.0.0"
jurisdiction: cn
publisher: We
licence: Apache-2.0
title: {en: Own rules, zh: 自有规则}
"""
RULE = """\
  - id: {id}
    title: {{en: A plan, zh: 预案}}
    cites: [cn-csl#incident-plan]
    binds: [network_operator]
    control: incident.plan
    severity: high
    says: number
    assert: {condition}
    because: {{en: Because, zh: 因为}}
    remedy: {{en: Make one, zh: 制定}}
"""
PLATFORM = 'reglint: "1"\nincident: {plan: {exists: false}}\n'

SLIPS = [
    (
        "a fact",
        "incident.plan.exist",
        '10:27: error[unknown-fact] Unknown fact "incident.plan.exist"; did you mean "incident.plan.exists"?',
    ),
    (
        "a word of an enum",
        'logging.streams.all(s, s.kind == "Audit")',
        '10:46: error[unknown-word] "Audit" is not a logging.streams[].kind; did you mean "audit"?',
    ),
    (
        "a unit",
        "incident.drills.every <= 12",
        (
            "10:13: error[wrong-type] Cannot compare duration <= int; "
            "write minutes(12), hours(12), days(12), months(12) or years(12)."
        ),
    ),
    ("an operator", "incident.plan.exists = true", "10:34: error[expression] = is no operator; write =="),
    (
        "a word of another language",
        "not incident.plan.exists",
        "10:13: error[expression] not is no name; write !",
    ),
    (
        "a list without a macro",
        "logging.streams.immutable",
        (
            '10:29: error[unknown-fact] List has no field "immutable"; '
            "to test its elements write .all(x, x.immutable …)."
        ),
    ),
    (
        "a constant",
        'incident.plan.approved >= "2026-01-01"',
        '10:13: error[wrong-type] Cannot compare date >= string; write date("2026-01-01").',
    ),
    (
        "a sign of YAML",
        "!incident.plan.exists",
        (
            "10:13: error[unquoted] ! has a meaning of its own in YAML, and the condition is not read. "
            "Write assert: '!incident.plan.exists'."
        ),
    ),
    (
        "a colon of YAML",
        "incident.plan.exists ? true : false",
        (
            "10:41: error[unquoted] : has a meaning of its own in YAML, and the condition is not read. "
            "Write assert: 'incident.plan.exists ? true : false'."
        ),
    ),
    (
        "on the second line",
        ">-\n      incident.plan.exists\n      && incident.drills.evry <= months(12)",
        (
            '12:26: error[unknown-fact] Unknown fact "incident.drills.evry"; '
            'did you mean "incident.drills.every"?'
        ),
    ),
]


@pytest.fixture
def check(project: Write, monkeypatch: pytest.MonkeyPatch) -> Check:
    """`reglint check` here with a pack of two rules, of which the first has a condition."""
    return lambda condition: _checked(condition, project, monkeypatch)


def _checked(condition: str, project: Write, monkeypatch: pytest.MonkeyPatch) -> Result:
    rules = RULE.format(id="cn-own-slip", condition=condition)
    rules += RULE.format(id="cn-own-plan", condition="incident.plan.exists")
    file = f"instrument: cn-csl\nrules:\n{rules}"
    monkeypatch.chdir(project({"platform.yaml": PLATFORM, "own/pack.yaml": PACK, "own/csl.yaml": file}))
    return CliRunner().invoke(commands, ["check", "--pack", "own", "--as-of", "2026-01-01"])


@pytest.mark.parametrize(("condition", "line"), [row[1:] for row in SLIPS], ids=[row[0] for row in SLIPS])
def test_a_slip_is_one_line_with_its_place(condition: str, line: str, check: Check) -> None:
    result = check(condition)
    assert result.stderr.splitlines() == [f"own/csl.yaml:{line}"]


@pytest.mark.parametrize("condition", [row[1] for row in SLIPS], ids=[row[0] for row in SLIPS])
def test_the_other_rules_still_run(condition: str, check: Check) -> None:
    result = check(condition)
    assert result.exit_code == 2
    assert "error[cn-own-plan]" in result.stdout
    assert "error[cn-csl-incident-plan]" in result.stdout
    assert "cn-own-slip" not in result.stdout


def test_what_is_hardly_meant_is_a_warning_and_the_rule_runs(check: Check) -> None:
    result = check("incident.plan.exists && incident.plan.exists")
    message = "both sides of && are incident.plan.exists; write it once"
    assert result.stderr.splitlines() == [f"own/csl.yaml:10:13: warning[same-operands] B{message[1:]}."]
    assert (result.exit_code, "error[cn-own-slip]" in result.stdout) == (1, True)


def test_a_faulty_pack_is_told_before_a_rule_that_nobody_knows(
    project: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = RULE.format(id="cn-own-slip", condition="incident.plan.exsts")
    file = f"instrument: cn-csl\nrules:\n{rules}"
    monkeypatch.chdir(project({"platform.yaml": PLATFORM, "own/pack.yaml": PACK, "own/csl.yaml": file}))
    result = CliRunner().invoke(commands, ["check", "--pack", "own", "--select", "cn-own"])
    first, second = result.stderr.splitlines()[:2]
    assert (result.exit_code, result.stdout) == (2, "")
    assert first.startswith("own/csl.yaml:10:")
    assert second.startswith('error[unknown-rule] No rule is meant by --select "cn-own".')
