"""What can be computed and is hardly meant: conditions that say nothing, `has` that switches rules off."""

from __future__ import annotations

from reglint.language.constants import constant_value, is_constant
from reglint.language.fault import Fault
from reglint.language.suggest import shown
from reglint.language.syntax import Binary, Call, Expression, Member, descend
from reglint.language.type_scope import Typed, TypeScope
from reglint.model.diagnostic import Level

_ORDER = {"<", "<=", ">", ">="}
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


def ordered_texts(expr: Binary, left: Typed, right: Typed, scope: TypeScope) -> None:
    """Say that a free text has no order but that of its letters, in which "high" comes before "low"."""
    if expr.operator not in _ORDER or {left.kind, right.kind} != {"string"} or scope.constant:
        return
    text = right.text if is_constant(left.expr) else left.text
    message = f"texts are ordered by their letters, not by what they mean; write {text} in [ … ]"
    scope.warn(expr.span, message, "ordered-texts")


def unchanging(expr: Expression, scope: TypeScope) -> None:
    """Say that a constant decides where a condition on a fact is meant."""
    value = constant_value(expr)
    if isinstance(value, bool):
        message = f"{shown(expr)} is always {'true' if value else 'false'}; write a condition on a fact"
        scope.warn(expr.span, message, "always")


def presence_faults(expr: Expression, level: Level) -> tuple[Fault, ...]:
    """A fault for each `has` in a condition that decides whether a rule applies."""
    return tuple(
        Fault(found.span[0], _switched_off(found), found.span[1], "presence", level)
        for found in descend(expr)
        if isinstance(found, Call) and found.function == "has"
    )


def _switched_off(call: Call) -> str:
    match call.arguments:
        case (Member() as field,):
            write = f"write a condition on {shown(field)}, or has in assert"
        case _:
            write = "write a condition on the fact, or has in assert"
    return f"has in when switches the rule off where the fact is missing; {write}"
