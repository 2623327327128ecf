"""`reglint law coverage`, on the law that is shipped."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from reglint.cli.main import commands


def coverage(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["law", "coverage", *arguments])


def cells(system: str) -> dict[str, Any]:
    found = json.loads(coverage("-f", "json").stdout)["systems"]
    (cell,) = (one["cells"] for one in found if one["id"] == system)
    return dict(cell)


def test_what_is_said_of_cells_is_sound() -> None:
    result = coverage()
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_system_with_rules_has_their_number() -> None:
    assert "cn-csl-log-retention" in cells("security-audit")["cn"]["rules"]
    line = next(one for one in coverage().stdout.splitlines() if one.startswith("Security audit"))
    assert line.split()[2] == str(len(cells("security-audit")["cn"]["rules"]))


def test_a_system_without_rules_has_a_reason() -> None:
    cell = cells("physical-security")["cn"]
    assert (cell["rules"], "GB/T 22239-2019" in cell["reason"]) == ([], True)


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "cn  Physical security"), ("zh", "cn  物理安全"), ("ja", "cn  物理的セキュリティ")],
)
def test_the_page_in_each_language(language: str, line: str) -> None:
    assert line in coverage("--lang", language).stdout.splitlines()


def test_every_row_is_as_wide_as_the_first() -> None:
    rows = coverage().stdout.partition("\n\n")[0].splitlines()
    assert {len(row) for row in rows} == {len(rows[0])}
