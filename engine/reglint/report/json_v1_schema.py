"""The published shape of json-v1, as pydantic models; the JSON Schema in docs/schemas is made from them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from reglint.model.law import Force
from reglint.model.verdict import Reason

VerdictWord = Literal["pass", "fail", "unknown", "not_applicable"]
LevelWord = Literal["error", "warning", "note"]
BasisWord = Literal["observed", "attested", "declared", "presumed"]
DayText = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Count = int
URI = "https://reglint.invalid/schemas/json-v1.schema.json"


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class PackShape(_Shape):
    """A pack that took part, with the digest of its files and how far it is trusted."""

    name: str
    version: str
    digest: str = Field(pattern="^sha256:[0-9a-f]{64}$")
    trust: Literal["shipped", "signed", "local-path"]


class PlatformShape(_Shape):
    """What was assessed: roles as said and, where nobody says, as presumed, by jurisdiction."""

    name: str
    path: str
    roles: dict[str, list[str]]
    presumed: dict[str, list[str]]


class ReasonShape(_Shape):
    """Why a finding is unknown, the facts that would settle it, and the verdict that it would then have.

    `would_level` is the level of the fail that it would then be.
    """

    code: Reason
    facts: list[str]
    would: VerdictWord
    would_level: LevelWord | None
    detail: str | None


class AttestationShape(_Shape):
    """Who vouches for a fact, by which evidence, from which day to which, inclusive; null if unclear."""

    by: str
    on: str | None = Field(pattern=r"^\d{4}-\d{2}-\d{2}$")
    expires: str | None = Field(pattern=r"^\d{4}-\d{2}-\d{2}$")
    evidence: str
    path: str | None
    line: int | None = Field(ge=1)
    column: int | None = Field(ge=1)


class FactShape(_Shape):
    """A fact that decided; `value` as a person may see it, null where it is unknown for `reason`.

    `attestation` is the one that speaks of it, whether it holds or is why the value is unknown.
    """

    name: str
    value: str | None
    path: str | None
    line: int | None = Field(ge=1)
    column: int | None = Field(ge=1)
    basis: BasisWord | None
    note: str | None
    reason: Reason | None
    attestation: AttestationShape | None


class CitationShape(_Shape):
    """A provision as it stands on the day of the assessment."""

    provision: str
    instrument: str
    version: str
    article: str
    paragraph: str | None
    item: str | None
    point: str | None
    sentence: str | None
    label: str
    title: str
    force: Force
    url: str | None


class WaiverShape(_Shape):
    """Why a breach is lived with: by the waiver file, with an approver, or by an ignore on the line."""

    kind: Literal["waiver", "ignore"]
    reason: str
    approver: str | None
    requested: DayText | None
    until: DayText | None
    risk: Literal["low", "medium", "high"] | None
    compensating: str | None
    evidence: str | None
    path: str
    line: int = Field(ge=1)
    column: int = Field(ge=1)


class FindingShape(_Shape):
    """What one rule says of one element, or of the platform as a whole. Only a fail has a level."""

    rule: str
    jurisdiction: str | None
    verdict: VerdictWord
    level: LevelWord | None
    severity: Literal["critical", "high", "medium", "low"]
    binding: bool
    says: Literal["number", "duty", "benchmark"]
    status: Literal["in_force"]
    title: str
    message: str
    because: str
    reading: str | None
    remedy: str
    path: str | None
    line: int | None = Field(ge=1)
    column: int | None = Field(ge=1)
    pointer: str | None
    element: str | None
    environment: str | None
    basis: BasisWord | None
    reason: ReasonShape | None
    facts: list[FactShape]
    cites: list[CitationShape]
    waiver: WaiverShape | None
    fingerprint: str


class SummaryShape(_Shape):
    """Rules of a jurisdiction by verdict.

    in_force is the sum of pass, fail, warn, unknown, not_applicable and waived.
    """

    verdict: Literal["pass", "fail", "warn", "unknown", "not_applicable", "waived"]
    in_force: Count
    passed: Count = Field(alias="pass")
    fail: Count
    warn: Count
    unknown: Count
    not_applicable: Count
    waived: Count
    not_in_force: Count
    pass_by_basis: dict[str, Count]
    unknown_by_reason: dict[str, Count]


class SourceShape(_Shape):
    """A file that was read, by which sources, and how many facts it gave."""

    path: str
    format: str
    facts: Count


class SkippedShape(_Shape):
    """A file or folder that was passed over, and why."""

    path: str
    reason: str


class DiagnosticShape(_Shape):
    """A fault in the input: a file, a pack, a setting."""

    code: str
    level: LevelWord
    message: str
    path: str | None
    line: int | None = Field(ge=1)
    column: int | None = Field(ge=1)
    hint: str | None


class JsonV1(_Shape):
    """One run of `reglint check`."""

    schema_: Literal["json-v1"] = Field(alias="schema")
    reglint: str
    as_of: DayText
    language: Literal["en", "zh", "ja"]
    jurisdictions: list[str]
    packs: list[PackShape]
    platform: PlatformShape
    findings: list[FindingShape]
    summary: dict[str, SummaryShape]
    sources: list[SourceShape]
    skipped: list[SkippedShape]
    unread: dict[str, Count]
    diagnostics: list[DiagnosticShape]


def json_v1_schema() -> dict[str, object]:
    """The JSON Schema 2020-12 of json-v1."""
    schema = JsonV1.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": URI, **schema}
