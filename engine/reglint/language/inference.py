"""The type of every part of an expression, from the leaves up. What does not fit is said on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from reglint.language.builtins import CONSTRUCTORS
from reglint.language.comparable import comparison_faults, membership_faults
from reglint.language.computable import arithmetic_faults, computed_type
from reglint.language.constants import is_constant
from reglint.language.fields import element_type, field_type
from reglint.language.names import element_path, path_of
from reglint.language.signatures import asked, called, constructed
from reglint.language.suggest import nearest, shown
from reglint.language.suspicion import doubtful_comparison, same_operands, shadowing, unchanging
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
from reglint.language.type_scope import Typed, TypeScope
from reglint.language.types import ANY, BOOL, DATE, ListOf, Scalar, Type, joined, type_of, word_of


def infer(expr: Expression, scope: TypeScope) -> Type:
    """The type of the expression in a scope, to which what is wrong or doubtful inside is said."""
    return _INFERENCES[type(expr)](expr, scope)


def condition(expr: Expression, scope: TypeScope) -> None:
    """Infer an expression that decides something: it must be true or false, and not the same everywhere."""
    constant = not scope.constant and is_constant(expr)
    before = len(scope.faults)
    kind = infer(expr, replace(scope, constant=scope.constant or constant))
    if word_of(kind) not in {"bool", "any"}:
        scope.say(expr.span, f"{_noun(kind)} is no condition; write {_as_condition(expr, kind)}")
    elif constant and len(scope.faults) == before:
        unchanging(expr, scope)


def typed(expr: Expression, scope: TypeScope) -> Typed:
    """The expression with its type in a scope."""
    return Typed(expr, infer(expr, scope), path_of(expr, scope.paths))


def _noun(kind: Type) -> str:
    word = word_of(kind)
    return f"{'an' if word[0] in 'aeio' else 'a'} {word}"


def _as_condition(expr: Expression, kind: Type) -> str:
    if isinstance(kind, ListOf):
        return f"size({shown(expr)}) > 0 or {shown(expr)}.exists(x, …)"
    return f"{shown(expr)} == …" if isinstance(kind, Scalar) else f"has({shown(expr)}.field) or a field of it"


def _literal(expr: Literal, _: TypeScope) -> Type:
    if isinstance(expr.value, str):
        return Scalar("string", (expr.value,))
    if expr.kind == "int" and isinstance(expr.value, int):
        return Scalar("int", (), expr.value, expr.value)
    return Scalar(expr.kind)


def _name(expr: Name, scope: TypeScope) -> Type:
    if expr.name in scope.variables:
        return scope.variables[expr.name]
    if expr.name == "now":
        return DATE
    if expr.name in scope.schema.fields:
        return type_of(scope.schema.fields[expr.name])
    known = (*scope.schema.fields, *scope.variables)
    scope.say(expr.span, f'unknown fact "{expr.name}"; {nearest(expr.name, known)}', "unknown-fact")
    return ANY


def _member(expr: Member, scope: TypeScope) -> Type:
    end = expr.span[1]
    return field_type(typed(expr.operand, scope), expr.field, (end - len(expr.field), end), scope)


def _index(expr: Index, scope: TypeScope) -> Type:
    operand, index = typed(expr.operand, scope), typed(expr.index, scope)
    return element_type(operand, index, scope)


def _unary(expr: Unary, scope: TypeScope) -> Type:
    if expr.operator == "!":
        condition(expr.operand, scope)
        return BOOL
    kind = infer(expr.operand, scope)
    if isinstance(kind, Scalar) and kind.kind in {"int", "decimal"}:
        return Scalar(kind.kind, (), -kind.high, -kind.low)
    if kind != ANY:
        scope.say(
            expr.span, f"cannot negate {word_of(kind)}; write - between two values, such as now - days(30)"
        )
    return ANY


def _binary(expr: Binary, scope: TypeScope) -> Type:
    if expr.operator in {"&&", "||"}:
        condition(expr.left, scope)
        condition(expr.right, scope)
        same_operands(expr, scope)
        return BOOL
    left = typed(expr.left, scope)
    right = _beside(left, expr.right, scope)
    if expr.operator in {"+", "-", "*", "/", "%"}:
        scope.faults.extend(arithmetic_faults(expr.operator, left, right, expr.span))
        return computed_type(expr.operator, left, right) or ANY
    if expr.operator == "in":
        scope.faults.extend(membership_faults(left, right, expr.span))
        return BOOL
    faults = [*comparison_faults(expr.operator, left, right, expr.span)]
    scope.faults.extend(faults)
    if not faults and not same_operands(expr, scope):
        doubtful_comparison(expr, left, right, scope)
    return BOOL


def _beside(left: Typed, right: Expression, scope: TypeScope) -> Typed:
    """The right operand; of any type where it is a word of the left one's enum that lacks its quotes."""
    match left.type, right:
        case Scalar("enum", words), Name(name) if name in words and not scope.has(name):
            scope.say(right.span, f'{name} is no fact; write "{name}" in quotes', "unknown-fact")
            return Typed(right, ANY)
    return typed(right, scope)


def _conditional(expr: Conditional, scope: TypeScope) -> Type:
    condition(expr.condition, scope)
    yes, no = infer(expr.yes, scope), infer(expr.no, scope)
    kind = joined((yes, no))
    if kind is None:
        message = f"one branch is {_noun(yes)}, the other {_noun(no)}; write two of one type"
        scope.say(expr.span, message)
    return kind or ANY


def _list(expr: ListLiteral, scope: TypeScope) -> Type:
    kinds = [infer(item, scope) for item in expr.items]
    item = joined(kinds)
    if item is None:
        words = " and ".join(dict.fromkeys(word_of(kind) for kind in kinds))
        scope.say(expr.span, f"a list of {words}; write elements of one type")
    return ListOf(item or ANY)


def _macro(expr: Macro, scope: TypeScope) -> Type:
    operand = typed(expr.operand, scope)
    if not isinstance(operand.type, ListOf) and operand.type != ANY:
        message = f'"{operand.text}" is no list; write the condition on it without a macro'
        scope.say(expr.operand.span, message)
    shadowing(expr, scope)
    item = operand.type.item if isinstance(operand.type, ListOf) else ANY
    condition(expr.body, scope.bind(expr.variable, item, element_path(expr.operand, scope.paths)))
    return operand.type if expr.macro == "filter" else BOOL


def _call(expr: Call, scope: TypeScope) -> Type:
    match expr:
        case Call("implies", (guard, requirement)):
            condition(guard, scope)
            condition(requirement, scope)
            return BOOL
        case Call("has", arguments):
            for argument in arguments:
                infer(argument, scope)
            return BOOL
    if expr.function in CONSTRUCTORS:
        return constructed(expr.function, expr.arguments)
    typed_arguments = [typed(argument, scope) for argument in expr.arguments]
    kind, faults = called(expr.function, typed_arguments, expr.span)
    scope.faults.extend(faults)
    return kind


def _method(expr: Method, scope: TypeScope) -> Type:
    operand = typed(expr.operand, scope)
    arguments = [typed(argument, scope) for argument in expr.arguments]
    kind, faults = asked(expr.method, operand, arguments, expr.span)
    scope.faults.extend(faults)
    return kind


_INFERENCES: Mapping[type, Callable[[Any, TypeScope], Type]] = {
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
