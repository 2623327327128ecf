"""Names of facts in an expression: which it reads, and whether the schema has them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import TypeAlias

from reglint.language.fault import Fault
from reglint.language.syntax import Conditional, Expression, Index, Literal, Macro, Member, Name, children
from reglint.model.schema import FactType, ListType, ObjectType

Paths: TypeAlias = Mapping[str, str]  # a variable → the name of the elements it stands for, "" for no facts
Found: TypeAlias = tuple[str, FactType | None]  # a name and its type; None where the schema doesn't reach

_NOWHERE: Found = ("", None)


def facts_read(expr: Expression) -> frozenset[str]:
    """The names of the facts that an expression reads, elements of lists as `[]`.

    A list that a macro looks at is read too; a record on the way to its field is not.
    """
    return frozenset(_read(expr, {}))


def resolve_names(expr: Expression, schema: ObjectType) -> tuple[Fault, ...]:
    """A fault for each name that the schema doesn't have, with what may have been meant."""
    faults: list[Fault] = []
    _resolve(expr, {"now": _NOWHERE}, schema, faults)
    return tuple(faults)


def _read(expr: Expression, variables: Paths) -> Iterator[str]:
    path = _path(expr, variables)
    if path and isinstance(expr, (Name, Member, Index)):
        yield path
        yield from _read_indexes(expr, variables)
        return
    if isinstance(expr, Macro):
        yield from _read(expr.operand, variables)
        yield from _read(expr.body, {**variables, expr.variable: _element_path(expr.operand, variables)})
        return
    for child in children(expr):
        yield from _read(child, variables)


def _read_indexes(expr: Expression, variables: Paths) -> Iterator[str]:
    while isinstance(expr, (Member, Index)):
        if isinstance(expr, Index):
            yield from _read(expr.index, variables)
        expr = expr.operand


def _path(expr: Expression, variables: Paths) -> str:
    match expr:
        case Name(name):
            return variables.get(name, "" if name == "now" else name)
        case Member(operand, field) | Index(operand, Literal(_, str(field))):
            path = _path(operand, variables)
            return f"{path}.{field}" if path else ""
        case Index(operand):
            return _element_path(operand, variables)
        case Macro(operand, "filter"):
            return _path(operand, variables)
    return ""


def _element_path(expr: Expression, variables: Paths) -> str:
    path = _path(expr, variables)
    return f"{path}[]" if path else ""


def _resolve(
    expr: Expression, variables: Mapping[str, Found], schema: ObjectType, faults: list[Fault]
) -> Found:
    """The name and type of an expression; add what is wrong inside."""
    match expr:
        case Name(name):
            return variables.get(name) or _field(("", schema), name, expr.span[0], faults)
        case Member(operand, field):
            found = _resolve(operand, variables, schema, faults)
            return _field(found, field, expr.span[1] - len(field), faults)
        case Macro(operand, macro, variable, body):
            found = _resolve(operand, variables, schema, faults)
            inside = {**variables, variable: _elements(found, operand, faults)}
            _resolve(body, inside, schema, faults)
            return found if macro == "filter" else _NOWHERE
        case Index(operand, index):
            found = _resolve(operand, variables, schema, faults)
            _resolve(index, variables, schema, faults)
            return _indexed(found, index, faults)
    inner = [_resolve(child, variables, schema, faults) for child in children(expr)]
    return inner[1] if isinstance(expr, Conditional) else _NOWHERE


def _field(found: Found, field: str, offset: int, faults: list[Fault]) -> Found:
    path, kind = found
    if kind is None:
        return _NOWHERE
    name = f"{path}.{field}" if path else field
    if isinstance(kind, ObjectType) and field in kind.fields:
        return name, kind.fields[field]
    if isinstance(kind, ObjectType):
        message = f'unknown fact "{name}"; {_meant(field, name, kind.fields)}'
    elif isinstance(kind, ListType):
        message = f'list has no field "{field}"; to test its elements write .all(x, x.{field} …)'
    else:
        message = f'{kind.kind} "{path}" has no field "{field}"; write {path} alone'
    faults.append(Fault(offset, message))
    return _NOWHERE


def _meant(field: str, name: str, known: Collection[str]) -> str:
    close = get_close_matches(field, known, n=1)
    if close:
        return f'did you mean "{name.removesuffix(field)}{close[0]}"?'
    return f"write one of {', '.join(sorted(known))}"


def _elements(found: Found, operand: Expression, faults: list[Fault]) -> Found:
    path, kind = found
    if isinstance(kind, ListType):
        return f"{path}[]", kind.item
    if kind is not None:
        faults.append(
            Fault(operand.span[0], f'"{path}" is no list; write the condition on it without a macro')
        )
    return _NOWHERE


def _indexed(found: Found, index: Expression, faults: list[Fault]) -> Found:
    if isinstance(index, Literal) and isinstance(index.value, str):
        return _field(found, index.value, index.span[0], faults)
    return _elements(found, index, faults)
