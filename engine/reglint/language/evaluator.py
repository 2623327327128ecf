"""The exact evaluator: walks the tree over the facts.

It never raises on a platform's facts. Whatever decides, every part is evaluated, so that all that decides is
found and no order matters; where the steps run out, nothing is said but that.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from reglint.language.access import element, element_of, field_of, grounded, presence
from reglint.language.arithmetic import negate
from reglint.language.builtins import CONSTRUCTORS, construct
from reglint.language.kinds import kind_of
from reglint.language.logic import choice, conjunction, disjunction, implication, negation
from reglint.language.operations import added, among, asked, compared, computed, folded, plain, sized
from reglint.language.outcome import Held, Outcome, in_doubt
from reglint.language.quantifiers import QUANTIFIERS, Element, Reach, Results, counted
from reglint.language.scope import FUEL, Fuel, OutOfFuel, Scope
from reglint.language.syntax import (
    Binary,
    Call,
    Conditional,
    Expression,
    Index,
    ListLiteral,
    Literal,
    Macro,
    Member,
    Method,
    Name,
    Unary,
)
from reglint.model.fact import Fact, Record, Series, Unknown
from reglint.model.verdict import Reason

_FACTS_A_STEP = 4
_PASSES = Outcome(value=True)
OUT_OF_FUEL = in_doubt(Unknown(Reason.BUDGET, "the rule takes too many steps"), ())
"""What an expression comes to that takes more steps than it may."""


def evaluate(expr: Expression, facts: Record, *, now: dt.date, fuel: int = FUEL) -> Outcome:
    """What the expression comes to on a day. `fuel` bounds the steps that are taken; see Fuel."""
    return walk(expr, Scope(facts, now, Fuel(fuel)))


def walk(expr: Expression, scope: Scope) -> Outcome:
    """What the expression comes to in a scope; OUT_OF_FUEL where a step was missing anywhere in it."""
    try:
        return _walk(expr, scope)
    except OutOfFuel:
        return OUT_OF_FUEL


def reach_of(macro: Macro, scope: Scope) -> Reach | Outcome:
    """What a macro looks at, through the filters before it; an outcome where there is no list to look at."""
    try:
        return _reach(macro, scope)
    except OutOfFuel:
        return OUT_OF_FUEL


def _walk(expr: Expression, scope: Scope) -> Outcome:
    outcome = _WALKS[type(expr)](expr, scope)
    scope.fuel.burn(1 + len(outcome.facts) // _FACTS_A_STEP)
    return outcome


def _reach(macro: Macro, scope: Scope) -> Reach | Outcome:
    filters: list[Macro] = []
    operand = macro.operand
    while isinstance(operand, Macro) and operand.macro == "filter":
        filters.append(operand)
        operand = operand.operand
    listed = _walk(operand, scope)
    if isinstance(listed.value, Unknown):
        return listed
    items = listed.value.items if isinstance(listed.value, Series) else listed.value
    if not isinstance(items, tuple):
        detail = f"{kind_of(listed.value)} has no elements"
        return in_doubt(Unknown(Reason.MISTYPED, detail), grounded(listed).facts)
    scope.fuel.burn(len(items))
    macros = (*reversed(filters), macro)
    elements = tuple(_element(item, element(item, listed.facts), macros, scope) for item in items)
    return Reach(elements, listed.value if isinstance(listed.value, Series) else None)


def _element(item: Held | Fact, bound: Outcome, macros: tuple[Macro, ...], scope: Scope) -> Element:
    *filters, last = macros
    guards = [_walk(each.body, scope.bind(each.variable, bound)) for each in filters]
    return Element(item, conjunction(guards) if guards else _PASSES, scope.bind(last.variable, bound))


def _literal(expr: Literal, _: Scope) -> Outcome:
    return Outcome(expr.value)


def _name(expr: Name, scope: Scope) -> Outcome:
    return scope.look_up(expr.name)


def _member(expr: Member, scope: Scope) -> Outcome:
    return field_of(_walk(expr.operand, scope), expr.field)


def _index(expr: Index, scope: Scope) -> Outcome:
    return element_of(_walk(expr.operand, scope), _walk(expr.index, scope))


def _unary(expr: Unary, scope: Scope) -> Outcome:
    operand = _walk(expr.operand, scope)
    if expr.operator == "!":
        return negation(operand)
    return computed((operand,), negate)


def _binary(expr: Binary, scope: Scope) -> Outcome:
    parts = (_walk(expr.left, scope), _walk(expr.right, scope))
    match expr.operator:
        case "&&":
            return conjunction(parts)
        case "||":
            return disjunction(parts)
        case "in":
            return among(*parts, scope.fuel)
        case "+" | "-" | "*" | "/" | "%":
            return added(expr.operator, *parts, scope.fuel)
    return compared(expr.operator, *parts, scope.fuel)


def _conditional(expr: Conditional, scope: Scope) -> Outcome:
    return choice(_walk(expr.condition, scope), _walk(expr.yes, scope), _walk(expr.no, scope))


def _list(expr: ListLiteral, scope: Scope) -> Outcome:
    parts = [plain(_walk(item, scope), scope.fuel) for item in expr.items]
    return computed(parts, lambda *values: values)


def _call(expr: Call, scope: Scope) -> Outcome:
    match expr:
        case Call("has", (Member(operand, field),)):
            return presence(_walk(operand, scope), field)
        case Call(function, (Literal(_, value),)) if function in CONSTRUCTORS:
            return Outcome(construct(function, value))
        case Call("implies", (guard, requirement)):
            return implication(_walk(guard, scope), _walk(requirement, scope))
        case Call("size", (operand,)):
            return _size(operand, scope)
    return folded(expr.function, [_walk(argument, scope) for argument in expr.arguments], scope.fuel)


def _method(expr: Method, scope: Scope) -> Outcome:
    if expr.method == "size":
        return _size(expr.operand, scope)
    parts = [_walk(part, scope) for part in (expr.operand, *expr.arguments)]
    return asked(expr.method, parts, scope.fuel)


def _size(operand: Expression, scope: Scope) -> Outcome:
    if isinstance(operand, Macro) and operand.macro == "filter":
        return _quantified(operand, counted, scope)
    return sized(_walk(operand, scope))


def _macro(expr: Macro, scope: Scope) -> Outcome:
    return _quantified(expr, QUANTIFIERS[expr.macro], scope)


def _quantified(expr: Macro, quantify: Callable[[Reach, Results], Outcome], scope: Scope) -> Outcome:
    reach = _reach(expr, scope)
    if isinstance(reach, Outcome):
        return reach
    return quantify(reach, [_walk(expr.body, element.scope) for element in reach.elements])


_WALKS: Mapping[type, Callable[[Any, Scope], Outcome]] = {
    Literal: _literal,
    Name: _name,
    Member: _member,
    Index: _index,
    Call: _call,
    Method: _method,
    Macro: _macro,
    Unary: _unary,
    Binary: _binary,
    Conditional: _conditional,
    ListLiteral: _list,
}
