"""Types of functions and methods: what they take, what they give, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TypeAlias

from reglint.language.builtins import CONSTRUCTORS, construct
from reglint.language.constants import is_constant
from reglint.language.fault import Fault
from reglint.language.suggest import constant_of
from reglint.language.syntax import Expression, Literal, Span
from reglint.language.type_scope import Typed
from reglint.language.types import ANY, BOOL, COUNT, STRING, ListOf, Scalar, Type, joined, word_of
from reglint.model.duration import Duration

Signed: TypeAlias = tuple[Type, tuple[Fault, ...]]  # the type of a call, and what is wrong with it

_ORDERED = {"int", "decimal", "string", "duration", "date", "timestamp", "version", "money", "percent"}
_ADDED = {"int", "decimal", "duration", "money", "percent"}
_SIZED = {"string", "list"}
_OF_TEXT = {"contains": BOOL, "startsWith": BOOL, "endsWith": BOOL, "glob": BOOL, "lowerAscii": STRING}
_COUNTED: Mapping[str, str] = {
    **dict.fromkeys(("minutes", "hours", "days", "weeks"), "exact"),
    **dict.fromkeys(("months", "years"), "months"),
    "business_days": "business_days",
}


def constructed(function: str, arguments: Sequence[Expression]) -> Type:
    """The type of a constructor's value; of a duration also what it counts."""
    match arguments:
        case (Literal(),) if function in _COUNTED:
            return Scalar("duration", (_COUNTED[function],))
        case (Literal(_, value),) if function == "duration":
            with suppress(ValueError):
                duration = construct(function, value)
                return Scalar(function, (str(duration.kind),) if isinstance(duration, Duration) else ())
        case (Literal(),):
            return Scalar(function)
    return ANY


def called(function: str, arguments: Sequence[Typed], span: Span) -> Signed:
    """The type of `size`, `min`, `max` and `sum`; any for a function that there is not."""
    if function == "size" and len(arguments) == 1:
        return sized(arguments[0], span)
    if function in {"min", "max", "sum"} and arguments:
        return _folded(function, arguments, span)
    return Scalar(function) if function in CONSTRUCTORS else ANY, ()


def asked(method: str, operand: Typed, arguments: Sequence[Typed], span: Span) -> Signed:
    """The type of a method of an operand. Raises KeyError for a method that there is not."""
    if method == "size":
        return sized(operand, span)
    if method == "containsIP":
        return BOOL, tuple(_network_faults(operand, arguments))
    return _OF_TEXT[method], tuple(_text_faults(method, operand, arguments))


def sized(operand: Typed, span: Span) -> Signed:
    """The type of the size of an operand: a count."""
    if operand.kind in _SIZED or operand.type == ANY:
        return (ANY if operand.type == ANY else COUNT), ()
    message = f"{operand.kind} has no size; write size of a list or a string"
    return COUNT, (Fault(span[0], message, span[1], "wrong-type"),)


def _folded(function: str, arguments: Sequence[Typed], span: Span) -> Signed:
    alone = arguments[0].type if len(arguments) == 1 else None
    if alone == ANY:
        return ANY, ()
    if alone is not None and not isinstance(alone, ListOf):
        hint = f"write {function}([ … ])" if function == "sum" else f"write {function}(…, …) or a list"
        return ANY, (Fault(span[0], f"{function} of one {word_of(alone)}; {hint}", span[1], "wrong-type"),)
    item = alone.item if isinstance(alone, ListOf) else joined(argument.type for argument in arguments)
    wanted = _ADDED if function == "sum" else _ORDERED
    if item is None or word_of(item) not in wanted | {"any"}:
        what = "values of different types" if item is None else f"values of type {word_of(item)}"
        message = f"cannot take the {function} of {what}; write {', '.join(sorted(wanted))}, all of one type"
        return ANY, (Fault(span[0], message, span[1], "wrong-type"),)
    return (Scalar("int") if item == ANY else _unbounded(function, item)), ()


def _unbounded(function: str, item: Type) -> Type:
    """A sum may pass the bounds of what is added."""
    return Scalar(item.kind, item.words) if function == "sum" and isinstance(item, Scalar) else item


def _text_faults(method: str, operand: Typed, arguments: Sequence[Typed]) -> Iterator[Fault]:
    if operand.kind not in {"string", "any"}:
        yield _wrong(
            operand, f"{operand.kind} has no method {method}; {_instead_of_text(method, operand, arguments)}"
        )
        return
    for argument in arguments:
        if argument.kind not in {"string", "any"}:
            message = (
                f"{method} takes a string, not {argument.kind}; write {constant_of('string', argument.expr)}"
            )
            yield _wrong(argument, message)


def _instead_of_text(method: str, operand: Typed, arguments: Sequence[Typed]) -> str:
    match operand.kind:
        case "list" if method == "contains":
            return f"write {arguments[0].text if arguments else '…'} in {operand.text}"
        case "list":
            return f"to test its elements write {operand.text}.exists(x, …)"
        case "enum":
            return f"write {operand.text} in [ … ]"
        case "ip":
            return f'write cidr("10.0.0.0/8").containsIP({operand.text})'
    return f"write a comparison, such as {operand.text} == …"


def _network_faults(operand: Typed, arguments: Sequence[Typed]) -> Iterator[Fault]:
    if operand.kind not in {"cidr", "any"}:
        yield _wrong(
            operand, f'{operand.kind} has no method containsIP; write cidr("10.0.0.0/8").containsIP(…)'
        )
    for argument in arguments:
        written = argument.kind == "string" and is_constant(argument.expr)
        if not written and argument.kind not in {"ip", "any"}:
            yield _wrong(argument, f'containsIP takes an ip, not {argument.kind}; write "10.0.0.1" or a fact')


def _wrong(typed: Typed, message: str) -> Fault:
    return Fault(typed.expr.span[0], message, typed.expr.span[1], "wrong-type")
