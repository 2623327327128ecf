"""Names that a dash or a slash cuts in two: `e.redirect-only` for a field, `platform/roles/cn` for a path."""

from __future__ import annotations

from collections.abc import Callable

from reglint.language.syntax import Binary, Expression, Index, Member, Method, Name, Span
from reglint.language.type_scope import TypeScope
from reglint.language.types import Type
from reglint.model.schema import ObjectType


def joined(expr: Binary, scope: TypeScope, type_of: Callable[[Expression], Type]) -> tuple[str, Span] | None:
    """The name that is meant by `a-b` or `a/b`, and where it stands; None where two values are meant.

    They are one name where no blank stands between them, the second is no fact, and the two together are one.
    """
    path, words, end = _parts(expr, scope)
    if not words:
        return None
    start, last = _last_step(path)
    if isinstance(type_of(path), ObjectType):
        return ".".join((last, *words)), (start, end)
    name = "_".join((last, *words))
    owner = type_of(path.operand) if isinstance(path, Member) else scope.schema
    known = isinstance(owner, ObjectType) and name in owner.fields
    return (name, (start, end)) if known else None


def _parts(expr: Binary, scope: TypeScope) -> tuple[Expression, tuple[str, ...], int]:
    """The path at the left, the words that follow it after signs, and where the last of them ends."""
    word = _first_name(expr.right)
    adjacent = expr.left.span[1] + 1 == expr.right.span[0]
    if expr.operator not in {"-", "/"} or not adjacent or word is None or scope.has(word.name):
        return expr, (), 0
    if isinstance(expr.left, Binary) and expr.left.operator == expr.operator:
        path, words, _ = _parts(expr.left, scope)
        return path, (*words, word.name) if words else (), word.span[1]
    return expr.left, (word.name,) if isinstance(expr.left, (Name, Member)) else (), word.span[1]


def _first_name(expr: Expression) -> Name | None:
    """The name at the left end of a path."""
    while isinstance(expr, (Member, Index, Method)):
        expr = expr.operand
    return expr if isinstance(expr, Name) else None


def _last_step(path: Expression) -> tuple[int, str]:
    """Where the last name of a path starts, and the name."""
    name = path.field if isinstance(path, Member) else path.name if isinstance(path, Name) else ""
    return path.span[1] - len(name), name
