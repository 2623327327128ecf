"""The same breaches in every format, from one run."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TypeAlias

import pytest
from junitparser import JUnitXml

Breaches: TypeAlias = "Counter[tuple[str, str]]"

TOP = Path(__file__).parents[2]
DEFICIENT = TOP / "examples" / "deficient"
SAID = ("--role", "cn:payment_institution", "--set", "platform.mlps_level=3", "--as-of", "2026-11-24")
FILES = ("concise", "json-v1", "sarif", "junit", "github", "gitlab")
COMMAND = re.compile(
    r"::(?:error|warning) file=(?P<file>[^,]+),line=(?P<line>\d+),.*title=(?P<rule>[^%]+)%3A "
)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The reports of one run, by format."""
    folder = tmp_path_factory.mktemp("reports")
    outputs = [word for name in FILES for word in ("-f", f"{name}={folder / name}")]
    assert _check(str(DEFICIENT), *outputs, cwd=folder) == ""
    return {name: (folder / name).read_text("utf-8") for name in FILES}


@pytest.fixture(scope="module")
def breaches(reports: dict[str, str]) -> Breaches:
    """Rule and place of every fail, as json-v1 has them."""
    findings = json.loads(reports["json-v1"])["findings"]
    fails = [one for one in findings if one["verdict"] == "fail"]
    return Counter((one["rule"], f"{one['path']}:{one['line']}") for one in fails)


def test_concise(reports: dict[str, str], breaches: Breaches) -> None:
    lines = (
        re.match(r"(.*):\d+: (?:error|warning|note)\[(.*?)\]", line)
        for line in reports["concise"].splitlines()
    )
    assert Counter((line[2], line[1]) for line in lines if line) == breaches


def test_sarif(reports: dict[str, str], breaches: Breaches) -> None:
    results = json.loads(reports["sarif"])["runs"][0]["results"]
    fails = [one for one in results if one["kind"] == "fail"]
    assert Counter((one["ruleId"], _sarif_place(one)) for one in fails) == breaches


def test_sarif_is_what_the_tool_of_others_takes(reports: dict[str, str], tmp_path: Path) -> None:
    tool = shutil.which("sarif-multitool")
    if tool is None:
        pytest.skip("NOT RUN: sarif-multitool is not on the PATH")
    (tmp_path / "in.sarif").write_text(reports["sarif"], "utf-8")
    command = (tool, "validate", "in.sarif", "--output", "out.sarif")
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)  # noqa: S603 - it exits with 0 always
    said = json.loads((tmp_path / "out.sarif").read_text("utf-8"))["runs"][0]
    assert {one["ruleId"] for one in said["results"]} <= {
        "SARIF2005"
    }  # reglint has no page of its own to name


def test_junit(reports: dict[str, str], breaches: Breaches) -> None:
    xml = JUnitXml.fromstring(reports["junit"].partition("\n")[2])
    cases = [case for suite in xml for case in suite if case.result and case.result[0].type != "unknown"]
    names = [case.name for case in cases if type(case.result[0]).__name__ == "Failure"]
    assert Counter((name.split()[0], name.split(" at ")[-1].rpartition(":")[0]) for name in names) == breaches


def test_github(reports: dict[str, str], breaches: Breaches) -> None:
    commands = map(COMMAND.match, reports["github"].splitlines())
    found = Counter((one["rule"], f"{one['file']}:{one['line']}") for one in commands if one)
    assert found == breaches


def test_gitlab(reports: dict[str, str], breaches: Breaches) -> None:
    violations = [one for one in json.loads(reports["gitlab"]) if one["severity"] != "minor"]
    places = ((one["check_name"], one["location"]) for one in violations)
    assert Counter((rule, f"{at['path']}:{at['lines']['begin']}") for rule, at in places) == breaches


def test_paths_are_written_from_the_folder_of_the_command(tmp_path: Path) -> None:
    folder = tmp_path / "deploy"
    folder.mkdir()
    (folder / "nginx.conf").write_text("http { server { listen 80; server_name a.example; } }\n", "utf-8")
    from_above = _check("deploy", "-f", "concise", cwd=tmp_path)
    from_inside = _check(".", "-f", "concise", cwd=folder)
    assert "deploy/nginx.conf:1:17: " in from_above
    assert from_above.replace("deploy/nginx.conf", "nginx.conf") == from_inside


def _check(*arguments: str, cwd: Path) -> str:
    """What `python cli.py check` prints."""
    command = (sys.executable, str(TOP / "cli.py"), "check", *SAID, *arguments)
    done = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - our own
    assert done.returncode in {1, 3}, done.stderr
    return done.stdout


def _sarif_place(result: dict[str, list[dict[str, dict[str, dict[str, object]]]]]) -> str:
    where = result["locations"][0]["physicalLocation"]
    return f"{where['artifactLocation']['uri']}:{where['region']['startLine']}"
