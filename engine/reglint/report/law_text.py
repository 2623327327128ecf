"""A law for the terminal: its versions and their days, and each provision as every version numbers it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from reglint.law.in_force import NotStanding, standing, version_on
from reglint.law.label import label
from reglint.model.law import Instrument, InstrumentVersion, Location, Provision, Suspension
from reglint.model.rule import Rule
from reglint.model.text import in_language
from reglint.report.columns import columns, padded, wrapped
from reglint.report.law_words import force_in, said

WIDTH = 100
"""The columns that a line may take; a URL alone may be longer."""

_MARK = "* "
_NO_MARK = "  "
_LISTS_WIDTH = 11  # the longest name of a list, and two spaces


def render_instrument(
    instrument: Instrument, *, as_of: dt.date, language: str, rules: Iterable[Rule] = ()
) -> str:
    """An instrument with its versions, provisions and the rules that cite them; `*` marks what is in force.

    `rules` may be those of every instrument: the ones that cite this are shown.
    """
    citing = sorted(rules, key=lambda rule: rule.id)
    lines = [*_head(instrument, language), "", *_versions(instrument, as_of, language), ""]
    lines.append(said("provisions", language))
    for provision in instrument.provisions.values():
        lines += _provision(instrument, provision, as_of, language)
        lines += [*_rules(instrument, provision, citing, language), ""]
    return "\n".join(lines)


def _head(instrument: Instrument, language: str) -> Iterator[str]:
    title = in_language(instrument.titles, language)
    original = instrument.titles.get("original", title)
    known_as = title if original == title else f"{title} ({original})"
    yield from wrapped(known_as, width=WIDTH, first=f"{instrument.id}  ", rest=_NO_MARK)
    rows = {
        "force": force_in(instrument.force, language),
        "issuer": in_language(instrument.issuer, language),
        "authority": in_language(instrument.authority, language),
    }
    names = {key: said(key, language) for key in rows}
    indent = 2 + max(map(columns, names.values())) + 2
    for key, value in rows.items():
        yield from wrapped(value, width=WIDTH, first=padded(f"  {names[key]}", indent), rest=" " * indent)


def _versions(instrument: Instrument, as_of: dt.date, language: str) -> Iterator[str]:
    yield said("versions", language)
    current = version_on(instrument, as_of)
    indent = 2 + max(columns(version.id) for version in instrument.versions) + 2
    for version in instrument.versions:
        mark = _MARK if version == current else _NO_MARK
        parts = [_days(version, language), version.number]
        parts += [said("adopted", language, day=version.adopted)] if version.adopted else []
        parts += [said("here", language, day=as_of)] if version == current else []
        first = padded(mark + version.id, indent)
        yield from wrapped(", ".join(filter(None, parts)), width=WIDTH, first=first, rest=" " * indent)
        if version.url:
            yield " " * indent + version.url
    for stay in instrument.suspended:
        yield from wrapped(_stay(stay, language), width=WIDTH, first=_NO_MARK, rest=" " * indent)
    if current is None:
        yield f"  {said('nothing', language, day=as_of)}"


def _days(version: InstrumentVersion, language: str) -> str:
    if version.since is None and version.seen is not None:
        return said("seen", language, first=version.seen)
    return _between(version.since, version.until, language)


def _between(first: dt.date | None, last: dt.date | None, language: str) -> str:
    key = "since" if last is None else "between"
    return said(key, language, first=first or "…", last=last)


def _stay(stay: Suspension, language: str) -> str:
    days = _between(stay.since, stay.until, language)
    return f"{said('suspended', language)} {days}, {said('suspended_by', language, by=stay.by)} {stay.url}"


def _provision(instrument: Instrument, provision: Provision, as_of: dt.date, language: str) -> Iterator[str]:
    yield f"  {instrument.id}#{provision.id}"
    yield from _labels(instrument, provision, as_of, language)
    duty = in_language(provision.duty, language)
    yield from wrapped(duty, width=WIDTH, first="      ", rest="      ")
    if not provision.read_text:
        yield f"      {said('unread', language)}"
    limits = (f"{name} {limit.op} {limit.value}" for name, limit in provision.limits.items())
    yield from _listed("limits", limits, language)
    penalties = (_penalty(instrument, name, as_of, language) for name in provision.penalties)
    yield from _listed("penalties", penalties, language)


def _labels(instrument: Instrument, provision: Provision, as_of: dt.date, language: str) -> Iterator[str]:
    """Where the provision stands in each version, and its own days where it has any."""
    found = standing(instrument, provision.id, as_of)
    current = None if isinstance(found, NotStanding) else found.version
    for version in instrument.versions:
        if location := provision.at.get(version.id):
            where = in_language(label(instrument, version, location), language)
            mark = _MARK if version == current else _NO_MARK
            yield f"    {mark}{version.id}  {where}{_own_days(location, language)}"


def _own_days(location: Location, language: str) -> str:
    if location.since is None and location.until is None:
        return ""
    return f", {_between(location.since, location.until, language)}"


def _penalty(instrument: Instrument, name: str, as_of: dt.date, language: str) -> str:
    """A penalty's label on the day, and its id; the id alone where it does not stand then."""
    found = standing(instrument, name, as_of)
    if isinstance(found, NotStanding):
        return f"{instrument.id}#{name}"
    where = in_language(label(instrument, found.version, found.location), language)
    return f"{where} ({instrument.id}#{name})"


def _rules(
    instrument: Instrument, provision: Provision, rules: Iterable[Rule], language: str
) -> Iterator[str]:
    cited = f"{instrument.id}#{provision.id}"
    citing = (f"{rule.id}: {in_language(rule.title, language)}" for rule in rules if cited in rule.cites)
    return _listed("rules", citing, language)


def _listed(key: str, items: Iterable[str], language: str) -> Iterator[str]:
    """Items one below the other, the name of the list before the first."""
    indent = 6 + _LISTS_WIDTH
    first = padded(f"      {said(key, language)}", indent)
    for item in items:
        yield from wrapped(item, width=WIDTH, first=first, rest=" " * (indent + 2))
        first = " " * indent
