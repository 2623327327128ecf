"""Types of fields and elements, and what is meant where there is no such one."""

from __future__ import annotations

from reglint.language.suggest import nearest
from reglint.language.syntax import Literal, Span
from reglint.language.type_scope import Typed, TypeScope
from reglint.language.types import ANY, ListOf, Type, type_of
from reglint.model.schema import ObjectType


def field_type(operand: Typed, field: str, span: Span, scope: TypeScope) -> Type:
    """The type of a field of the operand; any, and a fault at the span of its name, where it has none."""
    kind = operand.type
    if isinstance(kind, ObjectType) and field in kind.fields:
        return type_of(kind.fields[field])
    name = operand.fact or operand.text
    if isinstance(kind, ObjectType):
        message = f'unknown fact "{name}.{field}"; {nearest(field, kind.fields, f"{name}.")}'
        scope.say(span, message, "unknown-fact")
    elif isinstance(kind, ListOf):
        message = f'list has no field "{field}"; to test its elements write .all(x, x.{field} …)'
        scope.say(span, message, "unknown-fact")
    elif kind != ANY:
        scope.say(span, f'{kind.kind} "{name}" has no field "{field}"; write {name} alone', "unknown-fact")
    return ANY


def element_type(operand: Typed, index: Typed, scope: TypeScope) -> Type:
    """The type of `operand[index]`: an element of a list by number, a field of an object by its name."""
    if isinstance(operand.type, ObjectType):
        return _named(operand, index, scope)
    if not isinstance(operand.type, ListOf):
        if operand.type != ANY:
            scope.say(operand.expr.span, f"{operand.kind} has no elements; write {operand.text} alone")
        return ANY
    if index.kind not in {"int", "any"}:
        write = f"write {operand.text}[0], or {operand.text}.exists(x, …) to look for one"
        scope.say(index.expr.span, f"an element has a number, not {index.kind}; {write}")
    elif isinstance(index.expr, Literal) and str(index.expr.value).startswith("-"):
        scope.say(index.expr.span, "there is no element before the first; write 0 or more")
    return operand.type.item


def _named(operand: Typed, index: Typed, scope: TypeScope) -> Type:
    if isinstance(index.expr, Literal) and isinstance(index.expr.value, str):
        return field_type(operand, index.expr.value, index.expr.span, scope)
    if index.type != ANY:
        scope.say(index.expr.span, f'a field has a name written in quotes; write {operand.text}["name"]')
    return ANY
