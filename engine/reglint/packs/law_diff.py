"""What changes in the law between two days: provisions that move, begin, end or give way, and their rules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from reglint.law.cite import cite
from reglint.law.stricter import Direction, direction
from reglint.model.law import Citation, Instrument, Limit, Provision
from reglint.model.rule import Rule
from reglint.packs.in_force import rules_on
from reglint.packs.pack import Packs


class Change(StrEnum):
    """What happens to a provision. `changed`: another takes its place and asks for something else."""

    RENUMBERED = "renumbered"
    NEW = "new"
    CHANGED = "changed"
    REPEALED = "repealed"


@dataclass(frozen=True, slots=True)
class LawChange:
    """A provision that does not stand on both days as it did, and the rules that cite it.

    `before` and `after` are where it stands; of a changed one `before` is that of the provision that it
    replaces. `direction` is None where nothing is replaced; `limits` are then pairs of what is compared.
    """

    change: Change
    before: Citation | None
    after: Citation | None
    rules: tuple[str, ...]
    direction: Direction | None = None
    limits: Mapping[str, tuple[Limit | None, Limit | None]] | None = None

    @property
    def stands(self) -> Citation:
        """The provision on the later day, or on the earlier one where it ended."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a change has a provision")
        return found


@dataclass(frozen=True, slots=True)
class LawDifference:
    """The changes between two days, by instrument and provision; the rules that begin and that end."""

    first: dt.date
    last: dt.date
    changes: tuple[LawChange, ...]
    begun: tuple[Rule, ...]
    ended: tuple[Rule, ...]


def law_difference(
    packs: Packs, first: dt.date, last: dt.date, instruments: Collection[str] = ()
) -> LawDifference:
    """What is different on the second day, in the instruments that are named, or in all."""
    known = packs.catalogue.instruments
    chosen = [known[name] for name in sorted(instruments or known)]
    before, after = (
        {one.loaded.rule.id: one.loaded.rule for one in rules_on(packs, day).in_force}
        for day in (first, last)
    )
    begun = [rule for name, rule in after.items() if name not in before]
    ended = [rule for name, rule in before.items() if name not in after]
    all_rules = [loaded.rule for loaded in packs.rules]
    moved = [change for one in chosen for change in _changes(one, first, last, all_rules)]
    names = {one.id for one in chosen}
    return LawDifference(
        first,
        last,
        tuple(_joined(moved, _replacements(begun, ended, all_rules), known)),
        tuple(rule for rule in begun if _is_of(rule, names)),
        tuple(rule for rule in ended if _is_of(rule, names)),
    )


def _is_of(rule: Rule, instruments: Collection[str]) -> bool:
    return any(cited.partition("#")[0] in instruments for cited in rule.cites)


def _changes(
    instrument: Instrument, first: dt.date, last: dt.date, rules: Iterable[Rule]
) -> Iterator[LawChange]:
    for name in instrument.provisions:
        before, after = (cite(instrument, name, day) for day in (first, last))
        cited = f"{instrument.id}#{name}"
        citing = tuple(rule.id for rule in rules if cited in rule.cites)
        if before is None and after is not None:
            yield LawChange(Change.NEW, None, after, citing)
        elif before is not None and after is None:
            yield LawChange(Change.REPEALED, before, None, citing)
        elif before is not None and after is not None and before.label != after.label:
            yield LawChange(Change.RENUMBERED, before, after, citing)


def _replacements(begun: Iterable[Rule], ended: Iterable[Rule], rules: Iterable[Rule]) -> dict[str, str]:
    """The provision whose duty begins → the one in whose place it comes, as the rules on them say."""
    by_id = {rule.id: rule for rule in (*rules, *ended)}
    found = ((rule, by_id[rule.replaces]) for rule in begun if rule.replaces in by_id)
    return {rule.cites[0]: replaced.cites[0] for rule, replaced in found}


def _joined(
    moved: list[LawChange], places: Mapping[str, str], instruments: Mapping[str, Instrument]
) -> Iterator[LawChange]:
    """The changes, a beginning and the end in whose place it comes as one."""
    ended = {change.stands.provision: change for change in moved if change.change is Change.REPEALED}
    taken = {
        after: ended[before]
        for after, before in places.items()
        if before in ended and any(one.after and one.stands.provision == after for one in moved)
    }
    gone = {change.stands.provision for change in taken.values()}
    for change in moved:
        if change.change is Change.NEW and change.stands.provision in taken:
            yield _replaced(taken[change.stands.provision], change, instruments)
        elif change.change is not Change.REPEALED or change.stands.provision not in gone:
            yield change


def _replaced(old: LawChange, new: LawChange, instruments: Mapping[str, Instrument]) -> LawChange:
    first, second = (_provision(one.stands, instruments).limits for one in (old, new))
    return LawChange(
        Change.CHANGED,
        old.before,
        new.after,
        tuple(dict.fromkeys((*new.rules, *old.rules))),
        direction(first, second),
        {name: (first.get(name), second.get(name)) for name in {**first, **second}},
    )


def _provision(cited: Citation, instruments: Mapping[str, Instrument]) -> Provision:
    return instruments[cited.instrument].provisions[cited.provision.partition("#")[2]]
