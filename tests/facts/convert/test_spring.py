from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reglint.facts.convert.spring import NEVER, spring_duration
from reglint.model.duration import DAY, HOUR, MINUTE, SECOND, Duration, DurationKind
from reglint.model.fact import Unknown
from reglint.model.verdict import Reason


def exact(milliseconds: int) -> Duration:
    return Duration(DurationKind.EXACT, milliseconds)


def unresolved(detail: str) -> Unknown:
    return Unknown(Reason.UNRESOLVED, detail)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("30", exact(30 * SECOND)),
        ("30s", exact(30 * SECOND)),
        ("30 S", exact(30 * SECOND)),
        ("30m", exact(30 * MINUTE)),
        ("30M", exact(30 * MINUTE)),
        ("12h", exact(12 * HOUR)),
        ("2d", exact(2 * DAY)),
        ("500ms", exact(500)),
        ("10us", exact(0)),
        ("10ns", exact(0)),
        ("-1", exact(-SECOND)),
        ("PT5M", exact(5 * MINUTE)),
        ("pt1h30m", exact(90 * MINUTE)),
        ("P2D", exact(2 * DAY)),
        ("P1M", None),
        ("30x", None),
        ("1.5h", None),
        ("half an hour", None),
        ("PTx", None),
        ("", None),
    ],
)
def test_a_duration_as_spring_reads_it(text: str, wanted: Duration | None) -> None:
    assert spring_duration(text, bare="s") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("30", (exact(30 * SECOND), "", "")),
        ("30m", (exact(30 * MINUTE), "", "")),
        ("${T:5m}", (exact(5 * MINUTE), "unless T is set", "")),
        ("0", (NEVER, "", "unlimited")),
        ("-1", (NEVER, "", "unlimited")),
        ("${T:-1}", (NEVER, "unless T is set", "unlimited")),
        ("${T}", (unresolved("T is not set in the file"), "", "")),
        ("soon", (unresolved('"soon" is no duration that Spring reads'), "", "")),
        ("", None),
    ],
)
def test_the_idle_time_of_a_session(convert: Callable[..., Any], text: str, wanted: object) -> None:
    made = convert("session_timeout", f"timeout: {text}", "/timeout", style="spring")
    assert (made and (made.value, made.note, made.shown)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{maxhistory: 7}", (exact(7 * DAY), "1:14+1", "")),
        ("{maxhistory: '${N:184}'}", (exact(184 * DAY), "1:14+10", "unless N is set")),
        ("{maxhistory: 7, totalsizecap: 0B}", (exact(7 * DAY), "1:14+1", "")),
        ("{maxhistory: 7, filenamepattern: 'a.%d{yyyy-MM-dd}.%i.gz'}", (exact(7 * DAY), "1:14+1", "")),
        ("{maxhistory: 7, filenamepattern: 'a.%d.%i.gz'}", (exact(7 * DAY), "1:14+1", "")),
        (
            "{maxhistory: 7, filenamepattern: 'a.%d{yyyy-MM}.gz'}",
            (unresolved("file-name-pattern does not roll by the day"), "1:14+1", ""),
        ),
        (
            "{maxhistory: 7, filenamepattern: 'a.%d{yyyy-MM-dd_HH}.gz'}",
            (unresolved("file-name-pattern does not roll by the day"), "1:14+1", ""),
        ),
        (
            "{maxhistory: 7, totalsizecap: 1GB}",
            (unresolved("total-size-cap may delete files before max-history does"), "1:14+1", ""),
        ),
        (
            "{maxhistory: 0}",
            (
                unresolved("max-history 0 deletes nothing: who removes the files is set elsewhere"),
                "1:14+1",
                "",
            ),
        ),
        ("{maxhistory: '${N}'}", (unresolved("N is not set in the file"), "1:14+6", "")),
        ("{maxhistory: many}", (unresolved('max-history "many" is no number'), "1:14+4", "")),
        ("{maxhistory: }", None),
        ("{path: logs}", None),
        ("app.log", None),
    ],
)
def test_how_long_springs_own_log_files_stay(convert: Callable[..., Any], text: str, wanted: object) -> None:
    made = convert("spring_log_retention", text)
    assert (made and (made.value, made.place, made.note)) == wanted
