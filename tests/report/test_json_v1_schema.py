from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from reglint.model.law import Force
from reglint.model.verdict import Reason
from reglint.report.json_v1_schema import json_v1_schema

PUBLISHED = Path(__file__).parents[2] / "docs" / "schemas" / "json-v1.schema.json"


def test_the_published_schema_is_the_one_that_the_models_give() -> None:
    """To publish it anew: json.dumps(json_v1_schema(), ensure_ascii=False, indent=2) and a line end."""
    text = json.dumps(json_v1_schema(), ensure_ascii=False, indent=2)
    assert PUBLISHED.read_text("utf-8") == f"{text}\n"


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_v1_schema())


EMPTY = {
    "schema": "json-v1",
    "reglint": "0.1.0",
    "as_of": "2026-01-01",
    "language": "en",
    "jurisdictions": [],
    "packs": [],
    "platform": {"name": "x", "path": ".", "roles": {}, "presumed": {}},
    "findings": [],
    "summary": {},
    "sources": [],
    "skipped": [],
    "unread": {},
    "diagnostics": [],
}
FAULT = {
    "code": "yaml",
    "level": "error",
    "message": "x",
    "path": "a.yaml",
    "line": 1,
    "column": 1,
    "hint": None,
}
REFUSED = [
    ("another schema", {"schema": "json-v2"}),
    ("no day", {"as_of": "2026-1-1"}),
    ("another language", {"language": "fr"}),
    ("a stranger", {"score": 100}),
    ("a count that is none", {"unread": {".md": "3"}}),
    ("a line before the first", {"diagnostics": [{**FAULT, "line": 0}]}),
    ("a column before the first", {"diagnostics": [{**FAULT, "column": 0}]}),
]


def test_words_of_closed_lists_are_closed_in_the_schema() -> None:
    shapes = json_v1_schema()["$defs"]
    assert isinstance(shapes, dict)
    lists = {name: shape["enum"] for name, shape in shapes.items() if "enum" in shape}
    assert lists == {"Force": [*Force], "Reason": [*Reason]}


def test_a_fault_in_a_file_is_accepted() -> None:
    jsonschema.validate({**EMPTY, "diagnostics": [FAULT]}, json_v1_schema())


def test_an_empty_run_is_accepted() -> None:
    jsonschema.validate(EMPTY, json_v1_schema())


@pytest.mark.parametrize("changes", [row[1] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_another_document_is_refused(changes: dict[str, object]) -> None:
    validator = jsonschema.Draft202012Validator(json_v1_schema())
    assert not validator.is_valid({**EMPTY, **changes})


@pytest.mark.parametrize("field", EMPTY)
def test_every_field_is_there(field: str) -> None:
    rest = {name: value for name, value in EMPTY.items() if name != field}
    assert not jsonschema.Draft202012Validator(json_v1_schema()).is_valid(rest)
