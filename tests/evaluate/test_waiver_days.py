"""The days of a waiver in the waiver file: asked for, heard, over."""

from __future__ import annotations

import datetime as dt

import pytest

from reglint.documents.yaml import read_yaml
from reglint.evaluate.waiver_file import read_waivers, unbegun
from reglint.model.diagnostic import Diagnostic
from reglint.model.waiver import Waiver

ENTRY = "waivers:\n  - {{rule: cn-a-b, reason: r, approver: CISO, requested: {}, until: {}}}\n"


def read(requested: str, until: str) -> tuple[tuple[Waiver, ...], tuple[Diagnostic, ...]]:
    text = ENTRY.format(requested, until)
    document = read_yaml(text, "w.yaml")
    return read_waivers(document.roots[0], "w.yaml")


def test_a_waiver_may_end_on_the_day_on_which_it_is_asked_for() -> None:
    waivers, faults = read("2026-11-01", "2026-11-01")
    assert ([one.rule for one in waivers], faults) == (["cn-a-b"], ())


def test_a_waiver_that_ends_before_is_left_out_with_its_place() -> None:
    waivers, (fault,) = read("2026-11-02", "2026-11-01")
    assert (waivers, fault.path, fault.line, fault.column) == ((), "w.yaml", 2, 5)
    assert fault.message == "until 2026-11-01 lies before requested 2026-11-02."


@pytest.mark.parametrize(
    ("day", "heard", "told"),
    [
        ("2026-10-31", [False], 1),
        ("2026-11-01", [True], 0),
        ("2026-12-31", [True], 0),
        ("2027-01-01", [False], 0),
    ],
)
def test_a_waiver_is_heard_from_the_day_of_its_request_to_its_last(
    day: str, heard: list[bool], told: int
) -> None:
    waivers, _ = read("2026-11-01", "2026-12-31")
    on = dt.date.fromisoformat(day)
    assert ([one.heard(on) for one in waivers], len(list(unbegun(waivers, on)))) == (heard, told)
