"""The days on which a rule is in force: its own, less those on which what it cites does not stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace

from reglint.model.law import Instrument
from reglint.packs.in_force import rules_on
from reglint.packs.pack import LoadedRule, Packs
from reglint.report.explain_found import Span

_DAY = dt.timedelta(days=1)


def days_in_force(loaded: LoadedRule, packs: Packs) -> tuple[Span, ...]:
    """All spans of days on which a rule is in force, in order."""
    alone = replace(packs, rules=(loaded,))
    spans: list[Span] = []
    for first, last in _between(sorted({*_turns(loaded, packs.catalogue.instruments)})):
        if not rules_on(alone, first).in_force:
            continue
        if spans and spans[-1][1] == first - _DAY:
            first = spans.pop()[0]  # noqa: PLW2901 - it goes on from before
        spans.append((first, last))
    return tuple(spans)


def _between(turns: list[dt.date]) -> Iterator[Span]:
    for at, first in enumerate(turns):
        yield first, turns[at + 1] - _DAY if at + 1 < len(turns) else None


def _turns(loaded: LoadedRule, instruments: Mapping[str, Instrument]) -> Iterator[dt.date]:
    """Every day that is the first of something, or the first after it."""
    rule = loaded.rule
    yield from _of_span(rule.since, rule.until)
    for cited in rule.cites:
        name, _, provision = cited.partition("#")
        instrument = instruments[name]
        for version in instrument.versions:
            yield from _of_span(version.since or version.seen, version.until)
        for stay in instrument.suspended:
            yield from _of_span(stay.since, stay.until)
        for place in instrument.provisions[provision].at.values():
            yield from _of_span(place.since, place.until)


def _of_span(first: dt.date | None, last: dt.date | None) -> Iterator[dt.date]:
    if first is not None:
        yield first
    if last is not None and last < dt.date.max:
        yield last + _DAY
