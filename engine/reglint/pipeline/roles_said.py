"""The roles that a platform file says, as far as there are such roles."""

from __future__ import annotations

from collections.abc import Iterator

from reglint.facts.merge import walk
from reglint.law.roles import RoleTable, unknown_role
from reglint.model.diagnostic import Diagnostic
from reglint.model.fact import Record, Unknown


def unknown_roles(facts: Record, table: RoleTable) -> Iterator[Diagnostic]:
    """A fault, at its place, for each role that a platform is said to hold and that there is not."""
    platform = facts.fields.get("platform")
    roles = platform.fields.get("roles") if isinstance(platform, Record) else None
    for jurisdiction, said in roles.fields.items() if isinstance(roles, Record) else ():
        for fact in walk(said):
            message = unknown_role(str(fact.value), jurisdiction, table)
            if message and fact.place is not None and not isinstance(fact.value, Unknown):
                place = fact.place
                yield Diagnostic("unknown-role", message, place.path, place.line, place.column)
