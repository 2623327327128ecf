"""Roles: whom the law binds, and which roles come with which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from reglint.law.spelling import did_you_mean
from reglint.model.law import Role

_LISTED = 50
"""All roles of a jurisdiction: whoever misspells one has no other place to look them up."""

RoleTable: TypeAlias = Mapping[str, Mapping[str, Role]]
"""Roles by jurisdiction and id: the same id may stand for one role in each jurisdiction."""


def expand(roles: Iterable[str], table: Mapping[str, Role]) -> frozenset[str]:
    """The roles of one jurisdiction and all that come with them. A role not in the table stands alone."""
    found: set[str] = set()
    waiting = list(roles)
    while waiting:
        role = waiting.pop()
        if role not in found:
            found.add(role)
            waiting.extend(table[role].implies if role in table else ())
    return frozenset(found)


def unknown_role(role: str, jurisdiction: str, table: RoleTable) -> str:
    """What to say of a role that its jurisdiction does not know; empty where it does.

    >>> unknown_role("banc", "cn", {"cn": {"bank": Role("bank", "cn", {})}})
    'cn has no role "banc". Did you mean "bank"?'
    """
    known = table.get(jurisdiction, {})
    if role in known:
        return ""
    return f'{jurisdiction} has no role "{role}". {did_you_mean(role, known, show_all=_LISTED)}'.rstrip()
