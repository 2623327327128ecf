"""What is said of the systems that no rule is about."""

from __future__ import annotations

import pytest

from reglint.packs.coverage import Cell, coverage
from reglint.packs.find import NamedFile
from reglint.pipeline.knowledge import load_packs

PACKS = load_packs()
CELL = """\
cells:
  - systems: [{system}]
    jurisdictions: [cn]
    provisions: [{provision}]
    reason: {{en: Nothing, zh: 无}}
"""


def said(text: str) -> tuple[dict[str, Cell], list[str]]:
    """The Chinese cells by system, and the faults."""
    found, faults = coverage(PACKS, NamedFile("coverage.yaml", text.encode()))
    return {system.id: cells["cn"] for system, cells in found.rows}, [str(one) for one in faults]


def test_a_cell_without_rule_and_reason_is_open() -> None:
    cells, faults = said("cells: []\n")
    assert (cells["physical-security"].is_open, cells["encryption"].is_open, faults) == (True, False, [])


def test_a_reason_closes_a_cell() -> None:
    cells, faults = said(
        CELL.format(system="physical-security", provision="cn-gbt22239#transit-confidentiality")
    )
    assert (cells["physical-security"], faults) == (
        Cell(provisions=("cn-gbt22239#transit-confidentiality",), reason={"en": "Nothing", "zh": "无"}),
        [],
    )


WRONG = [
    (
        "a system that there is not",
        CELL.format(system="physical-securty", provision=""),
        'coverage.yaml:2:15: error[unknown-system] There is no system "physical-securty". Did you mean "phy',
    ),
    (
        "a provision that there is not",
        CELL.format(system="blockchain", provision="cn-csl#log-retntion"),
        'coverage.yaml:4:18: error[unknown-provision] cn-csl has no provision "log-retntion". Did you mean',
    ),
    (
        "a reason where there are rules",
        CELL.format(system="fund-custody", provision=""),
        "coverage.yaml:2:15: error[needless-reason] fund-custody has rules in cn, ",
    ),
    ("no YAML", "cells: [", "coverage.yaml:1:"),
    ("a misspelt key", "cell: []\n", "coverage.yaml:1:1: error["),
]


@pytest.mark.parametrize(("text", "line"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_bad_data_is_a_line_with_a_place(text: str, line: str) -> None:
    _, (fault,) = said(text)
    assert fault.startswith(line)
