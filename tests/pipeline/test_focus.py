"""Several paths of one project: which findings are shown, and what is said of the paths."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from reglint.model.assessment import Assessment
from reglint.pipeline.check import check_with
from reglint.pipeline.knowledge import Knowledge
from reglint.pipeline.request import Nothing, Refused, Request

Write = Callable[[dict[str, str | bytes]], Path]

DAY = dt.date(2026, 1, 1)
PLATFORM = """\
reglint: "1"
platform: {roles: {cn: [payment_institution]}}
custody: {reserve_ratio: "98 %"}
"""
LOGBACK = """\
<configuration>
  <appender name="FILE">
    <rollingPolicy>
      <fileNamePattern>a.%d{yyyy-MM-dd}.log</fileNamePattern>
      <maxHistory>30</maxHistory>
    </rollingPolicy>
  </appender>
</configuration>
"""
SHOP: dict[str, str | bytes] = {
    "platform.yaml": PLATFORM,
    "app/logback.xml": LOGBACK,
    "pay/logback.xml": LOGBACK,
    "apple/logback.xml": LOGBACK,
    "a.yml": "a: 1\n",
    "docs/b.yml": "b: 1\n",
    "README.md": "",
}
RESERVE = "platform.yaml:3:26"
LOGS = {name: f"{name}/logback.xml:5:19" for name in ("app", "apple", "pay")}


def run_of(root: Path, paths: str, knowledge: Knowledge) -> Assessment | Refused | Nothing:
    focus = tuple(root / path for path in paths.split())
    return check_with(knowledge, Request(root, DAY, jurisdictions=("cn",), focus=focus))


def broken(run: Assessment | Refused | Nothing) -> set[str]:
    assert isinstance(run, Assessment)
    return {str(one.place) for one in run.findings if one.verdict == "fail"}


FOCUSES: list[tuple[str, str, set[str]]] = [
    ("files", "app/logback.xml pay/logback.xml", {LOGS["app"], LOGS["pay"]}),
    ("a file that no source reads", "app/logback.xml a.yml", {LOGS["app"]}),
    ("a folder and a file", "app a.yml", {LOGS["app"]}),
    ("two folders", "app pay", {LOGS["app"], LOGS["pay"]}),
    ("no source reads any", "a.yml docs README.md", set()),
    ("a platform file speaks of all", "platform.yaml a.yml", {RESERVE, *LOGS.values()}),
    ("the project itself", ". a.yml", {RESERVE, *LOGS.values()}),
]


@pytest.mark.parametrize(("paths", "places"), [row[1:] for row in FOCUSES], ids=[row[0] for row in FOCUSES])
def test_findings_lie_in_the_focus(
    paths: str, places: set[str], project: Write, knowledge: Knowledge
) -> None:
    assert broken(run_of(project(SHOP), paths, knowledge)) == places


def test_facts_and_tallies_are_those_of_the_whole_project(project: Write, knowledge: Knowledge) -> None:
    root = project(SHOP)
    whole, part = (run_of(root, paths, knowledge) for paths in (".", "app/logback.xml a.yml"))
    assert isinstance(whole, Assessment)
    assert isinstance(part, Assessment)
    assert (part.tallies, part.sources, part.platform) == (whole.tallies, whole.sources, whole.platform)


def test_a_finding_without_a_place_is_in_no_focus(project: Write, knowledge: Knowledge) -> None:
    root = project({"app/logback.xml": LOGBACK, "a.yml": ""})
    runs = [run_of(root, paths, knowledge) for paths in (".", "app a.yml")]
    placeless = [
        any(one.place is None for one in run.findings) for run in runs if isinstance(run, Assessment)
    ]
    assert placeless == [True, False]


NOTES = [
    ("all are read", "app pay/logback.xml", []),
    ("one is not", "app a.yml", ["a.yml:1:1: note[focus] No source reads this file."]),
    (
        "several are not",
        "a.yml docs app",
        ["note[focus] No source reads 2 of the paths that are named: a.yml, docs."],
    ),
]


@pytest.mark.parametrize(("paths", "notes"), [row[1:] for row in NOTES], ids=[row[0] for row in NOTES])
def test_what_no_source_reads_is_noted(
    paths: str, notes: list[str], project: Write, knowledge: Knowledge
) -> None:
    run = run_of(project(SHOP), paths, knowledge)
    assert isinstance(run, Assessment)
    assert [str(one) for one in run.diagnostics] == notes


REFUSALS = [
    ("not there", "a.yml no.yml no", {}, ["no-such-path", "no-such-path"]),
    ("can't be parsed", "a.yml b.yml", {"b.yml": "b: [\n"}, ["yaml-syntax"]),
    ("two platform files", "one.yml two.yml", {}, ["two-platforms"]),
]


@pytest.mark.parametrize(
    ("paths", "files", "codes"), [row[1:] for row in REFUSALS], ids=[row[0] for row in REFUSALS]
)
def test_a_named_path_that_is_faulty_is_refused(
    paths: str, files: dict[str, str | bytes], codes: list[str], project: Write, knowledge: Knowledge
) -> None:
    platforms: dict[str, str | bytes] = {"one.yml": 'reglint: "1"\n', "two.yml": 'reglint: "1"\n'}
    result = run_of(project({**SHOP, **platforms, **files}), paths, knowledge)
    assert isinstance(result, Refused)
    assert [one.code for one in result.diagnostics] == codes


def test_a_symbolic_link_among_the_paths_is_refused(project: Write, knowledge: Knowledge) -> None:
    root = project(SHOP)
    (root / "link.xml").symlink_to(root / "app" / "logback.xml")
    result = run_of(root, "a.yml link.xml", knowledge)
    assert isinstance(result, Refused)
    assert [one.code for one in result.diagnostics] == ["symbolic-link"]


def test_files_that_git_ignores_are_read_where_they_are_named(project: Write, knowledge: Knowledge) -> None:
    root = project({**SHOP, ".gitignore": "pay\n"})
    assert broken(run_of(root, "pay/logback.xml a.yml", knowledge)) == {LOGS["pay"]}


def test_a_focus_that_no_source_reads_is_no_lack_of_work(project: Write, knowledge: Knowledge) -> None:
    run = run_of(project({"README.md": "", "a.md": ""}), "README.md a.md", knowledge)
    assert isinstance(run, Assessment)
    assert run.findings == ()
