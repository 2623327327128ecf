"""Types of expressions, as values: what is known before any platform is seen."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from reglint.model.interval import Interval
from reglint.model.schema import SECRET_CLASSES, FactType, ListType, ObjectType, ScalarType

_OF_FACTS: Mapping[str, str] = {"boolean": "bool", "integer": "int"}
_NUMBERS = {"int", "decimal"}
_WITHIN_BOUNDS = {"integer", "percent"}  # of which a platform's values are held to the schema's bounds


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value without parts.

    `kind` is bool, int, decimal, string, enum, duration, date, timestamp, version, money, percent, ip, cidr,
    or any: what a fault leaves open. `words` are those of an enum, all the texts that a string written in the
    rule can be, or what a duration is known to count (exact, months, business_days). `low` and `high` are the
    least and the greatest that an int or a percentage can be; of a duration, 0 and no end where it is never
    negative. `secret`: the words are classes of secrets.
    """

    kind: str
    words: tuple[str, ...] = ()
    low: float = -math.inf
    high: float = math.inf
    secret: bool = False


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of elements of one type."""

    item: Type


Type: TypeAlias = Scalar | ListOf | ObjectType

ANY = Scalar("any")
BOOL = Scalar("bool")
DATE = Scalar("date")
STRING = Scalar("string")
COUNT = Scalar("int", low=0)


def type_of(fact: FactType) -> Type:
    """The type of a fact, from the schema. An object is its own type: only what is asked for is read."""
    if isinstance(fact, ObjectType):
        return fact
    return ListOf(type_of(fact.item)) if isinstance(fact, ListType) else _scalar(fact)


def word_of(kind: Type) -> str:
    """The type in a word.

    >>> word_of(ListOf(BOOL))
    'list'
    """
    if isinstance(kind, Scalar):
        return kind.kind
    return "list" if isinstance(kind, ListOf) else "object"


def joined(kinds: Iterable[Type]) -> Type | None:
    """The one type that values of all these types have; None where there is none.

    >>> joined([Scalar("int"), Scalar("decimal")])
    Scalar(kind='decimal', words=(), low=-inf, high=inf, secret=False)
    """
    merged: Type | None = ANY
    for kind in kinds:
        merged = _merged(merged, kind)
    return merged


def _scalar(fact: ScalarType) -> Scalar:
    if fact.sensitive:
        return Scalar("enum", fact.values or SECRET_CLASSES, secret=True)
    return Scalar(_OF_FACTS.get(fact.kind, fact.kind), fact.values, *_bounds(fact))


def _bounds(fact: ScalarType) -> Interval:
    """The least and the greatest that a fact can be. No setting is a negative length of time."""
    if fact.kind not in _WITHIN_BOUNDS:
        return 0 if fact.kind == "duration" else -math.inf, math.inf
    low = -math.inf if fact.minimum is None else fact.minimum
    return low, math.inf if fact.maximum is None else fact.maximum


def _merged(one: Type | None, other: Type) -> Type | None:
    if one is None or other == ANY:
        return one
    if one == ANY:
        return other
    if isinstance(one, ListOf) and isinstance(other, ListOf):
        item = _merged(one.item, other.item)
        return None if item is None else ListOf(item)
    if isinstance(one, Scalar) and isinstance(other, Scalar):
        return _merged_scalars(one, other)
    return one if one == other else None


def _merged_scalars(one: Scalar, other: Scalar) -> Scalar | None:
    kinds = {one.kind, other.kind}
    if kinds == _NUMBERS:
        return Scalar("decimal")
    if kinds == {"enum", "string"}:
        enum, text = (one, other) if one.kind == "enum" else (other, one)
        return enum if text.words and set(text.words) <= set(enum.words) else None
    if len(kinds) > 1:
        return None
    words = (*one.words, *other.words) if one.words and other.words else ()
    low, high = min(one.low, other.low), max(one.high, other.high)
    return Scalar(one.kind, tuple(dict.fromkeys(words)), low, high, one.secret or other.secret)
