"""Names of facts, elements by identity, in a schema and a tree: `custody.accounts[id=A1].segregated`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from reglint.facts.leaf import did_you_mean
from reglint.model.fact import Fact, FactTree, Record, Series
from reglint.model.schema import FactType, ListType, ObjectType

Picks: TypeAlias = tuple[tuple[str, str], ...]
"""Fields of an element, each with its text; the field "" is the position in the list."""

Change: TypeAlias = Callable[[FactTree, FactType, tuple[str, ...]], FactTree]
"""What is at a path, its type, and the fields that identify it in its list."""

_DOT = re.compile(r"\.(?![^\[]*\])")
_STEP = re.compile(r"([a-z][a-z0-9_]*)(?:\[([^\[\]]+)\])?")


@dataclass(frozen=True, slots=True)
class Step:
    """One name on the way to a fact, and what picks the elements of the list that it names, if anything."""

    name: str
    picks: Picks = ()


def parse_path(text: str) -> tuple[Step, ...] | None:
    """The steps to a fact; None where the text is no name of one.

    >>> parse_path("network.endpoints[server=a.example,port=80].tls")[1]
    Step(name='endpoints', picks=(('server', 'a.example'), ('port', '80')))
    """
    matches = [_STEP.fullmatch(part) for part in _DOT.split(text)]
    if None in matches:
        return None
    return tuple(Step(match[1], _picks(match[2] or "")) for match in matches if match)


def fault_of(steps: tuple[Step, ...], schema: ObjectType) -> str:
    """What is wrong with a path by the schema; "" where there can be such a fact."""
    here: FactType = schema
    identity: tuple[str, ...] = ()
    for step in steps:
        if step.name in identity:
            return f"{step.name} says which element it is; name the element itself"
        identity = ()
        if isinstance(here, ListType):
            return "what comes before is a list: name the element, as in [id=A1]"
        known = here.fields if isinstance(here, ObjectType) else {}
        if step.name not in known:
            return f'unknown fact "{step.name}"{did_you_mean(step.name, list(known))}'
        inner = known[step.name]
        if not step.picks:
            here = inner
        elif not isinstance(inner, ListType):
            return f"{step.name} is no list: write it without [ ]"
        elif fault := _fault_of_picks(step, inner):
            return fault
        else:
            here, identity = inner.item, inner.identity
    return ""


def found_at(tree: FactTree, steps: tuple[Step, ...]) -> Iterator[FactTree]:
    """All that is at a path: several where several elements have the identity."""
    if not steps:
        yield tree
        return
    inner = tree.fields.get(steps[0].name) if isinstance(tree, Record) else None
    if inner is not None:
        items = _picked(inner, steps[0].picks) if steps[0].picks else [inner]
        for item in items:
            yield from found_at(item, steps[1:])


def changed_at(
    tree: FactTree, kind: FactType, steps: tuple[Step, ...], change: Change, identity: tuple[str, ...] = ()
) -> FactTree:
    """The tree with what is at a path changed; the path is one that the schema knows."""
    if not steps:
        return change(tree, kind, identity)
    name, picks = steps[0].name, steps[0].picks
    inner = tree.fields.get(name) if isinstance(tree, Record) else None
    if inner is None or not isinstance(tree, Record) or not isinstance(kind, ObjectType):
        return tree
    if not picks:
        return _with(tree, name, changed_at(inner, kind.fields[name], steps[1:], change))
    listed = kind.fields[name]
    if not isinstance(inner, Series) or not isinstance(listed, ListType):
        return tree
    chosen = {id(item) for item in _picked(inner, picks)}
    items = (
        changed_at(item, listed.item, steps[1:], change, listed.identity) if id(item) in chosen else item
        for item in inner.items
    )
    return _with(tree, name, replace(inner, items=tuple(items)))


def _picks(text: str) -> Picks:
    """The fields of `server=_,port=80`; a value may hold commas, a field's name begins after one."""
    if not text:
        return ()
    if text.isdecimal():
        return (("", text),)
    parts = re.split(r",(?=[a-z][a-z0-9_]*=)", text)
    return tuple((field, value) for field, _, value in (part.partition("=") for part in parts))


def _fault_of_picks(step: Step, kind: ListType) -> str:
    if step.picks[0][0] == "":
        return ""
    strange = next((field for field, _ in step.picks if field not in kind.identity), None)
    if strange is None:
        return ""
    by = ",".join(f"{field}=…" for field in kind.identity)
    return f"an element of {step.name} is named by [{by}]" if by else f"write {step.name}[0] for the first"


def _picked(tree: FactTree, picks: Picks) -> list[FactTree]:
    items = tree.items if isinstance(tree, Series) else ()
    return [item for position, item in enumerate(items) if _fits(item, position, picks)]


def _fits(item: FactTree, position: int, picks: Picks) -> bool:
    if picks[0][0] == "":
        return str(position) == picks[0][1]
    fields = item.fields if isinstance(item, Record) else {}
    return all(isinstance(fact := fields.get(field), Fact) and fact.shown == text for field, text in picks)


def _with(record: Record, name: str, tree: FactTree) -> Record:
    return replace(record, fields={**record.fields, name: tree})
