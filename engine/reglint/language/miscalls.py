"""What to write for a call that there is not, or that does not take what it is given."""

from __future__ import annotations

from reglint.language.builtins import CONSTRUCTORS, EXAMPLES, FUNCTIONS, METHODS, construct
from reglint.language.foreign import FUNCTIONS as FOREIGN_FUNCTIONS
from reglint.language.foreign import MACROS as FOREIGN_MACROS
from reglint.language.foreign import METHODS as FOREIGN_METHODS
from reglint.language.repair import repaired
from reglint.language.suggest import nearest, shown
from reglint.language.syntax import (
    MACROS,
    Binary,
    Call,
    Expression,
    Index,
    Literal,
    Macro,
    Member,
    Method,
    Name,
)


def no_function(call: Call) -> str:
    """What is said of a call of a function that there is not."""
    function, arguments = call.function, call.arguments
    if function in METHODS or function in MACROS:
        return f"{function} follows what it asks about; write {_asked(function, arguments)}"
    foreign = FOREIGN_FUNCTIONS.get(function.lower())
    if foreign:
        return f'unknown function "{function}"; write {foreign.format(_listed(arguments))}'
    return f'unknown function "{function}"; {nearest(function, [*CONSTRUCTORS, *FUNCTIONS, "has"])}'


def no_method(call: Method) -> str:
    """What is said of a call of a method that there is not."""
    method, operand = call.method, shown(call.operand)
    if method == "has":
        return f"has is no method; write {_has(call.operand, call.arguments) or 'has(…)'}"
    if method in FUNCTIONS or method in CONSTRUCTORS:
        return f"{method} is no method; write {method}({operand})"
    if macro := FOREIGN_MACROS.get(method.lower()):
        return f'unknown method "{method}"; write {_as_macro(macro, call)}'
    if foreign := FOREIGN_METHODS.get(method.lower()):
        return f'unknown method "{method}"; write {foreign.format(operand, _listed(call.arguments))}'
    return f'unknown method "{method}"; {nearest(method, [*METHODS, *MACROS])}'


def no_field(arguments: tuple[Expression, ...]) -> str:
    """What is said of `has` of anything but one field."""
    return f"has takes the field of a fact; write {_field(arguments) or 'has(x.field)'}"


def no_constant(constructor: str, arguments: tuple[Expression, ...]) -> str:
    """What is said of a constructor whose arguments make no constant; "" where they make one."""
    values = [argument.value for argument in arguments if isinstance(argument, Literal)]
    complete = len(values) == len(arguments) > 0
    instead = (complete and repaired(constructor, values)) or EXAMPLES[constructor]
    if not complete or len(values) > 1:
        return f"{constructor} takes one constant; write {instead}"
    try:
        construct(constructor, values[0])
    except ValueError as fault:
        return f"{str(fault).partition('; write ')[0]}; write {instead}"
    return ""


def _asked(method: str, arguments: tuple[Expression, ...]) -> str:
    """A method or macro with what it follows before the dot."""
    match arguments:
        case (Member() as field,) if method == "exists":
            return f"has({shown(field)}), or {shown(field)}.exists(x, x.field …)"
        case (operand, Name(variable), condition) if method in MACROS:
            return shown(Macro(operand, method, variable, condition))
        case (operand, *rest) if rest or METHODS.get(method) == (0, 0):
            return shown(Method(operand, method, tuple(rest)))
    return f"x.{method}(…)"


def _as_macro(macro: str, call: Method) -> str:
    sign, name = macro[: macro.startswith("!")], macro.removeprefix("!")
    match call.arguments:
        case (Name(variable), condition):
            text = shown(Macro(call.operand, name, variable, condition))
            return f"{sign}….{name}({variable}, …)" if text.endswith("…") else sign + text
    return f"{sign}{shown(call.operand)}.{name}(x, x.field …)"


def _field(arguments: tuple[Expression, ...]) -> str:
    """`has` of the field that is likely meant, "" where none is."""
    match arguments:
        case (operand, *rest):
            return _has(operand, tuple(rest))
    return ""


def _has(operand: Expression, rest: tuple[Expression, ...]) -> str:
    match operand, rest:
        case Member() | Index(), ():
            return f"has({_path(operand)})"
        case Name(name), ():
            return f"has({name}.field)"
        case Literal("string", str(path)), () if "." in path:
            return f"has({path})"
        case Binary(_, Member() as operand), ():
            return f"has({shown(operand)})"
        case ((Member() | Name()), (Literal("string", str(field)) | Name(field),)):
            return f"has({shown(operand)}.{field})"
    return ""


def _path(expr: Member | Index) -> str:
    """A path to a field; one in brackets and quotes after a dot."""
    match expr:
        case Index(operand, Literal("string", str(field))):
            return f"{shown(operand)}.{field}"
        case Index():
            return f"{shown(expr)}.field"
    return shown(expr)


def _listed(arguments: tuple[Expression, ...]) -> str:
    return ", ".join(map(shown, arguments)) or "…"
