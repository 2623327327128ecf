"""Types of fields and elements, and what is meant where there is no such one."""

from __future__ import annotations

from reglint.language.builtins import CONSTRUCTORS
from reglint.language.foreign import FIELDS
from reglint.language.suggest import beside_constant, did_you_mean, nearest
from reglint.language.syntax import Literal, Macro, Span
from reglint.language.type_scope import Typed, TypeScope
from reglint.language.types import ANY, ListOf, Type, type_of
from reglint.language.units import ANY_UNIT, with_unit
from reglint.model.schema import ObjectType


def field_type(operand: Typed, field: str, span: Span, scope: TypeScope) -> Type:
    """The type of a field of the operand; any, and a fault at the span of its name, where it has none."""
    kind = operand.type
    if isinstance(kind, ObjectType) and field in kind.fields:
        return type_of(kind.fields[field])
    if kind != ANY:
        scope.say(span, _no_field(operand, field, scope), "unknown-fact")
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
        return ANY
    if isinstance(index.expr, Literal) and str(index.expr.value).startswith("-"):
        scope.say(index.expr.span, "there is no element before the first; write 0 or more")
    return operand.type.item


def _no_field(operand: Typed, field: str, scope: TypeScope) -> str:
    """What is said of a field that the operand does not have."""
    kind, name = operand.type, operand.fact or operand.text
    number = isinstance(operand.expr, Literal) and operand.expr.kind in {"int", "decimal"}
    if number and (constant := with_unit(operand.text, field)) != ANY_UNIT:
        return f"{operand.text}.{field} is no number; write {constant}"
    if isinstance(kind, ObjectType):
        return f'unknown fact "{name}.{field}"; {nearest(field, kind.fields, f"{name}.")}'
    foreign = FIELDS.get(field.lower()) if operand.kind in {"list", "string"} else None
    if foreign:
        return f'{operand.kind} has no field "{field}"; write {foreign.format(operand.text)}'
    if isinstance(kind, ListOf):
        return f'list has no field "{field}"; {_of_elements(operand, field, scope)}'
    if field in CONSTRUCTORS and operand.kind == "duration":
        return f'duration "{name}" has no field "{field}"; write {beside_constant(operand.text, field)}'
    word = kind.kind == "enum" and field in kind.words
    instead = f'{operand.text} == "{field}"' if word else f"{operand.text} alone"
    return f'{operand.kind} "{name}" has no field "{field}"; write {instead}'


def _of_elements(operand: Typed, field: str, scope: TypeScope) -> str:
    """What to write for the field of a list: of the variable for its elements, if there is one."""
    variable = next((name for name, path in scope.paths.items() if path == f"{operand.fact}[]"), "")
    if variable and operand.fact:
        return did_you_mean(f"{variable}.{field}")
    if isinstance(operand.expr, Macro):
        return f"write [0].{field} of the first element, or .all(x, x.{field} …)"
    return f"to test its elements write .all(x, x.{field} …)"


def _named(operand: Typed, index: Typed, scope: TypeScope) -> Type:
    if isinstance(index.expr, Literal) and isinstance(index.expr.value, str):
        return field_type(operand, index.expr.value, index.expr.span, scope)
    if index.type != ANY:
        scope.say(index.expr.span, f'a field has a name written in quotes; write {operand.text}["name"]')
    return ANY
