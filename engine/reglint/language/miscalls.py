"""What to write for a call that there is not, or that does not take what it is given."""

from __future__ import annotations

from collections.abc import Sequence

from reglint.language.builtins import CONSTRUCTORS, FUNCTIONS, METHODS, construct
from reglint.language.foreign import CASTS, PARTS, PATTERNS, UNITS
from reglint.language.foreign import FUNCTIONS as FOREIGN_FUNCTIONS
from reglint.language.foreign import MACROS as FOREIGN_MACROS
from reglint.language.foreign import METHODS as FOREIGN_METHODS
from reglint.language.literals import write_text
from reglint.language.repair import form_of, glob_of, repaired
from reglint.language.suggest import (
    beside_constant,
    constant_of,
    did_you_mean,
    nearest,
    shown,
    shown_operand,
    written_value,
)
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

_HOLES = ("…", "…", "…")


def no_function(call: Call) -> str:
    """What is said of a call of a function that there is not."""
    function, arguments = call.function, call.arguments
    if function in METHODS or function in MACROS:
        return f"{function} follows what it asks about; write {_asked(function, arguments)}"
    return f'unknown function "{function}"; {_instead_of_function(call, function.lower())}'


def no_method(call: Method) -> str:
    """What is said of a call of a method that there is not."""
    if call.method == "has":
        return f"has is no method; write {_has(call.operand, call.arguments) or 'has(…)'}"
    if call.method in FUNCTIONS or call.method in CONSTRUCTORS:
        return f"{call.method} is no method; write {_as_function(call)}"
    return f'unknown method "{call.method}"; {_instead_of_method(call, call.method.lower())}'


def no_field(arguments: tuple[Expression, ...]) -> str:
    """What is said of `has` of anything but one field."""
    return f"has takes the field of a fact; write {_field(arguments) or 'has(x.field)'}"


def no_constant(constructor: str, arguments: tuple[Expression, ...]) -> str:
    """What is said of a constructor whose arguments make no constant; "" where they make one."""
    values = [value for value in map(written_value, arguments) if value is not None]
    complete = len(values) == len(arguments) > 0
    instead = (complete and repaired(constructor, values)) or form_of(constructor)
    match arguments:
        case (Literal(_, value),):
            try:
                construct(constructor, value)
            except ValueError as fault:
                return f"{str(fault).partition('; write ')[0]}; write {instead}"
            return ""
    return f"{constructor} takes one constant; write {instead}"


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


def _filled(template: str, parts: Sequence[Expression]) -> str:
    """What is written with operands in their places, and … where there are too few."""
    if "has({0})" in template:
        return template.replace("has({0})", _field(tuple(parts)) or "has(…)")
    written = shown if template.startswith(("size(", "implies(")) else shown_operand
    return template.format(*map(written, parts), *_HOLES)


def _instead_of_function(call: Call, function: str) -> str:
    if foreign := FOREIGN_FUNCTIONS.get(function):
        return f"write {_filled(foreign, call.arguments)}"
    if unit := UNITS.get(function):
        return f"write {_in_unit(unit, call.arguments)}"
    match call.arguments:
        case (argument,) if kind := CASTS.get(function):
            return f"write {_cast(kind, argument)}"
    return nearest(call.function, [*CONSTRUCTORS, *FUNCTIONS, "has"])


def _cast(kind: str, argument: Expression) -> str:
    """What is cast, and of a constant of another kind what it says."""
    other = isinstance(argument, Literal) and argument.kind != kind
    return constant_of(kind, argument) if other else shown_operand(argument)


def _in_unit(unit: str, arguments: Sequence[Expression]) -> str:
    """A constant duration of a number of units."""
    kind, after = ("duration", " seconds") if unit == "seconds" else (unit, "")
    values = [f"{value}{after}" for value in map(written_value, arguments) if value is not None]
    complete = len(values) == len(arguments) == 1
    return (complete and repaired(kind, values)) or form_of(kind)


def _as_function(call: Method) -> str:
    """A function of what stands before the dot; of a constructor, a constant beside it."""
    if call.method in CONSTRUCTORS and isinstance(call.operand, Literal):
        return _in_unit(call.method, (call.operand, *call.arguments))
    if call.method in CONSTRUCTORS:
        return beside_constant(shown(call.operand), call.method)
    return shown(Call(call.method, (call.operand, *call.arguments)))


def _instead_of_method(call: Method, method: str) -> str:
    if macro := FOREIGN_MACROS.get(method):
        return _as_macro(macro, call)
    if foreign := FOREIGN_METHODS.get(method):
        return f"write {_filled(foreign, (call.operand, *call.arguments))}"
    if method in PATTERNS:
        return f"write {_as_glob(call)}"
    if constructor := PARTS.get(method):
        return f"write {beside_constant(shown(call.operand), constructor)}"
    return nearest(call.method, [*METHODS, *MACROS])


def _as_macro(macro: str, call: Method) -> str:
    sign, name = macro[: macro.startswith("!")], macro.removeprefix("!")
    match call.arguments:
        case (Name(variable), condition):
            text = shown(Macro(call.operand, name, variable, condition))
            if text.endswith("…"):
                return f"write !….{name}({variable}, …)" if sign else did_you_mean(name)
            return f"write {sign}{text}"
    return f"write {sign}{shown(call.operand)}.{name}(x, x.field …)"


def _as_glob(call: Method) -> str:
    """The glob that says the same as a pattern of another notation, where there is one."""
    text = shown_operand(call.operand)
    match call.arguments:
        case (Literal("string", str(pattern)),) if glob := glob_of(pattern):
            return f"{text}.glob({write_text(glob)})"
    return f'{text}.glob( … ) with * for any text, such as {text}.glob("prod-*")'


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
