"""Witnesses: an assertion about a list has an outcome for each element, not one for the whole.

An assertion *ranges* over elements where it is an `all`, a `!…exists`, an `&&` one side of which ranges,
or an `implies` whose second argument ranges. Each element gives one witness; where the condition on it
ranges too, the innermost elements do. An `&&` that ranges gives the witnesses of both its sides. Every
other expression is one witness. There is always at least one, and the verdict of the whole is their
fold: false if any is false, else unknown if any is unknown, else true.

Elements that a filter leaves out give no witness. Where that leaves none, the list gives one: unknown
(vacuous) if it was only observed, true if it is closed or a register. Of `!x.exists(e, p)` the elements
that match are false; over a list that was only observed one more witness says that there may be others
(open-list).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias, cast

from reglint.language.evaluator import OUT_OF_FUEL, reach_of, walk
from reglint.language.logic import implication, negation, truth
from reglint.language.outcome import Doubt, Outcome
from reglint.language.quantifiers import Element, absence, matches, vacuity
from reglint.language.scope import FUEL, Fuel, Scope
from reglint.language.syntax import Binary, Call, Expression, Macro, Unary
from reglint.model.fact import Fact, Record, Unknown


@dataclass(frozen=True, slots=True)
class Witness:
    """The outcome for one element, or for the whole platform where `element` is empty.

    `element` is the name of the element, `component` and `environment` are those of the nearest record around
    it that has them. `facts`, `doubts` and `would_fail` are as in Outcome.
    """

    outcome: bool | Unknown
    element: str = ""
    component: str = ""
    environment: str = ""
    facts: tuple[Fact, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    would_fail: bool = False


Pairs: TypeAlias = Iterator[tuple[Witness, Outcome]]  # a witness with its place in the lists, and its outcome


def judge(expr: Expression, facts: Record, *, now: dt.date, fuel: int = FUEL) -> tuple[Witness, ...]:
    """The witnesses of an assertion on a day, at least one, in the order of the facts.

    Where the steps run out there is one for the whole: which elements were reached is chance.
    """
    start, left = Witness(outcome=True), Fuel(fuel)
    pairs = _pairs(expr, Scope(facts, now, left), start)
    witnesses = tuple(_witness(at, truth(outcome)) for at, outcome in pairs)
    return (_witness(start, OUT_OF_FUEL),) if left.is_out else witnesses


def _pairs(expr: Expression, scope: Scope, at: Witness) -> Pairs:
    match expr:
        case Macro(_, "all"):
            yield from _of_all(expr, scope, at)
        case Unary("!", Macro(_, "exists") as macro):
            yield from _of_none(macro, scope, at)
        case Binary("&&", left, right) if _ranges(expr):
            yield from _pairs(left, scope, at)
            yield from _pairs(right, scope, at)
        case Call("implies", (guard, requirement)) if _ranges(requirement):
            yield from _of_implies(guard, requirement, scope, at)
        case _:
            yield at, walk(expr, scope)


def _ranges(expr: Expression) -> bool:
    match expr:
        case Macro(_, "all") | Unary("!", Macro(_, "exists")):
            return True
        case Binary("&&", left, right):
            return _ranges(left) or _ranges(right)
        case Call("implies", (_, requirement)):
            return _ranges(requirement)
    return False


def _of_all(macro: Macro, scope: Scope, at: Witness) -> Pairs:
    reach = reach_of(macro, scope)
    if isinstance(reach, Outcome):
        yield at, reach
        return
    for element in reach.elements:
        if element.guard.value is not False:
            for inner, outcome in _pairs(macro.body, element.scope, _at(element, at)):
                yield inner, implication(element.guard, outcome)
    rest = vacuity(reach)
    if rest is not None:
        yield at, rest


def _of_none(macro: Macro, scope: Scope, at: Witness) -> Pairs:
    reach = reach_of(macro, scope)
    if isinstance(reach, Outcome):
        yield at, reach
        return
    found = matches(reach, [walk(macro.body, element.scope) for element in reach.elements])
    for element, match in zip(reach.elements, found, strict=True):
        if element.guard.value is not False:
            yield _at(element, at), negation(match)
    rest = absence(reach, found)
    if rest is not None:
        yield at, rest


def _of_implies(guard: Expression, requirement: Expression, scope: Scope, at: Witness) -> Pairs:
    asked = truth(walk(guard, scope))
    if asked.value is False:
        yield at, Outcome(value=True, facts=asked.facts)
        return
    for inner, outcome in _pairs(requirement, scope, at):
        yield inner, implication(asked, outcome)


def _at(element: Element, around: Witness) -> Witness:
    item = element.item
    if isinstance(item, Record):
        component = item.component or around.component
        environment = item.environment or around.environment
        return replace(around, element=item.name, component=component, environment=environment)
    return replace(around, element=item.name) if isinstance(item, Fact) else around


def _witness(at: Witness, outcome: Outcome) -> Witness:
    value = cast("bool | Unknown", outcome.value)
    return replace(
        at, outcome=value, facts=outcome.facts, doubts=outcome.doubts, would_fail=outcome.would_fail
    )
