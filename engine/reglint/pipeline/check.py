"""The main job: a folder → an assessment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reglint import __version__
from reglint.evaluate.applicability import RolesHeld, roles_held
from reglint.evaluate.conflicts import conflict_findings
from reglint.evaluate.run import evaluate_rules
from reglint.facts.schema import titles
from reglint.facts.shipped import Vocabulary, shipped_vocabulary
from reglint.law.roles import RoleTable, unknown_role
from reglint.model.assessment import Assessment, PlatformSeen
from reglint.model.diagnostic import Diagnostic
from reglint.model.fact import Fact, FactTree, Record, Series
from reglint.model.finding import Finding
from reglint.model.place import Place
from reglint.packs.in_force import RulesOnDay, rules_on
from reglint.packs.load import load_packs
from reglint.packs.pack import LoadedRule, Packs
from reglint.pipeline.project import Project, root_of
from reglint.pipeline.request import Nothing, Refused, Request, refused, selected
from reglint.pipeline.sight import Sight, look


def check(request: Request) -> Assessment | Refused | Nothing:
    """What the rules in force on the day find on the platform. It reads files: no clock, no network.

    Faulty rules and faulty lines of the platform file are diagnostics of level error beside the findings; what stops
    the work altogether is a refusal.
    """
    if not request.path.exists():
        return refused("no-such-path", f"{request.path} is not there.", hint="Name a folder or a file.")
    vocabulary = shipped_vocabulary()
    packs = load_packs(vocabulary.schema, local=request.packs)
    unheard = _unheard_of(request, packs)
    if unheard:
        return Refused(unheard)
    rules = _selected(rules_on(packs, request.as_of, request.jurisdictions or None), request)
    if not (rules.in_force or rules.not_in_force):
        return Nothing("no rule was selected", packs.diagnostics)
    sight = look(Project(root_of(request.path), request.encoding), request, vocabulary)
    if isinstance(sight, Refused):
        return sight
    if not sight.read and not request.facts and not request.roles:
        return Nothing("no file of the project was read", (*packs.diagnostics, *sight.diagnostics))
    return _assess(request, vocabulary, packs, rules, sight)


def _assess(
    request: Request, vocabulary: Vocabulary, packs: Packs, rules: RulesOnDay, sight: Sight
) -> Assessment:
    facts = sight.merged.facts
    held = roles_held(facts, vocabulary.schema, packs.catalogue.roles)
    evaluated = evaluate_rules(rules.in_force, facts, held, now=request.as_of)
    findings = (*evaluated.findings, *conflict_findings(sight.merged.conflicts))
    tallies = {
        name: replace(tally, not_in_force=_not_in_force(rules, name))
        for name, tally in evaluated.tallies.items()
    }
    return Assessment(
        version=__version__,
        as_of=request.as_of,
        jurisdictions=tuple(sorted(tallies)),
        packs=tuple(pack for pack in packs.used if pack.name in tallies or not request.jurisdictions),
        platform=_platform(request, sight, held),
        findings=tuple(_in_focus(findings, request, sight)),
        tallies=tallies,
        sources=sight.read,
        skipped=sight.skipped,
        unread=sight.unread,
        diagnostics=(*packs.diagnostics, *sight.diagnostics, *_unknown_roles(facts, packs.catalogue.roles)),
        redactions=_redactions(sight),
        titles=dict(titles(vocabulary.schema)),
    )


def _unheard_of(request: Request, packs: Packs) -> tuple[Diagnostic, ...]:
    known = sorted({loaded.rule.jurisdiction for loaded in packs.rules})
    wrong = [
        f'there are no rules for the jurisdiction "{one}"'
        for one in request.jurisdictions
        if one not in known
    ]
    hint = f"Write one of {', '.join(known)}."
    roles = [
        message
        for jurisdiction, role in request.roles
        if (message := unknown_role(role, jurisdiction, packs.catalogue.roles))
    ]
    return (
        *(Diagnostic("unknown-jurisdiction", message, hint=hint) for message in wrong),
        *(Diagnostic("unknown-role", message) for message in roles),
    )


def _selected(rules: RulesOnDay, request: Request) -> RulesOnDay:
    def wanted(loaded: LoadedRule) -> bool:
        return selected(loaded.rule.id, request.select, request.ignore)

    return RulesOnDay(
        tuple(one for one in rules.in_force if wanted(one.loaded)),
        tuple(one for one in rules.not_in_force if wanted(one.loaded)),
    )


def _not_in_force(rules: RulesOnDay, jurisdiction: str) -> int:
    return sum(one.loaded.rule.jurisdiction == jurisdiction for one in rules.not_in_force)


def _platform(request: Request, sight: Sight, held: Mapping[str, RolesHeld]) -> PlatformSeen:
    name = _get(sight.merged.facts, "platform", "name")
    said = {one: tuple(sorted(roles.said)) for one, roles in held.items() if roles.said is not None}
    presumed = {
        one: tuple(sorted(roles.presumed))
        for one, roles in held.items()
        if roles.said is None and roles.presumed
    }
    shown = name.shown if isinstance(name, Fact) and name.shown else request.path.resolve().name
    return PlatformSeen(shown, request.path.as_posix(), said, presumed)


def _unknown_roles(facts: Record, table: RoleTable) -> Iterator[Diagnostic]:
    roles = _get(facts, "platform", "roles")
    for jurisdiction, said in roles.fields.items() if isinstance(roles, Record) else ():
        for fact in said.items if isinstance(said, Series) else ():
            if isinstance(fact, Fact) and isinstance(fact.value, str) and fact.place is not None:
                message = unknown_role(fact.value, jurisdiction, table)
                if message:
                    yield Diagnostic(
                        "unknown-role", message, fact.place.path, fact.place.line, fact.place.column
                    )


def _in_focus(findings: Iterable[Finding], request: Request, sight: Sight) -> Iterator[Finding]:
    """All findings of a folder or a platform file; of any other file, those whose place is in it."""
    everything = request.path.is_dir() or (sight.platform or "").rpartition("/")[2] == request.path.name
    root = root_of(request.path).absolute()
    focus = None if everything else request.path.absolute().relative_to(root).as_posix()
    yield from (
        one for one in findings if focus is None or (one.place is not None and one.place.path == focus)
    )


def _redactions(sight: Sight) -> Mapping[str, tuple[Place, ...]]:
    places: dict[str, list[Place]] = {}
    for one in sight.collected.observations:
        for place in one.secrets:
            places.setdefault(place.path, []).append(place)
    return {path: tuple(found) for path, found in places.items()}


def _get(tree: Record, *path: str) -> FactTree | None:
    here: FactTree | None = tree
    for step in path:
        here = here.fields.get(step) if isinstance(here, Record) else None
    return here
