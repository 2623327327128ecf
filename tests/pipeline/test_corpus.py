"""Two public systems, checked line by line against what must and must not be found."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from reglint.model.assessment import Assessment
from reglint.model.diagnostic import Level
from reglint.model.finding import Finding
from reglint.model.verdict import Verdict
from reglint.pipeline.check import check
from reglint.pipeline.request import Request

CORPUS = Path(__file__).parents[1] / "corpus"
RULES = {
    "log stream retention": ("cn-csl-log-retention",),
    "jdbc transport encryption": ("cn-csl-datastore-encryption-in-transit",),
    "weak or default secret": ("cn-csl-weak-secrets",),
    "datastore authentication": ("cn-csl-datastore-authentication",),
    "session idle time": ("eu-rts-sca-session-idle",),
    "plaintext endpoint": ("cn-csl-endpoint-encryption-in-transit",),
}
ROLES = (("cn", "payment_institution"), ("eu", "payment_institution"))
SATISFIED = ("within 5 minutes", "uses TLS whoever is bound")
LEVEL = (("platform.mlps_level", "3"),)


@dataclass(frozen=True)
class Line:
    path: str
    line: int
    fact: str
    expected: str
    note: str


def lines(column: str) -> Iterator[Line]:
    with (CORPUS / "expected.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["fact"] != "replicas of a workload":
                yield Line(row["path"], int(row["line"]), row["fact"], row[column], row["note"])


@cache
def assessed(system: str, *, roles: bool) -> Assessment:
    silent = Request(CORPUS / system, dt.date(2026, 11, 24))
    result = check(replace(silent, roles=ROLES, facts=LEVEL) if roles else silent)
    assert isinstance(result, Assessment)
    return result


def said_at(line: Line, *, roles: bool) -> list[str]:
    system, _, path = line.path.partition("/")
    wanted = RULES.get(line.fact)
    found = (
        one
        for one in assessed(system, roles=roles).findings
        if one.place is not None and (one.place.path, one.place.line) == (path, line.line)
    )
    return sorted({word(one) for one in found if wanted is None or one.rule in wanted})


def word(one: Finding) -> str:
    if one.doubt is not None:
        return "would-fail" if one.doubt.would is Verdict.FAIL else "unknown"
    if one.verdict is Verdict.FAIL:
        return "fail" if one.level is Level.ERROR else str(one.level)
    return str(one.verdict)


def wanted(line: Line) -> tuple[list[str], ...]:
    """What may be said at the line: a pass without roles is `-`, an unknown over a breach is shown as one."""
    if line.expected == "-":
        return [], ["unknown"] if any(words in line.note for words in SATISFIED) else []
    if line.expected == "unknown" and "would: fail" in line.note:
        return (["would-fail"],)
    return ([line.expected],)


def name(line: Line) -> str:
    return f"{line.path}:{line.line}:{line.fact}"


@pytest.mark.parametrize("line", list(lines("without_roles")), ids=name)
def test_a_line_without_roles(line: Line) -> None:
    assert said_at(line, roles=False) in wanted(line)


@pytest.mark.parametrize("line", list(lines("with_roles")), ids=name)
def test_a_line_with_roles(line: Line) -> None:
    assert said_at(line, roles=True) in wanted(line)


@pytest.mark.parametrize(("day", "article"), [("2025-12-31", "21"), ("2026-01-01", "23")])
def test_the_log_rule_cites_the_article_of_the_day(day: str, article: str) -> None:
    result = check(
        Request(CORPUS / "roncoo-pay", dt.date.fromisoformat(day), select=("cn-csl-log-retention",))
    )
    assert isinstance(result, Assessment)
    cited = {one.cites[0].location.article for one in result.findings}
    assert cited == {article}
