from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import jsonschema
import pytest
from click.testing import CliRunner, Result

from reglint.cli.main import commands
from reglint.report.explain_schema import explain_v1_schema

Project: TypeAlias = Callable[[Mapping[str, str | bytes]], Path]
Process: TypeAlias = Callable[..., "subprocess.CompletedProcess[str]"]

STREAM = (
    '<configuration><appender name="{name}" class="ch.qos.logback.core.rolling.RollingFileAppender">'
    '<rollingPolicy class="ch.qos.logback.core.rolling.TimeBasedRollingPolicy">'
    "<fileNamePattern>{name}.%d{{yyyy-MM-dd}}.log</fileNamePattern><maxHistory>30</maxHistory>"
    "</rollingPolicy></appender></configuration>\n"
)
STREAMS = {
    "platform.yaml": 'reglint: "1"\n',
    "a/logback.xml": STREAM.format(name="A"),
    "b/logback.xml": STREAM.format(name="B"),
}
PACK = """\
id: cn
version: "1.0.0"
jurisdiction: cn
title: {en: Mine, zh: 我的}
publisher: Me
licence: MIT
"""
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
    words = " ".join(result.stdout.split())
    known = "custody.reserve_ratio is 98% (--set custody.reserve_ratio on the command line)."
    assert f"would have to be at least 100%; {known}" in words
    assert "command line:1:1" not in words


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
    why = "not in force on 2026-11-24: ended on 2024-12-31"
    assert (result.exit_code, why in result.stdout, "As of" in result.stdout) == (4, True, False)
    assert result.stderr == f"cn-aml-records-five-years: {why}\n"


def test_a_rule_to_come_says_from_when_in_json_too(project: Project) -> None:
    result = explain(
        "cn-csl-log-retention", str(project(PLATFORM)), "--as-of", "2017-05-31", "--lang", "zh", "-f", "json"
    )
    shown = json.loads(result.stdout)
    assert (result.exit_code, shown["platform"], shown["rule"]["in_force"]) == (4, None, False)
    assert shown["rule"]["not_in_force"] == {
        "why": "upcoming",
        "day": "2017-06-01",
        "provision": "cn-csl#log-retention",
    }
    assert result.stderr == "cn-csl-log-retention: 2017-05-31 未施行：2017-06-01 起施行\n"


def test_of_a_file_that_is_named_it_is_said_what_was_judged(project: Project) -> None:
    folder = project(STREAMS)
    result = explain("cn-csl-log-retention", str(folder / "b" / "logback.xml"))
    head = result.stdout.splitlines()[1:3]
    assert head[0].endswith(f"in {folder.as_posix()}: fail")
    assert head[1] == "That is of the whole project; shown is what lies in b/logback.xml: fail"
    assert ("name=B]" in result.stdout, "name=A]" in result.stdout) == (True, False)


def test_a_file_in_which_nothing_lies_is_said(project: Project) -> None:
    result = explain(
        "cn-csl-log-retention", str(project({**STREAMS, "c.properties": "x=1\n"}) / "c.properties")
    )
    assert "nothing that the rule looks at lies in c.properties." in result.stdout
    assert "to pass" not in result.stdout


def test_a_pack_that_hides_shipped_rules_and_is_faulty_is_not_passed_over(project: Project) -> None:
    folder = project({"pack.yaml": PACK, "rules/csl.yaml": "instrument: cn-csl\nrules: [{id: x}]\n"})
    result = explain("cn-csl#log-retention", "--pack", str(folder))
    assert (result.exit_code, "no rule cites it" in result.stdout) == (2, False)
    assert "rules that could not be read may cite it" in result.stdout
    assert "not all of its rules could be read" in result.stderr
    assert "rules/csl.yaml:2:9: error" in result.stderr


@pytest.mark.parametrize(
    "name",
    ["cn-csl-log-retention", "cn-csl-log", "cn-csl#log-retention", "cn-csl#log"],
    ids=["rule", "no rule", "clause", "no clause"],
)
def test_what_is_wrong_with_a_pack_is_said_whatever_is_asked(project: Project, name: str) -> None:
    result = explain(name, str(project({"pack.yaml": "id: [\n"})), "--pack", str(project({})))
    assert (result.exit_code, "pack.yaml:2:1: error[yaml-syntax]" in result.stderr) == (2, True)


VALIDATOR = jsonschema.Draft202012Validator(explain_v1_schema())
OUTPUTS = [
    ("a rule", ("cn-csl-log-retention",)),
    ("a rule with a when", ("cn-csl-weak-secrets", "--lang", "ja")),
    ("a rule that has ended", ("cn-aml-records-five-years", "good")),
    ("a rule to come", ("eu-rts-sca-session-idle", "--as-of", "2010-01-01")),
    ("a clause", ("cn-csl#log-retention", "--lang", "zh")),
    ("a clause to come", ("us-reg-e#error-determination", "--as-of", "2010-01-01")),
    ("a platform", ("cn-csl-log-retention", "good")),
    ("a platform that is unknown", ("eu-rts-sca-session-idle", "good")),
    ("a rule that does not apply", ("cn-csl-weak-secrets", "good", "--set", "platform.mlps_level=2")),
    ("a file", ("cn-csl-log-retention", "good/b/logback.xml")),
    ("a file in which nothing lies", ("cn-reserve-full-deposit", "good/b/logback.xml")),
    ("the command line", ("cn-reserve-full-deposit", "good", "--set", "custody.reserve_ratio=98 %")),
    ("a faulty platform file", ("cn-csl-log-retention", "faulty")),
]


@pytest.mark.parametrize("arguments", [row[1] for row in OUTPUTS], ids=[row[0] for row in OUTPUTS])
def test_json_is_as_its_schema_says(
    project: Project, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    good = {f"good/{path}": text for path, text in STREAMS.items()}
    monkeypatch.chdir(project({**good, "faulty/platform.yaml": 'reglint: "1"\nloging: {}\n'}))
    document = json.loads(explain(*arguments, "-f", "json").stdout)
    assert [fault.message for fault in VALIDATOR.iter_errors(document)] == []


def test_what_the_command_line_says_has_no_line(project: Project) -> None:
    said = ("--set", "custody.reserve_ratio=98 %", "--role", "cn:payment_institution", "-f", "json")
    shown = json.loads(explain("cn-reserve-full-deposit", str(project(PLATFORM)), *said).stdout)
    (one,) = shown["platform"]["elements"]
    assert (one["verdict"], one["path"], one["line"]) == ("fail", "command line", None)


def test_a_role_that_there_is_not_leaves_open_whether_the_rule_applies(project: Project) -> None:
    folder = project({"platform.yaml": 'reglint: "1"\nplatform: {roles: {cn: [payment_institutoin]}}\n'})
    result = explain("cn-reserve-full-deposit", str(folder))
    assert (result.exit_code, 'Did you mean "payment_institution"?' in result.stderr) == (2, True)
    assert "(payment_institution): open: platform.roles.cn[0] names no role\n" in result.stdout
    assert "Whether the rule applies is open: platform.roles.cn[0] would settle it." in result.stdout


def test_what_nobody_says_has_no_place(project: Project) -> None:
    files = {"app/application.yml": "server: {port: 80}\n"}
    said = ("--set", "platform.mlps_level=3", "-f", "json")
    shown = json.loads(explain("cn-reserve-full-deposit", str(project(files)), *said).stdout)["platform"]
    assert [(one["verdict"], one["path"]) for one in shown["elements"]] == [("unknown", None)]
    assert shown["to_apply"] == ["platform.roles.cn"]
    assert [fact["path"] for one in shown["to_pass"] for fact in one["facts"]] == [None]


def test_a_project_of_which_nothing_is_read_is_said_as_by_check(project: Project) -> None:
    folder = project({})
    result = explain("cn-csl-log-retention", str(folder))
    assert (result.exit_code, result.stderr) == (4, f"{folder}: no file of the project was read\n")


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
    ((".", "cn-csl-log-retention"), "name the rule before it"),
    (("cn-csl-log-retention", "cn-csl-weak-secrets"), "It is a rule, and one is explained at a time"),
    (("cn-csl-log-retention", "/dev/null"), "/dev/null is no regular file."),
]


@pytest.mark.parametrize(("arguments", "hint"), REFUSED)
def test_what_is_no_rule_gets_a_hint(arguments: tuple[str, ...], hint: str) -> None:
    result = explain(*arguments)
    assert (result.exit_code, result.stdout, hint in result.stderr) == (2, "", True)


@pytest.mark.parametrize("said", [("--role", "cn:bank"), ("--set", "platform.mlps_level=3")])
def test_what_is_said_of_a_platform_needs_its_path(said: tuple[str, str]) -> None:
    assert explain("cn-csl-log-retention", *said).exit_code == 2
