"""The published shape of facts-v1, as pydantic models; the JSON Schema in docs/schemas is made from them."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from reglint.model.verdict import Reason
from reglint.report.json_v1_schema import BasisWord, Count, DiagnosticShape, SkippedShape, SourceShape

URI = "https://reglint.invalid/schemas/facts-v1.schema.json"


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SaidShape(_Shape):
    """A declaration that yields to what is seen, and where it stands."""

    value: str
    basis: BasisWord
    path: str | None
    line: int | None = Field(ge=1)
    column: int | None = Field(ge=1)


class KnownFactShape(_Shape):
    """A fact by its name, elements by identity; `value` as it may be seen, null where unknown for `reason`.

    Of a sensitive fact the value is a class: empty, default, weak, reference or set. `[]` is a list that is
    said to be empty. `component` and `environment` are whose the fact is, where it was observed in a list.
    """

    name: str
    title: str | None
    value: str | None
    sensitive: bool
    reason: Reason | None
    detail: str | None
    basis: BasisWord
    path: str | None
    line: int | None = Field(ge=1)
    column: int | None = Field(ge=1)
    pointer: str | None
    component: str | None
    environment: str | None
    note: str | None
    overruled: list[SaidShape]


class MissingFactShape(_Shape):
    """A fact that would settle `rules`, of which `breaches` are broken as things stand.

    `type` and `example` say how it is written in YAML, `choices` which words it takes; null for what only a
    source can see.
    """

    name: str
    title: str | None
    type: str | None
    example: str | None
    choices: list[str]
    rules: list[str]
    breaches: list[str]


class PartsShape(_Shape):
    """Resources, workloads or services in files of `source`: in all, with a fact, and the others by kind."""

    source: str
    total: Count
    read: Count
    unread: dict[str, Count]


class FactsV1(_Shape):
    """One run of `reglint facts`: the facts, or with --missing those that are missing; the other is null."""

    schema_: Literal["facts-v1"] = Field(alias="schema")
    reglint: str
    as_of: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$")
    language: Literal["en", "zh", "ja"]
    path: str
    facts: list[KnownFactShape] | None
    missing: list[MissingFactShape] | None
    unknown_rules: Count | None
    sources: list[SourceShape]
    skipped: list[SkippedShape]
    unread: list[str]
    parts: list[PartsShape]
    diagnostics: list[DiagnosticShape]


def facts_v1_schema() -> dict[str, object]:
    """The JSON Schema 2020-12 of facts-v1."""
    schema = FactsV1.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": URI, **schema}
