"""The public names, and what importing them costs."""

from __future__ import annotations

import ast
import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest

import reglint
from reglint.model.assessment import Assessment

TOP = Path(__file__).parents[1]
PUBLIC = ["Finding", "Request", "Verdict", "__version__", "check", "load_packs"]
CHEK = "chek"
HEAVY = ("pydantic", "jsonschema", "yaml", "click", "crossplane", "pathspec", "jsonpath_rfc9535")


def test_the_public_names_are_there() -> None:
    assert reglint.__all__ == PUBLIC
    assert [name for name in PUBLIC if not hasattr(reglint, name)] == []


def test_there_is_no_other_name() -> None:
    with pytest.raises(AttributeError, match="module 'reglint' has no attribute 'chek'"):
        getattr(reglint, CHEK)


def test_the_stub_says_the_same_names() -> None:
    stub = ast.parse((TOP / "engine" / "reglint" / "__init__.pyi").read_text("utf-8"))
    imported = [alias.name for node in stub.body if isinstance(node, ast.ImportFrom) for alias in node.names]
    assert sorted([*imported, "__version__"]) == PUBLIC


def test_a_program_can_check_a_platform(tmp_path: Path) -> None:
    text = 'reglint: "1"\nplatform: {roles: {cn: [payment_institution]}}\ncustody: {reserve_ratio: 98 %}\n'
    (tmp_path / "platform.yaml").write_text(text, "utf-8")
    result = reglint.check(reglint.Request(tmp_path, dt.date(2026, 1, 1), select=("cn-reserve-full",)))
    assert isinstance(result, Assessment)
    (found,) = result.findings
    assert isinstance(found, reglint.Finding)
    assert (found.rule, found.verdict) == ("cn-reserve-full-deposit", reglint.Verdict.FAIL)


def test_a_program_can_load_the_packs() -> None:
    assert "cn-csl-log-retention" in {loaded.rule.id for loaded in reglint.load_packs().rules}


@pytest.mark.parametrize("module", ["reglint", "reglint.model.finding", "reglint.language.evaluator"])
def test_importing_costs_no_library(module: str) -> None:
    script = f"import sys, {module}; print(*(name for name in {HEAVY} if name in sys.modules))"
    environment = {**os.environ, "PYTHONPATH": str(TOP / "engine")}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True)  # noqa: S603 - the script is ours
    assert done.stdout.split() == []
