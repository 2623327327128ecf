"""Variables of macros that are hardly meant: with the name of something else, or never asked about."""

from __future__ import annotations

from reglint.language.builtins import CONSTRUCTORS, FUNCTIONS, METHODS
from reglint.language.constants import is_constant
from reglint.language.syntax import MACROS, Macro, Name, descend
from reglint.language.type_scope import TypeScope

_FUNCTIONS = {*CONSTRUCTORS, *FUNCTIONS, *METHODS, *MACROS, "has"}


def shadowing(expr: Macro, scope: TypeScope) -> None:
    """Say that a macro's variable has the name of a fact, of a variable around it or of a function."""
    if hidden := _hidden(expr.variable, scope):
        message = f'the variable "{expr.variable}" {hidden}; write another name'
        scope.warn(expr.variable_span, message, "shadowed")


def unused(expr: Macro, scope: TypeScope) -> None:
    """Say that a macro's condition comes to the same for every element. Of a constant enough is said."""
    if scope.constant or is_constant(expr.body) or Name(expr.variable) in descend(expr.body):
        return
    name = expr.variable
    message = f'the condition does not read "{name}"; write it on {name}, or without .{expr.macro}'
    scope.warn(expr.variable_span, message, "unused")


def _hidden(name: str, scope: TypeScope) -> str:
    if name in scope.variables:
        return f'hides the variable "{name}"'
    if name in scope.schema.fields:
        return f'hides the fact "{name}"'
    return "has the name of a function" if name in _FUNCTIONS else ""
