from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from reglint.documents.xml import read_xml
from reglint.facts.convert.logback import properties
from reglint.facts.tree import plant
from reglint.model.duration import DAY, HOUR, MINUTE, SECOND, Duration, DurationKind
from reglint.model.fact import Unknown
from reglint.model.verdict import Reason

APPENDER = "/configuration/appender/0"
NO_HISTORY = "without maxHistory Logback deletes nothing: who removes the files is set elsewhere"


def exact(milliseconds: int) -> Duration:
    return Duration(DurationKind.EXACT, milliseconds)


def unresolved(detail: str) -> Unknown:
    return Unknown(Reason.UNRESOLVED, detail)


def policy(history: str, pattern: str, more: str = "", kind: str = "TimeBasedRollingPolicy") -> str:
    kept = f"<maxHistory>{history}</maxHistory>" if history else ""
    return (
        f'<configuration><appender name="A"><rollingPolicy class="{kind}">{kept}'
        f"<fileNamePattern>{pattern}</fileNamePattern>{more}</rollingPolicy></appender></configuration>"
    )


@pytest.mark.parametrize(
    ("history", "pattern", "wanted"),
    [
        ("184", "a.%d{yyyy-MM-dd}.log", exact(184 * DAY)),
        ("30", "a.%d.log", exact(30 * DAY)),
        ("30", "a.%date{yyyy-MM-dd}.%i.gz", exact(30 * DAY)),
        ("30", "a.%d{yyyy-MM-dd,UTC}.log", exact(30 * DAY)),
        ("30", "%d{yyyy/MM,aux}/a.%d{yyyy-MM-dd}.log", exact(30 * DAY)),
        ("168", "a.%d{yyyy-MM-dd_HH}.log", exact(168 * HOUR)),
        ("60", "a.%d{yyyy-MM-dd_HH-mm}.log", exact(60 * MINUTE)),
        ("60", "a.%d{HH-mm-ss}.log", exact(60 * SECOND)),
        ("60", "a.%d{HH-mm-ss.SSS}.log", exact(60)),
        ("14", "a.%d{yyyy-MM-dd_a}.log", exact(7 * DAY)),
        ("4", "a.%d{yyyy-ww}.log", exact(28 * DAY)),
        ("6", "a.%d{yyyy-MM}.log", Duration(DurationKind.MONTHS, 6)),
        ("6", "a.%d{yyyy'mm'MM}.log", Duration(DurationKind.MONTHS, 6)),
        (
            "6",
            "a.%d{yyyy}.log",
            unresolved('"yyyy" in fileNamePattern is no period by which Logback rolls files'),
        ),
        ("6", "a.%i.log", unresolved("fileNamePattern has no date by which the files roll")),
        (
            "6",
            "a.%d{MM}.%d{dd}.log",
            unresolved("fileNamePattern has more than one date by which the files roll"),
        ),
        ("many", "a.%d.log", unresolved('maxHistory "many" is no number')),
        ("${DAYS}", "a.%d.log", unresolved("DAYS is not set in the file")),
        ("", "a.%d.log", unresolved(NO_HISTORY)),
        (
            "0",
            "a.%d.log",
            unresolved("maxHistory 0 deletes nothing: who removes the files is set elsewhere"),
        ),
    ],
)
def test_how_long_rolled_files_stay(
    convert: Callable[..., Any], history: str, pattern: str, wanted: object
) -> None:
    text = policy(history, pattern)
    assert convert("logback_retention", text, APPENDER, format_name="xml-folded").value == wanted


@pytest.mark.parametrize(
    ("more", "kind", "wanted"),
    [
        (
            "<totalSizeCap>3GB</totalSizeCap>",
            "SizeAndTimeBasedRollingPolicy",
            unresolved("totalSizeCap may delete files before maxHistory does"),
        ),
        ("<totalSizeCap>0</totalSizeCap>", "SizeAndTimeBasedRollingPolicy", exact(30 * DAY)),
        ("<maxFileSize>1MB</maxFileSize>", "SizeAndTimeBasedRollingPolicy", exact(30 * DAY)),
        (
            "<maxIndex>3</maxIndex>",
            "ch.qos.logback.core.rolling.FixedWindowRollingPolicy",
            unresolved("a fixed window keeps a number of files, not a time"),
        ),
        ("", "com.example.OwnPolicy", unresolved("how long OwnPolicy keeps files is not known here")),
    ],
)
def test_what_else_a_policy_says(convert: Callable[..., Any], more: str, kind: str, wanted: object) -> None:
    text = policy("30", "a.%d.log", more, kind)
    assert convert("logback_retention", text, APPENDER, format_name="xml-folded").value == wanted


def test_a_file_that_nothing_rolls_stays_for_an_unknown_time(convert: Callable[..., Any]) -> None:
    text = '<configuration><appender class="x.FileAppender"/></configuration>'
    wanted = unresolved("nothing here rolls the file: what removes it is set elsewhere")
    assert convert("logback_retention", text, APPENDER, format_name="xml-folded").value == wanted


def test_a_value_that_a_profile_changes_is_called_so(convert: Callable[..., Any]) -> None:
    text = policy("${K}", "a.%d.log").replace(
        "</configuration>",
        '<springProfile name="a"><property name="K" value="7"/></springProfile>'
        '<springProfile name="b"><property name="K" value="200"/></springProfile></configuration>',
    )
    wanted = unresolved("K has several values in the file, by profile or condition")
    assert convert("logback_retention", text, APPENDER, format_name="xml-folded").value == wanted


def test_a_default_is_taken_and_told(convert: Callable[..., Any], result: type[Any]) -> None:
    text = policy("${DAYS:-30}", "<![CDATA[a.%d.log]]>")
    made = convert("logback_retention", text, APPENDER, format_name="xml-folded", style="logback")
    assert made == result(exact(30 * DAY), "1:93+11", "unless DAYS is set")


def test_an_appender_without_a_history_has_the_place_of_its_policy(convert: Callable[..., Any]) -> None:
    made = convert("logback_retention", policy("", "a.%d.log"), APPENDER, format_name="xml-folded")
    assert made.place == "1:35+0"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('<configuration><springProfile name="prod"><appender/></springProfile></configuration>', "prod"),
        (
            "<configuration><springProfile name='a | b'><x><appender/></x></springProfile></configuration>",
            "a | b",
        ),
        ("<configuration><springProfile><appender/></springProfile></configuration>", None),
        ("<configuration><appender/></configuration>", None),
    ],
)
def test_a_profile_around_an_appender_is_its_environment(
    convert: Callable[..., Any], text: str, wanted: str | None
) -> None:
    inside = "/configuration/springprofile/0" if "springProfile" in text else "/configuration"
    pointer = f"{inside}/x/0/appender/0" if "<x>" in text else f"{inside}/appender/0"
    made = convert("logback_environment", text, pointer, format_name="xml-folded")
    assert (made and made.value) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('<property name="A" value="1"/><variable name="B" value="2"/>', {"A": "1", "B": "2"}),
        ('<property name="A" value="1"/><property name="A" value="2"/>', {"A": "2"}),
        ('<variable name="A" value="2"/><property name="A" value="1"/>', {"A": "1"}),
        (
            '<springProperty name="A" source="log.days" defaultValue="30"/><springProperty name="B"/>',
            {"A": "${log.days:-30}"},
        ),
        ('<property name="A"/><property value="1"/><property resource="x.properties"/>', {}),
        (
            (
                '<springProfile name="dev"><property name="A" value="7"/></springProfile>'
                '<springProfile name="prod"><property name="A" value="200"/></springProfile>'
            ),
            {},
        ),
        (
            (
                '<springProfile name="dev"><property name="A" value="7"/></springProfile>'
                '<springProfile name="prod"><property name="A" value="7"/></springProfile>'
            ),
            {"A": "7"},
        ),
        (
            '<property name="A" value="1"/><if><then><property name="A" value="2"/></then></if>',
            {},
        ),
        (
            '<if><then><property name="A" value="2"/></then></if><property name="A" value="1"/>',
            {"A": "1"},
        ),
    ],
)
def test_what_a_file_says_of_its_placeholders(text: str, wanted: Mapping[str, str]) -> None:
    root = read_xml(f"<configuration>{text}</configuration>", "f", fold_case=True).roots[0]
    assert properties(plant(root)) == wanted


@pytest.mark.parametrize(
    ("application", "wanted"),
    [
        ({}, {"A": "${log.days:-30}"}),
        ({"log.days": "15"}, {"A": "15", "B": "15"}),
        ({"log.days": "${DAYS:15}"}, {"A": "${DAYS:-15}", "B": "${DAYS:-15}"}),
        ({"log.days": "${DAYS}"}, {"A": "${DAYS}", "B": "${DAYS}"}),
    ],
    ids=["not set", "set", "a default", "open"],
)
def test_a_property_of_springs_is_what_the_application_says(
    application: dict[str, str], wanted: Mapping[str, str]
) -> None:
    text = (
        '<configuration><springProperty name="A" source="log.days" defaultValue="30"/>'
        '<springProperty name="B" source="log.days"/></configuration>'
    )
    root = read_xml(text, "f", fold_case=True).roots[0]
    assert properties(plant(root), application.get) == wanted
