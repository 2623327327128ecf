"""One rule or one clause by its name, with all that it refers to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from reglint.law.cite import cite, unknown_provision
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.law import Citation, Provision
from reglint.model.place import Place
from reglint.model.rule import Rule
from reglint.packs.in_force import RuleInForce, RuleNotInForce, rules_on
from reglint.packs.pack import LoadedRule, Packs
from reglint.pipeline.explain_days import days_in_force
from reglint.pipeline.explain_hints import hint_for
from reglint.pipeline.knowledge import Knowledge, load_knowledge
from reglint.pipeline.request import Refused
from reglint.report.explain_found import ClauseFound, RuleFound, Span

_NOWHERE = Place("")


def find(name: str, as_of: dt.date, packs: Iterable[Path] = ()) -> RuleFound | ClauseFound | Refused:
    """The rule with an id or an alias, or the clause `instrument#provision`, as it stands on a day.

    A refusal says what may be meant, after what is wrong with the packs.
    """
    return find_with(load_knowledge(packs), name, as_of)


def find_with(knowledge: Knowledge, name: str, as_of: dt.date) -> RuleFound | ClauseFound | Refused:
    """As `find`, with packs that are loaded already."""
    if "#" in name:
        return _clause(knowledge.packs, name, as_of)
    named = (one for one in knowledge.packs.rules if name == one.rule.id or name in one.rule.aliases)
    loaded = next(named, None)
    return _unknown(knowledge.packs, name, as_of) if loaded is None else _rule(knowledge, loaded, as_of)


def _unknown(packs: Packs, name: str, as_of: dt.date) -> Refused:
    return _refusal(packs, "unknown-rule", f'There is no rule "{name}".', hint_for(name, packs, as_of))


def _refusal(packs: Packs, code: str, message: str, hint: str = "") -> Refused:
    """What is wrong with the packs, and why that leaves no answer."""
    return Refused((*packs.diagnostics, Diagnostic(code, message, hint=hint)))


def _clause(packs: Packs, name: str, as_of: dt.date) -> ClauseFound | Refused:
    instruments = packs.catalogue.instruments
    message = unknown_provision(name, instruments)
    if message:
        return _refusal(packs, "unknown-clause", message)
    instrument = instruments[name.partition("#")[0]]
    rules = tuple(loaded.rule for loaded in packs.rules if name in loaded.rule.cites)
    return ClauseFound(instrument, _provision(packs, name), as_of, rules, packs.diagnostics)


def _rule(knowledge: Knowledge, loaded: LoadedRule, as_of: dt.date) -> RuleFound:
    packs, rule = knowledge.packs, loaded.rule
    state, days = _state(packs, loaded, as_of), days_in_force(loaded, packs)
    roles = packs.catalogue.roles.get(rule.jurisdiction, {})
    sequels = (other.rule.id for other in packs.rules if other.rule.replaces == rule.id)
    return RuleFound(
        loaded=loaded,
        as_of=as_of,
        state=state,
        cites=state.cites or _last_citations(packs, loaded, days),
        provisions={cited: _provision(packs, cited) for cited in rule.cites},
        days=days,
        binds=tuple(roles[role] for role in rule.binds if role in roles),
        control=packs.catalogue.controls.get(rule.control),
        schema=knowledge.vocabulary.schema,
        replaced_by=next(sequels, ""),
        diagnostics=tuple(one for one in packs.diagnostics if _concerns(one, rule, packs)),
    )


def _concerns(one: Diagnostic, rule: Rule, packs: Packs) -> bool:
    """Whether a rule can't be explained without saying so: not what is only doubtful about another."""
    return one.level is Level.ERROR or _rule_at(one, packs) in {None, rule.id}


def _rule_at(one: Diagnostic, packs: Packs) -> str | None:
    """The rule that a diagnostic stands in: in its file, that which begins last before it."""
    starts = ((loaded.rule.places.get("", _NOWHERE), loaded.rule.id) for loaded in packs.rules)
    before = [(at.line, name) for at, name in starts if at.path == one.path and at.line <= one.line]
    return max(before)[1] if before else None


def _state(packs: Packs, loaded: LoadedRule, day: dt.date) -> RuleInForce | RuleNotInForce:
    on_day = rules_on(Packs((loaded,), packs.catalogue, packs.used), day)
    return on_day.in_force[0] if on_day.in_force else on_day.not_in_force[0]


def _last_citations(packs: Packs, loaded: LoadedRule, days: tuple[Span, ...]) -> tuple[Citation, ...]:
    """The citations of a rule that has ended, as they stood on its last day."""
    last = days[-1][1] if days else None
    if last is None:
        return ()
    split = (cited.partition("#") for cited in loaded.rule.cites)
    instruments = packs.catalogue.instruments
    found = (cite(instruments[name], provision, last) for name, _, provision in split)
    return tuple(one for one in found if one is not None)


def _provision(packs: Packs, cited: str) -> Provision:
    name, _, provision = cited.partition("#")
    return packs.catalogue.instruments[name].provisions[provision]
