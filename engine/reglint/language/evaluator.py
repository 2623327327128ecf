"""The exact evaluator: walks the tree over the facts.

It never raises on a platform's facts, and nothing is cut short: all that decides is found.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from reglint.language.access import element, element_of, field_of, grounded, presence
from reglint.language.arithmetic import calculate, negate
from reglint.language.builtins import CONSTRUCTORS, call_function, call_method, construct
from reglint.language.comparison import is_among, relate
from reglint.language.kinds import kind_of
from reglint.language.logic import choice, conjunction, disjunction, implication, negation
from reglint.language.outcome import Held, Outcome, facts_of, in_doubt, of_tree, strictly
from reglint.language.quantifiers import QUANTIFIERS, Element, Reach, openness
from reglint.language.scope import FUEL, Fuel, Scope
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
    size,
)
from reglint.model.fact import Fact, Record, Series, Unknown
from reglint.model.verdict import Reason

_CHARACTERS_A_STEP = 100


def evaluate(expr: Expression, facts: Record, *, now: dt.date, fuel: int = FUEL) -> Outcome:
    """What the expression comes to on a day. `fuel` bounds the steps that are taken; see Fuel."""
    return walk(expr, Scope(facts, now, Fuel(fuel)))


def walk(expr: Expression, scope: Scope) -> Outcome:
    """What the expression comes to in a scope."""
    return _WALKS[type(expr)](expr, scope)


def reach_of(macro: Macro, scope: Scope) -> Reach | Outcome:
    """What a macro looks at, through the filters before it; an outcome where there is no list to look at."""
    filters: list[Macro] = []
    operand = macro.operand
    while isinstance(operand, Macro) and operand.macro == "filter":
        filters.append(operand)
        operand = operand.operand
    listed = walk(operand, scope)
    if isinstance(listed.value, Unknown):
        return listed
    items = listed.value.items if isinstance(listed.value, Series) else listed.value
    if not isinstance(items, tuple):
        detail = f"{kind_of(listed.value)} has no elements"
        return in_doubt(Unknown(Reason.MISTYPED, detail), grounded(listed).facts)
    macros = (*reversed(filters), macro)
    if not scope.fuel.burn(len(items) * sum(size(each.body) for each in macros)):
        return _out_of_fuel(listed)
    elements = tuple(_element(item, element(item, listed.facts), macros, scope) for item in items)
    return Reach(elements, listed.value if isinstance(listed.value, Series) else None)


def _element(item: Held | Fact, bound: Outcome, macros: tuple[Macro, ...], scope: Scope) -> Element:
    *filters, last = macros
    guards = [walk(each.body, scope.bind(each.variable, bound)) for each in filters]
    return Element(item, conjunction(guards), scope.bind(last.variable, bound))


def _out_of_fuel(listed: Outcome) -> Outcome:
    return in_doubt(Unknown(Reason.BUDGET, "the rule takes too many steps"), grounded(listed).facts)


def _literal(expr: Literal, _: Scope) -> Outcome:
    return Outcome(expr.value)


def _name(expr: Name, scope: Scope) -> Outcome:
    return scope.look_up(expr.name)


def _member(expr: Member, scope: Scope) -> Outcome:
    return field_of(walk(expr.operand, scope), expr.field)


def _index(expr: Index, scope: Scope) -> Outcome:
    return element_of(walk(expr.operand, scope), walk(expr.index, scope))


def _unary(expr: Unary, scope: Scope) -> Outcome:
    operand = walk(expr.operand, scope)
    if expr.operator == "!":
        return negation(operand)
    return _computed((operand,), negate)


def _binary(expr: Binary, scope: Scope) -> Outcome:
    parts = (walk(expr.left, scope), walk(expr.right, scope))
    match expr.operator:
        case "&&":
            return conjunction(parts)
        case "||":
            return disjunction(parts)
        case "in":
            return _among(*parts, scope)
        case "+" | "-" | "*" | "/" | "%":
            return _computed(parts, lambda left, right: calculate(expr.operator, left, right))
    listed = [_plain(part, scope) for part in parts]
    return _computed(listed, lambda left, right: relate(expr.operator, left, right))


def _among(value: Outcome, listed: Outcome, scope: Scope) -> Outcome:
    plain = _plain(listed, scope)
    found = _computed((value, plain), _is_in)
    if found.value is False and isinstance(listed.value, Series):
        return disjunction((found, *openness(listed.value)))
    return found


def _is_in(value: Held, items: Held) -> Held:
    if isinstance(items, tuple):
        return is_among(value, items)
    return Unknown(Reason.MISTYPED, f"{kind_of(items)} has no elements")


def _conditional(expr: Conditional, scope: Scope) -> Outcome:
    return choice(walk(expr.condition, scope), walk(expr.yes, scope), walk(expr.no, scope))


def _list(expr: ListLiteral, scope: Scope) -> Outcome:
    parts = [_plain(walk(item, scope), scope) for item in expr.items]
    return _computed(parts, lambda *values: values)


def _call(expr: Call, scope: Scope) -> Outcome:
    match expr:
        case Call("has", (Member(operand, field),)):
            return presence(walk(operand, scope), field)
        case Call(function, (Literal(_, value),)) if function in CONSTRUCTORS:
            return Outcome(construct(function, value))
        case Call("implies", (guard, requirement)):
            return implication(walk(guard, scope), walk(requirement, scope))
        case Call("size", (operand,)):
            return _sized(walk(operand, scope))
    parts = [_plain(walk(argument, scope), scope) for argument in expr.arguments]
    return _computed(parts, lambda *values: call_function(expr.function, values))


def _method(expr: Method, scope: Scope) -> Outcome:
    operand = walk(expr.operand, scope)
    if expr.method == "size":
        return _sized(operand)
    parts = (operand, *(walk(argument, scope) for argument in expr.arguments))
    length = sum(len(part.value) for part in parts if isinstance(part.value, str))
    if not scope.fuel.burn(length // _CHARACTERS_A_STEP):
        return _out_of_fuel(operand)
    return _computed(parts, lambda first, *rest: call_method(expr.method, first, rest))


def _sized(operand: Outcome) -> Outcome:
    """The size of a text or a list; elements may be unknown, they count all the same."""
    return _computed((operand,), lambda value: call_method("size", value, ()))


def _computed(parts: Iterable[Outcome], compute: Callable[..., Held]) -> Outcome:
    """What is computed of known values; unknown if any is unknown."""
    operands = tuple(parts)
    unknown = strictly(operands)
    if unknown is not None:
        return unknown
    facts = facts_of(map(grounded, operands))
    value = compute(*(part.value for part in operands))
    return in_doubt(value, facts) if isinstance(value, Unknown) else Outcome(value, facts)


def _plain(outcome: Outcome, scope: Scope) -> Outcome:
    """A series as a list of plain values, unknown if an element is; anything else as it is."""
    if not isinstance(outcome.value, Series):
        return outcome
    if not scope.fuel.burn(len(outcome.value.items)):
        return _out_of_fuel(outcome)
    listed = _computed((_plain(of_tree(item), scope) for item in outcome.value.items), lambda *values: values)
    return listed if listed.facts else replace(listed, facts=grounded(outcome).facts)


def _macro(expr: Macro, scope: Scope) -> Outcome:
    reach = reach_of(expr, scope)
    if isinstance(reach, Outcome):
        return reach
    results = [walk(expr.body, element.scope) for element in reach.elements]
    return QUANTIFIERS[expr.macro](reach, results)


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
