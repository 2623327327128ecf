"""The schemas of mappings/instruments/*.yaml and mappings/roles.yaml."""

from typing import Annotated, Literal

from pydantic import Field

from reglint.law.strict_schema import (
    Day,
    Id,
    Jurisdiction,
    Name,
    Names,
    ProvisionRef,
    Said,
    Strict,
    Words,
)
from reglint.model.law import Force

VersionId = Annotated[Said, Field(examples=["2025"])]
Number = Annotated[Said, Field(examples=["23"])]
StyleName = Literal["cn-article", "jp-article", "eu-article", "us-section", "clause"]
Operator = Literal["<", "<=", "==", ">=", ">", "!="]


class VersionEntry(Strict):
    """A text and its days. `from: null` with `seen` where the first day of application is not known."""

    id: VersionId
    number: Said | None = Field(default=None, description="the number that the issuer gave it, such as 文号")
    adopted: Day | None = None
    since: Day | None = Field(alias="from", examples=["2026-01-01"])
    seen: Day | None = Field(default=None, description="the day of the text that was read")
    until: Day | None = Field(default=None, description="the last day, inclusive")
    url: Said | None = None


class SuspensionEntry(Strict):
    """Days on which the instrument is enjoined or stayed."""

    since: Day = Field(alias="from")
    until: Day | None = None
    by: Said
    url: Said | None = None


class LocationEntry(Strict):
    """Where a provision stands in one version, in the numbers of the text."""

    article: Number
    paragraph: Number | None = None
    point: Number | None = None
    item: Number | None = None
    sentence: Number | None = None
    since: Day | None = Field(default=None, alias="from")
    until: Day | None = None


class LimitEntry(Strict):
    """What the text demands of a measure: an operator and a constant with its unit."""

    op: Operator
    value: Said = Field(examples=["6 months"])


class ReadEntry(Strict):
    """Which text was read, and when."""

    text: Said
    on: Day


class ProvisionEntry(Strict):
    """One duty, wherever it stands in each version."""

    id: Id = Field(examples=["log-retention"])
    at: dict[VersionId, LocationEntry] = Field(
        min_length=1, examples=[{"2025": {"article": "23", "item": "3"}}]
    )
    duty: Words
    limits: dict[Name, LimitEntry] = Field(default_factory=dict)
    penalties: list[Id] = Field(default_factory=list)
    read: ReadEntry | None = None


class InstrumentFile(Strict):
    """A law, regulation, standard or guideline: its versions, and the provisions that rules cite."""

    id: Id
    jurisdiction: Jurisdiction
    titles: Names = Field(examples=[{"en": "Cybersecurity Law", "zh": "网络安全法"}])
    force: Force
    issuer: Names
    authority: Names
    citation_style: StyleName | None = None
    versions: list[VersionEntry] = Field(min_length=1, examples=[[{"id": "2025", "from": "2026-01-01"}]])
    suspended: list[SuspensionEntry] = Field(default_factory=list)
    provisions: list[ProvisionEntry]


class RoleEntry(Strict):
    """Somebody whom the law binds, in the words of one jurisdiction."""

    id: Name = Field(examples=["network_operator"])
    jurisdiction: Jurisdiction
    title: Words
    definition: Words | None = Field(
        default=None, description="who that is; ends with the law, if none is cited"
    )
    cites: list[ProvisionRef] = Field(default_factory=list)
    implies: list[Name] = Field(default_factory=list)
    counterpart: dict[Jurisdiction, Name] = Field(default_factory=dict)


class RolesFile(Strict):
    """Every role of every jurisdiction."""

    roles: list[RoleEntry]
