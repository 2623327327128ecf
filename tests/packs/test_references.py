from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from reglint.packs.pack import Catalogue, LoadedRule
from reglint.packs.references import day_faults, reference_faults, sequel_faults

Amended: TypeAlias = Callable[[str, str], LoadedRule]

FAULTS = [
    (
        "an unknown instrument",
        "instrument: cn-csl",
        "instrument: cn-cls",
        ['csl.yaml:3:9: error[unknown-instrument] There is no instrument "cn-cls". Did you mean "cn-csl"?'],
    ),
    (
        "an unknown provision",
        "#log-retention",
        "#log-retain",
        [
            (
                'csl.yaml:5:13: error[unknown-provision] cn-csl has no provision "log-retain". '
                'Did you mean "log-retention"?'
            )
        ],
    ),
    (
        "a provision of an unknown instrument",
        "cn-csl#",
        "cn-dsl#",
        ['csl.yaml:5:13: error[unknown-provision] There is no instrument "cn-dsl". Did you mean "cn-csl"?'],
    ),
    (
        "no provision",
        "[cn-csl#log-retention]",
        "[]",
        [
            (
                "csl.yaml:5:5: error[no-citation] An active rule stands on no provision. "
                "Cite one in cites: [instrument#provision], or write status: draft."
            )
        ],
    ),
    ("no provision, but a draft", "[cn-csl#log-retention]", "[]\n    status: draft", []),
    (
        "a role that is misspelt",
        "network_operator",
        "network_operators",
        [
            (
                'csl.yaml:6:13: error[unknown-role] cn has no role "network_operators". '
                'Did you mean "network_operator"?'
            )
        ],
    ),
    (
        "a role of another jurisdiction",
        "network_operator",
        "bank",
        ['csl.yaml:6:13: error[unknown-role] cn has no role "bank". Write one of: network_operator.'],
    ),
    ("anyone", "network_operator", "anyone", []),
    (
        "an unknown control",
        "control: audit.log-retention",
        "control: audit.logs",
        [
            (
                'csl.yaml:7:14: error[unknown-control] There is no control "audit.logs". '
                'Did you mean "audit.log-retention"?'
            )
        ],
    ),
    (
        "own days the wrong way round",
        "says: number",
        "says: number\n    in_force: {from: 2026-02-01, until: 2026-01-31}",
        [
            (
                "csl.yaml:10:41: error[wrong-value] "
                "The last day, 2026-01-31, lies before the first, 2026-02-01. "
                "Write a day from 2026-02-01 on."
            )
        ],
    ),
    ("nothing wrong", "x", "x", []),
]
DAYS = [
    ("its law's days", "x", "x", []),
    (
        "two provisions that never stand together",
        "[cn-csl#log-retention]",
        "[cn-csl#old-duty, cn-csl#new-duty]",
        ["csl.yaml:5:5"],
    ),
    (
        "own days before those of its law",
        "says: number",
        "says: number\n    in_force: {until: 2017-05-31}",
        ["csl.yaml:5:5"],
    ),
    (
        "own days within those of its law",
        "says: number",
        "says: number\n    in_force: {until: 2017-06-01}",
        [],
    ),
    (
        "own days after those of a provision",
        "log-retention]",
        "old-duty]\n    in_force: {from: 2026-01-01}",
        ["csl.yaml:5:5"],
    ),
    ("a proposal", "[cn-csl#", "[cn-bill#", []),
    ("no provision, own days only", "[cn-csl#log-retention]", "[]\n    in_force: {until: 2020-01-01}", []),
]


@pytest.mark.parametrize(
    ("old", "new", "expected"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS]
)
def test_what_a_rule_refers_to_is_there(
    old: str, new: str, expected: list[str], catalogue: Catalogue, amended: Amended
) -> None:
    assert [str(fault) for fault in reference_faults(amended(old, new).rule, catalogue)] == expected


@pytest.mark.parametrize(("old", "new", "places"), [row[1:] for row in DAYS], ids=[row[0] for row in DAYS])
def test_a_rule_that_is_never_in_force_is_a_fault(
    old: str, new: str, places: list[str], catalogue: Catalogue, amended: Amended
) -> None:
    faults = day_faults(amended(old, new), catalogue.instruments)
    assert [str(fault).partition(": error[never-in-force]")[0] for fault in faults] == places


def test_a_rule_replaces_one_that_is_there(amended: Amended) -> None:
    rule = amended("says: number", "says: number\n    replaces: cn-csl-log-retentoin").rule
    assert [str(fault) for fault in sequel_faults(rule, {rule.id: rule})] == [
        (
            'csl.yaml:10:15: error[unknown-rule] There is no rule "cn-csl-log-retentoin" to replace. '
            'Did you mean "cn-csl-log-retention"?'
        )
    ]
