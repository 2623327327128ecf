from __future__ import annotations

from dataclasses import replace

import pytest

from reglint.model.assessment import Assessment, PlatformSeen, Tally
from reglint.model.verdict import Basis
from reglint.report.columns import columns
from reglint.report.page import WIDTH
from reglint.report.text_summary import open_questions, roles_words, summary, tally_words

HELD = [
    ("said", {"cn": ("bank", "network_operator")}, {}, "roles: bank, network_operator"),
    ("none, said", {"cn": ()}, {"cn": ("bank",)}, "roles: none"),
    ("unsaid", {}, {}, "roles: not said"),
    ("presumed", {}, {"cn": ("network_operator",)}, "roles: not said; presumed: network_operator"),
    ("elsewhere", {"eu": ("bank",)}, {"eu": ("bank",)}, "roles: not said"),
]


@pytest.mark.parametrize(
    ("said", "presumed", "words"), [row[1:] for row in HELD], ids=[row[0] for row in HELD]
)
def test_roles_as_said_or_presumed(
    said: dict[str, tuple[str, ...]], presumed: dict[str, tuple[str, ...]], words: str
) -> None:
    assert roles_words(PlatformSeen("", "", said, presumed), "cn", "en") == words


NONE, NOBODY = "0 fail + 0 warn + 0 unknown", " + 0 not applicable + 0 waived"
SPLIT: dict[str, int] = {Basis.OBSERVED: 1, Basis.ATTESTED: 2, Basis.DECLARED: 3, Basis.PRESUMED: 4}
COUNTS = [
    (
        "nothing",
        Tally(),
        f"0 rules in force = {NONE} + 0 pass{NOBODY}",
    ),
    (
        "passes by what they rest on",
        Tally(in_force=10, passed=10, pass_by_basis=SPLIT),
        f"10 rules in force = {NONE} + 10 pass (1 observed, 2 attested, 3 declared, 4 presumed){NOBODY}",
    ),
    (
        "of each kind, and some to come",
        Tally(6, 0, 1, 2, 3, 0, 0, {}, 7),
        f"6 rules in force = 1 fail + 2 warn + 3 unknown + 0 pass{NOBODY}; not in force on this day: 7",
    ),
]


@pytest.mark.parametrize(("tally", "words"), [row[1:] for row in COUNTS], ids=[row[0] for row in COUNTS])
def test_the_counts_of_a_jurisdiction(tally: Tally, words: str) -> None:
    assert tally_words(tally, "en") == words


def test_the_facts_that_settle_most_come_first(run: Assessment) -> None:
    (plan,) = (one for one in run.findings if one.rule == "cn-csl-incident-plan")
    assert plan.doubt is not None
    asked = [
        replace(plan, rule=rule, doubt=replace(plan.doubt, facts=facts))
        for rule, facts in (("r2", ("b", "a")), ("r1", ("b",)), ("r1", ("b",)), ("r3", ("c",)))
    ]
    assert list(open_questions(asked, language="en", everything=False)) == [
        "Facts that would settle what is unknown: 3 (rules: 3)",
        "  b: r1, r2",
        "  a: r2",
        "  c: r3",
        "",
    ]


def test_a_list_is_not_wanted_beside_its_elements(run: Assessment) -> None:
    (plan,) = (one for one in run.findings if one.rule == "cn-csl-incident-plan")
    assert plan.doubt is not None
    asked = [
        replace(plan, rule=rule, doubt=replace(plan.doubt, facts=facts))
        for rule, facts in (("r1", ("a.b",)), ("r1", ("a.b[name=x].c",)), ("r2", ("a.b", "a.bc")))
    ]
    assert list(open_questions(asked, language="en", everything=False))[1:-1] == [
        "  a.b: r2",
        "  a.b[name=x].c: r1",
        "  a.bc: r2",
    ]


def test_with_everything_files_that_were_not_read_are_named(run: Assessment) -> None:
    assert list(summary(run, "en", everything=True))[-3:] == [
        "Files: 2 read, 1 skipped, 4 that no source reads.",
        "  skipped gateway/nginx.conf: a brace is not closed",
        "  no source reads: .md 3, LICENSE 1",
    ]


def test_findings_and_rules_are_counted_apart(run: Assessment) -> None:
    conflict = replace(run.findings[2], rule="reglint-evidence-conflict", jurisdiction="")
    counted = replace(run, findings=(*run.findings, conflict))
    lines = list(summary(counted, "en", everything=False))
    said = "4 findings of 3 rules (1 of no jurisdiction): error 3, warning 1, note 0; 1 more would fail."
    assert said in lines


@pytest.mark.parametrize("language", ["en", "zh", "ja"])
def test_lines_of_the_summary_fit_their_width(language: str, run: Assessment) -> None:
    many = tuple(f"payment_institution_{number}" for number in range(9))
    seen = replace(run, platform=replace(run.platform, roles={"cn": many}))
    assert max(map(columns, summary(seen, language, everything=True))) <= WIDTH


def test_the_summary_says_the_day_first_and_the_files_last(run: Assessment) -> None:
    lines = list(summary(run, "en", everything=False))
    assert lines[0] == "As of 2026-11-24: the law and `now` of that day, the facts of the files as they are."
    assert lines[-1] == "Files: 2 read, 1 skipped, 4 that no source reads (--all says which)."
