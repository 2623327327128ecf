"""Logic of three values (Kleene's) over outcomes: what decides is kept, what could still decide is named."""

from __future__ import annotations

from collections.abc import Sequence

from reglint.language.outcome import Outcome, doubts_of, facts_of, in_doubt
from reglint.model.fact import Unknown
from reglint.model.verdict import Reason


def truth(outcome: Outcome) -> Outcome:
    """The outcome itself if it is true, false or unknown; else an unknown: a value is no condition."""
    if isinstance(outcome.value, (bool, Unknown)):
        return outcome
    return in_doubt(Unknown(Reason.MISTYPED, "write a condition, such as x == …"), outcome.facts)


def conjunction(outcomes: Sequence[Outcome]) -> Outcome:
    """False if any is false (by all the false ones), else unknown if any is unknown, else true."""
    parts = [truth(outcome) for outcome in outcomes]
    false = [part for part in parts if part.value is False]
    if false:
        return Outcome(value=False, facts=facts_of(false))
    unknown = [part for part in parts if part.value is not True]
    if unknown:
        return _open(unknown, would_fail=any(part.would_fail for part in unknown))
    return Outcome(value=True, facts=facts_of(parts))


def disjunction(outcomes: Sequence[Outcome]) -> Outcome:
    """True if any is true (by all the true ones), else unknown if any is unknown, else false (by all)."""
    parts = [truth(outcome) for outcome in outcomes]
    true = [part for part in parts if part.value is True]
    if true:
        return Outcome(value=True, facts=facts_of(true))
    unknown = [part for part in parts if part.value is not False]
    if not unknown:
        return Outcome(value=False, facts=facts_of(parts))
    if all(part.would_fail for part in unknown):
        return _open(parts, would_fail=True)
    return _open(unknown, would_fail=False)


def negation(outcome: Outcome) -> Outcome:
    """The opposite. What would fail, would then hold: nothing is said of it."""
    part = truth(outcome)
    if isinstance(part.value, Unknown):
        return Outcome(part.value, part.facts, part.doubts)
    return Outcome(not part.value, part.facts)


def implication(guard: Outcome, requirement: Outcome) -> Outcome:
    """True where the guard is false or the requirement true.

    An unknown guard over a false requirement would fail: the requirement's facts come first, the guard's
    doubts say what would settle it.
    """
    asked, wanted = truth(guard), truth(requirement)
    if asked.value is False:
        return Outcome(value=True, facts=asked.facts)
    if wanted.value is True or asked.value is True:
        facts = facts_of((wanted, asked)) if wanted.value is False else wanted.facts
        return Outcome(wanted.value, facts, wanted.doubts, wanted.would_fail)
    would_fail = wanted.value is False or wanted.would_fail
    return Outcome(asked.value, facts_of((wanted, asked)), doubts_of((asked, wanted)), would_fail)


def choice(condition: Outcome, yes: Outcome, no: Outcome) -> Outcome:
    """The branch that the condition picks. Where it is unknown, a false branch would fail."""
    asked = truth(condition)
    if isinstance(asked.value, bool):
        picked = yes if asked.value else no
        facts = picked.facts if isinstance(picked.value, Unknown) else facts_of((picked, asked))
        return Outcome(picked.value, facts, picked.doubts, picked.would_fail)
    failing = [branch for branch in (yes, no) if branch.value is False or branch.would_fail]
    return Outcome(asked.value, facts_of((*failing, asked)), doubts_of((asked, *failing)), bool(failing))


def _open(parts: Sequence[Outcome], *, would_fail: bool) -> Outcome:
    """The unknown that these parts leave; if it would fail, the parts that would come first."""
    ordered = sorted(parts, key=lambda part: would_fail and not part.would_fail)
    value = next(part.value for part in ordered if isinstance(part.value, Unknown))
    return Outcome(value, facts_of(ordered), doubts_of(ordered), would_fail)
