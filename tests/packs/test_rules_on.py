from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from reglint.law.in_force import Absence, NotStanding
from reglint.packs.in_force import RuleInForce, RuleNotInForce, rules_on
from reglint.packs.pack import Catalogue, LoadedRule, Packs

Load = Callable[[str], LoadedRule]

DAYS = [
    ("the old law", "x", "x", "2025-12-31", ["Art. 21 item 3"]),
    ("the new law", "x", "x", "2026-01-01", ["Art. 23 item 3"]),
    ("all that it cites", "retention]", "retention, cn-csl#new-duty]", "2026-01-01", ["Art. 23 item 3", "Art. 20"]),
    ("its own first day", "says: number", "says: number\n    in_force: {from: 2026-02-01}", "2026-02-01", ["Art. 23 item 3"]),
    ("its own last day", "says: number", "says: number\n    in_force: {until: 2026-02-01}", "2026-02-01", ["Art. 23 item 3"]),
    ("a draft that cites nothing", "[cn-csl#log-retention]", "[]\n    status: draft", "2026-01-01", []),
]  # fmt: skip
OTHER_DAYS = [
    ("before its law", "x", "x", "2017-05-31", Absence.UPCOMING, "2017-06-01", "cn-csl#log-retention", ["Art. 21 item 3"]),
    ("before the last of its provisions", "retention]", "retention, cn-csl#new-duty]", "2017-05-31", Absence.UPCOMING, "2026-01-01", "cn-csl#new-duty", ["Art. 23 item 3", "Art. 20"]),
    ("after the first of its provisions", "retention]", "retention, cn-csl#old-duty]", "2026-01-01", Absence.ENDED, "2025-12-31", "cn-csl#old-duty", []),
    ("before its own first day", "says: number", "says: number\n    in_force: {from: 2026-02-01}", "2026-01-31", Absence.UPCOMING, "2026-02-01", "", ["Art. 23 item 3"]),
    ("after its own last day", "says: number", "says: number\n    in_force: {until: 2026-02-01}", "2026-02-02", Absence.ENDED, "2026-02-01", "", []),
    ("between an end and a beginning", "[cn-csl#log-retention]", "[cn-csl#new-duty, cn-csl#old-duty]", "2026-01-01", Absence.ENDED, "2025-12-31", "cn-csl#old-duty", []),
    ("a proposal", "[cn-csl#", "[cn-bill#", "2026-01-01", Absence.PROPOSAL, None, "cn-bill#log-retention", []),
]  # fmt: skip


def _packs(catalogue: Catalogue, *rules: LoadedRule) -> Packs:
    return Packs(rules, catalogue, ())


@pytest.mark.parametrize(
    ("old", "new", "day", "labels"), [row[1:] for row in DAYS], ids=[row[0] for row in DAYS]
)
def test_a_rule_is_in_force_while_all_that_it_cites_stands(  # noqa: PLR0913 - three of them are fixtures
    old: str, new: str, day: str, labels: list[str], rule_text: str, catalogue: Catalogue, loaded: Load
) -> None:
    rules = rules_on(_packs(catalogue, loaded(rule_text.replace(old, new, 1))), dt.date.fromisoformat(day))
    assert [[cite.label["en"] for cite in rule.cites] for rule in rules.in_force] == [labels]


@pytest.mark.parametrize(
    ("old", "new", "day", "why", "until", "provision", "labels"),
    [row[1:] for row in OTHER_DAYS],
    ids=[row[0] for row in OTHER_DAYS],
)
def test_a_rule_that_is_not_in_force_says_why(  # noqa: PLR0913 - three of them are fixtures
    old: str,
    new: str,
    day: str,
    why: Absence,
    until: str | None,
    provision: str,
    labels: list[str],
    rule_text: str,
    catalogue: Catalogue,
    loaded: Load,
) -> None:
    rule = loaded(rule_text.replace(old, new, 1))
    (found,) = rules_on(_packs(catalogue, rule), dt.date.fromisoformat(day)).not_in_force
    because = NotStanding(why, dt.date.fromisoformat(until) if until else None)
    assert found == RuleNotInForce(rule, because, provision, found.cites)
    assert [cite.label["en"] for cite in found.cites] == labels


def test_only_the_jurisdictions_asked_for_are_there(
    rule_text: str, catalogue: Catalogue, loaded: Load
) -> None:
    packs = _packs(catalogue, loaded(rule_text))
    day = dt.date(2026, 1, 1)
    asked = (None, {"cn"}, {"eu"}, set())
    assert [len(rules_on(packs, day, jurisdictions).in_force) for jurisdictions in asked] == [1, 1, 0, 0]


def test_a_rule_is_on_one_side_only(rule_text: str, catalogue: Catalogue, loaded: Load) -> None:
    rules = rules_on(_packs(catalogue, loaded(rule_text)), dt.date(2026, 1, 1))
    assert ([type(rule) for rule in rules.in_force], rules.not_in_force) == ([RuleInForce], ())
