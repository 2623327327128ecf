from __future__ import annotations

import datetime as dt

import pytest

from reglint.cli.exits import Exit, exit_of
from reglint.model.assessment import Assessment, PlatformSeen
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.finding import Finding
from reglint.model.verdict import Verdict


def found(verdict: Verdict, level: Level | None = None) -> Finding:
    return Finding(
        "r",
        "cn",
        verdict,
        "high",
        "number",
        binding=True,
        title={},
        because={},
        remedy={},
        cites=(),
        level=level,
    )


PASS, UNKNOWN = found(Verdict.PASS), found(Verdict.UNKNOWN)
WOULD = found(Verdict.UNKNOWN, Level.ERROR)
ERROR, WARNING, NOTE = (found(Verdict.FAIL, level) for level in (Level.ERROR, Level.WARNING, Level.NOTE))
WRONG, WARNED = Diagnostic("x", "wrong"), Diagnostic("x", "odd", level=Level.WARNING)


def code(
    *findings: Finding,
    level: Level = Level.ERROR,
    unknown: str = "warn",
    exit_zero: bool = False,
    faults: tuple[Diagnostic, ...] = (),
) -> Exit:
    run = Assessment(
        "0", dt.date(2026, 1, 1), (), (), PlatformSeen("", "", {}), findings, {}, diagnostics=faults
    )
    return exit_of(run, fail_level=level, unknown=unknown, exit_zero=exit_zero)


CODES = [
    ("nothing", code(), 0),
    ("passes", code(PASS), 0),
    ("an error", code(PASS, ERROR), 1),
    ("a warning", code(WARNING), 0),
    ("a warning, from warnings on", code(WARNING, level=Level.WARNING), 1),
    ("an error, from warnings on", code(ERROR, level=Level.WARNING), 1),
    ("a note, from warnings on", code(NOTE, level=Level.WARNING), 0),
    ("a note, from notes on", code(NOTE, level=Level.NOTE), 1),
    ("an unknown", code(UNKNOWN), 3),
    ("an unknown, allowed", code(UNKNOWN, unknown="allow"), 0),
    ("an unknown, refused", code(UNKNOWN, unknown="fail"), 1),
    ("what would fail", code(WOULD), 3),
    ("what would fail, allowed", code(WOULD, unknown="allow"), 0),
    ("a warning beside an unknown", code(WARNING, UNKNOWN), 3),
    ("findings beat unknowns", code(ERROR, UNKNOWN), 1),
    ("errors beat findings", code(ERROR, UNKNOWN, faults=(WRONG,)), 2),
    ("a warning of ours", code(PASS, faults=(WARNED,)), 0),
    ("findings, forgiven", code(ERROR, UNKNOWN, exit_zero=True), 0),
    ("unknowns, forgiven", code(UNKNOWN, unknown="fail", exit_zero=True), 0),
    ("errors are never forgiven", code(ERROR, exit_zero=True, faults=(WRONG,)), 2),
]


@pytest.mark.parametrize(("given", "expected"), [row[1:] for row in CODES], ids=[row[0] for row in CODES])
def test_what_a_shell_learns(given: Exit, expected: int) -> None:
    assert given == expected
