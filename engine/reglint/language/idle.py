"""What decides nothing: said twice, implied by itself, or true as soon as a guard is missed."""

from __future__ import annotations

from reglint.language.constants import is_constant
from reglint.language.render import render
from reglint.language.suggest import shown
from reglint.language.syntax import (
    Binary,
    Call,
    Conditional,
    Expression,
    ListLiteral,
    Literal,
    Macro,
    Name,
    Span,
    Unary,
    descend,
)
from reglint.language.type_scope import TypeScope

_LONGEST_MEND = 200


def repeated(expr: ListLiteral, scope: TypeScope) -> None:
    """Say that a constant stands twice in a list that is written in the rule."""
    first: set[Expression] = set()
    for item in expr.items:
        if item in first and is_constant(item) and not scope.constant:
            scope.warn(item.span, f"{shown(item)} stands twice in the list; write it once", "same-operands")
        first.add(item)


def idle_choice(expr: Conditional, scope: TypeScope) -> None:
    """Say that a choice says no more than its condition, or no more than either of its branches."""
    if scope.constant:
        return
    match expr:
        case Conditional(condition, Literal("bool", yes), Literal("bool", no)) if yes != no:
            write = shown(condition if yes else Unary("!", condition))
            scope.warn(expr.span, f"the condition itself is true or false; write {write}", "same-operands")
        case Conditional(_, yes, no) if yes == no:
            scope.warn(expr.span, f"both branches are {shown(yes)}; write it once", "same-operands")


def idle_implication(guard: Expression, requirement: Expression, span: Span, scope: TypeScope) -> None:
    """Say that a condition implies itself."""
    if guard == requirement and not scope.constant:
        message = f"{shown(guard)} implies itself; write another condition on one side"
        scope.warn(span, message, "same-operands")


def missed_guard(expr: Macro, scope: TypeScope) -> None:
    """Say that `exists` is true as soon as one element misses the guard of its condition."""
    match expr:
        case Macro(_, "exists", variable, Call("implies", (guard, requirement))):
            pass
        case Macro(_, "exists", variable, Binary("||", Unary("!", guard), requirement)):
            pass
        case _:
            return
    read = (guard, requirement)
    if not scope.constant and all(Name(variable) in descend(part) for part in read):
        both = render(Binary("&&", guard, requirement))
        write = both if len(both) <= _LONGEST_MEND else "guard && requirement"
        message = f"one element without {shown(guard)} makes this true; write {write}"
        scope.warn(expr.body.span, message, "missed-guard")
