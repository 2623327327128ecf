from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reglint.language.explain_decided import value_of
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.law import Suspension
from reglint.model.verdict import Verdict
from reglint.packs.in_force import RuleInForce
from reglint.packs.pack import Packs
from reglint.pipeline.explain import find_with
from reglint.pipeline.explain_applied import apply_with
from reglint.pipeline.explain_days import days_in_force
from reglint.pipeline.knowledge import Knowledge
from reglint.pipeline.request import Nothing, Refused, Request
from reglint.report.explain_found import ClauseFound, RuleApplied, RuleFound

DAY = dt.date(2026, 11, 24)
PLATFORM = """\
reglint: "1"
platform: {roles: {cn: [payment_institution]}}
custody: {reserve_ratio: "98 %"}
"""


def rule(knowledge: Knowledge, name: str, day: dt.date = DAY) -> RuleFound:
    found = find_with(knowledge, name, day)
    assert isinstance(found, RuleFound)
    return found


def test_a_rule_comes_with_what_it_refers_to(knowledge: Knowledge) -> None:
    found = rule(knowledge, "cn-csl-log-retention")
    assert isinstance(found.state, RuleInForce)
    assert [role.id for role in found.binds] == ["network_operator"]
    assert [cite.location.article for cite in found.cites] == ["23"]
    assert found.days == ((dt.date(2017, 6, 1), None),)
    assert [*found.provisions] == ["cn-csl#log-retention"]


def test_a_rule_that_has_ended_has_the_citations_of_its_last_day(knowledge: Knowledge) -> None:
    found = rule(knowledge, "cn-aml-records-five-years")
    assert not isinstance(found.state, RuleInForce)
    assert [cite.version for cite in found.cites] == ["2006"]
    assert (found.days, found.replaced_by) == (
        ((dt.date(2007, 1, 1), dt.date(2024, 12, 31)),),
        "cn-aml-records-ten-years",
    )


def test_a_rule_to_come_has_the_citations_of_its_first_day(knowledge: Knowledge) -> None:
    found = rule(knowledge, "cn-aml-records-ten-years", dt.date(2024, 12, 31))
    assert not isinstance(found.state, RuleInForce)
    assert {cite.instrument for cite in found.cites} == {"cn-aml"}


def test_a_rule_whose_law_was_not_seen_yet_has_no_citations(knowledge: Knowledge) -> None:
    found = rule(knowledge, "jp-fto-books-retention", dt.date(2020, 1, 1))
    assert (isinstance(found.state, RuleInForce), found.cites) == (False, ())


def test_of_other_rules_only_errors_are_told(knowledge: Knowledge) -> None:
    places = [loaded.rule.places["assert"] for loaded in knowledge.packs.rules]
    faults = [
        Diagnostic("told", "a rule", place.path, place.line, level=level)
        for place in places
        for level in Level
    ]
    said = (*faults, Diagnostic("told", "no rule", "notes.yaml", level=Level.WARNING))
    packs = replace(knowledge.packs, diagnostics=said)
    own = rule(knowledge, "cn-csl-log-retention").rule.places["assert"]
    found = rule(replace(knowledge, packs=packs), "cn-csl-log-retention")
    assert found.diagnostics == tuple(
        one
        for one in said
        if one.level is Level.ERROR or (one.path, one.line) in {(own.path, own.line), ("notes.yaml", 1)}
    )


def test_days_end_where_an_instrument_is_suspended_and_begin_again(knowledge: Knowledge) -> None:
    packs = knowledge.packs
    loaded = rule(knowledge, "cn-csl-log-retention").loaded
    stay = Suspension(dt.date(2020, 1, 1), dt.date(2020, 1, 31), "a court")
    law = replace(packs.catalogue.instruments["cn-csl"], suspended=(stay,))
    catalogue = replace(packs.catalogue, instruments={**packs.catalogue.instruments, "cn-csl": law})
    assert days_in_force(loaded, Packs(packs.rules, catalogue, packs.used)) == (
        (dt.date(2017, 6, 1), dt.date(2019, 12, 31)),
        (dt.date(2020, 2, 1), None),
    )


def test_a_clause_comes_with_the_rules_that_cite_it(knowledge: Knowledge) -> None:
    found = find_with(knowledge, "cn-csl#log-retention", DAY)
    assert isinstance(found, ClauseFound)
    assert [one.id for one in found.rules] == ["cn-csl-log-retention"]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (
            "cn-csl-log-retension",
            (
                'error[unknown-rule] There is no rule "cn-csl-log-retension".'
                ' Did you mean "cn-csl-log-retention"?'
            ),
        ),
        (
            "cn-csl#log-retenton",
            'error[unknown-clause] cn-csl has no provision "log-retenton". Did you mean "log-retention"?',
        ),
        (
            "cn-cls#log-retention",
            'error[unknown-clause] There is no instrument "cn-cls". Did you mean "cn-csl"?',
        ),
    ],
    ids=["rule", "provision", "instrument"],
)
def test_an_unknown_name_is_refused_with_the_nearest(knowledge: Knowledge, name: str, line: str) -> None:
    found = find_with(knowledge, name, DAY)
    assert isinstance(found, Refused)
    assert [str(one) for one in found.diagnostics] == [line]


def test_a_rule_is_seen_on_a_platform(knowledge: Knowledge, project: Callable[..., Path]) -> None:
    request = Request(project({"platform.yaml": PLATFORM}), DAY)
    applied = apply_with(knowledge, "cn-reserve-full-deposit", request)
    assert isinstance(applied, RuleApplied)
    assert (applied.verdict, value_of(applied.assertion), applied.when) == (Verdict.FAIL, False, None)
    assert "network_operator" in (applied.held.said or ())


def test_what_a_check_says_of_a_rule_an_explanation_says_too(
    knowledge: Knowledge, project: Callable[..., Path]
) -> None:
    request = Request(project({"platform.yaml": PLATFORM}), DAY)
    for loaded in knowledge.packs.rules:
        applied = apply_with(knowledge, loaded.rule.id, request)
        if isinstance(applied, RuleApplied) and applied.verdict is not Verdict.NOT_APPLICABLE:
            assert (value_of(applied.assertion) is False) == (
                Verdict.FAIL in {one.verdict for one in applied.findings}
                or any(one.doubt and one.doubt.would is Verdict.FAIL for one in applied.findings)
            )


@pytest.mark.parametrize(
    ("name", "path", "why"),
    [
        ("cn-csl-log-retention", "nowhere", "nowhere is not there."),
        (
            "cn-csl#log-retention",
            ".",
            "cn-csl#log-retention is a clause, and only a rule can be seen on a platform.",
        ),
        ("cn-csl", ".", 'There is no rule "cn-csl".'),
    ],
    ids=["no path", "clause", "no rule"],
)
def test_what_cannot_be_seen_on_a_platform_is_said(
    knowledge: Knowledge, tmp_path: Path, name: str, path: str, why: str
) -> None:
    found = apply_with(knowledge, name, Request(tmp_path / path, DAY))
    assert _messages(found).removeprefix(f"{tmp_path}/") == why


def test_a_rule_that_is_not_in_force_comes_alone(knowledge: Knowledge, tmp_path: Path) -> None:
    found = apply_with(knowledge, "cn-aml-records-five-years", Request(tmp_path, DAY))
    assert isinstance(found, RuleFound)


def test_a_folder_of_which_nothing_is_read_is_judged_by_nobody(knowledge: Knowledge, tmp_path: Path) -> None:
    found = apply_with(knowledge, "cn-csl-log-retention", Request(tmp_path, DAY))
    assert found == Nothing("no file of the project was read")


def test_an_unknown_role_is_refused(knowledge: Knowledge, tmp_path: Path) -> None:
    found = apply_with(knowledge, "cn-csl-log-retention", Request(tmp_path, DAY, roles=(("cn", "banc"),)))
    assert isinstance(found, Refused)


def test_two_platform_files_are_refused(knowledge: Knowledge, project: Callable[..., Path]) -> None:
    files = {"platform.yaml": PLATFORM, "other/platform.yaml": PLATFORM}
    found = apply_with(knowledge, "cn-csl-log-retention", Request(project(files), DAY))
    assert isinstance(found, Refused)


def _messages(found: object) -> str:
    assert isinstance(found, Refused)
    return " ".join(one.message for one in found.diagnostics)
