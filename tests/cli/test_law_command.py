from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from reglint.cli.main import commands


def show(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["law", "show", *arguments])


@pytest.mark.parametrize(("day", "article"), [("2025-12-31", "21"), ("2026-01-01", "23")])
def test_an_instrument_is_shown_as_it_stands_on_a_day(day: str, article: str) -> None:
    result = show("cn-csl", "--as-of", day)
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"Art. {article} item 3" in result.stdout
    assert "cn-csl-log-retention" in result.stdout


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Cybersecurity Law"), ("zh", "网络安全法"), ("ja", "Cybersecurity Law")]
)
def test_an_instrument_is_shown_in_a_language(language: str, title: str) -> None:
    assert title in show("cn-csl", "--lang", language).stdout


def test_every_instrument_can_be_shown() -> None:
    known = show("0").stderr.partition("Write one of: ")[2].strip().rstrip(".").split(", ")
    assert "cn-csl" in known
    assert [show(one, "--lang", "zh").exit_code for one in known] == [0] * len(known)


def test_an_unknown_instrument_is_one_line() -> None:
    result = show("cn-cls")
    line = 'error[unknown-instrument] There is no instrument "cn-cls". Did you mean "cn-csl"?\n'
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", line)


def test_without_a_command_the_help_is_shown_and_nothing_done() -> None:
    result = CliRunner().invoke(commands, ["law"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: ")
