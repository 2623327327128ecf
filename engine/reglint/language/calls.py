"""Faults of calls that show without types: unknown functions, numbers of arguments, faulty constants."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reglint.language.builtins import CONSTRUCTORS, EXAMPLES, FUNCTIONS, METHODS, Arity, construct
from reglint.language.fault import Fault
from reglint.language.glob import check_glob
from reglint.language.suggest import nearest
from reglint.language.syntax import MACROS, Call, Expression, Literal, Member, Method, descend
from reglint.model.quantity import parse_ip

_CHECKS: Mapping[str, Callable[[str], object]] = {"glob": check_glob, "containsIP": parse_ip}


def call_faults(expr: Expression) -> tuple[Fault, ...]:
    """A fault for each call in the expression that can't be meant."""
    faults = (_fault(found) for found in descend(expr))
    return tuple(fault for fault in faults if fault is not None)


def _fault(expr: Expression) -> Fault | None:
    match expr:
        case Call(function, arguments):
            message = _call_message(function, arguments)
            return Fault(expr.span[0], message, expr.span[1]) if message else None
        case Method(_, method, arguments):
            message = _method_message(method, arguments)
            return Fault(expr.name_span[0], message, expr.span[1]) if message else None
    return None


def _call_message(function: str, arguments: tuple[Expression, ...]) -> str:
    if function in CONSTRUCTORS:
        return _constructor_message(function, arguments)
    if function == "has":
        return _has_message(arguments)
    if function in FUNCTIONS:
        return _arity_message(function, len(arguments), FUNCTIONS[function], "")
    if function in METHODS or function in MACROS:
        return f"{function} follows what it asks about; write x.{function}(…)"
    return f'unknown function "{function}"; {nearest(function, [*CONSTRUCTORS, *FUNCTIONS, "has"])}'


def _method_message(method: str, arguments: tuple[Expression, ...]) -> str:
    if method in METHODS:
        wrong = _arity_message(method, len(arguments), METHODS[method], "x.")
        return wrong or _pattern_message(method, arguments)
    if method in FUNCTIONS or method in CONSTRUCTORS or method == "has":
        return f"{method} is no method; write {method}(…)"
    return f'unknown method "{method}"; {nearest(method, [*METHODS, *MACROS])}'


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


def _pattern_message(method: str, arguments: tuple[Expression, ...]) -> str:
    """What is wrong with the text that a method takes and that is read when the pack loads."""
    match arguments:
        case (Literal(_, str(text)),) if method in _CHECKS:
            try:
                _CHECKS[method](text)
            except ValueError as fault:
                return str(fault)
            return ""
    return 'glob takes one constant text; write glob("prod-*")' if method == "glob" else ""


def _has_message(arguments: tuple[Expression, ...]) -> str:
    match arguments:
        case (Member(),):
            return ""
    return "has takes the field of a fact; write has(x.field)"


def _arity_message(name: str, count: int, arity: Arity, before: str) -> str:
    least, most = arity
    if least <= count <= most:
        return ""
    wanted = f"{least}" if least == most else f"{least} or more"
    usage = f"{before}{name}({', '.join('abc'[:least])})"
    return f"{name} takes {wanted} argument{'s' * (least != 1 or most != 1)}, not {count}; write {usage}"
