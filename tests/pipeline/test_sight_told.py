"""How far the reading of a project is told to whoever waits."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from reglint.model.assessment import Assessment
from reglint.pipeline.check import check
from reglint.pipeline.request import Request

EXAMPLE = Path(__file__).parents[2] / "examples" / "deficient"


def test_every_file_that_is_looked_at_and_opened_is_told() -> None:
    heard: list[tuple[int, int]] = []
    result = check(Request(EXAMPLE, dt.date(2026, 11, 24), told=lambda *counts: heard.append(counts)))
    assert isinstance(result, Assessment)
    files = len(result.sources) + len(result.skipped) + sum(result.unread.values())
    assert heard[:files] == [(done, files) for done in range(files)]
    opened = [done for done, _ in heard[files:]]
    assert sorted(set(opened)) == list(range(1, max(opened) + 1))
    assert opened == sorted(opened)
    assert all(done <= total for done, total in heard)
