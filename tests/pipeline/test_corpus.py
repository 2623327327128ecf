"""Two public systems, checked line by line against what must and must not be found."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from reglint.model.assessment import Assessment
from reglint.model.diagnostic import Level
from reglint.model.finding import Finding
from reglint.model.verdict import Verdict
from reglint.pipeline.check import check
from reglint.pipeline.facts import known
from reglint.pipeline.request import Request
from reglint.report.facts_found import FactsFound

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
DAY = dt.date(2026, 11, 24)
REPLICAS = "replicas of a workload"


@dataclass(frozen=True)
class Line:
    path: str
    line: int
    fact: str
    observed: str
    expected: str
    says: str
    note: str


@dataclass(frozen=True)
class Spot:
    """A line that the expectations do not name, and a rule that has something to say there."""

    path: str
    line: int
    rule: str


def lines(column: str) -> Iterator[Line]:
    for row in table("expected.tsv"):
        names = ("fact", "observed", column, "says", "note")
        yield Line(row["path"], int(row["line"]), *(row[name] for name in names))


def table(name: str) -> Iterator[dict[str, str]]:
    with (CORPUS / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t")


@cache
def assessed(system: str, *, roles: bool) -> Assessment:
    silent = Request(CORPUS / system, DAY)
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


def said_elsewhere(*, roles: bool) -> Mapping[Spot, str]:
    named = {(line.path, line.line) for line in lines("observed")}
    spots = (
        (Spot(f"{system}/{one.place.path}", one.place.line, one.rule), word(one))
        for system in ("mall-swarm", "roncoo-pay")
        for one in assessed(system, roles=roles).findings
        if one.place is not None and word(one) not in ("pass", "not_applicable")
    )
    in_files = ((spot, said) for spot, said in spots if (CORPUS / spot.path).is_file())
    return {spot: said for spot, said in in_files if (spot.path, spot.line) not in named}


def word(one: Finding) -> str:
    if one.doubt is not None:
        return "would-fail" if one.doubt.would is Verdict.FAIL else "unknown"
    if one.verdict is Verdict.FAIL:
        return "fail" if one.level is Level.ERROR else str(one.level)
    return str(one.verdict)


def wanted(line: Line) -> tuple[list[str], ...]:
    """What may be said at the line: a pass without roles is `-`, an unknown over a breach is shown as one.

    A benchmark is only measured where that is asked for.
    """
    if line.says == "benchmark":
        return ([],)
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


@pytest.mark.parametrize("line", [one for one in lines("observed") if one.fact == REPLICAS], ids=name)
def test_a_number_of_replicas_is_observed_at_its_line(line: Line) -> None:
    system, _, path = line.path.partition("/")
    found = known(Request(CORPUS / system, DAY), ("workloads",))
    assert isinstance(found, FactsFound)
    seen = [
        (one.fact.name.rpartition(".")[2], one.fact.value)
        for one in found.known or ()
        if one.fact.place is not None and (one.fact.place.path, one.fact.place.line) == (path, line.line)
    ]
    assert seen == [("replicas", int(line.observed))]


def test_six_workloads_say_how_many_there_are() -> None:
    assert len([one for one in lines("observed") if one.fact == REPLICAS]) == 6


@pytest.mark.parametrize("column", ["without_roles", "with_roles"])
def test_what_is_said_at_other_lines_is_known_with_its_reason(column: str) -> None:
    wanted = {Spot(row["path"], int(row["line"]), row["rule"]): row for row in table("unnamed.tsv")}
    assert all(row["why"] for row in wanted.values())
    assert said_elsewhere(roles=column == "with_roles") == {
        spot: row[column] for spot, row in wanted.items() if row[column] != "-"
    }


@pytest.mark.parametrize(("day", "article"), [("2025-12-31", "21"), ("2026-01-01", "23")])
def test_the_log_rule_cites_the_article_of_the_day(day: str, article: str) -> None:
    result = check(
        Request(CORPUS / "roncoo-pay", dt.date.fromisoformat(day), select=("cn-csl-log-retention",))
    )
    assert isinstance(result, Assessment)
    cited = {one.cites[0].location.article for one in result.findings}
    assert cited == {article}
