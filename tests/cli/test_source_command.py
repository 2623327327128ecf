from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reglint.cli.main import commands
from reglint.pipeline.source_test import shipped_sources

Project = Callable[[dict[str, str]], Path]
COMPOSE = (
    "services:\n  cache:\n    image: redis:7\n    command: redis-server --requirepass Zq7xK9vW2mRt5bYh\n"
)


def source(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["source", *arguments])


@pytest.mark.parametrize("language", ["en", "zh", "ja"])
def test_every_source_is_listed(language: str) -> None:
    result = source("list", "--lang", language)
    assert result.exit_code == 0
    named = [line.partition(" ")[0] for line in result.stdout.splitlines() if not line.startswith(" ")]
    assert [one.partition("（")[0] for one in named] == [one.id for one in shipped_sources()]


def test_a_file_is_seen_selector_by_selector(project: Project) -> None:
    file = project(
        {"logback.xml": "<configuration><appender name='A'><rollingPolicy/></appender></configuration>"}
    )
    result = source("test", str(file / "logback.xml"), "--source", "logback")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[2:5] == ["logback (Logback): reads this file", "  match 0 fits", "  match 1 fits"]
    assert "      match[1].has $.included..appender" in lines
    assert any(line.startswith("      facts[1].each ") for line in lines)
    assert not any(line.startswith("      facts[1].set") for line in lines)


def test_a_fact_has_its_place_its_conversion_and_no_secret(project: Project) -> None:
    result = source("test", str(project({"compose.yml": COMPOSE}) / "compose.yml"), "--source", "compose")
    assert (
        "    datastores[name=cache].engine = redis (3:12, by compose_engine, compose/cache, default)"
        in result.stdout
    )
    assert "Zq7xK9vW2mRt5bYh" not in result.output


WHY_NOT = {
    "its name": ("other.xml", "<a/>", "logback", "its name is none of logback*.xml"),
    "what stands in it": ("logback.xml", "<a/>", "logback", "$.configuration, $.included finds nothing"),
    "its words": ("a.yml", "a: 1", "jdbc", "stands in it"),
    "what it has": ("a.yml", "spring: {}\nservices: {}", "spring", "$.services finds something"),
    "an exception": ("application-messages.properties", "a=1", "spring", "its name is excepted"),
    "its format": ("a.xml", "<a/>", "spring", "Sources of other formats: spring."),
}


@pytest.mark.parametrize(("name", "text", "id_", "reason"), WHY_NOT.values(), ids=WHY_NOT)
def test_why_a_file_is_no_sources(name: str, text: str, id_: str, reason: str, project: Project) -> None:
    result = source("test", str(project({name: text}) / name), "--source", id_)
    assert (result.exit_code, reason in result.stdout) == (4, True), result.stdout


@pytest.mark.parametrize("language", ["en", "zh", "ja"])
def test_all_sources_are_named_for_a_file(language: str, project: Project) -> None:
    file = project({"application.yml": "server: {servlet: {session: {timeout: 5m}}}\n"}) / "application.yml"
    result = source("test", str(file), "--lang", language)
    assert result.exit_code == 0
    assert [one.id for one in shipped_sources() if one.id not in result.stdout] == []


def test_a_broken_file_is_an_error_for_whom_it_is(project: Project) -> None:
    result = source("test", str(project({"logback.xml": "<configuration>"}) / "logback.xml"))
    assert (result.exit_code, "logback.xml:1:" in result.output) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "code", "hint"),
    [
        (("nowhere.yml",), 2, "is no file that is there"),
        ((str(Path(__file__)),), 4, "No reader knows this file"),
        ((str(Path(__file__)), "--source", "srping"), 2, 'did you mean "spring"?'),
    ],
)
def test_what_can_not_be_tested_is_said(arguments: tuple[str, ...], code: int, hint: str) -> None:
    result = source("test", *arguments)
    assert (result.exit_code, result.stdout, hint in result.stderr) == (code, "", True)


def test_without_a_command_the_help_is_shown_and_nothing_done() -> None:
    result = source()
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: ")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "  1 of 2 nodes read; of no selector: aws_sns_topic ×1"),
        ("zh", "  2 个节点读取了 1 个；未被任何选择器选中：aws_sns_topic ×1"),
        ("ja", "  ノード 2 件のうち 1 件を読んだ。どの選択式にも選ばれなかったもの：aws_sns_topic ×1"),
    ],
)
def test_resources_that_no_selector_reached_are_said(language: str, line: str, tmp_path: Path) -> None:
    file = tmp_path / "main.tf"
    file.write_text('resource "aws_db_instance" "a" {}\nresource "aws_sns_topic" "b" {}\n', "utf-8")
    result = CliRunner().invoke(commands, ["source", "test", str(file), "--lang", language])
    assert line in result.stdout.splitlines()
