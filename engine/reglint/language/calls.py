"""Faults of calls that show without types: unknown functions, numbers of arguments, faulty constants."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reglint.language.builtins import CONSTRUCTORS, FUNCTIONS, METHODS, Arity
from reglint.language.fault import Fault
from reglint.language.glob import check_glob
from reglint.language.miscalls import no_constant, no_field, no_function, no_method
from reglint.language.syntax import Call, Expression, Literal, Member, Method, descend
from reglint.model.quantity import parse_ip

_CHECKS: Mapping[str, Callable[[str], object]] = {"glob": check_glob, "containsIP": parse_ip}


def call_faults(expr: Expression) -> tuple[Fault, ...]:
    """A fault for each call in the expression that can't be meant."""
    faults = (_fault(found) for found in descend(expr))
    return tuple(fault for fault in faults if fault is not None)


def _fault(expr: Expression) -> Fault | None:
    match expr:
        case Call():
            message = _call_message(expr)
            return Fault(expr.span[0], message, expr.span[1]) if message else None
        case Method():
            message = _method_message(expr)
            return Fault(expr.name_span[0], message, expr.span[1]) if message else None
    return None


def _call_message(call: Call) -> str:
    function, arguments = call.function, call.arguments
    if function in CONSTRUCTORS:
        return no_constant(function, arguments)
    if function == "has":
        return "" if len(arguments) == 1 and isinstance(arguments[0], Member) else no_field(arguments)
    if function in FUNCTIONS:
        return _arity_message(function, len(arguments), FUNCTIONS[function], "")
    return no_function(call)


def _method_message(call: Method) -> str:
    method, arguments = call.method, call.arguments
    if method in METHODS:
        wrong = _arity_message(method, len(arguments), METHODS[method], "x.")
        return wrong or _pattern_message(method, arguments)
    return no_method(call)


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


def _arity_message(name: str, count: int, arity: Arity, before: str) -> str:
    least, most = arity
    if least <= count <= most:
        return ""
    wanted = f"{least}" if least == most else f"{least} or more"
    usage = f"{before}{name}({', '.join('abc'[:least])})"
    return f"{name} takes {wanted} argument{'s' * (least != 1 or most != 1)}, not {count}; write {usage}"
