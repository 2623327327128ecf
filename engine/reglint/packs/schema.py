"""The schemas of pack.yaml, of a pack's rule files, of mappings/controls.yaml and mappings/systems.yaml."""

from typing import Annotated

from pydantic import Field, StringConstraints

from reglint.law.strict_schema import (
    ControlId,
    Day,
    Id,
    Jurisdiction,
    Name,
    ProvisionRef,
    Said,
    Strict,
    Words,
)
from reglint.model.rule import Method, Says, Severity, Status

RuleId = Annotated[Id, Field(examples=["cn-csl-log-retention"])]
PackVersion = Annotated[
    str,
    StringConstraints(pattern=r"^\d+\.\d+\.\d+([-+.][0-9A-Za-z.-]+)?$", max_length=40),
    Field(examples=["1.0.0"]),
]
AtLeast = Annotated[str, StringConstraints(pattern=r"^>=\d{1,6}(\.\d{1,6}){0,3}$"), Field(examples=[">=0.1"])]
Folder = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$", max_length=200),
    Field(examples=["mappings/instruments"]),
]


class RequiresEntry(Strict):
    """What a pack needs to be of use."""

    reglint: AtLeast | None = None


class PackFile(Strict):
    """Who a pack is: one jurisdiction's rules, in one version, from one publisher."""

    id: Id = Field(examples=["cn"])
    version: PackVersion
    jurisdiction: Jurisdiction
    title: Words
    publisher: Said
    licence: Said = Field(examples=["Apache-2.0"])
    instruments: Folder = Field(default="instruments", description="the folder with the law that is cited")
    cases: Folder = Field(default="cases", description="the folder with the cases that test the rules")
    requires: RequiresEntry | None = None


class InForceEntry(Strict):
    """The rule's own days, both inclusive, within those of the law that it cites."""

    since: Day | None = Field(default=None, alias="from")
    until: Day | None = None


class RuleEntry(Strict):
    """One obligation: whom it binds, what must hold, and which provisions say so."""

    id: RuleId
    title: Words
    cites: list[ProvisionRef] = Field(examples=[["cn-csl#log-retention"]])
    binds: list[Name] = Field(min_length=1, examples=[["network_operator"]])
    control: ControlId
    severity: Severity
    says: Says
    method: Method = Method.AUTOMATIC
    status: Status = Status.ACTIVE
    when: Said | None = Field(default=None, examples=["platform.mlps_level >= 3"])
    assertion: Said = Field(alias="assert", examples=["logging.streams.all(s, s.retention >= months(6))"])
    because: Words
    remedy: Words
    reading: Words | None = Field(default=None, description="why the measure is ours where the text has none")
    rows: list[Id] = Field(default_factory=list, description="the rows of the inventory that it stands on")
    in_force: InForceEntry | None = None
    mandatory: bool = Field(default=False, description="no waiver lets a breach of it pass")
    replaces: RuleId | None = None
    aliases: list[RuleId] = Field(default_factory=list)


class RulesFile(Strict):
    """The rules that one instrument gives."""

    instrument: Id
    rules: list[RuleEntry]


class ControlEntry(Strict):
    """What the law asks for, in technology-neutral words."""

    id: ControlId
    system: Id
    title: Words
    objective: Words


class ControlsFile(Strict):
    """The control catalogue."""

    controls: list[ControlEntry]


class SystemEntry(Strict):
    """One of the domain's systems, by which controls are grouped."""

    id: Id = Field(examples=["security-audit"])
    title: Words
    seed: str = ""


class SystemsFile(Strict):
    """The closed list of systems."""

    systems: list[SystemEntry]


class CoverageEntry(Strict):
    """Why no rule of some jurisdictions is about some systems, or the provisions that are."""

    systems: list[Id] = Field(min_length=1, examples=[["physical-security"]])
    jurisdictions: list[Jurisdiction] = Field(min_length=1, examples=[["cn"]])
    provisions: list[ProvisionRef] = Field(default_factory=list)
    reason: Words


class CoverageFile(Strict):
    """What is said of the systems that no rule of a jurisdiction is about."""

    cells: list[CoverageEntry]
