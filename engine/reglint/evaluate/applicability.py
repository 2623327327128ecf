"""Whether a rule speaks to a platform: the roles that it binds, then its `when`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from reglint.facts.schema import at
from reglint.language.evaluator import evaluate
from reglint.language.outcome import Doubt
from reglint.law.roles import RoleTable, expand
from reglint.model.fact import Fact, FactTree, Record, Series, Unknown
from reglint.model.law import Role
from reglint.model.schema import ListType, ObjectType
from reglint.model.verdict import Reason
from reglint.packs.pack import LoadedRule

ANYONE = "anyone"


@dataclass(frozen=True, slots=True)
class RolesHeld:
    """The roles of a platform in one jurisdiction, with all that come with them.

    `said` is None where nobody says which; then `presumed` are those that are taken for granted until
    somebody does.
    """

    jurisdiction: str
    said: frozenset[str] | None
    presumed: frozenset[str] = frozenset()

    @property
    def fact(self) -> str:
        """The name of the fact that says it."""
        return f"platform.roles.{self.jurisdiction}"


@dataclass(frozen=True, slots=True)
class Applicability:
    """Whether a rule applies; None where a fact is missing for that, which `doubts` name."""

    applies: bool | None
    doubts: tuple[Doubt, ...] = ()


def roles_held(facts: Record, schema: ObjectType, table: RoleTable) -> Mapping[str, RolesHeld]:
    """The roles of a platform in each jurisdiction that the schema knows."""
    kinds = at(schema, ["platform", "roles"])
    jurisdictions = kinds.fields if isinstance(kinds, ObjectType) else {}
    return {
        name: _held(name, kind, facts, table.get(name, {}))
        for name, kind in jurisdictions.items()
        if isinstance(kind, ListType)
    }


def applicability(loaded: LoadedRule, facts: Record, held: RolesHeld, *, now: dt.date) -> Applicability:
    """Whether a rule applies on a day: not if its roles or its `when` are false, unknown if either is."""
    bound = _bound(loaded.rule.binds, held)
    if bound.applies is False or loaded.when is None:
        return bound
    condition = evaluate(loaded.when, facts, now=now)
    if condition.value is False:
        return Applicability(applies=False)
    doubts = bound.doubts + (condition.doubts if isinstance(condition.value, Unknown) else ())
    return Applicability(None if doubts else True, doubts)


def _bound(binds: tuple[str, ...], held: RolesHeld) -> Applicability:
    roles = held.presumed if held.said is None else held.said
    if ANYONE in binds or roles & set(binds):
        return Applicability(applies=True)
    if held.said is not None:
        return Applicability(applies=False)
    return Applicability(None, (Doubt(held.fact, Reason.MISSING),))


def _held(jurisdiction: str, kind: ListType, facts: Record, table: Mapping[str, Role]) -> RolesHeld:
    said = _get(facts, "platform", "roles", jurisdiction)
    if isinstance(said, Series):
        return RolesHeld(jurisdiction, expand(_words(said), table))
    return RolesHeld(jurisdiction, None, expand(kind.presumed, table))


def _words(series: Series) -> list[str]:
    return [fact.value for fact in series.items if isinstance(fact, Fact) and isinstance(fact.value, str)]


def _get(tree: Record, *path: str) -> FactTree | None:
    here: FactTree | None = tree
    for step in path:
        here = here.fields.get(step) if isinstance(here, Record) else None
    return here
