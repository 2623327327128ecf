"""What can be computed and is hardly meant: comparisons that no platform changes, names that hide others."""

from __future__ import annotations

import math

from reglint.language.constants import constant_value, is_constant
from reglint.language.fault import Fault
from reglint.language.suggest import shown
from reglint.language.syntax import Binary, Call, Expression, Macro, Member, descend
from reglint.language.type_scope import Typed, TypeScope
from reglint.language.types import Scalar
from reglint.model.diagnostic import Level
from reglint.model.interval import relation

_REFLEXIVE = {"==": "true", "<=": "true", ">=": "true", "!=": "false", "<": "false", ">": "false"}


def same_operands(expr: Binary, scope: TypeScope) -> bool:
    """Whether both operands of a comparison, `&&` or `||` are the same; then it is said."""
    if scope.constant or expr.left != expr.right:
        return False
    always = _REFLEXIVE.get(expr.operator)
    says = f"which is always {always}; write another on one side" if always else "write it once"
    message = f"both sides of {expr.operator} are {shown(expr.left)}{', ' if always else '; '}{says}"
    scope.warn(expr.span, message, "same-operands")
    return True


def unchanging(expr: Expression, scope: TypeScope) -> None:
    """Say that a constant decides where a condition on a fact is meant."""
    value = constant_value(expr)
    if isinstance(value, bool):
        message = f"{shown(expr)} is always {'true' if value else 'false'}; write a condition on a fact"
        scope.warn(expr.span, message, "always")


def doubtful_comparison(expr: Binary, left: Typed, right: Typed, scope: TypeScope) -> None:
    """Say that a comparison of whole numbers comes to the same wherever in their ranges they lie."""
    if scope.constant or not isinstance(left.type, Scalar) or not isinstance(right.type, Scalar):
        return
    ranges = (left.type.low, left.type.high), (right.type.low, right.type.high)
    answer = relation(expr.operator, *ranges) if left.kind == right.kind == "int" else None
    if answer is not None:
        known = right if is_constant(left.expr) else left
        message = (
            f"{shown(expr)} is always {'true' if answer else 'false'}: {_bounds(known)}; write another number"
        )
        scope.warn(expr.span, message, "always")


def shadowing(expr: Macro, scope: TypeScope) -> None:
    """Say that a macro's variable has the name of a fact or of a variable around it."""
    name = expr.variable
    hidden = "the variable" if name in scope.variables else "the fact" if name in scope.schema.fields else ""
    if hidden:
        message = f'the variable "{name}" hides {hidden} "{name}"; write another name'
        scope.warn(expr.variable_span, message, "shadowed")


def presence_faults(expr: Expression, level: Level) -> tuple[Fault, ...]:
    """A fault for each `has` in a condition that decides whether a rule applies."""
    return tuple(
        Fault(found.span[0], _switched_off(found), found.span[1], "presence", level)
        for found in descend(expr)
        if isinstance(found, Call) and found.function == "has"
    )


def _bounds(typed: Typed) -> str:
    low, high = (typed.type.low, typed.type.high) if isinstance(typed.type, Scalar) else (0, 0)
    if math.isinf(high):
        return f"{typed.text} is {low} or more"
    return f"{typed.text} is {high} or less" if math.isinf(low) else f"{typed.text} is {low} to {high}"


def _switched_off(call: Call) -> str:
    match call.arguments:
        case (Member() as field,):
            write = f"write a condition on {shown(field)}, or has in assert"
        case _:
            write = "write a condition on the fact, or has in assert"
    return f"has in when switches the rule off where the fact is missing; {write}"
