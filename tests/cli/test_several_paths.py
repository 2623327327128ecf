"""`reglint check` with several paths on one command line."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest

Files: TypeAlias = Mapping[str, str | bytes]
Write: TypeAlias = Callable[[Files], Path]
Run: TypeAlias = Callable[..., "subprocess.CompletedProcess[str]"]

PLATFORM = 'reglint: "1"\nplatform: {roles: {cn: [payment_institution]}}\n'
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
SHOP: Files = {
    "platform.yaml": f"{PLATFORM}incident: {{plan: {{exists: false}}}}\n",
    "app/logback.xml": LOGBACK,
    "pay/logback.xml": LOGBACK,
    "docs/a.yml": "",
    "docs/b.yml": "",
}
TWO: Files = {
    "shop/platform.yaml": PLATFORM,
    "shop/logback.xml": LOGBACK,
    "shop/a.yml": "",
    "pay/platform.yaml": PLATFORM,
    "pay/logback.xml": LOGBACK,
    "pay/a.yml": "",
}
DAY = ("--as-of", "2026-01-01", "-j", "cn")
CONCISE = ("-f", "concise", *DAY)


def breaches(page: str) -> list[str]:
    return re.findall(r"^(\S+): (?:error|warning|note)\[", page, re.MULTILINE)


ROWS = [
    ("files", SHOP, "app/logback.xml docs/a.yml", 1, ["app/logback.xml:5:19"]),
    ("a folder and a file", SHOP, "docs/a.yml pay", 1, ["pay/logback.xml:5:19"]),
    ("no source reads them", SHOP, "docs/a.yml docs/b.yml", 0, []),
    (
        "two projects",
        TWO,
        "pay/logback.xml shop/logback.xml",
        1,
        ["pay/logback.xml:5:19", "shop/logback.xml:5:19"],
    ),
    ("two projects, one of them sound", TWO, "pay/logback.xml shop/a.yml", 1, ["pay/logback.xml:5:19"]),
    ("two projects, nothing found", TWO, "pay/a.yml shop/a.yml", 0, []),
    ("two projects, one of them faulty", TWO, "pay/logback.xml shop/no.yml", 2, ["pay/logback.xml:5:19"]),
]


@pytest.mark.parametrize("row", [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_several_paths(row: tuple[Files, str, int, list[str]], project: Write, reglint: Run) -> None:
    files, paths, code, places = row
    project(files)
    done = reglint("check", *paths.split(), *CONCISE)
    assert (done.returncode, breaches(done.stdout)) == (code, places), done.stderr


def test_paths_are_shown_as_whoever_runs_it_would_open_them(project: Write, reglint: Run) -> None:
    project(TWO)
    done = reglint("check", "shop/logback.xml", "shop/a.yml", "-f", "json-v1", *DAY)
    said = json.loads(done.stdout)
    assert (said["platform"]["path"], {one["path"] for one in said["findings"]}) == ("shop", {"logback.xml"})
    assert "shop/logback.xml:5:19" in reglint("check", "shop/logback.xml", "shop/a.yml", *CONCISE).stdout


ALONE = [("json-v1", "json-v1"), ("sarif", "sarif"), ("text=a.txt", "text")]


@pytest.mark.parametrize(("written", "name"), ALONE, ids=[row[0] for row in ALONE])
def test_a_document_is_about_one_project(written: str, name: str, project: Write, reglint: Run) -> None:
    project(TWO)
    done = reglint("check", "pay/a.yml", "shop/a.yml", "-f", written, *DAY)
    message = f"error[usage] The paths lie in 2 projects: pay, shop. {name} is about one of them.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", message)


def test_an_empty_path_among_others_is_no_folder(project: Write, reglint: Run) -> None:
    project(SHOP)
    done = reglint("check", "docs/a.yml", "", *DAY)
    assert (done.returncode, "the path is empty" in done.stderr) == (2, True)
