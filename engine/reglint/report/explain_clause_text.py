"""A clause for the terminal: where each version has it, its duty and penalties, the rules that cite it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from reglint.law.in_force import NotStanding, standing
from reglint.law.label import label
from reglint.model.law import InstrumentVersion
from reglint.model.text import in_language
from reglint.report.explain_found import ClauseFound
from reglint.report.explain_limits import limit_words
from reglint.report.explain_rows import heading, in_english, quiet, row, rows
from reglint.report.explain_words import absence_words, told
from reglint.report.law_words import force_in, said
from reglint.report.page import Paint, ansi, plain


@dataclass(frozen=True, slots=True)
class Label:
    """Where a version has the clause, on which days, and whether that is in force on the day."""

    version: InstrumentVersion
    label: str
    first: dt.date | None
    last: dt.date | None
    current: bool


@dataclass(frozen=True, slots=True)
class Penalty:
    """A penalty for a breach: the clause that has it, its label on the day, and what it says."""

    provision: str
    label: str
    duty: str


def render_clause(found: ClauseFound, *, language: str, colour: bool) -> str:
    """The clause with its labels, its duty, limits and penalties, and the rules that cite it."""
    paint = ansi if colour else plain
    instrument, provision = found.instrument, found.provision
    lines = [
        heading(f"{instrument.id}#{provision.id}", in_language(instrument.titles, language), paint),
        *row(told("instrument", language), force_in(instrument.force, language)),
        *_labels(found, language, paint),
        *row(told("duty_name", language), _duty(found, language)),
        *row(told("limits_name", language), limit_words(provision.limits, language)),
        *rows(told("penalties", language), _penalties(found, language)),
        *rows(told("rules", language), _rules(found, language)),
        *in_english(provision.duty, language),
    ]
    return "\n".join(lines)


def labels(found: ClauseFound, language: str) -> Iterator[Label]:
    """The clause in each version that has it; its own days narrow those of the version."""
    on_day = standing(found.instrument, found.provision.id, found.as_of)
    current = None if isinstance(on_day, NotStanding) else on_day.version
    for version in found.instrument.versions:
        location = found.provision.at.get(version.id)
        if location is not None:
            text = in_language(label(found.instrument, version, location), language)
            first = location.since or version.since or version.seen
            yield Label(version, text, first, location.until or version.until, version == current)


def penalties(found: ClauseFound, language: str) -> Iterator[Penalty]:
    """What a breach of the clause may cost, as the law stands on the day."""
    instrument = found.instrument
    for name in found.provision.penalties:
        on_day = standing(instrument, name, found.as_of)
        if isinstance(on_day, NotStanding):
            where = absence_words(on_day.why, on_day.day, language)
        else:
            where = in_language(label(instrument, on_day.version, on_day.location), language)
        known = instrument.provisions.get(name)
        duty = in_language(known.duty, language) if known is not None else ""
        yield Penalty(f"{instrument.id}#{name}", where, duty)


def _labels(found: ClauseFound, language: str, paint: Paint) -> Iterator[str]:
    name = told("law", language)
    for one in labels(found, language):
        key = "since" if one.last is None else "between"
        days = told(key, language, first=one.first or "…", last=one.last)
        here = told("here", language, day=found.as_of) if one.current else ""
        yield from row(
            name, told("label", language, label=one.label, version=one.version.id, days=days) + here
        )
        yield from quiet(row("", one.version.url), paint)
        name = ""
    on_day = standing(found.instrument, found.provision.id, found.as_of)
    if isinstance(on_day, NotStanding):
        why = absence_words(on_day.why, on_day.day, language)
        yield from row("", told("not_in_force", language, day=found.as_of, why=why))


def _duty(found: ClauseFound, language: str) -> str:
    unread = "" if found.provision.read_text else f" {said('unread', language)}"
    return in_language(found.provision.duty, language) + unread


def _penalties(found: ClauseFound, language: str) -> Iterator[str]:
    for one in penalties(found, language):
        yield f"{one.label} ({one.provision})"
        yield one.duty


def _rules(found: ClauseFound, language: str) -> Iterator[str]:
    for rule in found.rules:
        yield f"{rule.id}: {in_language(rule.title, language)}"
    if found.rules_are_missing:
        yield told("rules_missing", language)
    elif not found.rules:
        yield told("no_rules", language)
