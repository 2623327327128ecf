"""Faults of calls that show without types: unknown functions, numbers of arguments, faulty constants."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from reglint.language.builtins import CONSTRUCTORS, EXAMPLES, FUNCTIONS, METHODS, Arity, construct
from reglint.language.fault import Fault
from reglint.language.syntax import MACROS, Call, Expression, Literal, Member, Method, descend


def call_faults(expr: Expression) -> tuple[Fault, ...]:
    """A fault for each call in the expression that can't be meant."""
    faults = (_fault(found) for found in descend(expr))
    return tuple(fault for fault in faults if fault is not None)


def _fault(expr: Expression) -> Fault | None:
    match expr:
        case Call(function, arguments):
            message = _call_message(function, arguments)
            return Fault(expr.span[0], message) if message else None
        case Method(operand, method, arguments):
            message = _method_message(method, arguments)
            return Fault(operand.span[1] + 1, message) if message else None
    return None


def _call_message(function: str, arguments: tuple[Expression, ...]) -> str:
    if function in CONSTRUCTORS:
        return _constructor_message(function, arguments)
    if function == "has":
        return _has_message(arguments)
    if function in FUNCTIONS:
        return _arity_message(function, len(arguments), FUNCTIONS[function])
    if function in METHODS or function in MACROS:
        return f"{function} follows what it asks about; write x.{function}(…)"
    return _unknown("function", function, [*CONSTRUCTORS, *FUNCTIONS, "has"])


def _method_message(method: str, arguments: tuple[Expression, ...]) -> str:
    if method in METHODS:
        return _arity_message(method, len(arguments), METHODS[method])
    if method in FUNCTIONS or method in CONSTRUCTORS or method == "has":
        return f"{method} is no method; write {method}(…)"
    return _unknown("method", method, [*METHODS, *MACROS])


def _constructor_message(function: str, arguments: tuple[Expression, ...]) -> str:
    match arguments:
        case (Literal(_, value),):
            try:
                construct(function, value)
            except ValueError as fault:
                said = str(fault).partition("; write ")[0]
                return f"{said}; write {EXAMPLES[function]}"
            return ""
    return f"{function} takes one constant; write {EXAMPLES[function]}"


def _has_message(arguments: tuple[Expression, ...]) -> str:
    match arguments:
        case (Member(),):
            return ""
    return "has takes the field of a fact; write has(x.field)"


def _arity_message(name: str, count: int, arity: Arity) -> str:
    least, most = arity
    if least <= count <= most:
        return ""
    wanted = f"{least}" if least == most else f"{least} or more"
    return f"{name} takes {wanted} argument{'s' * (least != 1 or most != 1)}, not {count}"


def _unknown(kind: str, name: str, known: Collection[str]) -> str:
    close = get_close_matches(name, known, n=1)
    hint = f'did you mean "{close[0]}"?' if close else f"write one of {', '.join(sorted(known))}"
    return f'unknown {kind} "{name}"; {hint}'
