from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from reglint.cli.main import commands
from reglint.pipeline.schema import NAMES, published

TOP = Path(__file__).parents[2]
Project = Callable[[dict[str, str | bytes]], Path]


def schema(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["schema", *arguments])


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_is_one(name: str) -> None:
    result = schema(name)
    assert (result.exit_code, result.stderr) == (0, "")
    printed = json.loads(result.stdout)
    jsonschema.Draft202012Validator.check_schema(printed)
    assert printed == published(name)


def test_the_help_names_every_schema() -> None:
    words = schema("--help").stdout.replace("\n", " ")
    assert [name for name in NAMES if f" {name}" not in words] == []


def test_the_platform_file_is_meant_where_no_name_is_said() -> None:
    assert schema().stdout == schema("platform").stdout


def test_titles_are_in_the_language() -> None:
    assert "日志留存期" in schema("--lang", "zh").stdout


SHIPPED = [
    *sorted((TOP / "mappings").rglob("*.yaml")),
    *sorted((TOP / "rules").rglob("*.yaml")),
    *sorted((TOP / "examples").rglob("platform.yaml")),
]


def test_what_is_shipped_fits_its_schema() -> None:
    files = [str(one) for one in SHIPPED if one.parent.name not in ("facts", "frameworks")]
    result = schema("--check", *files)
    assert (result.stdout, result.stderr, result.exit_code) == ("", "", 0)


FAULTS = {
    "a misspelt area": ("steams: []", '2:1: error[unknown-key] unknown key "steams" Own keys begin with x-.'),
    "a misspelt field": (
        "logging: {steams: []}",
        '2:11: error[unknown-key] unknown key "steams"; did you mean "streams"? Own keys begin with x-.',
    ),
    "a duration without its unit": (
        'logging: {streams: [{retention: "180"}]}',
        (
            "2:33: error[wrong-value] logging.streams[0].retention: A duration with its unit: 6 months, "
            "180 days, 4 hours, 5 business days, or ISO 8601."
        ),
    ),
    "a number for a percentage": (
        "custody: {reserve_ratio: 98}",
        "2:26: error[wrong-value] custody.reserve_ratio: A percentage: 99.9 %.",
    ),
    "a strange word": (
        "platform: {home: chn}",
        '2:18: error[wrong-value] platform.home: this word is not known here; did you mean "cn"?',
    ),
    "a list for a mapping": (
        "platform: []",
        "2:1: error[wrong-value] platform: a mapping is wanted here",
    ),
    "a number below the least": (
        "platform: {mlps_level: 0}",
        "2:24: error[wrong-value] platform.mlps_level: the least that can be is 1",
    ),
    "a text for a number": (
        'platform: {mlps_level: "3"}',
        "2:24: error[wrong-value] platform.mlps_level: a whole number is wanted here",
    ),
    "an attestation without its evidence": (
        "attestations: [{fact: a, by: b, on: 2026-03-01, expires: 2027-03-01}]",
        "2:16: error[missing-key] attestations[0]: missing: evidence, sha256",
    ),
}


@pytest.mark.parametrize(("text", "line"), FAULTS.values(), ids=FAULTS)
def test_a_fault_has_its_place_and_what_to_write(
    text: str, line: str, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project({"platform.yaml": f'reglint: "1"\n{text}\n'}))
    result = schema("--check", "platform.yaml")
    assert (result.exit_code, result.stdout, result.stderr) == (1, f"platform.yaml:{line}\n", "")


def test_a_file_without_its_head_is_told_so(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project({"platform.yaml": "platform: {}\n"}))
    result = schema("--check", "platform.yaml")
    assert (result.exit_code, result.stdout) == (
        1,
        "platform.yaml:1:1: error[missing-key] missing: reglint\n",
    )


CANARY = "Zq7xK9vW2mRt5bYh"


@pytest.mark.parametrize(
    "text",
    [
        f"secrets: [{{name: a, strength: {{x: {CANARY}}}}}]",
        f"secrets: [{CANARY}]",
        f"platform: {{home: {CANARY}}}",
        f"datastores: [{{'redis://:{CANARY}@h': x}}]",
        f"custody: {{reserve_ratio: {CANARY}}}",
        f"secrets: [{{name: a, strength: {CANARY}\n",
    ],
)
def test_no_value_is_quoted(text: str, project: Project) -> None:
    result = schema("--check", str(project({"platform.yaml": f'reglint: "1"\n{text}\n'}) / "platform.yaml"))
    assert result.exit_code in (1, 2)
    assert CANARY not in result.output


UNREADABLE: dict[str, dict[str, str | bytes]] = {
    "broken": {"a.yaml": "a: [\n"},
    "not there": {},
    "no text": {"a.yaml": b"\xff\x00"},
    "two documents": {"a.yaml": "a: 1\n---\nb: 2\n"},
}


@pytest.mark.parametrize("files", UNREADABLE.values(), ids=UNREADABLE)
def test_what_can_not_be_read_is_an_error(files: dict[str, str | bytes], project: Project) -> None:
    result = schema("--check", str(project(files) / "a.yaml"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr


def test_errors_beat_faults(project: Project) -> None:
    folder = project({"a.yaml": 'reglint: "1"\nx: 1\n', "b.md": ""})
    assert schema("--check", str(folder / "a.yaml"), str(folder / "b.md")).exit_code == 2


def test_the_schema_that_is_meant_may_be_said(project: Project) -> None:
    file = str(project({"a.json": '{"roles": []}'}) / "a.json")
    assert (schema("--check", file).exit_code, schema("--check", file, "--as", "pack").exit_code) == (0, 1)


@pytest.mark.parametrize(
    "arguments",
    [("paltform",), ("a", "b"), ("--check",), ("--check", "a.yaml", "--as", "x"), ("--as", "pack")],
)
def test_another_use_is_refused(arguments: tuple[str, ...]) -> None:
    assert schema(*arguments).exit_code == 2


def test_a_misspelt_name_gets_a_hint() -> None:
    assert 'there is no schema "paltform"; did you mean "platform"?' in schema("paltform").output
