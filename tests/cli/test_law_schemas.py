"""What the commands of the law write as JSON, held against the schemas that are published for it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from reglint.cli.main import commands
from reglint.pipeline.schema import published

TOP = Path(__file__).parents[2]
DEFICIENT = str(TOP / "examples" / "deficient")
WRITTEN = {
    "law-diff-v1": ["diff", "2020-01-01", "2026-11-24"],
    "timeline-v1": ["timeline", DEFICIENT, "-j", "cn", "--as-of", "2024-12-01", "--until", "2025-02-01"],
    "coverage-v1": ["coverage"],
}


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_written_fits_the_schema_of_its_name(name: str) -> None:
    result = CliRunner().invoke(commands, ["law", *WRITTEN[name], "-f", "json"])
    shape = json.loads(result.stdout)
    assert shape["schema"] == name
    jsonschema.Draft202012Validator(published(name)).validate(shape)


@pytest.mark.parametrize("name", WRITTEN)
def test_the_published_schema_is_the_one_in_docs(name: str) -> None:
    text = json.dumps(published(name), ensure_ascii=False, indent=2)
    assert (TOP / "docs" / "schemas" / f"{name}.schema.json").read_text("utf-8") == f"{text}\n"
