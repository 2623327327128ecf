"""What an expression comes to on a platform: a value or an unknown, and the facts it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from reglint.model.fact import Fact, FactTree, Record, Series, Unknown, Value
from reglint.model.verdict import Reason

Held: TypeAlias = "Value | Record | Series | tuple[Held, ...] | Unknown"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A fact that leaves a result open, by name, and why. No name where no single fact is to blame."""

    fact: str
    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Within:
    """Where a value lies, both ends inclusive; None is an end that is not known. `facts` say so."""

    low: Held | None
    high: Held | None
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result.

    `facts` are those that decided; of an unknown they are the unknown ones. `doubts` are there for an unknown
    only. `would_fail`: a guard is unknown and what it guards is false; then the facts of what is false come
    first. `within`, of an unknown: what is known of it all the same.
    """

    value: Held
    facts: tuple[Fact, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    would_fail: bool = False
    within: Within | None = None


def of_tree(tree: FactTree) -> Outcome:
    """The outcome of reading a fact, a record or a series."""
    if not isinstance(tree, Fact):
        return Outcome(tree)
    if isinstance(tree.value, Unknown):
        doubt = Doubt(tree.name, tree.value.reason, tree.value.detail)
        return Outcome(tree.value, (tree,), (doubt,))
    return Outcome(tree.value, (tree,))


def in_doubt(unknown: Unknown, facts: Iterable[Fact]) -> Outcome:
    """The outcome of an operation that known facts leave open; the first is named."""
    rests_on = tuple(facts)
    name = rests_on[0].name if rests_on else ""
    return Outcome(unknown, rests_on, (Doubt(name, unknown.reason, unknown.detail),))


def facts_of(outcomes: Iterable[Outcome]) -> tuple[Fact, ...]:
    """The facts of all, each once, in order."""
    groups = [outcome.facts for outcome in outcomes if outcome.facts]
    if len(groups) == 1:  # the usual case: nothing to merge, and hashing a fact has its price
        return groups[0]
    return tuple(dict.fromkeys(fact for group in groups for fact in group))


def doubts_of(outcomes: Iterable[Outcome]) -> tuple[Doubt, ...]:
    """The doubts of all, each once, in order."""
    return tuple(dict.fromkeys(doubt for outcome in outcomes for doubt in outcome.doubts))


def strictly(outcomes: Iterable[Outcome]) -> Outcome | None:
    """The unknown that the unknown ones make together; None if all are known."""
    unknown = [outcome for outcome in outcomes if isinstance(outcome.value, Unknown)]
    if not unknown:
        return None
    return Outcome(unknown[0].value, facts_of(unknown), doubts_of(unknown))
