from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

BOOT = "org/springframework/boot/logging/logback/"
ELSEWHERE = "? unresolved: the included file is not in the project: what it logs and keeps is set there"
DEFAULT = (
    "? unresolved: the version of Spring Boot decides how long its log files stay where nothing is set"
    " @ logback.xml:1:34"
)
OPEN = "? unresolved: how long Spring Boot's log files stay is set elsewhere @ logback.xml:1:34"


@pytest.mark.parametrize(
    ("include", "wanted"),
    [
        (f'<include resource="{BOOT}base.xml"/>', [DEFAULT]),
        (f'<include resource="{BOOT}console-appender.xml"/>', []),
        (f'<include resource="{BOOT}file-appender.xml"/>', [DEFAULT]),
        (f'<include resource="{BOOT}file-appender.xml"/><root/>', []),
        (f'<include resource="{BOOT}file-appender.xml"/><root><appender-ref ref="FILE"/></root>', [DEFAULT]),
        ('<include resource="com/example/a.xml"/>', [f"{ELSEWHERE} @ logback.xml:1:34"]),
        ('<include resource="${A}"/>', [f"{ELSEWHERE} @ logback.xml:1:34"]),
        ('<include file="there/b.xml"/>', []),
        ("<include/>", []),
    ],
)
def test_what_a_configuration_includes(seen: Seen, include: str, wanted: list[str]) -> None:
    files = {"logback.xml": f"<configuration>{include}</configuration>", "there/b.xml": "<included/>"}
    assert [line.partition(" = ")[2] for line in seen(files, "logging")] == wanted


@pytest.mark.parametrize(
    ("policy", "wanted"),
    [
        ("max-history: 200", "200 days @ logback.xml:1:34"),
        ("max-history: 0", OPEN),
        ("max-history: many", OPEN),
        ("total-size-cap: 1GB", OPEN),
    ],
)
def test_the_application_says_how_long_spring_boots_files_stay(seen: Seen, policy: str, wanted: str) -> None:
    files = {
        "logback.xml": f'<configuration><include resource="{BOOT}base.xml"/></configuration>',
        "application.yml": f"logging: {{logback: {{rollingpolicy: {{{policy}}}}}}}",
    }
    assert [line.partition(" = ")[2] for line in seen(files, "logging")] == [wanted]


def test_a_profile_of_the_application_fills_in_what_it_sets(seen: Seen) -> None:
    appender = (
        '<configuration><springProperty name="D" source="log.days"/><appender name="A"><rollingPolicy>'
        "<fileNamePattern>%d</fileNamePattern><maxHistory>${D:-200}</maxHistory></rollingPolicy></appender>"
        "</configuration>"
    )
    files = {
        "logback.xml": appender,
        "application.yml": "spring: {a: b}",
        "application-prod.yml": "spring: {a: b}\nlog: {days: 7}",
        "application-dev.yml": "spring: {a: b}",
    }
    assert [line.partition(" @ ")[0] for line in seen(files, "logging")] == [
        "logging.streams[name=A].retention = 200 days",
        "prod logging.streams[name=A].retention = 7 days",
    ]
