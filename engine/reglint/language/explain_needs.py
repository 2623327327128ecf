"""What would make a rule pass on a platform: the nearest bounds, and the facts that are missing for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial, reduce
from typing import Any, Protocol, TypeAlias

from reglint.language.constants import constant_value
from reglint.language.explain import Step
from reglint.language.explain_decided import value_of
from reglint.language.sentence.claims import Claim, Joined, Plain
from reglint.language.sentence.logic import claim_of
from reglint.language.sentence.shapes import asked_of
from reglint.language.syntax import Binary, Call, Conditional, Macro, Unary
from reglint.model.duration import DAY, Duration, DurationKind, month_span
from reglint.model.fact import Fact

_DAYS_NEEDED = {">=": (1, 0), ">": (1, 1), "<=": (0, 0), "<": (0, -1)}
"""Of the least and the most days that so many months can have, which settles a bound, and how far from it."""

_NEGATED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


@dataclass(frozen=True, slots=True)
class Need:
    """What would have to be so, and the facts that say otherwise or nothing.

    `days` is what a bound in months comes to in days, where the fact is in days.
    """

    claim: Claim
    facts: tuple[Fact, ...]
    days: Duration | None = None


@dataclass(frozen=True, slots=True)
class Needs:
    """Several, all of which (`joint` is and) or any of which (or) would do."""

    joint: str
    parts: tuple[Needed, ...]


Needed: TypeAlias = Need | Needs


class _Rule(Protocol):
    def __call__(self, step: Step, *, wanted: bool) -> Needed | None: ...


def needs(step: Step, *, wanted: bool = True) -> Needed | None:
    """What would bring the step to the wanted result; None where it is there."""
    if value_of(step) is wanted:
        return None
    if step.role == "element" and step.inside:
        return _of_element(step, wanted=wanted)
    rule = _RULES.get(type(step.expr), _of_fact) if step.inside else _of_fact
    return rule(step, wanted=wanted)


def needs_by_element(step: Step) -> Iterator[tuple[Step, Needed]]:
    """What each of the outermost elements that an assertion ranges over would need.

    An assertion that ranges over none is its own element.
    """
    found = needs(step)
    if found is None:
        return
    match step.expr:
        case Binary("&&") if step.role != "element" and step.inside:
            for part in step.inside:
                kept = _with_kept(part, step, wanted=True)
                yield from needs_by_element(part) if kept is None else ((part, kept),)
        case Macro(_, "all") if step.role != "element" and step.inside:
            yield from _of_each(step, _counted_for_sure(step), found, wanted=True)
        case Unary("!", Macro(_, "exists")) if step.role != "element" and step.inside:
            yield from _of_each(step.inside[0], None, found, wanted=False)
        case _:
            yield step, found


def _of_each(
    listed: Step, counted: Need | None, found: Needed, *, wanted: bool
) -> Iterator[tuple[Step, Needed]]:
    """What each element needs, and what the list does besides: where none needs any, what was found of it."""
    each = [(part, needs(part, wanted=wanted)) for part in listed.inside]
    yield from ((part, needed) for part, needed in each if needed is not None)
    if counted is not None:
        yield listed, counted
    elif not any(needed for _, needed in each) or _lacks_some(listed, wanted=wanted):
        yield listed, found


def _of_fact(step: Step, *, wanted: bool) -> Needed | None:
    claim = claim_of(step.expr, step.names, holds=wanted)
    return Need(claim, step.outcome.facts, _in_days(claim, step.outcome.facts))


def _of_element(step: Step, *, wanted: bool) -> Needed | None:
    """The condition; or a filter that is open, and would leave the element out."""
    *guards, body = step.inside
    open_guards = (needs(guard, wanted=False) for guard in guards if value_of(guard) is None)
    return _joined("or", (needs(body, wanted=wanted), *open_guards))


def _of_operands(step: Step, *, wanted: bool) -> Needed | None:
    """What each operand needs; `has(x) && …` is one need where it is one claim."""
    if wanted and not isinstance(claim_of(step.expr, step.names), Joined):
        return _of_fact(step, wanted=wanted)
    every = isinstance(step.expr, Binary) and step.expr.operator == "&&"
    if every != wanted:
        return _joined("or", (needs(part, wanted=wanted) for part in step.inside))
    each = (_with_kept(part, step, wanted=wanted) or needs(part, wanted=wanted) for part in step.inside)
    return _joined("and", each)


def _with_kept(part: Step, chain: Step, *, wanted: bool) -> Need | None:
    """What a part of a chain needs, with what holds of the same today and has to go on holding.

    It is None where nothing does. Where the need is said in days too, it comes last.
    """
    found, asked = needs(part, wanted=wanted), asked_of(part.expr)
    same = [one for one in chain.inside if asked is not None and asked_of(one.expr) == asked]
    kept = [one for one in same if value_of(one) is wanted]
    if not kept or not isinstance(found, Need) or not isinstance(chain.expr, Binary):
        return None
    ordered = [*kept, part] if found.days is not None else [one for one in same if one is part or one in kept]
    chained = reduce(partial(Binary, chain.expr.operator), (one.expr for one in ordered))
    return replace(found, claim=claim_of(chained, part.names, holds=wanted))


def _of_denied(step: Step, *, wanted: bool) -> Needed | None:
    return needs(step.inside[0], wanted=not wanted)


def _of_implication(step: Step, *, wanted: bool) -> Needed | None:
    guard, requirement = step.inside
    both = (needs(requirement, wanted=wanted), needs(guard, wanted=not wanted))
    return _joined("or" if wanted else "and", both)


def _of_branches(step: Step, *, wanted: bool) -> Needed | None:
    condition, yes, no = step.inside
    picked = value_of(condition)
    return _of_fact(step, wanted=wanted) if picked is None else needs(yes if picked else no, wanted=wanted)


def _of_elements(step: Step, *, wanted: bool) -> Needed | None:
    """What every element needs, where all count and are shown; else what the list needs as a whole."""
    counts = isinstance(step.expr, Macro) and step.expr.macro == ("all" if wanted else "exists")
    if not counts or _lacks_some(step, wanted=wanted):
        return _of_fact(step, wanted=wanted)
    each = (needs(part, wanted=wanted) for part in step.inside)
    counted = _counted_for_sure(step) if wanted else None
    return _joined("and", (*each, counted)) or _of_fact(step, wanted=wanted)


def _counted_for_sure(step: Step) -> Need | None:
    """That there be an element that passes the filters of an `all`; None where that is not what is open."""
    match step.expr:
        case Macro(Macro(_, "filter") as last, "all") if step.unsure:
            return Need(claim_of(replace(last, macro="exists"), step.names), step.unsure)
    return None


def _lacks_some(step: Step, *, wanted: bool) -> bool:
    """Whether elements are left out that don't come to what is wanted."""
    return any(count for value, count in step.left_out.items() if value is not wanted)


def _joined(joint: str, found: Iterable[Needed | None]) -> Needed | None:
    """The needs as one; those that are joined in the same way are taken apart first."""
    parts = tuple(part for one in found if one is not None for part in _parts(one, joint))
    return parts[0] if len(parts) == 1 else Needs(joint, parts) if parts else None


def _parts(found: Needed, joint: str) -> tuple[Needed, ...]:
    return found.parts if isinstance(found, Needs) and found.joint == joint else (found,)


def _in_days(claim: Claim, facts: tuple[Fact, ...]) -> Duration | None:
    match claim:
        case Plain(Binary(operator, _, right), _, positive) if operator in _DAYS_NEEDED:
            bound = constant_value(right)
        case _:
            return None
    exact = all(isinstance(fact.value, Duration) and fact.value.kind is DurationKind.EXACT for fact in facts)
    if not facts or not exact or not isinstance(bound, Duration) or bound.kind is not DurationKind.MONTHS:
        return None
    which, further = _DAYS_NEEDED[operator if positive else _NEGATED[operator]]
    return Duration(DurationKind.EXACT, (month_span(bound.amount)[which] + further) * DAY)


_RULES: Mapping[type, _Rule | Callable[..., Any]] = {
    Binary: _of_operands,
    Unary: _of_denied,
    Call: _of_implication,
    Conditional: _of_branches,
    Macro: _of_elements,
}
