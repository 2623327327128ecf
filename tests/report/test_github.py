from __future__ import annotations

from dataclasses import replace

import pytest
from tests.report.waived import with_waiver

from reglint.model.assessment import Assessment
from reglint.model.place import Place
from reglint.report.github import escaped, escaped_property, render_github


def test_breaches_are_commands_and_what_would_be_one_a_notice(run: Assessment) -> None:
    commands = render_github(run, language="en", everything=False).splitlines()
    assert [command.partition(",title")[0] for command in commands] == [
        "::notice file=platform.yaml,line=4,col=34",
        "::warning file=ledger/application.yml,line=2,col=52",
        "::error file=ledger/logback.xml,line=3,col=17",
        "::error file=ledger/logback.xml,line=6,col=30",
    ]


def test_a_command_says_what_stands_there_the_clause_and_the_remedy(run: Assessment) -> None:
    commands = render_github(run, language="en", everything=False).splitlines()
    assert commands[2] == (
        "::error file=ledger/logback.xml,line=3,col=17,"
        "title=cn-csl-log-retention%3A Network logs are kept for six months::"
        "retention of the log stream FILE is 30 days%0ACybersecurity Law (2025), Art. 23 item 3%0A"
        "Keep each stream for 184 days or 6 months."
    )


def test_an_unknown_without_a_place_is_a_notice_of_no_file_where_everything_is_wanted(
    run: Assessment,
) -> None:
    commands = render_github(run, language="en", everything=True).splitlines()
    assert commands[5].startswith("::notice title=cn-csl-incident-plan%3A There is an incident plan::")


def test_a_breach_that_is_lived_with_alarms_nobody(run: Assessment) -> None:
    commands = render_github(with_waiver(run, "v1:FILE"), language="en", everything=False)
    assert "line=3,col=17" not in commands


@pytest.mark.parametrize(
    ("text", "message", "value"),
    [
        ("100 %", "100 %25", "100 %25"),
        ("a\r\nb", "a%0D%0Ab", "a%0D%0Ab"),
        ("a:b,c", "a:b,c", "a%3Ab%2Cc"),
        ("%0A", "%250A", "%250A"),
        ("::error::no", "::error::no", "%3A%3Aerror%3A%3Ano"),
    ],
)
def test_what_would_end_a_message_or_a_property_is_escaped(text: str, message: str, value: str) -> None:
    assert (escaped(text), escaped_property(text)) == (message, value)


def test_the_name_of_a_file_starts_no_command_of_its_own(run: Assessment) -> None:
    evil = replace(run.findings[2], place=Place("a\n::error::b,line=1", 1, 1))
    command = render_github(replace(run, findings=(evil,)), language="en", everything=False)
    assert command.startswith("::error file=a %3A%3Aerror%3A%3Ab%2Cline=1,line=1,col=1,")
    assert len(command.splitlines()) == 1
