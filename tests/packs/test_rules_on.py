from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TypeAlias

import pytest

from reglint.law.in_force import Absence, NotStanding
from reglint.packs.in_force import RuleNotInForce, rules_on
from reglint.packs.pack import Catalogue, LoadedRule, Packs

Amended: TypeAlias = Callable[[str, str], LoadedRule]
Edit: TypeAlias = tuple[str, str]

NO_EDIT = ("", "")
WITH_NEW_DUTY = ("retention]", "retention, cn-csl#new-duty]")
WITH_OLD_DUTY = ("retention]", "retention, cn-csl#old-duty]")
OLD_AND_NEW_DUTY = ("[cn-csl#log-retention]", "[cn-csl#new-duty, cn-csl#old-duty]")
FROM_FEBRUARY = ("says: number", "says: number\n    in_force: {from: 2026-02-01}")
UNTIL_FEBRUARY = ("says: number", "says: number\n    in_force: {until: 2026-02-01}")
UNCITED_DRAFT = ("[cn-csl#log-retention]", "[]\n    status: draft")
PROPOSED = ("[cn-csl#", "[cn-bill#")
RETENTION = "cn-csl#log-retention"


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _not(why: Absence, day: str) -> NotStanding:
    return NotStanding(why, _day(day))


IN_FORCE = [
    ("under the old law", NO_EDIT, "2025-12-31", ["Art. 21 item 3"]),
    ("under the new law", NO_EDIT, "2026-01-01", ["Art. 23 item 3"]),
    ("with all that it cites", WITH_NEW_DUTY, "2026-01-01", ["Art. 23 item 3", "Art. 20"]),
    ("on its own first day", FROM_FEBRUARY, "2026-02-01", ["Art. 23 item 3"]),
    ("on its own last day", UNTIL_FEBRUARY, "2026-02-01", ["Art. 23 item 3"]),
    ("a draft that cites nothing", UNCITED_DRAFT, "2026-01-01", []),
]
NOT_IN_FORCE = [
    ("before its law", NO_EDIT, "2017-05-31", _not(Absence.UPCOMING, "2017-06-01"), RETENTION),
    (
        "before one provision",
        WITH_NEW_DUTY,
        "2017-05-31",
        _not(Absence.UPCOMING, "2026-01-01"),
        "cn-csl#new-duty",
    ),
    (
        "after one provision",
        WITH_OLD_DUTY,
        "2026-01-01",
        _not(Absence.ENDED, "2025-12-31"),
        "cn-csl#old-duty",
    ),
    (
        "after one, before another",
        OLD_AND_NEW_DUTY,
        "2026-01-01",
        _not(Absence.ENDED, "2025-12-31"),
        "cn-csl#old-duty",
    ),
    ("before its own first day", FROM_FEBRUARY, "2026-01-31", _not(Absence.UPCOMING, "2026-02-01"), ""),
    ("after its own last day", UNTIL_FEBRUARY, "2026-02-02", _not(Absence.ENDED, "2026-02-01"), ""),
    ("a proposal", PROPOSED, "2026-01-01", NotStanding(Absence.PROPOSAL), "cn-bill#log-retention"),
]
FIRST_DAYS = [
    ("of its law", NO_EDIT, "2017-05-31", ["Art. 21 item 3"]),
    ("of the last provision to come", WITH_NEW_DUTY, "2017-05-31", ["Art. 23 item 3", "Art. 20"]),
    ("of its own", FROM_FEBRUARY, "2026-01-31", ["Art. 23 item 3"]),
    ("never again", WITH_OLD_DUTY, "2026-01-01", []),
]


def _packs(catalogue: Catalogue, rule: LoadedRule) -> Packs:
    return Packs((rule,), catalogue, ())


@pytest.mark.parametrize(
    ("edit", "day", "labels"), [row[1:] for row in IN_FORCE], ids=[row[0] for row in IN_FORCE]
)
def test_a_rule_is_in_force_while_all_that_it_cites_stands(
    edit: Edit, day: str, labels: list[str], catalogue: Catalogue, amended: Amended
) -> None:
    rules = rules_on(_packs(catalogue, amended(*edit)), _day(day))
    assert [[cite.label["en"] for cite in rule.cites] for rule in rules.in_force] == [labels]


@pytest.mark.parametrize(
    ("edit", "day", "why", "provision"),
    [row[1:] for row in NOT_IN_FORCE],
    ids=[row[0] for row in NOT_IN_FORCE],
)
def test_a_rule_that_is_not_in_force_says_why(
    edit: Edit, day: str, why: NotStanding, provision: str, request: pytest.FixtureRequest
) -> None:
    rule = request.getfixturevalue("amended")(*edit)
    (found,) = rules_on(_packs(request.getfixturevalue("catalogue"), rule), _day(day)).not_in_force
    assert found == RuleNotInForce(rule, why, provision, found.cites)


@pytest.mark.parametrize(
    ("edit", "day", "labels"), [row[1:] for row in FIRST_DAYS], ids=[row[0] for row in FIRST_DAYS]
)
def test_an_upcoming_rule_cites_the_law_of_its_first_day(
    edit: Edit, day: str, labels: list[str], catalogue: Catalogue, amended: Amended
) -> None:
    (found,) = rules_on(_packs(catalogue, amended(*edit)), _day(day)).not_in_force
    assert [cite.label["en"] for cite in found.cites] == labels


JURISDICTIONS: list[tuple[set[str] | None, int]] = [(None, 1), ({"cn"}, 1), ({"eu"}, 0), (set(), 0)]


@pytest.mark.parametrize(
    ("jurisdictions", "count"), JURISDICTIONS, ids=[str(row[0]) for row in JURISDICTIONS]
)
def test_only_the_jurisdictions_asked_for_are_there(
    jurisdictions: set[str] | None, count: int, catalogue: Catalogue, amended: Amended
) -> None:
    rules = rules_on(_packs(catalogue, amended(*NO_EDIT)), _day("2026-01-01"), jurisdictions)
    assert (len(rules.in_force), len(rules.not_in_force)) == (count, 0)
