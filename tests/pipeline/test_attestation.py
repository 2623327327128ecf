"""Attestations from the platform file to the page."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reglint.model.assessment import Assessment
from reglint.model.finding import Doubt
from reglint.model.verdict import Basis, Reason, Verdict
from reglint.pipeline.check import check_with
from reglint.pipeline.knowledge import Knowledge
from reglint.pipeline.request import Request
from reglint.report.json_v1 import to_json
from reglint.report.text import render_text

Write = Callable[[dict[str, str | bytes]], Path]

RULE = "cn-csl-incident-plan"
DAY, AFTER = dt.date(2026, 11, 24), dt.date(2027, 3, 3)
PLAN = b"In case of an incident\n"
PLATFORM = f"""\
reglint: "1"
platform: {{roles: {{cn: [network_operator]}}}}
incident: {{plan: {{exists: true, approved: 2026-03-01}}}}
attestations:
  - fact: incident.plan
    evidence: docs/plan.pdf
    sha256: {hashlib.sha256(PLAN).hexdigest()}
    by: CISO
    on: 2026-03-02
    expires: 2027-03-02
"""


def run_of(root: Path, knowledge: Knowledge, day: dt.date = DAY) -> Assessment:
    result = check_with(knowledge, Request(root, day, select=(RULE,)))
    assert isinstance(result, Assessment)
    return result


def test_a_valid_attestation_is_what_a_pass_rests_on(project: Write, knowledge: Knowledge) -> None:
    run = run_of(project({"platform.yaml": PLATFORM, "docs/plan.pdf": PLAN}), knowledge)
    (found,) = run.findings
    assert (found.verdict, found.basis, run.diagnostics) == (Verdict.PASS, Basis.ATTESTED, ())
    assert run.tallies["cn"].pass_by_basis == {"attested": 1}


DOUBTS = [
    ("after its end", PLAN, AFTER, Reason.EXPIRED, "its attestation ended on 2027-03-02"),
    ("before its day", PLAN, dt.date(2026, 3, 1), Reason.FUTURE, "its attestation begins on 2026-03-02"),
    ("of another file", b"x", DAY, Reason.EVIDENCE, "the evidence is not the file that was attested"),
]


@pytest.mark.parametrize(
    ("plan", "day", "reason", "detail"), [row[1:] for row in DOUBTS], ids=[row[0] for row in DOUBTS]
)
def test_without_a_valid_attestation_the_fact_is_unknown(  # noqa: PLR0913, PLR0917 - a table and two fixtures
    plan: bytes, day: dt.date, reason: Reason, detail: str, project: Write, knowledge: Knowledge
) -> None:
    run = run_of(project({"platform.yaml": PLATFORM, "docs/plan.pdf": plan}), knowledge, day)
    (found,) = run.findings
    assert found.doubt == Doubt(reason, ("incident.plan.exists",), Verdict.UNKNOWN, detail)
    assert [one.level for one in run.diagnostics] == ["warning"]


def test_without_the_file_the_attestation_stands_with_a_warning(project: Write, knowledge: Knowledge) -> None:
    run = run_of(project({"platform.yaml": PLATFORM}), knowledge)
    assert [one.verdict for one in run.findings] == [Verdict.PASS]
    assert [str(one) for one in run.diagnostics] == [
        (
            "platform.yaml:6:15: warning[attestation] docs/plan.pdf is not there: the attestation stands, "
            "its evidence is not seen"
        )
    ]


def test_a_role_whose_attestation_has_ended_is_open(project: Write, knowledge: Knowledge) -> None:
    platform = PLATFORM.replace("fact: incident.plan", "fact: platform.roles.cn")
    run = run_of(project({"platform.yaml": platform, "docs/plan.pdf": PLAN}), knowledge, AFTER)
    assert [one.verdict for one in run.findings] == [Verdict.PASS]  # the role is presumed of everyone


VOUCHED = [
    (
        "en",
        "there is an incident plan (attested by CISO from 2026-03-02 to 2027-03-02, evidence docs/plan.pdf)",
        "its attestation ended on 2027-03-02; incident.plan.exists would settle it",
    ),
    (
        "zh",
        "应急预案（由 CISO 证明，自 2026-03-02 至 2027-03-02，证据 docs/plan.pdf）",
        "证明已于 2027-03-02 到期；说明 incident.plan.exists 即可判定",
    ),
    (
        "ja",
        "（CISO が証明、2026-03-02 から 2027-03-02 まで、証拠 docs/plan.pdf）",
        "証明は 2027-03-02 で期限切れ。incident.plan.exists が分かれば決まる",
    ),
]


@pytest.mark.parametrize(("language", "passed", "ended"), VOUCHED, ids=[row[0] for row in VOUCHED])
def test_a_page_says_who_vouches_until_when_and_by_what(
    language: str, passed: str, ended: str, project: Write, knowledge: Knowledge
) -> None:
    root = project({"platform.yaml": PLATFORM, "docs/plan.pdf": PLAN})
    pages = [
        render_text(
            run_of(root, knowledge, day), lambda _path: None, language=language, everything=True, colour=False
        )
        for day in (DAY, AFTER)
    ]
    lines = [next(line for line in page.splitlines() if RULE in line) for page in pages]
    assert (passed in lines[0], ended in lines[1], "CISO" in lines[1]) == (True, True, True)


def test_json_has_the_attestation_with_its_place(project: Write, knowledge: Knowledge) -> None:
    run = run_of(project({"platform.yaml": PLATFORM, "docs/plan.pdf": PLAN}), knowledge)
    plain = json.loads(json.dumps(to_json(run, language="en", everything=True)))
    assert plain["findings"][0]["facts"][0]["attestation"] == {
        "by": "CISO",
        "on": "2026-03-02",
        "expires": "2027-03-02",
        "evidence": "docs/plan.pdf",
        "path": "platform.yaml",
        "line": 5,
        "column": 5,
    }
