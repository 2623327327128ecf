from __future__ import annotations

import datetime as dt

import pytest

from reglint.pipeline.explain_hints import hint_for
from reglint.pipeline.knowledge import Knowledge

DAY = dt.date(2026, 11, 24)
FIRST = "reglint law show lists an instrument's rules and clauses: reglint law show cn-csl."
PATH = "It looks like a path; name the rule before it: reglint explain RULE PATH."


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("cn-csl", "It is an instrument; write reglint law show cn-csl, or one of its clauses."),
        ("CN-CSL-LOG-RETENTION", 'Did you mean "cn-csl-log-retention"?'),
        ("log retention", 'Did you mean "cn-csl-log-retention"?'),
        ("aml records", "Write cn-aml-records-five-years or cn-aml-records-ten-years."),
        (
            "12 CFR 1005.11",
            "Articles move, so clauses have names: on 2026-11-24 write us-reg-e#error-determination.",
        ),
        ("..", PATH),
        ("deploy/app", PATH),
        ("platform.yaml", PATH),
        ("", FIRST),
        ("zzz", FIRST),
    ],
)
def test_a_name_that_is_none_gets_the_hint_that_helps(knowledge: Knowledge, name: str, hint: str) -> None:
    assert hint_for(name, knowledge.packs, DAY) == hint


@pytest.mark.parametrize("name", ["Art. 23", "article 23", "第二十三条", "第２３条"])
def test_an_article_is_answered_with_the_clauses_that_stand_there(knowledge: Knowledge, name: str) -> None:
    hint = hint_for(name, knowledge.packs, DAY)
    assert hint.startswith("Articles move, so clauses have names: on 2026-11-24 write ")
    assert "cn-csl#security-protection" in hint


def test_of_many_that_may_be_meant_the_first_are_named(knowledge: Knowledge) -> None:
    hint = hint_for("reserve", knowledge.packs, DAY)
    rules = [loaded.rule.id for loaded in knowledge.packs.rules if "reserve" in loaded.rule.id]
    assert hint.startswith(f"Write {rules[0]}, {rules[1]}, ")
    assert hint.endswith(" more.")


def test_an_article_is_looked_up_in_the_law_of_the_day(knowledge: Knowledge) -> None:
    assert "cn-csl#log-retention" in hint_for("Art. 21 item 3", knowledge.packs, dt.date(2025, 12, 31))
