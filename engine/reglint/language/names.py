"""Names of facts in an expression: which it reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from reglint.language.syntax import Expression, Index, Literal, Macro, Member, Name, children

Paths: TypeAlias = Mapping[str, str]  # a variable → the name of the elements it stands for, "" for no facts


def facts_read(expr: Expression) -> frozenset[str]:
    """The names of the facts that an expression reads, elements of lists as `[]`.

    A list that a macro looks at is read too; a record on the way to its field is not.
    """
    return frozenset(_read(expr, {}))


def path_of(expr: Expression, variables: Paths) -> str:
    """The name of the fact that an expression is, "" where it is none by itself."""
    match expr:
        case Name(name):
            return variables.get(name, "" if name == "now" else name)
        case Member(operand, field) | Index(operand, Literal(_, str(field))):
            path = path_of(operand, variables)
            return f"{path}.{field}" if path else ""
        case Index(operand):
            return element_path(operand, variables)
        case Macro(operand, "filter"):
            return path_of(operand, variables)
    return ""


def element_path(expr: Expression, variables: Paths) -> str:
    """The name of the elements of the list that an expression is."""
    path = path_of(expr, variables)
    return f"{path}[]" if path else ""


def _read(expr: Expression, variables: Paths) -> Iterator[str]:
    path = path_of(expr, variables)
    if path and isinstance(expr, (Name, Member, Index)):
        yield path
        yield from _read_indexes(expr, variables)
        return
    if isinstance(expr, Macro):
        yield from _read(expr.operand, variables)
        yield from _read(expr.body, {**variables, expr.variable: element_path(expr.operand, variables)})
        return
    for child in children(expr):
        yield from _read(child, variables)


def _read_indexes(expr: Expression, variables: Paths) -> Iterator[str]:
    while isinstance(expr, (Member, Index)):
        if isinstance(expr, Index):
            yield from _read(expr.index, variables)
        expr = expr.operand
