"""A rule on a platform, part by part: what each comes to, for which element, and which of them decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from reglint.language.evaluator import reach_of, walk
from reglint.language.logic import conjunction, implication, truth
from reglint.language.outcome import Outcome
from reglint.language.quantifiers import Element
from reglint.language.scope import FUEL, Fuel, Scope
from reglint.language.sentence_scope import Scope as Names
from reglint.language.sentence_scope import bind, element_of, outermost
from reglint.language.sentence_shapes import operands_of, unfiltered
from reglint.language.syntax import Binary, Call, Conditional, Expression, Macro, Unary
from reglint.model.fact import Fact, Record, Series
from reglint.model.schema import ObjectType


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a rule and what it comes to.

    `inside` are the parts that it is made of: the operands of logic, the elements that a macro looks at.
    `role` is element for one of these: it has its name in `element` and the component and environment that it
    was seen in, and its parts are the filters (`role` is filter) and then the condition. `names` is how a
    sentence calls what is here. `decides`: the result of the whole hangs on it.
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


@dataclass(frozen=True, slots=True)
class _Around:
    """What names mean around a part: to the evaluator, and in a sentence."""

    scope: Scope
    names: Names

    def outcome(self, expr: Expression) -> Outcome:
        """What the expression comes to; each part has all the steps that a rule may take."""
        return walk(expr, replace(self.scope, fuel=Fuel(FUEL)))


def steps(expr: Expression, facts: Record, schema: ObjectType, *, now: dt.date) -> Step:
    """The condition on a day, part by part. Which parts decide is not said yet."""
    return _step(expr, _Around(Scope(facts, now, Fuel(FUEL)), outermost(expr, schema)))


def _step(expr: Expression, around: _Around) -> Step:
    inside = _INSIDE.get(type(expr))
    parts = tuple(inside(expr, around)) if inside is not None else ()
    return Step(expr, truth(around.outcome(expr)), around.names, parts)


def _operands(expr: Binary, around: _Around) -> Iterator[Step]:
    if expr.operator in {"&&", "||"}:
        yield from (_step(operand, around) for operand in operands_of(expr, expr.operator))


def _denied(expr: Unary, around: _Around) -> Iterator[Step]:
    yield _step(expr.operand, around)


def _arguments(expr: Call, around: _Around) -> Iterator[Step]:
    if expr.function == "implies":
        yield from (_step(argument, around) for argument in expr.arguments)


def _branches(expr: Conditional, around: _Around) -> Iterator[Step]:
    yield from (_step(part, around) for part in (expr.condition, expr.yes, expr.no))


def _elements(expr: Macro, around: _Around) -> Iterator[Step]:
    reach = reach_of(expr, replace(around.scope, fuel=Fuel(FUEL)))
    if isinstance(reach, Outcome):
        return
    listing, filters = unfiltered(expr.operand)
    names = bind((*(each.variable for each in filters), expr.variable), element_of(listing, around.names))
    for element in reach.elements:
        yield _element(expr, filters, element, names)


def _element(expr: Macro, filters: tuple[Macro, ...], element: Element, names: Names) -> Step:
    scope = element.scope
    bound = scope.variables[expr.variable]
    body = _step(expr.body, _Around(scope, names))
    guards = (
        replace(_step(each.body, _Around(scope.bind(each.variable, bound), names)), role="filter")
        for each in filters
    )
    outcome = _met(expr, element.guard, body.outcome)
    found = Step(expr.body, outcome, names, (*guards, body), role="element", element=_name(element))
    if isinstance(element.item, Record):
        return replace(found, component=element.item.component, environment=element.item.environment)
    return found


def _met(expr: Macro, guard: Outcome, body: Outcome) -> Outcome:
    return implication(guard, body) if expr.macro == "all" else conjunction((guard, body))


def _name(element: Element) -> str:
    item = element.item
    return item.name if isinstance(item, (Record, Fact, Series)) else str(item)


_INSIDE: Mapping[type, Callable[[Any, _Around], Iterator[Step]]] = {
    Binary: _operands,
    Unary: _denied,
    Call: _arguments,
    Conditional: _branches,
    Macro: _elements,
}
