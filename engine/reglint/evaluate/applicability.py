"""Whether a rule speaks to a platform: the roles that it binds, then its `when`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
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
    somebody does. `unclear` are entries of what is said that name no role: nothing is ruled out by them.
    """

    jurisdiction: str
    said: frozenset[str] | None
    presumed: frozenset[str] = frozenset()
    unclear: tuple[Doubt, ...] = ()

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
    if held.said is None:
        return Applicability(None, held.unclear or (Doubt(held.fact, Reason.MISSING),))
    return Applicability(None if held.unclear else False, held.unclear)


def _held(jurisdiction: str, kind: ListType, tree: Record, table: Mapping[str, Role]) -> RolesHeld:
    said = _get(tree, "platform", "roles", jurisdiction)
    if not isinstance(said, Series):
        return RolesHeld(jurisdiction, None, expand(kind.presumed, table), tuple(_no_longer_said(said)))
    entries = [fact for fact in said.items if isinstance(fact, Fact)]
    words = [fact.value for fact in entries if isinstance(fact.value, str)]
    unclear = tuple(filter(None, (_unclear(fact, table) for fact in entries)))
    presumed = kind.presumed if unclear else ()
    return RolesHeld(jurisdiction, expand((*words, *presumed), table), unclear=unclear)


def _no_longer_said(said: FactTree | None) -> Iterator[Doubt]:
    """Why roles that were said do not count: nobody vouches for them any more."""
    if isinstance(said, Fact) and isinstance(said.value, Unknown) and said.attested is not None:
        yield Doubt(said.name, said.value.reason, said.value.detail)


def _unclear(fact: Fact, table: Mapping[str, Role]) -> Doubt | None:
    """Why an entry names no role, if it names none."""
    if isinstance(fact.value, Unknown):
        return Doubt(fact.name, fact.value.reason, fact.value.detail)
    if fact.value in table:
        return None
    return Doubt(fact.name, Reason.MISTYPED, "there is no such role")


def _get(tree: Record, *path: str) -> FactTree | None:
    here: FactTree | None = tree
    for step in path:
        here = here.fields.get(step) if isinstance(here, Record) else None
    return here
