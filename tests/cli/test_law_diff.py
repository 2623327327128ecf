"""`reglint law diff`, on the law that is shipped."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from reglint.cli.main import commands


def diff(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["law", "diff", *arguments])


def changes(*arguments: str) -> dict[str, dict[str, Any]]:
    """The changes by provision."""
    found = json.loads(diff(*arguments, "-f", "json").stdout)
    return {one["provision"]: one for one in found["changes"]}


def test_a_provision_that_moves_is_renumbered() -> None:
    found = changes("2025-12-31", "2026-01-01")["cn-csl#log-retention"]
    assert (found["change"], found["before"]["label"], found["after"]["label"], found["rules"]) == (
        "renumbered",
        "Art. 21 item 3",
        "Art. 23 item 3",
        ["cn-csl-log-retention"],
    )


def test_a_duty_in_place_of_another_is_stricter_where_its_figure_is() -> None:
    found = changes("2024-12-31", "2025-01-01")["cn-aml#record-retention"]
    assert (found["change"], found["direction"], found["limits"]) == (
        "changed",
        "stricter",
        {"retention": [">= 5 years", ">= 10 years"]},
    )


def test_a_longer_interval_is_looser() -> None:
    found = changes("2025-12-31", "2026-01-01")["cn-cdd#high-risk-review-1y"]
    assert (found["direction"], found["before"]["provision"]) == (
        "looser",
        "cn-cdd#high-risk-review-half-year",
    )


def test_what_begins_is_new_and_what_ends_is_repealed() -> None:
    forward, back = changes("2021-02-28", "2021-03-01"), changes("2021-03-01", "2021-02-28")
    assert (forward["cn-reserve#full-deposit"]["change"], back["cn-reserve#full-deposit"]["change"]) == (
        "new",
        "repealed",
    )


def test_two_versions_of_an_instrument_are_compared() -> None:
    found = changes("cn-csl@2016", "cn-csl@2025")
    assert {name.partition("#")[0] for name in found} == {"cn-csl"}
    assert found["cn-csl#incident-plan"]["after"]["label"] == "Art. 27"


def test_one_jurisdiction_alone() -> None:
    found = changes("2000-01-01", "2026-11-24", "-j", "jp")
    assert {name[:2] for name in found} == {"jp"}


def test_a_day_and_itself_have_no_difference() -> None:
    assert diff("2026-01-01", "2026-01-01").stdout == "From 2026-01-01 to 2026-01-01: no change\n"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "  changed     cn-cdd#high-risk-review-1y: Art. 18 para. 2 (2007) → Art. 25 para. 1 (2025)"),
        ("zh", "  修改      cn-cdd#high-risk-review-1y: 第十八条第二款 (2007) → 第二十五条第一款 (2025)"),
        ("ja", "  変更          cn-cdd#high-risk-review-1y: 第十八条第二項 (2007) → 第二十五条第一項 (2025)"),
    ],
)
def test_the_page_in_each_language(language: str, line: str) -> None:
    assert line in diff("2025-12-31", "2026-01-01", "--lang", language).stdout.splitlines()


WRONG = [
    (("2026-13-01", "2026-01-01"), 'error[day] "2026-13-01": '),
    (
        ("cn-cls@2016", "cn-csl@2025"),
        'error[unknown-instrument] There is no instrument "cn-cls". Did you mean',
    ),
    (
        ("cn-csl@2016", "cn-csl@2024"),
        'error[unknown-version] cn-csl has no version "2024". Write one of cn-csl@',
    ),
    (
        ("cn-csl@2016", "cn-aml@2024"),
        "error[two-instruments] cn-csl@2016 and cn-aml@2024 are versions of two",
    ),
    (
        ("2025-12-31", "2026-01-01", "-j", "fr"),
        'error[unknown-jurisdiction] There is no law of "fr". Write one',
    ),
]


@pytest.mark.parametrize(("arguments", "line"), WRONG, ids=[" ".join(row[0]) for row in WRONG])
def test_what_cannot_be_compared_is_one_line(arguments: tuple[str, ...], line: str) -> None:
    result = diff(*arguments)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert result.stderr.startswith(line)
