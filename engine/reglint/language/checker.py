"""The checker: types an expression against the schema of facts before any platform is seen.

What it accepts can be evaluated on every platform: what goes wrong there is an unknown of the platform. All
faults are found in one run. A part whose type a fault leaves open fits everywhere, so that no fault follows
from another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reglint.language.calls import call_faults
from reglint.language.constants import constant_faults, constant_parts
from reglint.language.cost import cost, cost_faults
from reglint.language.fault import Fault, in_short
from reglint.language.inference import condition, infer
from reglint.language.names import facts_read
from reglint.language.outcome import Held
from reglint.language.suspicion import presence_faults
from reglint.language.syntax import Expression
from reglint.language.type_scope import TypeScope
from reglint.language.types import BOOL, Type, word_of
from reglint.model.diagnostic import Level
from reglint.model.schema import ObjectType


@dataclass(frozen=True, slots=True)
class Checked:
    """What is known of a sound expression.

    `facts` are the names of the facts that it reads, elements of lists as `[]`; `cost` is the number of steps
    that it takes with lists of some length (`reglint.language.cost`); `constants` are its largest constant
    parts and their values; `warnings` are what can be computed and is hardly meant.
    """

    type: Type
    facts: frozenset[str]
    cost: int
    constants: Mapping[Expression, Held]
    warnings: tuple[Fault, ...] = ()


def check(
    expr: Expression, schema: ObjectType, *, expects: Type | None = BOOL, presence: Level | None = None
) -> Checked | tuple[Fault, ...]:
    """What is known of the expression, or every fault, warnings among them, in the order of the text.

    `expects` is the type that it must have, None for any. `presence` is the level at which `has` is a fault,
    None where it may stand: it may not where a missing fact would switch a rule off.
    """
    faults: list[Fault] = [*call_faults(expr), *cost_faults(expr)]
    kind = _typed(expr, TypeScope(schema, faults, asks=presence is None), expects)
    constants = constant_parts(expr)
    faults += (fault for fault in constant_faults(constants) if not _overlaps(fault, faults))
    faults += presence_faults(expr, presence) if presence else ()
    ordered = in_short(sorted(faults, key=lambda fault: (fault.offset, fault.end)))
    if any(fault.level is Level.ERROR for fault in ordered):
        return ordered
    return Checked(kind, facts_read(expr), cost(expr), constants, ordered)


def _typed(expr: Expression, scope: TypeScope, expects: Type | None) -> Type:
    if expects == BOOL:
        condition(expr, scope)
        return BOOL
    kind = infer(expr, scope)
    if expects is not None and word_of(kind) not in {word_of(expects), "any"}:
        scope.say(expr.span, f"this is {word_of(kind)}; write an expression of type {word_of(expects)}")
    return kind


def _overlaps(fault: Fault, others: list[Fault]) -> bool:
    """Whether another fault stands inside this one and explains it."""
    return any(fault.offset <= other.offset < fault.end for other in others if other.level is Level.ERROR)
