"""The published shape of explain-v1, as models; the JSON Schema in docs/schemas is made from them."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from reglint.law.in_force import Absence
from reglint.model.law import Force
from reglint.model.verdict import Reason
from reglint.report.json_v1_schema import BasisWord, DiagnosticShape, LevelWord, VerdictWord, WaiverShape

URI = "https://reglint.invalid/schemas/explain-v1.schema.json"
_DAY = r"^\d{4}-\d{2}-\d{2}$"


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Placed(_Shape):
    path: str | None
    line: int | None = Field(ge=1)
    column: int | None = Field(ge=1)


class LimitShape(_Shape):
    """A limit that the text of the law sets: `>=`, `6 months`."""

    op: str
    value: str


class RoleShape(_Shape):
    """A role that a rule binds."""

    role: str
    title: str


class CiteShape(_Shape):
    """A provision that a rule stands on, in words for a person and with the limits that it sets."""

    provision: str
    label: str
    force: Force
    duty: str
    limits: dict[str, LimitShape]
    url: str | None


class SpanShape(_Shape):
    """Days on which a rule is in force, first and last inclusive; `until` is null where no end is known."""

    since: str = Field(alias="from", pattern=_DAY)
    until: str | None = Field(pattern=_DAY)


class AbsenceShape(_Shape):
    """Why a rule is not in force on the day: `day` is its first, or its last; `provision` does not stand."""

    why: Absence
    day: str | None = Field(pattern=_DAY)
    provision: str | None


class RuleShape(_Placed):
    """A rule as it stands on a day, with the place of its text. `says` is its sentence."""

    id: str
    jurisdiction: str
    title: str
    says: str
    applies_where: str | None
    assertion: str = Field(alias="assert")
    when: str | None
    binds: list[RoleShape]
    cites: list[CiteShape]
    in_force: bool
    not_in_force: AbsenceShape | None
    days: list[SpanShape]
    severity: Literal["critical", "high", "medium", "low"]
    level: LevelWord
    text_gives: Literal["number", "duty", "benchmark"]
    reading: str | None
    because: str
    remedy: str
    method: Literal["automatic", "attested"]
    status: Literal["active", "draft"]
    control: str
    rows: list[str]
    replaces: str | None
    replaced_by: str | None


class FocusShape(_Shape):
    """The file that was named, and what the rule comes to in it; null where it looks at nothing there."""

    path: str
    verdict: VerdictWord | None


class HeldShape(_Shape):
    """Whether the platform holds a role, null where nobody says it; `state` is that in words."""

    role: str
    held: bool | None
    state: str


class ElementShape(_Placed):
    """What the rule comes to for an element, null for the platform as a whole; as in json-v1.

    A breach that is lived with has its `waiver`; its verdict stays fail.
    """

    element: str | None
    environment: str | None
    verdict: VerdictWord
    would: VerdictWord | None
    reason: Reason | None
    settled_by: list[str]
    waiver: WaiverShape | None


class FactShape(_Placed):
    """A fact; `value` is null where it is unknown for `reason`. The command line has a path and no line."""

    name: str
    value: str | None
    basis: BasisWord | None
    reason: Reason | None
    note: str | None


class LeftOutShape(_Shape):
    """How many elements of a long list are not shown, by what they come to."""

    true: int = Field(ge=0)
    false: int = Field(ge=0)
    unknown: int = Field(ge=0)


class StepShape(_Shape):
    """A part of an expression, what it comes to, null for unknown, and whether the result hangs on it.

    `inside` are its parts, in a list of elements those that decide before others; `left_out` counts the rest.
    """

    expression: str
    role: Literal["element", "filter"] | None
    element: str | None
    component: str | None
    environment: str | None
    value: bool | None
    reason: Reason | None
    decides: bool
    facts: list[FactShape]
    inside: list[StepShape]
    left_out: LeftOutShape


class NeedShape(_Shape):
    """What an element needs to pass, in a sentence, and the facts that would have to be so or be said."""

    element: str | None
    component: str | None
    environment: str | None
    needs: str
    facts: list[FactShape]


class PlatformShape(_Shape):
    """A rule on a platform. `verdict` is that of the whole project; of a file, what lies in it is shown."""

    project: str
    verdict: VerdictWord
    focus: FocusShape | None
    roles: list[HeldShape]
    elements: list[ElementShape]
    when: StepShape | None
    assertion: StepShape = Field(alias="assert")
    to_apply: list[str]
    to_pass: list[NeedShape]


class LabelShape(_Shape):
    """Where a version of the instrument has a clause, and on which days."""

    version: str
    label: str
    since: str | None = Field(alias="from", pattern=_DAY)
    until: str | None = Field(pattern=_DAY)
    in_force: bool
    url: str | None


class PenaltyShape(_Shape):
    """A penalty for a breach of a clause, where it stands on the day, and what it says."""

    provision: str
    label: str
    duty: str


class ClauseShape(_Shape):
    """A clause on a day. `rules_are_missing`: rules that could not be read may cite it besides."""

    id: str
    instrument: str
    title: str
    force: Force
    duty: str
    labels: list[LabelShape]
    limits: dict[str, LimitShape]
    penalties: list[PenaltyShape]
    rules: list[str]
    rules_are_missing: bool


class ExplainV1(_Shape):
    """One run of `reglint explain`: a rule, a rule on a platform, or a clause."""

    schema_: Literal["explain-v1"] = Field(alias="schema")
    reglint: str
    language: Literal["en", "zh", "ja"]
    as_of: str = Field(pattern=_DAY)
    rule: RuleShape | None
    platform: PlatformShape | None
    clause: ClauseShape | None
    diagnostics: list[DiagnosticShape]


def explain_v1_schema() -> dict[str, object]:
    """The JSON Schema 2020-12 of explain-v1."""
    schema = ExplainV1.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": URI, **schema}
