"""A rule on a platform, part by part: what each comes to, for which element, and which of them decided."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from reglint.language.evaluator import evaluate, reach_of, walk
from reglint.language.explain_room import MOST_PARTS, divided, room_of_element, truth_of
from reglint.language.logic import conjunction, implication, truth
from reglint.language.outcome import Outcome, strictly
from reglint.language.quantifiers import Element, Reach, vacuity
from reglint.language.scope import FUEL, Fuel, Scope
from reglint.language.sentence.names import Names, bind, element_of, outermost
from reglint.language.sentence.shapes import operands_of, unfiltered
from reglint.language.syntax import Binary, Call, Conditional, Expression, Macro, Unary
from reglint.model.fact import Fact, Record, Series
from reglint.model.schema import ObjectType
from reglint.model.verdict import Reason

_FUEL = 3 * FUEL
"""The steps to open all parts: what took a rule's own to judge can be looked at once more on each level."""


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a rule and what it comes to.

    `inside` are the parts that it is made of: the operands of logic, the elements that a macro looks at.
    `role` is element for one of these: it has its name in `element` and the component and environment that it
    was seen in, and its parts are the filters (`role` is filter) and then the condition. `names` is how a
    sentence calls what is here. `decides`: the result of the whole hangs on it. `left_out` says of the
    elements for which there was no room how many come to true, to false and, under None, to an unknown.
    `unsure` are, of an `all` where one element has to pass the filters and none does for sure, the facts that
    leave it open.

    A part has nothing inside where it has no parts, where there is no room for them, and where it takes too
    many steps to look at them.
    """

    expr: Expression
    outcome: Outcome
    names: Names
    inside: tuple[Step, ...] = ()
    role: str = ""
    element: str = ""
    component: str = ""
    environment: str = ""
    decides: bool = False
    left_out: Mapping[bool | None, int] = field(default_factory=dict)
    unsure: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class _Around:
    """What names mean around a part, to the evaluator and in a sentence, and the room for what is inside."""

    scope: Scope
    names: Names
    room: int

    @property
    def is_spent(self) -> bool:
        """Whether no steps are left for any part: what was computed last counts for nothing."""
        return self.scope.fuel.is_out

    def outcome(self, expr: Expression) -> Outcome:
        """What the expression comes to."""
        return truth(walk(expr, self.scope))

    def among(self, count: int) -> _Around:
        """As it is for each of several parts: every one takes a place itself."""
        return replace(self, room=self.room // count - 1)


_Opened: TypeAlias = "tuple[tuple[Step, ...], Mapping[bool | None, int], tuple[Fact, ...]]"
"""What is inside, what is left out and what is unsure, as in Step."""

_CLOSED: _Opened = ((), {}, ())


def steps(expr: Expression, facts: Record, schema: ObjectType, *, now: dt.date) -> Step:
    """The condition on a day, part by part. Which parts decide is not said yet."""
    around = _Around(Scope(facts, now, Fuel(_FUEL)), outermost(expr, schema), MOST_PARTS - 1)
    return _step(expr, truth(evaluate(expr, facts, now=now)), around)


def _step(expr: Expression, outcome: Outcome, around: _Around) -> Step:
    """The part with what is inside; nothing is where the rule itself took too many steps to say more."""
    inside = _INSIDE.get(type(expr))
    gave_up = any(doubt.reason is Reason.BUDGET for doubt in outcome.doubts)
    parts, left_out, unsure = _CLOSED if inside is None or gave_up else inside(expr, around)
    return Step(expr, outcome, around.names, parts, left_out=left_out, unsure=unsure)


def _parts(exprs: Iterable[Expression], around: _Around) -> _Opened:
    """All of them or, for want of room, none."""
    found = tuple(exprs)
    outcomes = [around.outcome(expr) for expr in found]
    if around.is_spent or around.room < len(found) or not found:
        return _CLOSED
    inner = around.among(len(found))
    parts = tuple(_step(expr, outcome, inner) for expr, outcome in zip(found, outcomes, strict=True))
    return parts, {}, ()


def _operands(expr: Binary, around: _Around) -> _Opened:
    return _parts(operands_of(expr, expr.operator), around) if expr.operator in {"&&", "||"} else _CLOSED


def _denied(expr: Unary, around: _Around) -> _Opened:
    return _parts((expr.operand,), around)


def _arguments(expr: Call, around: _Around) -> _Opened:
    return _parts(expr.arguments, around) if expr.function == "implies" else _CLOSED


def _branches(expr: Conditional, around: _Around) -> _Opened:
    return _parts((expr.condition, expr.yes, expr.no), around)


def _elements(expr: Macro, around: _Around) -> _Opened:
    """The elements that decide, as far as there is room, and then the others, in the order of the facts."""
    reach = reach_of(expr, around.scope)
    if isinstance(reach, Outcome):
        return _CLOSED
    bodies = [truth(walk(expr.body, element.scope)) for element in reach.elements]
    if around.is_spent:
        return _CLOSED
    results = [_met(expr, one.guard, body) for one, body in zip(reach.elements, bodies, strict=True)]
    shown, left = divided(expr.macro, results, around.room // room_of_element(expr))
    inner = replace(around.among(max(len(shown), 1)), names=_names_inside(expr, around.names))
    parts = tuple(_element(expr, reach.elements[at], bodies[at], results[at], inner) for at in shown)
    return parts, Counter(truth_of(results[at]) for at in left), _unsure(expr, reach)


def _unsure(expr: Macro, reach: Reach) -> tuple[Fact, ...]:
    rest = vacuity(reach) if expr.macro == "all" else None
    doubt = strictly(each.guard for each in reach.elements)
    return doubt.facts if rest is not None and doubt is not None else ()


def _names_inside(macro: Macro, names: Names) -> Names:
    listing, filters = unfiltered(macro.operand)
    return bind((*(each.variable for each in filters), macro.variable), element_of(listing, names))


def _element(expr: Macro, element: Element, body: Outcome, result: Outcome, around: _Around) -> Step:
    """An element with the filters and the condition, of which the last gets the room that is left."""
    scope, filters = element.scope, unfiltered(expr.operand)[1]
    bound = scope.variables[expr.variable]
    inner = around.among(len(filters) + 1)
    guards = [_guard(each, replace(inner, scope=scope.bind(each.variable, bound))) for each in filters]
    parts = () if inner.is_spent else (*guards, _step(expr.body, body, replace(inner, scope=scope)))
    found = Step(expr.body, result, around.names, parts, role="element", element=_name(element))
    if isinstance(element.item, Record):
        return replace(found, component=element.item.component, environment=element.item.environment)
    return found


def _guard(macro: Macro, around: _Around) -> Step:
    return replace(_step(macro.body, around.outcome(macro.body), around), role="filter")


def _met(expr: Macro, guard: Outcome, body: Outcome) -> Outcome:
    return implication(guard, body) if expr.macro == "all" else conjunction((guard, body))


def _name(element: Element) -> str:
    item = element.item
    return item.name if isinstance(item, (Record, Fact, Series)) else str(item)


_INSIDE: Mapping[type, Callable[[Any, _Around], _Opened]] = {
    Binary: _operands,
    Unary: _denied,
    Call: _arguments,
    Conditional: _branches,
    Macro: _elements,
}
