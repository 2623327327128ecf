"""What explanations show: a rule, a clause, or a rule on a platform, with all that they refer to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from reglint.evaluate.applicability import RolesHeld
from reglint.language.explain import Step
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.finding import Finding
from reglint.model.law import Citation, Instrument, Provision, Role
from reglint.model.rule import Rule
from reglint.model.schema import ObjectType
from reglint.model.text import Text
from reglint.model.verdict import Verdict
from reglint.packs.in_force import RuleInForce, RuleNotInForce
from reglint.packs.pack import Control, LoadedRule

Span: TypeAlias = tuple[dt.date, dt.date | None]
"""The first day and the last, both inclusive; None where no end is known."""


@dataclass(frozen=True, slots=True)
class RuleFound:
    """A rule as it stands on a day.

    `state` says whether it is in force then. `cites` are its citations on the day, or, of a rule to come or
    one that has ended, on its first or last. `provisions` are all that it cites, by `instrument#provision`;
    `days` all spans on which it is in force; `binds` the roles that it binds, none for anyone. `diagnostics`
    are what is wrong with the packs.
    """

    loaded: LoadedRule
    as_of: dt.date
    state: RuleInForce | RuleNotInForce
    cites: tuple[Citation, ...]
    provisions: Mapping[str, Provision]
    days: tuple[Span, ...]
    binds: tuple[Role, ...]
    control: Control | None
    schema: ObjectType
    replaced_by: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def rule(self) -> Rule:
        """The rule as its author wrote it."""
        return self.loaded.rule


@dataclass(frozen=True, slots=True)
class RuleApplied:
    """A rule on a platform: its verdict and findings, the roles held, and its expressions part by part.

    `project` is the folder that was judged, and `verdict` what the rule comes to in all of it. `focus` is the
    file, relative to it, that `findings` and the elements of `assertion` are narrowed to, if any.
    """

    found: RuleFound
    project: str
    verdict: Verdict
    findings: tuple[Finding, ...]
    held: RolesHeld
    when: Step | None
    assertion: Step
    titles: Mapping[str, Text]
    focus: str | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class ClauseFound:
    """A provision of an instrument on a day, and every rule that cites it."""

    instrument: Instrument
    provision: Provision
    as_of: dt.date
    rules: tuple[Rule, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def rules_are_missing(self) -> bool:
        """Whether rules of a pack could not be read, so that others may cite it."""
        return any(one.level is Level.ERROR for one in self.diagnostics)
