"""Reading facts: from a record to its fields, from a list to its elements. The tree is sparse."""

from __future__ import annotations

from dataclasses import replace

from reglint.language.kinds import kind_of
from reglint.language.outcome import Held, Outcome, in_doubt, of_tree
from reglint.model.fact import Fact, Record, Series, Unknown
from reglint.model.verdict import Basis, Reason

_ABSENT = (Reason.MISSING, Reason.NULL)


def field_of(outcome: Outcome, field: str) -> Outcome:
    """The field of a record; of a missing record, the field is missing too, at the same place."""
    if isinstance(outcome.value, Record):
        tree = outcome.value.fields.get(field)
        return of_tree(_missing(outcome.value, field) if tree is None else tree)
    if isinstance(outcome.value, Unknown):
        return _field_of_unknown(outcome, field)
    detail = f'{kind_of(outcome.value)} has no field "{field}"'
    return in_doubt(Unknown(Reason.MISTYPED, detail), grounded(outcome).facts)


def element_of(outcome: Outcome, index: Outcome) -> Outcome:
    """The element of a list by number, from 0, or the field of a record by its name in quotes."""
    if isinstance(index.value, str):
        return field_of(outcome, index.value)
    for part in (outcome, index):
        if isinstance(part.value, Unknown):
            return part
    items = outcome.value.items if isinstance(outcome.value, Series) else outcome.value
    if not isinstance(items, tuple) or type(index.value) is not int:
        detail = f"{kind_of(outcome.value)} has no element by {kind_of(index.value)}"
        return in_doubt(Unknown(Reason.MISTYPED, detail), grounded(outcome).facts)
    if not 0 <= index.value < len(items):
        return in_doubt(
            Unknown(Reason.MISSING, f"the list has no element {index.value}"), grounded(outcome).facts
        )
    return element(items[index.value], outcome.facts)


def element(item: Held | Fact, facts: tuple[Fact, ...] = ()) -> Outcome:
    """The outcome of an element: of a series as it is, of a written list with the list's facts."""
    if isinstance(item, (Fact, Record, Series)):
        return of_tree(item)
    return Outcome(item, facts)


def presence(outcome: Outcome, field: str) -> Outcome:
    """Whether the field is there and not null: true or false, never unknown."""
    if not isinstance(outcome.value, Record):
        return Outcome(value=False, facts=field_of(outcome, field).facts)
    tree = outcome.value.fields.get(field) or _missing(outcome.value, field)
    if isinstance(tree, Fact):
        absent = isinstance(tree.value, Unknown) and tree.value.reason in _ABSENT
        return Outcome(not absent, (tree,))
    return Outcome(value=True, facts=(as_fact(tree),))


def is_open(series: Series) -> bool:
    """Whether there may be more than was seen: of an inventory that was only observed."""
    return series.inventory and not series.closed


def openness(tree: object) -> tuple[Outcome, ...]:
    """The doubt that there may be more than was seen, where the tree is an open list."""
    if not isinstance(tree, Series) or not is_open(tree):
        return ()
    return (of_tree(as_fact(tree, Unknown(Reason.OPEN_LIST, "only what was found is listed"))),)


def as_fact(tree: Record | Series, unknown: Unknown | None = None, *, among: int = 0) -> Fact:
    """A record or a series as one fact, to be shown where it decides; its value is how much is in it.

    `among` is how many elements there were before a filter.
    """
    if isinstance(tree, Series):
        count, noun, observed = len(tree.items), "element", not tree.closed
    else:
        count, noun, observed = len(tree.fields), "field", False
    said = Basis.DECLARED if tree.attested is None else Basis.ATTESTED
    basis = Basis.OBSERVED if observed else said
    if unknown is not None:
        return Fact(tree.name, unknown, basis, tree.place, attested=tree.attested)
    counted = f"{count} of {among}" if among > count else f"{count}"
    shown = f"{counted} {noun}{'s' * (max(count, among) != 1)}"
    return Fact(tree.name, count, basis, tree.place, shown, attested=tree.attested)


def grounded(outcome: Outcome) -> Outcome:
    """The outcome with facts to show: a record or a series is its own."""
    if isinstance(outcome.value, (Record, Series)):
        return replace(outcome, facts=(as_fact(outcome.value),))
    return outcome


def _missing(record: Record, field: str) -> Fact:
    name = f"{record.name}.{field}" if record.name else field
    return Fact(name, Unknown(Reason.MISSING), place=record.place)


def _field_of_unknown(outcome: Outcome, field: str) -> Outcome:
    """Name what is asked for, not its missing parent: that is what someone must write."""
    match outcome.facts:
        case (Fact(name, Unknown(Reason.MISSING), basis, place),):
            return of_tree(Fact(f"{name}.{field}", Unknown(Reason.MISSING), basis, place))
    return outcome
