"""Roles from their file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reglint.documents.node import Node
from reglint.law.cite import unknown_provision
from reglint.law.consistent import repeated
from reglint.law.instruments import text_of
from reglint.law.roles import RoleTable, unknown_role
from reglint.law.schema import RoleEntry, RolesFile
from reglint.law.validate import Locate, locator, read_entries, said_at
from reglint.model.diagnostic import Diagnostic
from reglint.model.law import Instrument, Role


def parse_roles(
    root: Node, path: str, instruments: Mapping[str, Instrument]
) -> tuple[RoleTable, tuple[Diagnostic, ...]]:
    """The roles that a document describes, and everything that is wrong with it.

    A role may cite provisions of the instruments alone, which are by id.
    """
    entries = read_entries(RolesFile, root, path, entries="roles")
    if entries.model is None:
        return {}, entries.diagnostics
    roles = tuple(map(_role, entries.model.roles))
    placed = tuple(zip(roles, (node.pointer for node in entries.nodes), strict=True))
    table, locate = _table(roles), locator(root, path)
    ids = ((f"{role.jurisdiction}:{role.id}", locate(f"{at}/id")) for role, at in placed)
    strangers = (fault for role, at in placed for fault in _strangers(role, at, table, locate))
    uncited = (fault for role, at in placed for fault in _uncited(role, at, instruments, locate))
    return table, (*entries.diagnostics, *repeated(ids), *strangers, *uncited)


def _role(entry: RoleEntry) -> Role:
    return Role(
        id=entry.id,
        jurisdiction=entry.jurisdiction,
        title=text_of(entry.title),
        implies=tuple(entry.implies),
        cites=tuple(entry.cites),
        counterpart=entry.counterpart,
        definition=text_of(entry.definition),
    )


def _table(roles: tuple[Role, ...]) -> RoleTable:
    table: dict[str, dict[str, Role]] = {}
    for role in roles:
        table.setdefault(role.jurisdiction, {}).setdefault(role.id, role)
    return table


def _strangers(role: Role, at: str, table: RoleTable, locate: Locate) -> Iterator[Diagnostic]:
    """A fault for every name that no role of its jurisdiction bears."""
    named = [(role.jurisdiction, name, f"{at}/implies/{i}") for i, name in enumerate(role.implies)]
    named += [(there, name, f"{at}/counterpart/{there}") for there, name in role.counterpart.items()]
    for jurisdiction, name, pointer in named:
        if message := unknown_role(name, jurisdiction, table):
            yield said_at(locate(pointer), "unknown-role", message)


def _uncited(
    role: Role, at: str, instruments: Mapping[str, Instrument], locate: Locate
) -> Iterator[Diagnostic]:
    """A fault for every citation of a provision that is not there."""
    for position, cited in enumerate(role.cites):
        if message := unknown_provision(cited, instruments):
            yield said_at(locate(f"{at}/cites/{position}"), "unknown-provision", message)
