"""What an expression may cost, counted before any platform is seen."""

from __future__ import annotations

from reglint.language.fault import Fault
from reglint.language.syntax import Binary, Call, Expression, ListLiteral, Macro, children

ASSUMED_ELEMENTS = 100
"""How many elements a list of facts is taken to have. It may have more: run time counts the steps taken."""

MAX_COST = 50_000_000
"""How many steps an expression may take at that: three macros in each other with some fifty parts inside."""


def cost(expr: Expression) -> int:
    """The steps to evaluate the expression once: one a part, and a macro's condition once an element.

    A list written in the rule has the elements it has, a list of facts ASSUMED_ELEMENTS.
    """
    if isinstance(expr, Macro):
        return 1 + cost(expr.operand) + _elements(expr.operand) * cost(expr.body)
    inner = 1 + sum(cost(child) for child in children(expr))
    match expr:
        case Binary("in", _, listed) | Call("min" | "max" | "sum", (listed,)):
            return inner + _elements(listed)
    return inner


def cost_faults(expr: Expression) -> tuple[Fault, ...]:
    """A fault where the expression may cost too much."""
    steps = cost(expr)
    if steps <= MAX_COST:
        return ()
    message = (
        f"with {ASSUMED_ELEMENTS} elements a list this takes {steps:,} steps, more than {MAX_COST:,}; "
        "write two rules"
    )
    return (Fault(expr.span[0], message, expr.span[1]),)


def _elements(expr: Expression) -> int:
    """How many elements a list is taken to have; a filter may let all of them pass."""
    while isinstance(expr, Macro):
        expr = expr.operand
    return len(expr.items) if isinstance(expr, ListLiteral) else ASSUMED_ELEMENTS
