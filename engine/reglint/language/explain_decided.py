"""Which parts of a rule decided what it comes to on a platform."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from reglint.language.explain import Step
from reglint.language.explain_room import truth_of
from reglint.language.syntax import Binary, Call, Conditional, Macro, Unary
from reglint.model.fact import Unknown


def decided(step: Step) -> Step:
    """The step with all the parts marked that its result hangs on; itself too."""
    chosen = _chosen(step)
    left = _at_filters if step.unsure else _left_as_it_is
    inside = tuple(
        decided(part) if chooses else left(part) for part, chooses in zip(step.inside, chosen, strict=True)
    )
    return replace(step, inside=inside, decides=True)


def value_of(step: Step) -> bool | None:
    """True or false; None for an unknown."""
    return truth_of(step.outcome)


def _at_filters(element: Step) -> Step:
    """An element whose filters leave open whether it counts, with these marked."""
    inside = tuple(
        decided(part) if part.role == "filter" and value_of(part) is None else part for part in element.inside
    )
    return replace(element, inside=inside, decides=any(part.decides for part in inside))


def _left_as_it_is(step: Step) -> Step:
    return step


def _chosen(step: Step) -> Sequence[bool]:
    values = [value_of(part) for part in step.inside]
    if not values:
        return ()
    if step.role == "element":
        return _behind_filters(step, values)
    return _CHOICES.get(type(step.expr), _all)(step, values)


def _all(_: Step, values: list[bool | None]) -> Sequence[bool]:
    return [True] * len(values)


def _operands(step: Step, values: list[bool | None]) -> Sequence[bool]:
    """Those that decide alone, or that leave it open; else all of them together."""
    alone = isinstance(step.expr, Binary) and step.expr.operator == "||"
    return _by_value(value_of(step), values, alone=alone)


def _elements(step: Step, values: list[bool | None]) -> Sequence[bool]:
    if isinstance(step.expr, Macro) and step.expr.macro == "exists_one":
        return (
            [value is not False for value in values]
            if True in values or None in values
            else _all(step, values)
        )
    return _by_value(value_of(step), values, alone=isinstance(step.expr, Macro) and step.expr.macro != "all")


def _by_value(result: bool | None, values: list[bool | None], *, alone: bool) -> Sequence[bool]:  # noqa: FBT001 - a value of three-valued logic
    if result is None:
        return [value is None for value in values]
    if result is alone:
        return [value is alone for value in values]
    return [True] * len(values)


def _implied(step: Step, values: list[bool | None]) -> Sequence[bool]:
    guard, requirement = values
    result = value_of(step)
    if result is True:
        return [guard is False, requirement is True]
    if result is False:
        return [True, True]
    return [guard is None, requirement is None or step.outcome.would_fail]


def _branches(step: Step, values: list[bool | None]) -> Sequence[bool]:
    condition = values[0]
    if condition is not None:
        return [True, condition, not condition]
    return [True, values[1] is False, values[2] is False] if step.outcome.would_fail else [True, False, False]


def _behind_filters(step: Step, values: list[bool | None]) -> Sequence[bool]:
    """An element that a filter leaves out is decided by that; else by the condition and what is open."""
    *guards, body = values
    if False in guards:
        return [*(value is False for value in guards), False]
    if isinstance(step.outcome.value, Unknown):
        return [*(value is None for value in guards), body is None or step.outcome.would_fail]
    return [*(value is True for value in guards), True]


_CHOICES: Mapping[type, Callable[[Any, list[bool | None]], Sequence[bool]]] = {
    Binary: _operands,
    Unary: _all,
    Call: _implied,
    Conditional: _branches,
    Macro: _elements,
}
