from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reglint.pipeline.knowledge import Knowledge
from reglint.pipeline.request import Request
from reglint.pipeline.selection import rules_wanted, unheard_of, why_none

DAY = dt.date(2026, 1, 1)
WRITE = "Write one of cn, eu, jp, us."


def request(
    *,
    day: dt.date = DAY,
    jurisdictions: tuple[str, ...] = (),
    roles: tuple[tuple[str, str], ...] = (),
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
) -> Request:
    return Request(Path(), day, jurisdictions=jurisdictions, roles=roles, select=select, ignore=ignore)


def test_rules_of_the_jurisdictions_that_are_selected(knowledge: Knowledge) -> None:
    asked = request(jurisdictions=("cn",), select=("cn-aml-records", "cn-aml-sanctions", "eu"))
    rules = rules_wanted(knowledge.packs, asked)
    assert [one.loaded.rule.id for one in rules.in_force] == [
        "cn-aml-records-ten-years",
        "cn-aml-sanctions-screening",
    ]
    assert [one.loaded.rule.id for one in rules.not_in_force] == ["cn-aml-records-five-years"]


def test_rules_that_are_ignored(knowledge: Knowledge) -> None:
    rules = rules_wanted(knowledge.packs, request(select=("cn-aml-records",), ignore=("cn-aml-records",)))
    assert (rules.in_force, rules.not_in_force) == ((), ())


WHY = [
    ("some are in force", request(select=("cn-aml",)), ""),
    ("none is selected", request(select=("xx",)), "no rule was selected"),
    (
        "none is in force",
        request(day=dt.date(1999, 12, 31)),
        "no rule that was selected is in force on 1999-12-31",
    ),
]


@pytest.mark.parametrize(("asked", "why"), [row[1:] for row in WHY], ids=[row[0] for row in WHY])
def test_why_no_rule_can_be_evaluated(asked: Request, why: str, knowledge: Knowledge) -> None:
    assert why_none(rules_wanted(knowledge.packs, asked), asked) == why


STRANGERS = [
    ("none", request(jurisdictions=("cn",), roles=(("cn", "payment_institution"),)), []),
    (
        "a jurisdiction",
        request(jurisdictions=("cn", "xx")),
        [
            f'error[unknown-jurisdiction] There are no rules for the jurisdiction "xx". {WRITE}',
        ],
    ),
    (
        "a role",
        request(roles=(("cn", "payment_institutio"),)),
        [
            'error[unknown-role] cn has no role "payment_institutio". Did you mean "payment_institution"?',
        ],
    ),
    (
        "the jurisdiction of a role",
        request(roles=(("xx", "bank"),)),
        [f'error[unknown-role] There are no roles in the jurisdiction "xx". {WRITE}'],
    ),
]


@pytest.mark.parametrize(("asked", "said"), [row[1:] for row in STRANGERS], ids=[row[0] for row in STRANGERS])
def test_what_no_pack_knows(asked: Request, said: list[str], knowledge: Knowledge) -> None:
    assert [str(one) for one in unheard_of(asked, knowledge.packs)] == said
