"""Which rules a run is about, and whether what is asked of it can be meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reglint.evaluate.conflicts import RULE as CONFLICT
from reglint.evaluate.waive import EXPIRED, UNUSED
from reglint.law.roles import unknown_role
from reglint.law.spelling import did_you_mean
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.waiver import Waiver
from reglint.packs.in_force import RulesOnDay, rules_on
from reglint.packs.pack import LoadedRule, Packs
from reglint.pipeline.request import Request, selected

_OWN = (CONFLICT, EXPIRED, UNUSED)
"""The rules of reglint itself, which belong to no pack."""


def rules_wanted(packs: Packs, request: Request) -> RulesOnDay:
    """The rules of the jurisdictions asked for that are selected, in force on the day or not."""

    def wanted(loaded: LoadedRule) -> bool:
        return selected(loaded.rule.id, request.select, request.ignore)

    rules = rules_on(packs, request.as_of, request.jurisdictions or None)
    return RulesOnDay(
        tuple(one for one in rules.in_force if wanted(one.loaded)),
        tuple(one for one in rules.not_in_force if wanted(one.loaded)),
    )


def unheard_of(request: Request, packs: Packs) -> Iterator[Diagnostic]:
    """A fault for each jurisdiction, role and rule of the request that no pack knows."""
    yield from _strange_selections(request, packs)
    jurisdictions = sorted({loaded.rule.jurisdiction for loaded in packs.rules})
    hint = f"Write one of {', '.join(jurisdictions)}."
    for one in request.jurisdictions:
        if one not in jurisdictions:
            message = f'There are no rules for the jurisdiction "{one}".'
            yield Diagnostic("unknown-jurisdiction", message, hint=hint)
    for jurisdiction, role in request.roles:
        if jurisdiction not in packs.catalogue.roles:
            message = f'There are no roles in the jurisdiction "{jurisdiction}".'
            known = ", ".join(sorted(packs.catalogue.roles))
            yield Diagnostic("unknown-role", message, hint=f"Write one of {known}.")
        elif stranger := unknown_role(role, jurisdiction, packs.catalogue.roles):
            yield Diagnostic("unknown-role", stranger)


def unheard_of_waivers(waivers: Iterable[Waiver], packs: Packs) -> Iterator[Diagnostic]:
    """A warning for each waiver or ignore of a rule that no pack has: it will never cover anything."""
    ids = [*_OWN, *(loaded.rule.id for loaded in packs.rules)]
    for one in waivers:
        if one.rule not in ids:
            message, place = f'No rule has the id "{one.rule}".', one.place
            hint = did_you_mean(one.rule, ids)
            yield Diagnostic(
                "unknown-rule", message, place.path, place.line, place.column, hint, level=Level.WARNING
            )


def _strange_selections(request: Request, packs: Packs) -> Iterator[Diagnostic]:
    ids = [*_OWN, *(loaded.rule.id for loaded in packs.rules)]
    for option, words in (("--select", request.select), ("--ignore", request.ignore)):
        for word in words:
            if not any(selected(one, [word], []) for one in ids):
                message = f'No rule is meant by {option} "{word}".'
                hint = did_you_mean(word, _prefixes(ids)) or "Write an id or its first words, such as cn-csl."
                yield Diagnostic("unknown-rule", message, hint=hint)


def _prefixes(ids: list[str]) -> list[str]:
    """Whole ids and their beginnings at a dash: all that --select takes."""
    return sorted({one.rsplit("-", count)[0] for one in ids for count in range(one.count("-") + 1)})


def why_none(rules: RulesOnDay, request: Request) -> str:
    """Why no rule can be evaluated: none was selected, or none of them is in force; empty if one can be."""
    own = request.select and any(selected(one, request.select, request.ignore) for one in _OWN)
    if rules.in_force or own:
        return ""
    if not rules.not_in_force:
        return "no rule was selected"
    return f"no rule that was selected is in force on {request.as_of.isoformat()}"
