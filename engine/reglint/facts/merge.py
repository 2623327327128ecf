"""Observed and declared facts → one tree. What is observed outranks what is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from reglint.facts.observe import Observation
from reglint.facts.schema import at
from reglint.model.fact import Fact, FactTree, Record, Series, Unknown
from reglint.model.schema import ListType, ObjectType


@dataclass(frozen=True, slots=True)
class Conflict:
    """A setting that is said to be one thing and seen to be another."""

    observed: Fact
    declared: Fact


@dataclass(frozen=True, slots=True)
class Merged:
    """The tree that rules read, and where declaration and observation disagree.

    `outranked` are the elements of lists that are said and not seen, each beside the first that is seen.
    """

    facts: Record
    conflicts: tuple[Conflict, ...] = ()
    outranked: tuple[Conflict, ...] = ()


def merge(declared: Record, observed: Iterable[Observation], schema: ObjectType) -> Merged:
    """The declared tree with the observed elements in its lists.

    A declared element meets every observed one with the same identity (and component and environment, where
    it names them): it fills what was not seen, and yields where something was. A declared element that
    meets none stands for itself. A list with a declaration is closed: somebody has said what is in it.
    """
    lists: dict[str, list[Record]] = {}
    for one in observed:
        lists.setdefault(one.into.removesuffix("[]"), []).append(one.record)
    tree, conflicts, outranked = declared, list[Conflict](), list[Conflict]()
    for name, records in sorted(lists.items()):
        path = name.split(".")
        kind = at(schema, path)
        if isinstance(kind, ListType):
            said = _get(tree, path)
            series, met = _series(name, records, said if isinstance(said, Series) else None, kind)
            tree = _put(tree, path, series)
            conflicts += (one for element, record in met for one in _conflicts(element, record))
            outranked += (one for element, record in met for one in _outranked(element, record))
    return Merged(tree, tuple(conflicts), tuple(outranked))


def meets(declared: Record, observed: Record, identity: tuple[str, ...]) -> bool:
    """Whether a declared element speaks of an observed one: every part of its identity agrees."""
    named = [field for field in identity if _known(declared.fields.get(field)) is not None]
    return (
        bool(named)
        and all(_known(declared.fields[field]) == _known(observed.fields.get(field)) for field in named)
        and (not declared.component or f"/{observed.component}".endswith(f"/{declared.component}"))
        and declared.environment in ("", observed.environment)
    )


def _series(
    name: str, records: list[Record], said: Series | None, kind: ListType
) -> tuple[Series, list[tuple[Record, Record]]]:
    """The list with what is seen and said, and each declared element with the observed one that it meets."""
    elements = [one for one in said.items if isinstance(one, Record)] if said else []
    items: list[FactTree] = []
    met: list[tuple[Record, Record]] = []
    used: set[int] = set()
    for record in records:
        whole = record
        for index, element in enumerate(elements):
            if meets(element, record, kind.identity):
                used.add(index)
                met.append((element, record))
                whole = _filled(whole, element)
        items.append(whole)
    items += [element for index, element in enumerate(elements) if index not in used]
    place = said.place if said else None
    return Series(name, tuple(items), place, kind.inventory, said is not None), met


def _filled(record: Record, element: Record) -> Record:
    missing = {
        field: fact
        for field, fact in element.fields.items()
        if field not in record.fields or _unknown(record.fields[field])
    }
    return replace(record, fields={**record.fields, **missing})


def _conflicts(element: Record, record: Record) -> Iterable[Conflict]:
    for field, said in element.fields.items():
        seen = record.fields.get(field)
        if isinstance(said, Fact) and isinstance(seen, Fact):
            known = (_known(said), _known(seen))
            if None not in known and known[0] != known[1]:
                yield Conflict(seen, said)


def _outranked(element: Record, record: Record) -> Iterable[Conflict]:
    for field, said in element.fields.items():
        seen = record.fields.get(field)
        if isinstance(said, Series) and isinstance(seen, Series):
            there = [one for one in seen.items if isinstance(one, Fact)]
            known = {_known(one) for one in there}
            more = (one for one in said.items if isinstance(one, Fact) and _known(one) not in known)
            yield from (Conflict(there[0], one) for one in more if there)


def _known(fact: FactTree | None) -> object | None:
    return fact.value if isinstance(fact, Fact) and not isinstance(fact.value, Unknown) else None


def _unknown(fact: FactTree) -> bool:
    return isinstance(fact, Fact) and isinstance(fact.value, Unknown)


def _get(tree: Record, path: list[str]) -> FactTree | None:
    here: FactTree | None = tree
    for step in path:
        here = here.fields.get(step) if isinstance(here, Record) else None
    return here


def _put(tree: Record, path: list[str], value: FactTree) -> Record:
    first, *rest = path
    if not rest:
        return replace(tree, fields={**tree.fields, first: value})
    inner = tree.fields.get(first)
    name = f"{tree.name}.{first}".removeprefix(".")
    below = inner if isinstance(inner, Record) else Record(name, {}, tree.place)
    return replace(tree, fields={**tree.fields, first: _put(below, rest, value)})


def walk(tree: FactTree) -> Iterable[Fact]:
    """Every fact of a tree, in order."""
    if isinstance(tree, Fact):
        yield tree
        return
    inner: Iterable[FactTree] = tree.fields.values() if isinstance(tree, Record) else tree.items
    for one in inner:
        yield from walk(one)


def index(tree: FactTree) -> Mapping[str, Fact]:
    """The facts of a tree by name; of several with one name, the first."""
    named: dict[str, Fact] = {}
    for fact in walk(tree):
        named.setdefault(fact.name, fact)
    return named
