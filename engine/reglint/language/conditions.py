"""What to write where something else than true or false stands for a condition."""

from __future__ import annotations

from dataclasses import replace

from reglint.language.suggest import shown
from reglint.language.syntax import RELATIONS, Binary, Conditional, Expression, Literal, Member
from reglint.language.types import ListOf, Type
from reglint.model.schema import ObjectType, ScalarType

_COMPARISONS = {*RELATIONS} - {"in"}


def as_condition(expr: Expression, kind: Type, *, asks: bool) -> str:
    """A condition on an expression of the type, which is not bool. `asks`: `has` may be one."""
    text = shown(expr)
    if isinstance(kind, ListOf):
        return f"size({text}) > 0 or {text}.exists(x, …)"
    if isinstance(kind, ObjectType):
        return _of_object(text, kind, asks=asks)
    if isinstance(expr, Member) and asks:
        return f"{text} == …, or has({text})"
    return f"({text}) == …" if isinstance(expr, Conditional) else f"{text} == …"


def as_alternative(expr: Expression, before: Expression | None) -> str:
    """The comparison that is meant by the constant in `a == 1 || 2`; "" for anything else."""
    while isinstance(before, Binary) and before.operator in {"&&", "||"}:
        before = before.left if isinstance(before.right, Literal) else before.right
    if isinstance(expr, Literal) and isinstance(before, Binary) and before.operator in _COMPARISONS:
        return shown(replace(before, right=expr))
    return ""


def _of_object(text: str, kind: ObjectType, *, asks: bool) -> str:
    for name, field in kind.fields.items():
        if isinstance(field, ScalarType) and field.kind == "boolean":
            return f"{text}.{name}"
    return f"has({text}.field) or a field of it" if asks else f"a condition on a field of it, {text}.field"
