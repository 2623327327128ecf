"""The types of facts: what mappings/facts says, as values that every layer may read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from reglint.model.text import Text

SCALARS = frozenset(
    {
        "boolean",
        "cidr",
        "date",
        "decimal",
        "duration",
        "enum",
        "integer",
        "ip",
        "money",
        "percent",
        "string",
        "timestamp",
        "version",
    }
)
SECRET_CLASSES = ("empty", "default", "weak", "placeholder", "reference", "set")
"""What a sensitive leaf can hold."""


@dataclass(frozen=True, slots=True)
class ScalarType:
    """A leaf.

    `kind` is one of SCALARS; `values` are the words of an enum; `set_by` is config, evidence or descriptive.
    A sensitive leaf holds the class of a secret, never the secret. `words` say the words of an enum in every
    language; for a boolean, under `true` and `false`, they are a clause each.
    """

    kind: str
    values: tuple[str, ...] = ()
    title: Text = field(default_factory=dict)
    set_by: str = "config"
    sensitive: bool = False
    minimum: int | None = None
    maximum: int | None = None
    words: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ListType:
    """A list. `identity` names the fields that identify an element; an inventory may not be empty."""

    item: FactType
    identity: tuple[str, ...] = ()
    inventory: bool = True
    title: Text = field(default_factory=dict)
    presumed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ObjectType:
    """An object with named fields; nothing but these and `x-…` keys may stand in it."""

    fields: Mapping[str, FactType]
    title: Text = field(default_factory=dict)


FactType: TypeAlias = ScalarType | ListType | ObjectType
