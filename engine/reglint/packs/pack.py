"""What loading gives: rules that can be evaluated, and the law they stand on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reglint.language.syntax import Expression
from reglint.law.roles import RoleTable
from reglint.model.assessment import PackUsed
from reglint.model.diagnostic import Diagnostic
from reglint.model.law import Instrument
from reglint.model.rule import Rule
from reglint.model.text import Text


@dataclass(frozen=True, slots=True)
class LoadedRule:
    """A rule whose expressions are read. `when` is None where the roles alone decide whether it applies."""

    rule: Rule
    when: Expression | None
    assertion: Expression


@dataclass(frozen=True, slots=True)
class Control:
    """What the law asks for, in technology-neutral words, and the system it belongs to."""

    id: str
    system: str
    title: Text
    objective: Text


@dataclass(frozen=True, slots=True)
class System:
    """One of the domain's systems. `seed` is the chapter of the domain that it comes from, "" if none."""

    id: str
    title: Text
    seed: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What rules refer to: the law, who is bound, and the controls with their systems, all by id."""

    instruments: Mapping[str, Instrument]
    roles: RoleTable
    controls: Mapping[str, Control]
    systems: Mapping[str, System]


@dataclass(frozen=True, slots=True)
class Packs:
    """Every sound rule of every pack that was found, sorted by id, and what was wrong with the others."""

    rules: tuple[LoadedRule, ...]
    catalogue: Catalogue
    used: tuple[PackUsed, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
