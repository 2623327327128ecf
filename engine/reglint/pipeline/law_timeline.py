"""The days on which a platform's verdicts change if nothing is done, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from reglint.model.assessment import Assessment
from reglint.model.finding import Finding
from reglint.model.verdict import Reason, Verdict
from reglint.packs.law_days import law_days
from reglint.pipeline.check import check_with
from reglint.pipeline.knowledge import Knowledge
from reglint.pipeline.request import Nothing, Refused, Request, refused
from reglint.report.timeline_found import Standing, Timeline, TurningPoint, VerdictChange, Why

_WORST_FIRST = (Verdict.FAIL, Verdict.UNKNOWN, Verdict.PASS, Verdict.NOT_APPLICABLE)
_EVIDENCE = frozenset({Reason.EXPIRED, Reason.FUTURE, Reason.EVIDENCE, Reason.NEEDS_HUMAN})
_STRIDE = 92
"""Days between two days that are looked at for what the calendar itself changes."""

_MOST = 366 * 10


_State: TypeAlias = Mapping[str, Standing]
_StateOn: TypeAlias = Callable[[dt.date], _State]


def timeline(knowledge: Knowledge, request: Request, until: dt.date) -> Timeline | Refused | Nothing:
    """The turning points of a platform from the request's day on, its facts as they are.

    Between the days on which law begins or ends, a change is searched by halving: one that is undone within a
    quarter of a year is not seen.
    """
    if not 0 < (until - request.as_of).days <= _MOST:
        hint = f"Write a day after {request.as_of.isoformat()}, ten years later at most."
        return refused("until", f"{until.isoformat()} is no end for what begins then.", hint=hint)
    today = check_with(knowledge, request)
    if isinstance(today, Refused):
        return today
    if isinstance(today, Nothing):
        later = check_with(knowledge, replace(request, as_of=until))
        if not isinstance(later, Assessment):
            return today
    seen: dict[dt.date, _State] = {}

    def state_on(day: dt.date) -> _State:
        if day not in seen:
            found = check_with(knowledge, replace(request, as_of=day))
            seen[day] = _state(found) if isinstance(found, Assessment) else {}
        return seen[day]

    days = sorted({request.as_of, *_looked_at(knowledge, request.as_of, until)})
    turning = sorted({day for pair in pairwise(days) for day in _turns(*pair, state_on)})
    points = (_point(day, state_on) for day in turning)
    return Timeline(
        request.as_of, until, tuple(one for one in points if one.changes), tuple(today.diagnostics)
    )


def _looked_at(knowledge: Knowledge, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    yield from law_days(knowledge.packs, first, last)
    strides = range(_STRIDE, (last - first).days, _STRIDE)
    yield from (first + dt.timedelta(days=count) for count in strides)
    yield last


def _turns(low: dt.date, high: dt.date, state_on: _StateOn) -> Iterator[dt.date]:
    """The days in (low, high] on which something is otherwise than the day before."""
    if _words(state_on(low)) == _words(state_on(high)):
        return
    if (high - low).days == 1:
        yield high
        return
    middle = low + (high - low) // 2
    yield from _turns(low, middle, state_on)
    yield from _turns(middle, high, state_on)


def _words(state: _State) -> Mapping[str, tuple[Verdict, bool]]:
    return {rule: (one.verdict, one.waived) for rule, one in state.items()}


def _state(assessment: Assessment) -> _State:
    """What each rule of a jurisdiction comes to; one that does not apply is left out."""
    worst: dict[str, Finding] = {}
    for one in assessment.findings:
        if one.jurisdiction and (one.rule not in worst or _rank(one) < _rank(worst[one.rule])):
            worst[one.rule] = one
    return {
        rule: Standing(one.verdict, one.waiver is not None, one)
        for rule, one in worst.items()
        if one.verdict is not Verdict.NOT_APPLICABLE
    }


def _rank(one: Finding) -> tuple[int, bool]:
    return _WORST_FIRST.index(one.verdict), one.waiver is not None


def _point(day: dt.date, state_on: _StateOn) -> TurningPoint:
    before, after = state_on(day - dt.timedelta(days=1)), state_on(day)
    return TurningPoint(day, tuple(_changed({*before, *after}, before, after)))


def _changed(rules: Iterable[str], before: _State, after: _State) -> Iterator[VerdictChange]:
    for rule in sorted(rules):
        old, new = before.get(rule), after.get(rule)
        if (old and (old.verdict, old.waived)) != (new and (new.verdict, new.waived)):
            found = new or old
            if found is not None:
                yield VerdictChange(rule, found.finding.title, _why(old, new), old, new)


def _why(old: Standing | None, new: Standing | None) -> Why:
    if old is None or new is None:
        return Why.BEGINS if old is None else Why.ENDS
    doubts = (one.finding.doubt for one in (old, new))
    if any(doubt is not None and doubt.reason in _EVIDENCE for doubt in doubts):
        return Why.EVIDENCE
    return Why.WAIVER if old.waived != new.waived else Why.TIME
