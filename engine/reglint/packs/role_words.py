"""The roles of the law as the words that `platform.roles` can hold, so that a misspelt one is said."""

from __future__ import annotations

from dataclasses import replace

from reglint.law.roles import RoleTable
from reglint.model.schema import FactType, ListType, ObjectType, ScalarType


def with_roles(schema: ObjectType, table: RoleTable) -> ObjectType:
    """The schema in which `platform.roles.…` lists words: the ids of all roles of that jurisdiction."""
    match schema.fields.get("platform"):
        case ObjectType({"roles": ObjectType() as roles}) as platform:
            named = {name: _of_roles(kind, tuple(table.get(name, ()))) for name, kind in roles.fields.items()}
            fields = {**platform.fields, "roles": replace(roles, fields=named)}
            return replace(schema, fields={**schema.fields, "platform": replace(platform, fields=fields)})
    return schema


def _of_roles(kind: FactType, ids: tuple[str, ...]) -> FactType:
    """A list of texts as one of these words, anything else as it is."""
    match kind:
        case ListType(ScalarType("string") as item) if ids:
            return replace(kind, item=replace(item, kind="enum", values=ids))
    return kind
