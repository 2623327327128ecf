"""The published shapes of what `law diff`, `law timeline` and `law coverage` write, as pydantic models."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from reglint.law.stricter import Direction
from reglint.packs.law_diff import Change
from reglint.report.timeline_found import Why

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_URI = "https://reglint.invalid/schemas/{name}.schema.json"
_DAY = r"^\d{4}-\d{2}-\d{2}$"


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class CitedShape(_Shape):
    """A provision as it stands on one of the two days."""

    provision: str
    version: str
    label: str
    duty: str


class LawChangeShape(_Shape):
    """What happens to a provision; `limits` pairs what was asked for, and what is."""

    change: Change
    provision: str
    before: CitedShape | None
    after: CitedShape | None
    direction: Direction | None
    limits: dict[str, list[str | None]]
    rules: list[str]


class LawDiffV1(_Shape):
    """What is different in the law of two days."""

    schema_: Literal["law-diff-v1"] = Field(alias="schema")
    from_: str = Field(alias="from", pattern=_DAY)
    to: str = Field(pattern=_DAY)
    changes: list[LawChangeShape]
    rules_begun: list[str]
    rules_ended: list[str]


class VerdictChangeShape(_Shape):
    """A rule that comes to something else; null where it is not in force, or does not bind."""

    rule: str
    title: str
    before: Literal["pass", "fail", "unknown", "waived"] | None
    after: Literal["pass", "fail", "unknown", "waived"] | None
    why: Why
    law: str
    facts: list[str]


class TurningPointShape(_Shape):
    """A day, and what changes on it."""

    day: str = Field(pattern=_DAY)
    changes: list[VerdictChangeShape]


class TimelineV1(_Shape):
    """The days on which a platform's verdicts change if nothing is done."""

    schema_: Literal["timeline-v1"] = Field(alias="schema")
    from_: str = Field(alias="from", pattern=_DAY)
    to: str = Field(pattern=_DAY)
    points: list[TurningPointShape]


class CellShape(_Shape):
    """A system in a jurisdiction; `reason` is why there is no rule, empty where nobody has said it."""

    rules: list[str]
    drafts: list[str]
    provisions: list[str]
    reason: str


class SystemShape(_Shape):
    """A system of the domain, with a cell for each jurisdiction."""

    id: str
    title: str
    seed: str
    cells: dict[str, CellShape]


class CoverageV1(_Shape):
    """For which systems of the domain the law of each jurisdiction is encoded."""

    schema_: Literal["coverage-v1"] = Field(alias="schema")
    jurisdictions: list[str]
    systems: list[SystemShape]


def law_diff_v1_schema() -> dict[str, object]:
    """The JSON Schema 2020-12 of law-diff-v1."""
    return _published("law-diff-v1", LawDiffV1)


def timeline_v1_schema() -> dict[str, object]:
    """The JSON Schema 2020-12 of timeline-v1."""
    return _published("timeline-v1", TimelineV1)


def coverage_v1_schema() -> dict[str, object]:
    """The JSON Schema 2020-12 of coverage-v1."""
    return _published("coverage-v1", CoverageV1)


def _published(name: str, model: type[BaseModel]) -> dict[str, object]:
    return {"$schema": _DIALECT, "$id": _URI.format(name=name), **model.model_json_schema(by_alias=True)}
