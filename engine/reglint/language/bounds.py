"""Bounds on expressions: packs come from strangers."""

from __future__ import annotations

from reglint.language.fault import Fault
from reglint.language.syntax import Binary, Expression, Macro, children

MAX_SOURCE = 4096
MAX_NODES = 1000
MAX_DEPTH = 64
MAX_MACROS = 3

_MANY = MAX_DEPTH // 2
_NESTED = f"more than {MAX_DEPTH} levels of nesting"


def bound_faults(expr: Expression) -> tuple[Fault, ...]:
    """The first bound that the tree breaks, if any. Depth is counted on the tree, of any depth.

    Macros nest by their conditions; `x.filter(…).all(…)` is one level, and its filter is another beside it.
    """
    waiting = [(expr, 1, 0)]
    nodes = 0
    while waiting:
        found, depth, macros = waiting.pop()
        nodes += 1
        message = _broken(nodes, depth, macros + isinstance(found, Macro))
        if message:
            message = _in_a_row(expr) if message == _NESTED else message
            return (Fault(found.span[0], f"{message}; write two rules", found.span[1]),)
        inside = ((child, depth + 1, macros + _deeper(found, child)) for child in children(found))
        waiting.extend(reversed([*inside]))
    return ()


def _broken(nodes: int, depth: int, macros: int) -> str:
    if nodes > MAX_NODES:
        return f"more than {MAX_NODES} names, constants and operators"
    if depth > MAX_DEPTH:
        return _NESTED
    if macros > MAX_MACROS:
        return f"more than {MAX_MACROS} macros inside each other"
    return ""


def _in_a_row(expr: Expression) -> str:
    """What is said of a tree that is too deep: its operands stand in a row, or it is nested."""
    terms, operator = 1, expr.operator if isinstance(expr, Binary) else ""
    while isinstance(expr, Binary) and expr.operator == operator:
        terms, expr = terms + 1, expr.left
    return (
        f"{terms} terms in a row joined by {operator} make more than {MAX_DEPTH} levels"
        if terms > _MANY
        else _NESTED
    )


def _deeper(found: Expression, child: Expression) -> bool:
    return isinstance(found, Macro) and child is found.body
