"""The two example platforms: one that holds to the law, one that does not."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any, TypeAlias

import pytest
import yaml

Reglint: TypeAlias = Callable[..., "CompletedProcess[str]"]
Said: TypeAlias = tuple[object, ...]

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = "2026-11-24"
DAYS = ("2019-06-30", "2025-12-31", "2026-01-01", "2027-02-10")
"""Before the reserve measures, on both sides of a change of the law, and when an attestation has ended."""


def test_the_compliant_platform_passes(reglint: Reglint) -> None:
    done = reglint("check", str(EXAMPLES / "compliant"), "-j", "cn", "--as-of", DAY, "--unknown", "warn")
    assert (done.returncode, done.stdout.splitlines()[0], done.stderr) == (0, "No breach found.", "")


def test_no_chinese_rule_is_left_open_on_the_compliant_platform(reglint: Reglint) -> None:
    report = _report(reglint, EXAMPLES / "compliant", "--all")
    verdicts = {one["verdict"] for one in report["findings"]}
    assert (verdicts, report["diagnostics"], report["skipped"]) == ({"pass", "not_applicable"}, [], [])


def test_the_compliant_platform_passes_everywhere(reglint: Reglint) -> None:
    done = reglint("check", str(EXAMPLES / "compliant"), "--as-of", DAY)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_source_that_the_compliant_platform_means_reads_it(reglint: Reglint) -> None:
    read = {one["path"].removeprefix(f"{EXAMPLES.as_posix()}/compliant/") for one in _sources(reglint)}
    assert read == {
        "platform.yaml",
        "deploy/docker-compose.dev.yml",
        "deploy/kubernetes/gateway.yaml",
        "deploy/kubernetes/ledger.yaml",
        "deploy/logrotate.d/nginx",
        "deploy/nginx/nginx.conf",
        "deploy/terraform/data.tf",
        "deploy/terraform/logs.tf",
        "deploy/terraform/main.tf",
        "gateway/src/main/resources/application-prod.yml",
        "gateway/src/main/resources/application.yml",
        "ledger/src/main/resources/application.yml",
        "ledger/src/main/resources/logback.xml",
    }


@pytest.mark.parametrize("day", DAYS)
def test_where_an_attestation_does_not_hold_yet_or_any_more_nothing_passes_for_it(
    reglint: Reglint, day: str
) -> None:
    report = _report(reglint, EXAMPLES / "compliant", day=day)
    found = {(one["verdict"], one["reason"]["code"]) for one in report["findings"]}
    assert found
    assert found <= {("unknown", "future"), ("unknown", "expired"), ("unknown", "needs_human")}


def test_the_deficient_platform_breaks_the_law_in_every_kind_of_file(reglint: Reglint) -> None:
    done = reglint("check", str(EXAMPLES / "deficient"), "-j", "cn", "--as-of", DAY)
    assert done.returncode == 1
    broken = (one for one in _report(reglint, EXAMPLES / "deficient")["findings"] if one["verdict"] == "fail")
    assert {one["path"] for one in broken} == {
        "platform.yaml",
        "deploy/docker-compose.yml",
        "deploy/kubernetes/ledger.yaml",
        "deploy/nginx/nginx.conf",
        "deploy/terraform/main.tf",
        "gateway/src/main/resources/application.yml",
        "ledger/src/main/resources/logback.xml",
    }


@pytest.mark.parametrize("form", ["toml", "json"])
@pytest.mark.parametrize("name", ["compliant", "deficient"])
def test_a_platform_is_the_same_in_another_format(
    reglint: Reglint, tmp_path: Path, name: str, form: str
) -> None:
    shutil.copytree(EXAMPLES / name, tmp_path / "yaml")
    shutil.copytree(EXAMPLES / name, tmp_path / form)
    _rewrite(tmp_path / form, form)
    first, second = (_report(reglint, Path(folder), "--all") for folder in ("yaml", form))
    assert [_said(one) for one in first["findings"]] == [_said(one) for one in second["findings"]]
    assert first["summary"] == second["summary"]


def _report(reglint: Reglint, folder: Path, *options: str, day: str = DAY) -> dict[str, Any]:
    done = reglint("check", str(folder), "-j", "cn", "--as-of", day, "-f", "json-v1", *options)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _sources(reglint: Reglint) -> list[dict[str, Any]]:
    sources: list[dict[str, Any]] = _report(reglint, EXAMPLES / "compliant")["sources"]
    return sources


def _said(finding: Mapping[str, Any]) -> Said:
    """What a finding says, but for places: they are of the file that was rewritten."""
    facts = [(one["name"], one["value"], one["basis"]) for one in finding["facts"]]
    return (finding["rule"], finding["verdict"], finding["level"], finding["reason"], facts)


def _rewrite(folder: Path, form: str) -> None:
    """Put the platform file of the folder into another format."""
    old = folder / "platform.yaml"
    said = yaml.safe_load(old.read_text("utf-8").replace(" on: ", ' "on": '))  # YAML 1.1 has on for true
    text = _toml(said) if form == "toml" else json.dumps(said, default=str)
    old.unlink()
    (folder / f"platform.{form}").write_text(text, "utf-8")


def _toml(root: Mapping[str, object]) -> str:
    return "".join(f"{key} = {_toml_value(value)}\n" for key, value in root.items())


def _toml_value(value: object) -> str:
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key} = {_toml_value(one)}' for key, one in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml_value, value))}]"
    return value.isoformat() if isinstance(value, dt.date) else json.dumps(value)
