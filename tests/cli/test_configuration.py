"""`reglint.toml` and `[tool.reglint]`: where they are looked for, and what they set."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest

from reglint.cli.configuration import Configuration, configuration_of
from reglint.pipeline.request import Refused

Files: TypeAlias = Mapping[str, str | bytes]
Write: TypeAlias = Callable[[Files], Path]
Run: TypeAlias = Callable[..., "subprocess.CompletedProcess[str]"]

CN = 'jurisdiction = ["cn"]\n'
EU = 'jurisdiction = ["eu"]\n'
NO_PLAN = 'reglint: "1"\nplatform: {roles: {cn: [payment_institution]}}\nincident: {plan: {exists: false}}\n'
DAY = ("--as-of", "2026-01-01")
GIT = {".git/HEAD": ""}

NEAREST: list[tuple[str, dict[str, str | bytes], str, str | None]] = [
    ("none", {}, ".", None),
    ("here", {"reglint.toml": CN}, ".", "reglint.toml"),
    ("of another folder", {**GIT, "a/reglint.toml": CN}, "b", None),
    ("up to the repository", {**GIT, "reglint.toml": CN}, "a/b", "reglint.toml"),
    ("no further", {"a/.git/HEAD": "", "reglint.toml": CN}, "a/b", None),
    ("outside of a repository only the project's", {"reglint.toml": CN}, "a", None),
    (
        "the nearest",
        {**GIT, "reglint.toml": CN, "a/pyproject.toml": f"[tool.reglint]\n{EU}"},
        "a",
        "a/pyproject.toml",
    ),
    (
        "its own file first",
        {"reglint.toml": CN, "pyproject.toml": f"[tool.reglint]\n{EU}"},
        ".",
        "reglint.toml",
    ),
    ("shared", {"pyproject.toml": f"[tool.reglint]\n{CN}"}, ".", "pyproject.toml"),
    ("shared with others only", {"pyproject.toml": '[project]\nname = "reglint"\n'}, ".", None),
    ("of others, and broken", {"pyproject.toml": "["}, ".", None),
]


@pytest.mark.parametrize(
    ("files", "folder", "path"), [row[1:] for row in NEAREST], ids=[row[0] for row in NEAREST]
)
def test_the_nearest_file_counts(
    files: dict[str, str | bytes],
    folder: str,
    path: str | None,
    project: Write,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(project({**files, "a/b/c.yml": "", "b/c.yml": ""}))
    found = configuration_of(Path(folder))
    assert isinstance(found, Configuration)
    assert found.path == path


def test_what_a_file_sets(project: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    words = 'fail-level = "note"\nunknown = "allow"\nlang = "zh"\n'
    text = f'{CN}select = []\nignore = ["cn-csl", "cn-aml"]\n{words}'
    monkeypatch.chdir(project({"reglint.toml": text}))
    values = {
        "jurisdictions": ("cn",),
        "select": (),
        "ignore": ("cn-csl", "cn-aml"),
        "fail_level": ("note",),
        "unknown": ("allow",),
        "lang": ("zh",),
    }
    assert configuration_of(Path()) == Configuration("reglint.toml", values)


SETTINGS = ("jurisdiction", "select", "ignore", "fail-level", "unknown", "lang")
FAULTS = [
    (
        "unknown",
        'slect = ["cn"]',
        '1:1: error[configuration] There is no setting "slect". Did you mean "select"?',
    ),
    (
        "unheard of",
        "zzz = 1",
        f'1:1: error[configuration] There is no setting "zzz". There are {", ".join(SETTINGS)}.',
    ),
    (
        "no list",
        'ignore = "cn"',
        '1:10: error[configuration] ignore is a list of words. Write ignore = ["cn"].',
    ),
    (
        "no words",
        "select = [1]",
        '1:1: error[configuration] select is a list of words. Write select = ["cn"].',
    ),
    (
        "no choice",
        'lang = "fr"',
        '1:8: error[configuration] lang is one of en, zh, ja. Write lang = "en".',
    ),
]


@pytest.mark.parametrize(("text", "line"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_a_fault_stands_at_its_place(
    text: str, line: str, project: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project({"reglint.toml": f"{text}\n"}))
    found = configuration_of(Path())
    assert isinstance(found, Refused)
    assert [str(one) for one in found.diagnostics] == [f"reglint.toml:{line}"]


def test_all_faults_are_told_at_once(project: Write, reglint: Run) -> None:
    project({"pay/pyproject.toml": '[tool.reglint]\nlang = "fr"\nzzz = 1\n', "pay/platform.yaml": NO_PLAN})
    done = reglint("check", "pay", *DAY)
    places = [line.partition(" ")[0] for line in done.stderr.splitlines()]
    assert (done.returncode, done.stdout) == (2, "")
    assert places == ["pay/pyproject.toml:2:8:", "pay/pyproject.toml:3:1:"]


def test_a_table_that_is_none_and_a_text_that_is_no_toml_are_faults(project: Write, reglint: Run) -> None:
    project({"platform.yaml": NO_PLAN, "pyproject.toml": "[tool]\nreglint = 1\n", "reglint.ini.toml": "["})
    done = [reglint("check", *DAY), reglint("check", "--config", "reglint.ini.toml", *DAY)]
    assert [one.returncode for one in done] == [2, 2]
    assert [one.stderr.partition(" ")[0] for one in done] == ["pyproject.toml:2:1:", "reglint.ini.toml:1:2:"]


PRECEDENCE = [
    ("the file", [], ["cn"]),
    ("the command line", ["-j", "eu"], ["eu"]),
    ("another file", ["--config", "other.toml"], ["us"]),
    ("no file", ["--isolated"], ["cn", "eu", "jp", "us"]),
]


@pytest.mark.parametrize("row", [row[1:] for row in PRECEDENCE], ids=[row[0] for row in PRECEDENCE])
def test_which_jurisdictions_count(row: tuple[list[str], list[str]], project: Write, reglint: Run) -> None:
    options, jurisdictions = row
    project({"platform.yaml": NO_PLAN, "reglint.toml": CN, "other.toml": 'jurisdiction = ["us"]\n'})
    done = reglint("check", *options, "-f", "json-v1", *DAY)
    assert json.loads(done.stdout)["jurisdictions"] == jurisdictions


def test_a_variable_outranks_the_file(project: Write, reglint: Run) -> None:
    project({"platform.yaml": NO_PLAN, "reglint.toml": f'{CN}lang = "zh"\n'})
    pages = [reglint("check", *DAY, **said).stdout for said in ({}, {"REGLINT_LANG": "en"})]
    chinese, english = (
        reglint("check", "--isolated", "-j", "cn", "--lang", lang, *DAY) for lang in ("zh", "en")
    )
    assert pages == [chinese.stdout, english.stdout]


CODES = [
    ("by default", "", [], 1),
    ("findings of another rule", 'select = ["cn-csl-incident-plan"]\n', [], 1),
    ("the rule is ignored, the others are unknown", 'ignore = ["cn-csl-incident-plan"]\n', [], 3),
    ("unknowns are allowed", 'ignore = ["cn-csl-incident-plan"]\nunknown = "allow"\n', [], 0),
    (
        "the command line says more",
        'ignore = ["cn-csl-incident-plan"]\nunknown = "allow"\n',
        ["--unknown", "fail"],
        1,
    ),
]


@pytest.mark.parametrize("row", [row[1:] for row in CODES], ids=[row[0] for row in CODES])
def test_the_exit_code_follows_the_file(
    row: tuple[str, list[str], int], project: Write, reglint: Run
) -> None:
    text, options, code = row
    project({"platform.yaml": NO_PLAN, "reglint.toml": CN + text})
    assert reglint("check", *options, *DAY).returncode == code


def test_each_project_has_its_own_file(project: Write, reglint: Run) -> None:
    project(
        {
            "pay/platform.yaml": NO_PLAN,
            "shop/platform.yaml": NO_PLAN,
            "pay/reglint.toml": 'ignore = ["cn-csl-incident-plan"]\n',
        }
    )
    done = reglint("check", "pay", "shop", "-v", "-f", "concise", "-j", "cn", *DAY)
    places = [line.partition(" ")[0] for line in done.stdout.splitlines() if "incident-plan" in line]
    said = [line for line in done.stderr.splitlines() if line.startswith("configuration")]
    assert (done.returncode, places) == (1, ["shop/platform.yaml:3:27:"])
    assert said == ["configuration: pay/reglint.toml", "configuration: none"]


def test_a_file_can_not_be_named_and_left_out(project: Write, reglint: Run) -> None:
    project({"platform.yaml": NO_PLAN, "reglint.toml": CN})
    done = reglint("check", "--isolated", "--config", "reglint.toml", *DAY)
    message = "--isolated reads no configuration file; leave out one of --isolated and --config."
    assert (done.returncode, done.stderr) == (2, f"error[usage] {message}\n")
