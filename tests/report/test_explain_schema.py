from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from reglint.report.explain_schema import explain_v1_schema

PUBLISHED = Path(__file__).parents[2] / "docs" / "schemas" / "explain-v1.schema.json"
CLAUSE = {
    "id": "cn-law#logs",
    "instrument": "cn-law",
    "title": "Log Law",
    "force": "statute",
    "duty": "Keep the logs.",
    "labels": [
        {"version": "1", "label": "Art. 1", "from": None, "until": None, "in_force": True, "url": None}
    ],
    "limits": {"retention": {"op": ">=", "value": "6 months"}},
    "penalties": [],
    "rules": [],
    "rules_are_missing": False,
}
PAGE: dict[str, object] = {
    "schema": "explain-v1",
    "reglint": "0.1.0",
    "language": "en",
    "as_of": "2026-01-01",
    "rule": None,
    "platform": None,
    "clause": CLAUSE,
    "diagnostics": [],
}
REFUSED = [
    ("another schema", {"schema": "explain-v2"}),
    ("no day", {"as_of": "2026-1-1"}),
    ("another language", {"language": "fr"}),
    ("a stranger", {"score": 100}),
    ("a force that there is not", {"clause": {**CLAUSE, "force": "custom"}}),
    ("a limit in one word", {"clause": {**CLAUSE, "limits": {"retention": ">= 6 months"}}}),
]


def test_the_published_schema_is_the_one_that_the_models_give() -> None:
    """To publish it anew: json.dumps(explain_v1_schema(), ensure_ascii=False, indent=2) and a line end."""
    text = json.dumps(explain_v1_schema(), ensure_ascii=False, indent=2)
    assert PUBLISHED.read_text("utf-8") == f"{text}\n"


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(explain_v1_schema())


def test_a_clause_is_accepted() -> None:
    jsonschema.validate(PAGE, explain_v1_schema())


@pytest.mark.parametrize("changes", [row[1] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_another_document_is_refused(changes: dict[str, object]) -> None:
    assert not jsonschema.Draft202012Validator(explain_v1_schema()).is_valid({**PAGE, **changes})


@pytest.mark.parametrize("field", PAGE)
def test_every_field_is_there(field: str) -> None:
    rest = {name: value for name, value in PAGE.items() if name != field}
    assert not jsonschema.Draft202012Validator(explain_v1_schema()).is_valid(rest)
