"""Macros over what they look at: `all`, `exists`, `exists_one`, `filter`, in three values.

`x.filter(a, c).all(a, p)` means `x.all(a, implies(c, p))`, and with the other macros a filter is one more
condition: then an unknown in a filter stays with its element.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from reglint.language.access import as_fact, is_open, openness
from reglint.language.logic import conjunction, disjunction, implication
from reglint.language.outcome import Held, Outcome, Within, facts_of, of_tree, strictly
from reglint.language.scope import Scope
from reglint.model.fact import Fact, Record, Series, Unknown
from reglint.model.verdict import Reason


@dataclass(frozen=True, slots=True)
class Element:
    """An element that a macro looks at: what it is, whether the filters let it pass, and the scope inside."""

    item: Held | Fact
    guard: Outcome
    scope: Scope


@dataclass(frozen=True, slots=True)
class Reach:
    """All that a macro looks at. `series` is None for a list written in the rule."""

    elements: tuple[Element, ...]
    series: Series | None

    @property
    def inventory(self) -> bool:
        """Whether there must be some."""
        return self.series is not None and self.series.inventory

    @property
    def is_open(self) -> bool:
        """Whether there may be more than was seen."""
        return self.series is not None and is_open(self.series)


Results: TypeAlias = Sequence[Outcome]  # of the condition, one an element


def vacuity(reach: Reach) -> Outcome | None:
    """What `all` comes to for want of an element that surely counts; None where there is no want.

    An inventory that is empty shows nothing, and neither does one that was only observed and has nothing
    that surely passes the filters: what may pass them leaves it open, where there is any. In a list that a
    person has closed, and in a register, there may well be nothing to check.
    """
    guards = [item.guard for item in reach.elements]
    if any(guard.value is True for guard in guards):
        return None
    doubt = strictly(guards)
    if reach.series is not None and (reach.is_open or (reach.inventory and not guards)):
        nothing = Unknown(Reason.VACUOUS, "nothing is listed that the rule is about")
        if doubt is None:
            return of_tree(as_fact(reach.series, nothing))
        # What would settle it is of the elements; where it stands, of the list.
        return replace(doubt, facts=facts_of(openness(reach.series)))
    return _with_list(Outcome(value=True), reach) if doubt is None else None


def absence(reach: Reach, found: Results) -> Outcome | None:
    """What `!exists` comes to for want of an element to name: more may be there, or the list has none.

    `found` says of each element whether it matches. None where the elements say it all.
    """
    if any(match.value is not False for match in found):
        return None
    if reach.series is not None and reach.is_open:
        return openness(reach.series)[0]
    if any(element.guard.value is not False for element in reach.elements):
        return None
    return _with_list(Outcome(value=True), reach)


def matches(reach: Reach, results: Results) -> list[Outcome]:
    """For each element, whether it passes the filters and meets the condition."""
    pairs = zip(reach.elements, results, strict=True)
    return [conjunction((element.guard, result)) for element, result in pairs]


def counted(reach: Reach, results: Results) -> Outcome:
    """How many elements pass, as in `size(x.filter(e, p))`.

    An unknown says how many do for sure, and how many can at most: so `size(x.filter(e, p)) > 0` comes to
    what `x.exists(e, p)` does.
    """
    parts = matches(reach, results)
    doubtful = [part for part in parts if isinstance(part.value, Unknown)]
    return _faulty(parts) or number_of(_surely(reach, parts), doubtful, among=len(parts))


def number_of(listed: Outcome, doubtful: Results = (), *, among: int = 0) -> Outcome:
    """How many elements a list has, some of the `doubtful` ones among them; `among` as in `as_fact`."""
    series = listed.value if isinstance(listed.value, Series) else None
    items = listed.value if series is None else series.items
    facts = listed.facts if series is None else (as_fact(series, among=among),)
    count = len(items) if isinstance(items, tuple) else 0
    more = openness(listed.value)
    unknown = strictly((*doubtful, *more))
    if unknown is None:
        return Outcome(count, facts)
    return replace(unknown, within=Within(count, None if more else count + len(doubtful), facts))


def _every(reach: Reach, results: Results) -> Outcome:
    pairs = zip(reach.elements, results, strict=True)
    parts = [implication(element.guard, result) for element, result in pairs]
    rest = vacuity(reach)
    return conjunction(parts if rest is None else [*parts, rest])


def _some(reach: Reach, results: Results) -> Outcome:
    found = disjunction(matches(reach, results))
    if found.value is False:
        return disjunction((_with_list(found, reach), *openness(reach.series)))
    return found


def _one(reach: Reach, results: Results) -> Outcome:
    parts = matches(reach, results)
    fault = _faulty(parts)
    if fault is not None:
        return fault
    true = [part for part in parts if part.value is True]
    if len(true) > 1:
        return Outcome(value=False, facts=facts_of(true))
    unknown = strictly((*parts, *openness(reach.series)))
    if unknown is not None:
        return unknown
    return true[0] if true else _with_list(disjunction(parts), reach)


def _kept(reach: Reach, results: Results) -> Outcome:
    parts = matches(reach, results)
    return strictly(parts) or _surely(reach, parts)


def _faulty(parts: Results) -> Outcome | None:
    """The unknown of those that rest on no fact: an error of the rule, which CEL makes one of the whole."""
    return strictly(part for part in parts if not part.facts)


def _surely(reach: Reach, parts: Results) -> Outcome:
    """The list of the elements that pass for sure."""
    pairs = zip(reach.elements, parts, strict=True)
    items = tuple(element.item for element, part in pairs if part.value is True)
    if reach.series is None:
        return Outcome(tuple(item for item in items if not isinstance(item, Fact)), facts_of(parts))
    trees = tuple(item for item in items if isinstance(item, (Fact, Record, Series)))
    return Outcome(replace(reach.series, items=trees))


def _with_list(outcome: Outcome, reach: Reach) -> Outcome:
    """The list itself as the fact where no element has any."""
    if outcome.facts or reach.series is None:
        return outcome
    return replace(outcome, facts=(as_fact(reach.series),))


QUANTIFIERS: Mapping[str, Callable[[Reach, Results], Outcome]] = {
    "all": _every,
    "exists": _some,
    "exists_one": _one,
    "filter": _kept,
}
