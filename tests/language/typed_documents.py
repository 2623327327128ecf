"""Random documents of facts that fit a schema: what any platform could say."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from ipaddress import ip_address, ip_network
from random import Random
from typing import TypeVar

from reglint.model.duration import DAY, HOUR, MINUTE, Duration, DurationKind
from reglint.model.fact import Fact, FactTree, Record, Series, Unknown, Value
from reglint.model.quantity import Money, Percent, Version
from reglint.model.schema import SECRET_CLASSES, FactType, ListType, ObjectType, ScalarType
from reglint.model.verdict import Reason

T = TypeVar("T")

NOW = dt.date(2026, 11, 24)

_DURATIONS = (
    *(Duration(DurationKind.EXACT, amount) for amount in (5 * MINUTE, HOUR, DAY)),
    *(Duration(DurationKind.EXACT, days * DAY) for days in (10, 45, 182, 3660)),
    *(Duration(DurationKind.MONTHS, months) for months in (1, 6, 120, 240)),
    Duration(DurationKind.BUSINESS_DAYS, 10),
)
VALUES: Mapping[str, Sequence[Value]] = {
    "boolean": (True, False),
    "decimal": (Decimal(0), Decimal("0.5"), Decimal("-1.25"), Decimal(3)),
    "string": ("", "a", "b", "archive", "中文支付", "10.0.0.1", "CN", "CNY"),
    "duration": _DURATIONS,
    "date": (NOW, dt.date(2026, 1, 31), dt.date(2024, 2, 29), dt.date(2028, 3, 1)),
    "timestamp": (
        dt.datetime(2026, 1, 31, 9, 30, tzinfo=dt.UTC),
        dt.datetime(2026, 1, 31, 17, 30, tzinfo=dt.timezone(dt.timedelta(hours=8))),
        dt.datetime(2026, 11, 24, tzinfo=dt.UTC),
    ),
    "version": (Version("1.2"), Version("1.2.0"), Version("1.3"), Version("1.10")),
    "money": (Money(Decimal(1), "CNY"), Money(Decimal(10**9), "CNY"), Money(Decimal(1), "EUR")),
    "percent": (Percent(Decimal(1)), Percent(Decimal("99.9")), Percent(Decimal(100))),
    "ip": (ip_address("10.0.0.1"), ip_address("2001:db8::1")),
    "cidr": (ip_network("10.0.0.0/8"), ip_network("2001:db8::/32")),
}
_MOST_ELEMENTS = 4


@dataclass(frozen=True, slots=True)
class _Draw:
    """What a document is drawn with: the fields that it lacks, and the values that it takes, by kind."""

    random: Random
    absent: Collection[str]
    values: Mapping[str, Sequence[Value]]


def seeded(seed: int) -> Random:
    """Chance that is the same at every run."""
    return Random(seed)  # noqa: S311 - nothing secret hangs on it


def typed_value(kind: ScalarType, random: Random, values: Mapping[str, Sequence[Value]] = VALUES) -> Value:
    """A value of a leaf."""
    if kind.kind == "integer":
        low = -3 if kind.minimum is None else kind.minimum
        return random.randint(low, low + 9 if kind.maximum is None else kind.maximum)
    if kind.sensitive:
        return random.choice(kind.values or SECRET_CLASSES)
    return random.choice(kind.values or values[kind.kind])


def typed_document(
    schema: ObjectType,
    random: Random,
    *,
    absent: float = 0.1,
    values: Mapping[str, Sequence[Value]] = VALUES,
) -> Record:
    """A document of the schema. A field is left out of all elements of a list with the probability `absent`.

    A document keeps to a few values of each kind, or no rule on all elements of a list would ever pass.
    Elements have identities of their own. Lists may be empty, and inventories may be only observed.
    """
    few = {
        kind: random.sample(several, min(len(several), random.randint(1, 3)))
        for kind, several in values.items()
    }
    lacks = {name for name in _fields("", schema) if random.random() < absent}
    return _record("", schema, _Draw(random, lacks, few))


def narrowed(kind: FactType, words: Collection[str]) -> FactType:
    """The type with fewer words to draw: of an enum with some of `words` those, and one other."""
    if isinstance(kind, ListType):
        return replace(kind, item=narrowed(kind.item, words))
    if isinstance(kind, ObjectType):
        return replace(kind, fields={name: narrowed(inner, words) for name, inner in kind.fields.items()})
    named = tuple(word for word in kind.values if word in words)
    others = [word for word in kind.values if word not in words]
    return replace(kind, values=(*named, *others[:1])) if named else kind


def settings_of(tree: FactTree) -> Iterator[str]:
    """The names of all leaves and lists."""
    if not isinstance(tree, Record):
        yield tree.name
    for inner in _inside(tree):
        yield from settings_of(inner)


def without(document: Record, names: Collection[str]) -> Record:
    """The document with the leaves and lists of these names unknown."""

    def hidden(tree: FactTree) -> FactTree:
        known = isinstance(tree, Record) or tree.name not in names
        return tree if known else Fact(tree.name, Unknown(Reason.UNRESOLVED))

    return _fields_mapped(document, hidden)


def reordered(document: Record, random: Random) -> Record:
    """The document with the fields of its records and the elements of its lists in another order."""

    def shuffled(tree: FactTree) -> FactTree:
        if isinstance(tree, Series):
            return replace(tree, items=tuple(_any_order(tree.items, random)))
        if isinstance(tree, Record):
            return replace(tree, fields=dict(_any_order(tree.fields.items(), random)))
        return tree

    return _fields_mapped(
        replace(document, fields=dict(_any_order(document.fields.items(), random))), shuffled
    )


def _inside(tree: FactTree) -> Iterable[FactTree]:
    if isinstance(tree, Series):
        return tree.items
    return tree.fields.values() if isinstance(tree, Record) else ()


def _fields_mapped(record: Record, change: Callable[[FactTree], FactTree]) -> Record:
    """The record with everything in it changed, from the outside in."""
    return replace(record, fields={name: _mapped(tree, change) for name, tree in record.fields.items()})


def _mapped(tree: FactTree, change: Callable[[FactTree], FactTree]) -> FactTree:
    changed = change(tree)
    if isinstance(changed, Series):
        return replace(changed, items=tuple(_mapped(item, change) for item in changed.items))
    return _fields_mapped(changed, change) if isinstance(changed, Record) else changed


def _any_order(items: Iterable[T], random: Random) -> list[T]:
    listed = [*items]
    return random.sample(listed, len(listed))


def _fields(name: str, kind: FactType) -> Iterator[str]:
    """The names of all fields; those of an element are the same for all elements."""
    if isinstance(kind, ListType):
        yield from _fields(f"{name}[]", kind.item)
    elif isinstance(kind, ObjectType):
        for field, inner in kind.fields.items():
            yield f"{name}.{field}"
            yield from _fields(f"{name}.{field}", inner)


def _tree(name: str, kind: FactType, draw: _Draw) -> FactTree:
    if isinstance(kind, ObjectType):
        return _record(name, kind, draw)
    if isinstance(kind, ListType):
        return _series(name, kind, draw)
    return Fact(name, typed_value(kind, draw.random, draw.values))


def _record(name: str, kind: ObjectType, draw: _Draw) -> Record:
    generic = re.sub(r"\[\d+\]", "[]", name)
    there = {field: inner for field, inner in kind.fields.items() if f"{generic}.{field}" not in draw.absent}
    fields = {field: _tree(f"{name}.{field}", inner, draw) for field, inner in there.items()}
    return Record(name, fields)


def _series(name: str, kind: ListType, draw: _Draw) -> Series:
    count = draw.random.randint(0, _MOST_ELEMENTS)
    items = [_tree(f"{name}[{at}]", kind.item, draw) for at in range(count)]
    different = {_identity(item, kind, at): item for at, item in enumerate(items)}
    closed = not kind.inventory or draw.random.random() < 0.5
    return Series(name, tuple(different.values()), inventory=kind.inventory, closed=closed)


def _identity(item: FactTree, kind: ListType, at: int) -> object:
    """What identifies an element: two of a list never have the same."""
    if not isinstance(item, Record) or not kind.identity:
        return at
    return tuple(fact.value for field in kind.identity if isinstance(fact := item.fields.get(field), Fact))
