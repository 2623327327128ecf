"""Days of something done that lie ahead: nobody can vouch for them yet."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from reglint.model.fact import Fact, FactTree, Record, Series, Unknown
from reglint.model.schema import FactType, ListType, ObjectType, ScalarType
from reglint.model.verdict import Reason


def as_known_on(day: dt.date, facts: Record, schema: ObjectType) -> Record:
    """The facts as they can be known on a day.

    A date or timestamp that the schema calls evidence, the record of what happened, is unknown (`future`)
    where it lies after the day; a timestamp's day is that of its own offset. All else is left as it is.
    """
    return replace(facts, fields=_fields(day, facts, schema))


def _known(day: dt.date, tree: FactTree, kind: FactType | None) -> FactTree:
    if isinstance(tree, Record) and isinstance(kind, ObjectType):
        return replace(tree, fields=_fields(day, tree, kind))
    if isinstance(tree, Series) and isinstance(kind, ListType):
        return replace(tree, items=tuple(_known(day, item, kind.item) for item in tree.items))
    if isinstance(tree, Fact) and isinstance(kind, ScalarType) and kind.set_by == "evidence":
        return _past(day, tree)
    return tree


def _fields(day: dt.date, record: Record, kind: ObjectType) -> dict[str, FactTree]:
    return {name: _known(day, tree, kind.fields.get(name)) for name, tree in record.fields.items()}


def _past(day: dt.date, fact: Fact) -> Fact:
    value = fact.value.date() if isinstance(fact.value, dt.datetime) else fact.value
    if not isinstance(value, dt.date) or value <= day:
        return fact
    return replace(fact, value=Unknown(Reason.FUTURE, f"{value} lies after {day}"))
