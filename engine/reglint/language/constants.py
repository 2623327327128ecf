"""Constants: the parts of an expression that come to the same on every platform, and what they come to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from reglint.language.calls import call_faults
from reglint.language.evaluator import evaluate
from reglint.language.fault import Fault
from reglint.language.names import facts_read
from reglint.language.outcome import Held
from reglint.language.syntax import Binary, Expression, Literal, Macro, Name, children, descend
from reglint.model.fact import Record, Unknown

_NOWHERE = Record("", {})
_SOME_DAY = dt.date(2000, 1, 1)
_FUEL = 10_000


def is_constant(expr: Expression) -> bool:
    """Whether the expression reads no fact, no variable from around it and not the day."""
    parts = tuple(descend(expr))
    if not any(isinstance(part, Name) for part in parts):
        return True
    if not any(isinstance(part, Macro) for part in parts):  # nothing binds a name: each is one from around it
        return False
    return Name("now") not in parts and not facts_read(expr)


def constant_value(expr: Expression) -> Held | None:
    """What a constant comes to, unknown if it can't be computed; None if it is none or a call is faulty."""
    if not is_constant(expr) or call_faults(expr):
        return None
    return evaluate(expr, _NOWHERE, now=_SOME_DAY, fuel=_FUEL).value


def constant_parts(expr: Expression) -> Mapping[Expression, Held]:
    """The largest constants in the expression that are more than a literal, and what they come to."""
    values = ((part, constant_value(part)) for part in _parts(expr))
    return {part: value for part, value in values if value is not None}


def constant_faults(parts: Mapping[Expression, Held]) -> Iterator[Fault]:
    """A fault for each constant that can't be computed: it would leave every platform unknown."""
    for part, value in parts.items():
        if isinstance(value, Unknown):
            origin = _origin(part)
            hint = "" if "write " in value.detail else f"; write {_instead(origin)}"
            yield Fault(origin.span[0], f"{value.detail}{hint}", origin.span[1], "wrong-type")


def _origin(expr: Expression) -> Expression:
    """The smallest part of an unknown constant that is unknown itself."""
    for child in children(expr):
        if isinstance(constant_value(child), Unknown):
            return _origin(child)
    return expr


def _instead(expr: Expression) -> str:
    match expr:
        case Binary("/" | "%" as operator):
            return f"another number after {operator}"
    return "a fact or a constant"


def _parts(expr: Expression) -> Iterator[Expression]:
    if isinstance(expr, Literal):
        return
    if is_constant(expr):
        yield expr
        return
    for child in children(expr):
        yield from _parts(child)
