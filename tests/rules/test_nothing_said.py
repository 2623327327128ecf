"""A platform about which nothing is said passes no rule, whoever it says it is, on any day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reglint.model.assessment import Assessment
from reglint.model.verdict import Verdict
from reglint.pipeline.check import check_with
from reglint.pipeline.knowledge import Knowledge, load_knowledge
from reglint.pipeline.request import Nothing, Request

DAYS = ["2017-06-01", "2019-09-14", "2021-09-01", "2024-12-31", "2025-12-31", "2026-01-01", "2026-11-25"]
ROLES = [(place, role) for place, roles in load_knowledge().packs.catalogue.roles.items() for role in roles]


@pytest.fixture
def silent(tmp_path: Path) -> Path:
    (tmp_path / "platform.yaml").write_text('reglint: "1"\n', "utf-8")
    return tmp_path


def passed(request: Request, knowledge: Knowledge) -> list[str]:
    result = check_with(knowledge, request)
    assert isinstance(result, (Assessment, Nothing))
    findings = result.findings if isinstance(result, Assessment) else ()
    return [one.rule for one in findings if one.verdict is Verdict.PASS]


@pytest.mark.parametrize("day", DAYS)
def test_without_roles_nothing_passes(day: str, silent: Path, knowledge: Knowledge) -> None:
    assert passed(Request(silent, dt.date.fromisoformat(day)), knowledge) == []


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("jurisdiction", ["cn", "eu", "jp", "us"])
def test_in_a_jurisdiction_nothing_passes(
    jurisdiction: str, day: str, silent: Path, knowledge: Knowledge
) -> None:
    request = Request(silent, dt.date.fromisoformat(day), jurisdictions=(jurisdiction,))
    assert passed(request, knowledge) == []


@pytest.mark.parametrize("role", ROLES, ids=":".join)
def test_with_a_role_nothing_passes(role: tuple[str, str], silent: Path, knowledge: Knowledge) -> None:
    days = map(dt.date.fromisoformat, DAYS)
    assert [passed(Request(silent, day, roles=(role,)), knowledge) for day in days] == [[]] * len(DAYS)


def test_with_every_role_at_once_nothing_passes(silent: Path, knowledge: Knowledge) -> None:
    days = map(dt.date.fromisoformat, DAYS)
    assert [passed(Request(silent, day, roles=tuple(ROLES)), knowledge) for day in days] == [[]] * len(DAYS)


def test_what_decides_whom_a_rule_binds_passes_none(silent: Path, knowledge: Knowledge) -> None:
    facts = (("platform.mlps_level", "3"),)
    assert passed(Request(silent, dt.date(2026, 1, 1), facts=facts, roles=tuple(ROLES)), knowledge) == []
