"""Which rules are in force on a day, with the law as it stands then; and why the others are not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from reglint.law.cite import cite
from reglint.law.in_force import Absence, NotStanding, first_days, standing
from reglint.model.law import Citation, Instrument
from reglint.model.rule import Rule
from reglint.packs.pack import LoadedRule, Packs

_MOST_FINAL = (
    Absence.UNKNOWN,
    Absence.PROPOSAL,
    Absence.ENDED,
    Absence.SUSPENDED,
    Absence.UNSEEN,
    Absence.UPCOMING,
)


@dataclass(frozen=True, slots=True)
class RuleInForce:
    """A rule and all its citations, in the rule's order."""

    loaded: LoadedRule
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class RuleNotInForce:
    """A rule that says nothing on the day, and why.

    `provision` is the one that does not stand, "" where the rule's own days decide. `cites` are the citations
    of an upcoming rule on its first day.
    """

    loaded: LoadedRule
    why: NotStanding
    provision: str = ""
    cites: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class RulesOnDay:
    """Every rule of the jurisdictions asked for, in one of the two."""

    in_force: tuple[RuleInForce, ...]
    not_in_force: tuple[RuleNotInForce, ...]


def rules_on(packs: Packs, day: dt.date, jurisdictions: Collection[str] | None = None) -> RulesOnDay:
    """The rules in force on a day: within their own days, every provision that they cite standing.

    Without jurisdictions, those of every pack.
    """
    asked = (
        loaded for loaded in packs.rules if jurisdictions is None or loaded.rule.jurisdiction in jurisdictions
    )
    judged = [_on(loaded, packs.catalogue.instruments, day) for loaded in asked]
    return RulesOnDay(
        tuple(rule for rule in judged if isinstance(rule, RuleInForce)),
        tuple(rule for rule in judged if isinstance(rule, RuleNotInForce)),
    )


def ever_in_force(loaded: LoadedRule, instruments: Mapping[str, Instrument]) -> bool:
    """Whether there is a day on which a rule is in force; its first is one of its provisions or its own."""
    cited = (cited.partition("#") for cited in loaded.rule.cites)
    days = {day for name, _, provision in cited for day in first_days(instruments[name], provision)}
    days.add(loaded.rule.since or loaded.rule.until or dt.date.max)
    return any(isinstance(_on(loaded, instruments, day), RuleInForce) for day in days)


def _on(
    loaded: LoadedRule, instruments: Mapping[str, Instrument], day: dt.date
) -> RuleInForce | RuleNotInForce:
    obstacles = [*_own_days(loaded.rule, day), *_cited_days(loaded.rule, instruments, day)]
    if not obstacles:
        return RuleInForce(loaded, _citations(loaded.rule, instruments, day))
    why, provision = _deciding(obstacles)
    first = why.day if why.why is Absence.UPCOMING else None
    cites = _citations(loaded.rule, instruments, first) if first else ()
    return RuleNotInForce(loaded, why, provision, cites)


def _own_days(rule: Rule, day: dt.date) -> Iterable[tuple[NotStanding, str]]:
    if rule.since is not None and day < rule.since:
        yield NotStanding(Absence.UPCOMING, rule.since), ""
    if rule.until is not None and day > rule.until:
        yield NotStanding(Absence.ENDED, rule.until), ""


def _cited_days(
    rule: Rule, instruments: Mapping[str, Instrument], day: dt.date
) -> Iterable[tuple[NotStanding, str]]:
    for cited in rule.cites:
        name, _, provision = cited.partition("#")
        found = standing(instruments[name], provision, day)
        if isinstance(found, NotStanding):
            yield found, cited


def _deciding(obstacles: list[tuple[NotStanding, str]]) -> tuple[NotStanding, str]:
    """The obstacle that lasts: the most final kind, and of upcoming ones the last to go."""
    return min(
        obstacles,
        key=lambda found: (
            _MOST_FINAL.index(found[0].why),
            -(found[0].day or dt.date.max).toordinal(),
        ),
    )


def _citations(rule: Rule, instruments: Mapping[str, Instrument], day: dt.date) -> tuple[Citation, ...]:
    """Those of a rule's citations that stand on a day."""
    split = (cited.partition("#") for cited in rule.cites)
    found = (cite(instruments[name], provision, day) for name, _, provision in split)
    return tuple(citation for citation in found if citation is not None)
