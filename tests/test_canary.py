"""A secret in every place where secrets stand: no output shows it, nor six characters of it."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.canary_texts import BESIDE, BROKEN, LINES, SOUND

from reglint.cli.formats import FORMATS

CANARY = "Zq7xK9vW2mRt5bYh"
ENCODED = base64.b64encode(CANARY.encode()).decode()
PIECES = {text[start : start + 6] for text in (CANARY, ENCODED) for start in range(len(text) - 5)}

FAULTY = {
    "a value beside": "secrets: [{name: a, value: CANARY}]\n",
    "a URL for a name": "datastores: [{name: 'jdbc:mysql://u:CANARY@h/x', tls: 'jdbc:mysql://u:CANARY@h/x'}]\n",
    "a URL for a key": "datastores: [{'redis://:CANARY@h': x}]\n",
    "an unknown key beside": "secrets: [{name: a, strength: CANARY, strenght: CANARY}]\n",
    "no list": "secrets: {name: a, strength: CANARY}\n",
    "one value": "secrets: CANARY\n",
    "twice": "secrets: [{name: a, strength: CANARY}, {name: a, strength: CANARY}]\n",
    "broken": "secrets: [{name: a, strength: CANARY\n",
    "a duplicate key": "secrets: [{name: a, strength: CANARY, strength: CANARY}]\n",
    "a bad escape": 'secrets: [{name: a, strength: "\\qCANARY"}]\n',
    "an unknown alias": "secrets: [{name: a, strength: *CANARY}]\n",
    "an unknown tag": "secrets: [{name: a, strength: !!float CANARY}]\n",
}
PLATFORM_FORMATS = {
    "platform.json": '{"reglint": "1", "secrets": [{"name": "a", "strength": "CANARY"}]}\n',
    "platform.toml": 'reglint = "1"\n[[secrets]]\nname = "a"\nstrength = "CANARY"\n',
    "platform.yml": 'reglint: "1"\nsecrets: [{name: a, strength: CANARY}]\n',
}
BROKEN_FORMATS = {
    "platform.json": '{"reglint": "1", "secrets": [{"name": "a", "strength": "CANARY]}\n',
    "platform.toml": 'reglint = "1"\n[[secrets]]\nstrength = "CANARY\n',
    "platform.yml": 'reglint: "1"\nsecrets: [{strength: "CANARY}]\n',
}
EVERY_FORMAT = [*(word for name in FORMATS for word in ("-f", f"{name}=out.{name}")), "--all"]
VIEWS = [
    ["-f", "text"],
    ["-f", "text", "--all", "--lang", "zh"],
    ["-f", "text", "--all", "--lang", "ja"],
    ["-f", "json-v1", "--all"],
    ["-f", "text=out.txt", "-f", "json-v1=out.json", "--all"],
    EVERY_FORMAT,
]
SHORT_VIEWS = [["-f", "text"], EVERY_FORMAT]
SOURCES = {file.stem for file in (Path(__file__).parents[1] / "mappings" / "sources").glob("*.yaml")}


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        file = root / "project" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace("CANARY", CANARY).replace("ENCODED", ENCODED), "utf-8")


def ran(root: Path, command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command of the tool on the project below `root`, run in `root`."""
    words = [sys.executable, str(Path(__file__).parents[1] / "cli.py"), command, "project", *arguments]
    own = {"FORCE_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(  # noqa: S603 - the command is ours
        words, cwd=root, env=os.environ | own, capture_output=True, encoding="utf-8", check=False
    )


def outputs(root: Path, *arguments: str) -> Iterator[tuple[str, str]]:
    """Everything that a check shows or writes, by where."""
    done = ran(root, "check", *arguments)
    assert done.returncode in (0, 1, 2, 3), done.stderr
    yield "stdout", done.stdout
    yield "stderr", done.stderr
    for file in root.iterdir():
        if file.is_file():
            yield file.name, file.read_text("utf-8")


def leaks(root: Path, *arguments: str) -> list[tuple[str, str]]:
    """The lines with a piece of the canary, and where."""
    return [
        (where, line)
        for where, text in outputs(root, *arguments)
        for line in text.splitlines()
        if any(piece in line for piece in PIECES)
    ]


@pytest.mark.parametrize("view", VIEWS, ids=" ".join)
def test_no_output_shows_a_secret(view: list[str], tmp_path: Path) -> None:
    write(tmp_path, SOUND)
    assert leaks(tmp_path, *view) == []


@pytest.mark.parametrize("view", SHORT_VIEWS, ids=" ".join)
def test_no_file_that_is_broken_is_quoted(view: list[str], tmp_path: Path) -> None:
    write(tmp_path, BROKEN)
    assert leaks(tmp_path, *view) == []


@pytest.mark.parametrize("view", SHORT_VIEWS, ids=" ".join)
def test_no_excerpt_shows_a_secret_beside_the_finding(view: list[str], tmp_path: Path) -> None:
    platform = 'reglint: "1"\nplatform: {mlps_level: 3, roles: {cn: [payment_institution]}}\n'
    write(tmp_path, {"platform.yaml": platform, **BESIDE})
    assert leaks(tmp_path, *view) == []


@pytest.mark.parametrize("view", SHORT_VIEWS, ids=" ".join)
def test_no_excerpt_shows_what_only_its_line_tells(view: list[str], tmp_path: Path) -> None:
    platform = 'reglint: "1"\nplatform: {mlps_level: 3, roles: {cn: [payment_institution]}}\n'
    write(tmp_path, {"platform.yaml": platform, **LINES})
    assert leaks(tmp_path, *view) == []


@pytest.mark.parametrize("text", FAULTY.values(), ids=FAULTY)
def test_no_fault_of_a_platform_file_quotes_a_secret(text: str, tmp_path: Path) -> None:
    write(tmp_path, {"platform.yaml": f'reglint: "1"\nplatform: {{mlps_level: 3}}\n{text}'})
    assert leaks(tmp_path, "--all") == []


@pytest.mark.parametrize("formats", [PLATFORM_FORMATS, BROKEN_FORMATS], ids=["sound", "broken"])
@pytest.mark.parametrize("name", PLATFORM_FORMATS)
def test_no_format_of_a_platform_file_shows_a_secret(
    name: str, formats: dict[str, str], tmp_path: Path
) -> None:
    write(tmp_path, {name: formats[name]})
    assert leaks(tmp_path, "--set", "platform.mlps_level=3", "--all") == []


SAID = [
    ["--set", f"secrets[name=x].strength={CANARY}"],
    ["--set", f"secrets[name=x].strength={CANARY}=="],
    ["--set", f"secrets[name=x].strength=[{CANARY}]"],
    ["--set", f"secrets[name=x].strenght={CANARY}"],
    ["--set", f"secrets[name=x={CANARY}"],
    ["--set", f"={CANARY}"],
    ["--set", CANARY],
]


@pytest.mark.parametrize("arguments", SAID, ids=range(len(SAID)))
def test_no_secret_of_the_command_line_is_shown(arguments: list[str], tmp_path: Path) -> None:
    write(tmp_path, {"platform.yaml": 'reglint: "1"\nplatform: {mlps_level: 3}\n'})
    assert leaks(tmp_path, *arguments, "--all", "-f", "text", "-f", "json-v1=out.json") == []


def test_every_source_reads_a_file_with_the_canary(tmp_path: Path) -> None:
    write(tmp_path, {path: text for path, text in SOUND.items() if "CANARY" in text})
    read = json.loads(ran(tmp_path, "facts", "--files", "-f", "json").stdout)["sources"]
    assert {name for one in read for name in one["format"].split(", ")} - {"platform"} == SOURCES


def test_every_format_is_written_and_looked_at(tmp_path: Path) -> None:
    write(tmp_path, {"platform.yaml": 'reglint: "1"\nplatform: {mlps_level: 3}\n'})
    written = {where for where, text in outputs(tmp_path, *EVERY_FORMAT) if text}
    assert {f"out.{name}" for name in FORMATS} <= written


def test_the_pieces_would_be_found(tmp_path: Path) -> None:
    write(tmp_path, {"platform.yaml": f'reglint: "1"\nplatform: {{name: "x{CANARY[3:10]}"}}\n'})
    assert leaks(tmp_path, "-f", "json-v1") != []
