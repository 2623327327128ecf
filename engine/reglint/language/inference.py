"""The type of every part of an expression, from the leaves up. What does not fit is said on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeGuard

from reglint.language.builtins import CONSTRUCTORS, METHODS
from reglint.language.comparable import comparison_faults, membership_faults
from reglint.language.computable import arithmetic_faults, computed_type
from reglint.language.conditions import as_alternative, as_condition
from reglint.language.constants import is_constant
from reglint.language.fields import element_type, field_type
from reglint.language.idle import idle_choice, idle_implication, missed_guard, repeated
from reglint.language.names import element_path, path_of
from reglint.language.never_true import doubtful_comparison, doubtful_membership, doubtful_search
from reglint.language.opposed import opposed
from reglint.language.signatures import asked, called, constructed
from reglint.language.split_names import joined as joined_name
from reglint.language.strangers import beside, is_group, stranger
from reglint.language.suggest import shown, with_article
from reglint.language.suspicion import ordered_texts, same_operands, unchanging
from reglint.language.syntax import (
    MACROS,
    RELATIONS,
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
from reglint.language.types import ANY, BOOL, DATE, STRING, ListOf, Scalar, Type, joined, type_of, word_of
from reglint.language.variables import shadowing, unused
from reglint.model.diagnostic import Level


def infer(expr: Expression, scope: TypeScope) -> Type:
    """The type of the expression in a scope, to which what is wrong or doubtful inside is said."""
    return _INFERENCES[type(expr)](expr, scope)


def condition(
    expr: Expression, scope: TypeScope, *, after: Expression | None = None, chain: str = ""
) -> None:
    """Infer an expression that decides something: it must be true or false, and not the same everywhere.

    `chain` is the `&&` or `||` that it stands in, `after` the condition before it there.
    """
    constant = not scope.constant and is_constant(expr)
    before = len(scope.faults)
    inside = replace(scope, constant=scope.constant or constant)
    kind = _logic(expr, inside, chain) if _is_logic(expr) else infer(expr, inside)
    if word_of(kind) not in {"bool", "any"}:
        instead = as_alternative(expr, after) or as_condition(expr, kind, asks=scope.asks)
        scope.say(expr.span, f"{with_article(word_of(kind))} is no condition; write {instead}")
    elif constant and len(scope.faults) == before:
        unchanging(expr, scope)


def typed(expr: Expression, scope: TypeScope) -> Typed:
    """The expression with its type in a scope."""
    return Typed(expr, infer(expr, scope), path_of(expr, scope.paths))


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
    scope.say_once(expr.span, stranger(expr.name, scope), "unknown-fact")
    return ANY


def _member(expr: Member, scope: TypeScope) -> Type:
    end = expr.span[1]
    return field_type(typed(expr.operand, scope), expr.field, (end - len(expr.field), end), scope)


def _index(expr: Index, scope: TypeScope) -> Type:
    operand = typed(expr.operand, scope)
    match expr.index:
        case Binary(sign, Name(field)) if sign in RELATIONS and not scope.has(field):
            write = f"write {operand.text}.filter(x, x.{shown(expr.index)})"
            scope.say(expr.index.span, f"no condition stands in [ ]; {write}")
            return operand.type
    return element_type(operand, typed(expr.index, scope), scope)


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
    if _is_logic(expr):
        return _logic(expr, scope)
    if expr.operator in {"+", "-", "*", "/", "%"}:
        return _arithmetic(expr, scope)
    before = len(scope.faults)
    if not _negates_too_little(expr, scope):
        _relation(expr, scope)
    return BOOL if _sound(scope, before) else ANY


def _sound(scope: TypeScope, before: int) -> bool:
    """Whether no error was said since there were so many faults."""
    return all(fault.level is Level.WARNING for fault in scope.faults[before:])


def _is_logic(expr: Expression) -> TypeGuard[Binary]:
    return isinstance(expr, Binary) and expr.operator in {"&&", "||"}


def _logic(expr: Binary, scope: TypeScope, chain: str = "") -> Type:
    """Conditions that an operator joins; what is said of all of them is said once. `chain` is around them."""
    before = len(scope.faults)
    condition(expr.left, scope, chain=expr.operator)
    condition(expr.right, scope, after=expr.left, chain=expr.operator)
    again = same_operands(expr, scope)
    if _sound(scope, before) and not again and not scope.constant and chain != expr.operator:
        opposed(expr, scope, lambda part: _in_silence(part, scope))
    return BOOL


def _arithmetic(expr: Binary, scope: TypeScope) -> Type:
    whole = joined_name(expr, scope, lambda part: _in_silence(part, scope))
    if whole is not None:
        name, span = whole
        scope.say(span, f"{expr.operator} stands between two values; write {name} for a name", "unknown-fact")
        return ANY
    left, right = typed(expr.left, scope), typed(expr.right, scope)
    scope.faults.extend(arithmetic_faults(expr.operator, left, right, expr.span))
    return computed_type(expr.operator, left, right) or ANY


def _negates_too_little(expr: Binary, scope: TypeScope) -> bool:
    """Whether `!a == b` is written where `!(a == b)` is meant; then it is said."""
    match expr.left:
        case Unary("!", (Name() | Member()) as operand):
            if word_of(_in_silence(operand, scope)) not in {"bool", "any"}:
                meant = Unary("!", replace(expr, left=operand))
                scope.say(expr.span, f"! takes {shown(operand)} alone; write {shown(meant)}")
                return True
    return False


def _in_silence(path: Expression, scope: TypeScope) -> Type:
    """The type of a path, with nothing said of it."""
    return infer(path, replace(scope, faults=[]))


def _relation(expr: Binary, scope: TypeScope) -> None:
    before = len(scope.faults)
    left, right = _operands(expr, scope)
    if expr.operator == "in":
        faults = [*membership_faults(left, right, expr.span)]
        scope.faults.extend(faults)
        if not faults:
            doubtful_membership(expr, left, scope)
        return
    scope.faults.extend(comparison_faults(expr.operator, left, right, expr.span))
    if _sound(scope, before) and not same_operands(expr, scope):
        ordered_texts(expr, left, right, scope)
        doubtful_comparison(expr, left, right, scope)


def _operands(expr: Binary, scope: TypeScope) -> tuple[Typed, Typed]:
    """Both operands; of any type where one is a word beside the other that lacks its quotes."""
    if isinstance(expr.left, Name) and (is_group(expr.left.name, scope) or not scope.has(expr.left.name)):
        right = typed(expr.right, scope)
        return _typed_beside(right.type, expr.left, scope), right
    left = typed(expr.left, scope)
    return left, _typed_beside(left.type, expr.right, scope)


def _typed_beside(known: Type, other: Expression, scope: TypeScope) -> Typed:
    return Typed(other, ANY) if beside(known, other, scope) else typed(other, scope)


def _conditional(expr: Conditional, scope: TypeScope) -> Type:
    condition(expr.condition, scope)
    yes, no = infer(expr.yes, scope), infer(expr.no, scope)
    kind = joined((yes, no))
    idle_choice(expr, scope)
    if kind is None:
        one, other = with_article(word_of(yes)), with_article(word_of(no))
        scope.say(expr.span, f"one branch is {one}, the other {other}; write two of one type")
    return kind or ANY


def _list(expr: ListLiteral, scope: TypeScope) -> Type:
    texts = any(isinstance(item, Literal) and item.kind == "string" for item in expr.items)
    kinds = [ANY if texts and beside(STRING, item, scope) else infer(item, scope) for item in expr.items]
    item = joined(kinds)
    repeated(expr, scope)
    if item is None:
        words = " and ".join(dict.fromkeys(word_of(kind) for kind in kinds))
        scope.say(expr.span, f"a list of {words}; write elements of one type")
    return ListOf(item or ANY)


def _macro(expr: Macro, scope: TypeScope) -> Type:
    operand = typed(expr.operand, scope)
    if not isinstance(operand.type, ListOf) and operand.type != ANY:
        scope.say(
            expr.operand.span, f'"{operand.text}" is no list; write the condition on it without a macro'
        )
    shadowing(expr, scope)
    item = operand.type.item if isinstance(operand.type, ListOf) else ANY
    before = len(scope.faults)
    condition(expr.body, scope.bind(expr.variable, item, element_path(expr.operand, scope.paths)))
    if len(scope.faults) == before:
        unused(expr, scope)
        missed_guard(expr, scope)
    if expr.macro == "filter":
        return operand.type
    return BOOL if _sound(scope, before) else ANY


def _call(expr: Call, scope: TypeScope) -> Type:
    match expr:
        case Call("implies", (guard, requirement)):
            condition(guard, scope)
            condition(requirement, scope)
            idle_implication(guard, requirement, expr.span, scope)
            return BOOL
        case Call("has", arguments):
            for argument in arguments:
                if isinstance(argument, Member):
                    infer(argument, scope)
            return BOOL
        case Call(function, (listing, Name(name) as variable, body)) if function in MACROS:
            _macro(Macro(listing, function, name, body, expr.span, variable.span), scope)
            return BOOL
    if expr.function in CONSTRUCTORS:
        return constructed(expr.function, expr.arguments)
    typed_arguments = [typed(argument, scope) for argument in expr.arguments]
    kind, faults = called(expr.function, typed_arguments, expr.span)
    scope.faults.extend(faults)
    return kind


def _method(expr: Method, scope: TypeScope) -> Type:
    match expr:
        case Method(listing, method, (Name(name) as variable, body)) if method not in METHODS:
            _macro(Macro(listing, method, name, body, expr.span, variable.span), scope)
            return ANY
    operand = typed(expr.operand, scope)
    if expr.method not in METHODS:
        return ANY
    arguments = [_typed_beside(STRING, argument, scope) for argument in expr.arguments]
    kind, faults = asked(expr.method, operand, arguments, expr.span)
    scope.faults.extend(faults)
    if not faults:
        doubtful_search(expr, scope)
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
