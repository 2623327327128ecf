"""Operators and functions over outcomes: what known values come to, and what unknown ones do all the same.

A list that was only observed may be longer. No function of it is known; only what more elements can't change
is decided: `size(x) >= 2` where two were seen, `max(x) <= 3` where 4 was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from reglint.language.access import grounded, openness
from reglint.language.arithmetic import calculate
from reglint.language.builtins import call_function, call_method
from reglint.language.comparison import is_among, relate, settled
from reglint.language.kinds import kind_of
from reglint.language.logic import disjunction
from reglint.language.outcome import Held, Outcome, Within, facts_of, in_doubt, of_tree, strictly
from reglint.language.quantifiers import number_of
from reglint.language.scope import Fuel
from reglint.model.fact import Series, Unknown
from reglint.model.verdict import Reason

_COMPARED, _SEARCHED, _MATCHED = 1_000, 100, 20  # characters a step


def computed(parts: Iterable[Outcome], compute: Callable[..., Held]) -> Outcome:
    """What is computed of known values; unknown if any is unknown."""
    operands = tuple(parts)
    unknown = strictly(operands)
    if unknown is not None:
        return unknown
    facts = facts_of(map(grounded, operands))
    value = compute(*(part.value for part in operands))
    return in_doubt(value, facts) if isinstance(value, Unknown) else Outcome(value, facts)


def plain(outcome: Outcome, fuel: Fuel) -> Outcome:
    """A series as a list of plain values, unknown if an element is or if there may be more; else as it is."""
    if not isinstance(outcome.value, Series):
        return outcome
    parts = _elements(outcome.value, fuel)
    unknown = strictly((*parts, *openness(outcome.value)))
    return _with_list(computed(parts, lambda *values: values), outcome) if unknown is None else unknown


def compared(op: str, left: Outcome, right: Outcome, fuel: Fuel) -> Outcome:
    """`left op right` for an order or equality; of unknown numbers, what their bounds decide."""
    parts = [plain(part, fuel) for part in (left, right)]
    fuel.burn(sum(_weight(part.value) for part in parts))
    return _by_bounds(op, *parts) or computed(parts, lambda one, other: relate(op, one, other))


def among(value: Outcome, listed: Outcome, fuel: Fuel) -> Outcome:
    """`value in listed`: true if any element is equal, else unknown if an element is or there may be more."""
    value = plain(value, fuel)
    if not isinstance(listed.value, Series) or isinstance(value.value, Unknown):
        fuel.burn(_weight(listed.value))
        return computed((value, plain(listed, fuel)), _is_in)
    parts = _elements(listed.value, fuel)
    known = [part for part in parts if not isinstance(part.value, Unknown)]
    fuel.burn(sum(_weight(part.value) for part in known))
    found = computed((value, *known), lambda one, *items: is_among(one, items))
    doubts = [part for part in parts if isinstance(part.value, Unknown)]
    return disjunction((_with_list(found, listed), *doubts, *openness(listed.value)))


def added(op: str, left: Outcome, right: Outcome, fuel: Fuel) -> Outcome:
    """`left op right` for arithmetic."""
    fuel.burn(_weight(left.value) + _weight(right.value))
    return computed((left, right), lambda one, other: calculate(op, one, other))


def sized(operand: Outcome) -> Outcome:
    """The size of a text or a list; elements may be unknown, they count all the same."""
    if isinstance(operand.value, Series):
        return number_of(operand)
    return computed((operand,), lambda value: call_method("size", value, ()))


def folded(function: str, operands: Sequence[Outcome], fuel: Fuel) -> Outcome:
    """`min`, `max` or `sum` of a list or of several values."""
    parts = [plain(operand, fuel) for operand in operands]
    fuel.burn(sum(_weight(part.value) for part in parts))
    result = computed(parts, lambda *values: call_function(function, values))
    match operands:
        case [Outcome(Series() as series)] if isinstance(parts[0].value, Unknown):
            return replace(result, within=_bounds(function, series, fuel))
    return result


def asked(method: str, parts: Sequence[Outcome], fuel: Fuel) -> Outcome:
    """What a method comes to; `parts` are what it is asked of and its arguments."""
    length = sum(len(part.value) for part in parts if isinstance(part.value, str))
    fuel.burn(length // (_MATCHED if method == "glob" else _SEARCHED))
    return computed(parts, lambda first, *rest: call_method(method, first, rest))


def _elements(series: Series, fuel: Fuel) -> list[Outcome]:
    fuel.burn(len(series.items))
    return [plain(of_tree(item), fuel) for item in series.items]


def _with_list(outcome: Outcome, listed: Outcome) -> Outcome:
    """The list itself as the fact where nothing else is."""
    return outcome if outcome.facts else replace(outcome, facts=grounded(listed).facts)


def _weight(value: Held) -> int:
    """The steps to look at a value once. Texts and lists have a length, all else is one part."""
    if isinstance(value, str):
        return len(value) // _COMPARED
    return len(value) + sum(map(_weight, value)) if isinstance(value, tuple) else 0


def _by_bounds(op: str, left: Outcome, right: Outcome) -> Outcome | None:
    """The comparison as far as bounds decide it."""
    if left.within is None and right.within is None:
        return None
    one, other = _within(left), _within(right)
    holds = None if one is None or other is None else settled(op, one, other)
    if one is None or other is None or holds is None:
        return None
    return Outcome(holds, tuple(dict.fromkeys((*one.facts, *other.facts))))


def _within(outcome: Outcome) -> Within | None:
    if isinstance(outcome.value, Unknown):
        return outcome.within
    return Within(outcome.value, outcome.value, outcome.facts)


def _bounds(function: str, series: Series, fuel: Fuel) -> Within | None:
    """Where the least or the greatest of a list lies, if only some of its elements are known.

    Numbers have it: what others come to beside what is not known, their currency or calendar decides.
    """
    known = [part for part in _elements(series, fuel) if not isinstance(part.value, Unknown)]
    if function == "sum" or {kind_of(part.value) for part in known} != {"number"}:
        return None
    found = computed(known, lambda *values: call_function(function, (values,)))
    low, high = (None, found.value) if function == "min" else (found.value, None)
    return Within(low, high, found.facts)


def _is_in(value: Held, items: Held) -> Held:
    if isinstance(items, tuple):
        return is_among(value, items)
    return Unknown(Reason.MISTYPED, f"{kind_of(items)} has no elements")
