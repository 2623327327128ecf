from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest
from click.testing import CliRunner, Result

from reglint.cli.main import commands

Project: TypeAlias = Callable[[Mapping[str, str | bytes]], Path]
Process: TypeAlias = Callable[..., "subprocess.CompletedProcess[str]"]

PLATFORM = {"platform.yaml": 'reglint: "1"\nplatform: {mlps_level: 3}\n'}


def explain(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["explain", *arguments])


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The share of the client reserve that is deposited is at least 100%."),
        ("zh", "客户备付金交存比例不低于100%。"),
        ("ja", "利用者資金の保全割合が100%以上である。"),
    ],
)
def test_a_rule_is_a_sentence_in_a_language(language: str, sentence: str) -> None:
    result = explain("cn-reserve-full-deposit", "--lang", language)
    assert (result.exit_code, result.stderr) == (0, "")
    assert sentence in result.stdout
    assert 'custody.reserve_ratio >= percent("100 %")' in result.stdout


def test_a_rule_on_a_platform_takes_what_a_check_takes(project: Project) -> None:
    folder = project(PLATFORM)
    said = (
        "--role",
        "cn:payment_institution",
        "--set",
        "custody.reserve_ratio=98 %",
        "--as-of",
        "2026-11-24",
    )
    result = explain("cn-reserve-full-deposit", str(folder), *said)
    assert result.exit_code == 0
    assert "would have to be at least 100%; it is 98 %." in result.stdout


def test_a_clause_is_shown_as_it_stands_on_a_day() -> None:
    result = explain("cn-csl#log-retention", "--as-of", "2025-12-31")
    assert result.exit_code == 0
    assert "Art. 21 item 3, 2017-06-01 to 2025-12-31; in force on 2025-12-31" in result.stdout


@pytest.mark.parametrize("name", ["cn-csl-log-retention", "cn-csl#log-retention"])
def test_json_says_its_schema(name: str) -> None:
    result = explain(name, "-f", "json")
    assert (result.exit_code, json.loads(result.stdout)["schema"]) == (0, "explain-v1")


@pytest.mark.parametrize("language", ["en", "zh", "ja"])
def test_every_clause_can_be_explained(language: str) -> None:
    known = explain("cn-csl#0").stderr
    assert "cn-csl has no provision" in known
    names = ("cn-csl#security-protection", "us-reg-e#error-determination", "jp-psa-fto#books-retention")
    assert [explain(name, "--lang", language).exit_code for name in names] == [0, 0, 0]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (
            "cn-reserve-full-deposits",
            'no rule "cn-reserve-full-deposits". Did you mean "cn-reserve-full-deposit"?',
        ),
        ("cn-csl#log-retenton", 'cn-csl has no provision "log-retenton". Did you mean "log-retention"?'),
    ],
    ids=["rule", "clause"],
)
def test_an_unknown_name_is_one_line(name: str, line: str) -> None:
    result = explain(name)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert line in result.stderr


def test_a_rule_that_is_not_in_force_has_nothing_to_say_of_a_platform(project: Project) -> None:
    result = explain("cn-aml-records-five-years", str(project(PLATFORM)), "--as-of", "2026-11-24")
    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr == "cn-aml-records-five-years is not in force on 2026-11-24\n"


def test_a_fault_of_the_platform_file_is_said_beside(project: Project) -> None:
    folder = project({"platform.yaml": 'reglint: "1"\nloging: {}\n'})
    result = explain("cn-csl-incident-plan", str(folder))
    assert (result.exit_code, "loging" in result.stderr) == (2, True)


def test_a_check_loads_nothing_of_explain(process: Process, project: Project) -> None:
    project(PLATFORM)
    code = (
        "import sys; from click.testing import CliRunner; from reglint.cli.main import commands;"
        "CliRunner().invoke(commands, ['check', '.']);"
        "print([name for name in sys.modules if 'sentence' in name or 'explain' in name])"
    )
    assert process(sys.executable, "-c", code).stdout == "['reglint.cli.explain']\n"


REFUSED = [
    (("cn-csl",), "It is an instrument; write reglint law show cn-csl"),
    (("zzz",), "reglint law show lists an instrument's rules"),
]


@pytest.mark.parametrize(("arguments", "hint"), REFUSED)
def test_what_is_no_rule_gets_a_hint(arguments: tuple[str, ...], hint: str) -> None:
    result = explain(*arguments)
    assert (result.exit_code, result.stdout, hint in result.stderr) == (2, "", True)


@pytest.mark.parametrize("said", [("--role", "cn:bank"), ("--set", "platform.mlps_level=3")])
def test_what_is_said_of_a_platform_needs_its_path(said: tuple[str, str]) -> None:
    assert explain("cn-csl-log-retention", *said).exit_code == 2
