from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reglint.facts.convert.spring import NEVER, spring_duration
from reglint.model.duration import DAY, HOUR, MINUTE, SECOND, Duration, DurationKind
from reglint.model.fact import Unknown
from reglint.model.verdict import Reason

Seen = Callable[..., list[str]]

NAMED = "1:15+5"
APART = "? unresolved: which Logback file the application carries is not seen here"
OLD = "? unresolved: how long the file stays depends on the version of Spring Boot"


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
        ("{maxhistory: 7}", (exact(7 * DAY), "1:61+1", "")),
        ("{maxhistory: '${N:184}'}", (exact(184 * DAY), "1:61+10", "unless N is set")),
        ("{maxhistory: 7, totalsizecap: 0B}", (exact(7 * DAY), "1:61+1", "")),
        ("{maxhistory: 7, filenamepattern: 'a.%d{yyyy-MM-dd}.%i.gz'}", (exact(7 * DAY), "1:61+1", "")),
        ("{maxhistory: 7, filenamepattern: 'a.%d.%i.gz'}", (exact(7 * DAY), "1:61+1", "")),
        (
            "{maxhistory: 7, filenamepattern: 'a.%d{yyyy-MM}.gz'}",
            (unresolved("file-name-pattern does not roll by the day"), "1:61+1", ""),
        ),
        (
            "{maxhistory: 7, filenamepattern: 'a.%d{yyyy-MM-dd_HH}.gz'}",
            (unresolved("file-name-pattern does not roll by the day"), "1:61+1", ""),
        ),
        (
            "{maxhistory: 7, totalsizecap: 1GB}",
            (unresolved("total-size-cap may delete files before max-history does"), "1:61+1", ""),
        ),
        (
            "{maxhistory: 0}",
            (
                unresolved("max-history 0 deletes nothing: who removes the files is set elsewhere"),
                "1:61+1",
                "",
            ),
        ),
        ("{maxhistory: '${N}'}", (unresolved("N is not set in the file"), "1:61+6", "")),
        ("{maxhistory: many}", (unresolved('max-history "many" is no number'), "1:61+4", "")),
        ("{maxhistory: }", (exact(7 * DAY), NAMED, "product default")),
        (
            "{totalsizecap: 1GB}",
            (unresolved("a cap or a pattern of its own decides how long the file stays"), NAMED, ""),
        ),
        ("{path: logs}", (exact(7 * DAY), NAMED, "product default")),
    ],
)
def test_how_long_springs_own_log_files_stay(convert: Callable[..., Any], text: str, wanted: object) -> None:
    whole = f"{{file: {{name: a.log}}, logback: {{rollingpolicy: {text}}}}}"
    made = convert("spring_log_retention", whole)
    assert (made and (made.value, made.place, made.note)) == wanted


@pytest.mark.parametrize(
    ("path", "text", "wanted"),
    [
        ("conf/dev/application.yml", "{path: logs}", f"{APART} @ conf/dev/application.yml:1:24"),
        ("config/application.yml", "{path: logs}", f"{APART} @ config/application.yml:1:24"),
        (
            "conf/dev/application.yml",
            "{path: logs, max-history: 30}",
            "30 days @ conf/dev/application.yml:1:43",
        ),
        (
            "pay/src/main/resources/config/application.yml",
            "{path: logs}",
            "7 days @ pay/src/main/resources/config/application.yml:1:24 (product default)",
        ),
    ],
    ids=["a folder of configuration", "another", "said", "the application's own"],
)
def test_springs_default_apart_from_the_application_is_unresolved_where_there_is_a_logback(
    seen: Seen, path: str, text: str, wanted: str
) -> None:
    files = {path: f"logging: {{file: {text}}}", "web/src/main/resources/logback.xml": "<configuration/>"}
    assert [line.partition(" = ")[2] for line in seen(files, "logging")] == [wanted]


def test_springs_default_apart_from_the_application_holds_without_a_logback(seen: Seen) -> None:
    (line,) = seen({"conf/application.yml": "logging: {file: {path: logs}}"}, "logging")
    assert line.partition(" = ")[2] == "7 days @ 1:24 (product default)"


@pytest.mark.parametrize(
    ("files", "wanted"),
    [
        (
            {"application.yml": "logging: {file: {name: a.log}}"},
            ["7 days @ application.yml:1:24 (product default)"],
        ),
        (
            {"application.yml": "logging: {file: {path: logs, max-history: 30}}"},
            ["30 days @ application.yml:1:43"],
        ),
        ({"application.yml": "logging: {file: a.log}"}, [f"{OLD} @ application.yml:1:17"]),
        ({"application.yml": "logging: {path: logs}"}, [f"{OLD} @ application.yml:1:17"]),
        ({"application.yml": "logging: {logback: {rollingpolicy: {max-history: 30}}}"}, []),
        ({"application.yml": "logging: {file: {name: a.log}}", "logback-spring.xml": "<configuration/>"}, []),
        (
            {
                "application.yml": "logging: {file: {name: a.log}}",
                "application-dev.yml": "logging: {level: {root: DEBUG}}",
            },
            ["7 days @ application.yml:1:24 (product default)"],
        ),
    ],
    ids=["name", "path", "old name", "old path", "no file", "its own Logback", "a profile that says nothing"],
)
def test_springs_own_log_file_is_a_stream(seen: Seen, files: dict[str, str], wanted: list[str]) -> None:
    lines = seen({**files, "other/logback.xml": "<configuration/>"}, "logging")
    assert [line.partition(" = ")[2] for line in lines] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{timeout: 300, activetimeout: -1}", (exact(300 * SECOND), "the life of the token", "")),
        ("{timeout: -1, activetimeout: -1}", (NEVER, "", "unlimited")),
        ("{activetimeout: -1}", (NEVER, "", "unlimited")),
        ("{timeout: 300, activetimeout: 60}", (exact(60 * SECOND), "", "")),
        ("{timeout: 300}", None),
    ],
)
def test_a_token_ends_with_its_life(convert: Callable[..., Any], text: str, wanted: object) -> None:
    made = convert("satoken_timeout", f"satoken: {text}", "/satoken/activetimeout")
    assert (made and (made.value, made.note, made.shown)) == wanted
