"""The main job: a folder → an assessment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reglint import __version__
from reglint.evaluate.applicability import RolesHeld, roles_held
from reglint.evaluate.conflicts import conflict_findings
from reglint.evaluate.run import evaluate_rules
from reglint.evaluate.waive import TITLES, mandatory_faults, waiver_findings
from reglint.evaluate.waiver_file import unbegun
from reglint.facts.schema import titles
from reglint.language.future import as_known_on
from reglint.model.assessment import Assessment, PackUsed, PlatformSeen, Tally
from reglint.model.diagnostic import Diagnostic
from reglint.model.fact import Fact, FactTree, Record
from reglint.model.finding import Finding
from reglint.packs.in_force import RulesOnDay
from reglint.packs.pack import Packs
from reglint.pipeline.focus import focus_of, found_in, out_of_sight
from reglint.pipeline.knowledge import Knowledge, load_knowledge
from reglint.pipeline.project import Project, root_of
from reglint.pipeline.request import Nothing, Refused, Request, selected
from reglint.pipeline.roles_said import unknown_roles
from reglint.pipeline.secrets import redactions
from reglint.pipeline.selection import rules_wanted, unheard_of, unheard_of_waivers, why_none
from reglint.pipeline.sight import Sight, look
from reglint.pipeline.waivers import Waivers, waivers_of


def check(request: Request) -> Assessment | Refused | Nothing:
    """What the rules in force on the day find on the platform. It reads files: no clock, no network.

    Faulty rules and faulty lines of the platform file are diagnostics of level error beside the findings;
    what stops the work altogether is a refusal.
    """
    return check_with(load_knowledge(request.packs), request)


def check_with(knowledge: Knowledge, request: Request) -> Assessment | Refused | Nothing:
    """As `check`, with packs that are loaded already: for many platforms, days or roles in a row."""
    strangers = (*_no_paths(request), *unheard_of(request, knowledge.packs))
    if strangers:
        return Refused((*knowledge.packs.diagnostics, *strangers))
    rules = rules_wanted(knowledge.packs, request)
    why = why_none(rules, request)
    if why:
        return Nothing(why, knowledge.packs.diagnostics)
    project = Project(root_of(request.path), request.encoding)
    sight = look(project, request, knowledge.vocabulary)
    if isinstance(sight, Refused):
        return sight
    focused = request.focus or request.path.is_file()
    if not sight.read and not sight.collected.observations and not focused:
        faults = (*knowledge.packs.diagnostics, *sight.diagnostics)
        return Nothing(_why_nothing(sight), faults)
    return _assess(request, knowledge, rules, sight, waivers_of(project, (one.path for one in sight.read)))


def _no_paths(request: Request) -> Iterator[Diagnostic]:
    """A fault for each path that is neither a folder nor a file."""
    for path in request.named:
        if not path.is_dir() and not path.is_file():
            what = "no regular file" if path.exists() else "not there"
            yield Diagnostic("no-such-path", f"{path} is {what}.", hint="Name a folder or a file.")


def _why_nothing(sight: Sight) -> str:
    """No file was read; where some were passed over, the first of them and its reason."""
    why = "no file of the project was read"
    if not sight.skipped:
        return why
    first = sight.skipped[0]
    return f"{why}; {len(sight.skipped)} skipped, the first {first.path}: {first.reason}"


def _assess(
    request: Request, knowledge: Knowledge, rules: RulesOnDay, sight: Sight, waivers: Waivers
) -> Assessment:
    packs = knowledge.packs
    facts = as_known_on(request.as_of, sight.merged.facts, knowledge.vocabulary.schema)
    held = roles_held(facts, knowledge.vocabulary.schema, packs.catalogue.roles)
    evaluated = evaluate_rules(rules.in_force, facts, held, now=request.as_of, waivers=waivers.waivers)
    findings = (*evaluated.findings, *_own(request, rules, sight, waivers, evaluated.findings))
    focus = focus_of(request, sight)
    tallies = _with_those_not_in_force(evaluated.tallies, rules)
    return Assessment(
        version=__version__,
        as_of=request.as_of,
        jurisdictions=tuple(tallies),
        packs=tuple(_took_part(packs, tallies)),
        platform=_platform(request, sight, held),
        findings=tuple(found_in(findings, focus)),
        tallies=tallies,
        sources=sight.read,
        skipped=sight.skipped,
        unread=sight.unread,
        unread_files=sight.unread_files,
        diagnostics=(
            *packs.diagnostics,
            *sight.diagnostics,
            *unknown_roles(facts, packs.catalogue.roles),
            *out_of_sight(focus, sight.read),
            *waivers.diagnostics,
            *unheard_of_waivers(waivers.waivers, packs),
            *unbegun(waivers.waivers, request.as_of),
            *mandatory_faults(waivers.waivers, _ids(rules, mandatory=True)),
        ),
        redactions=redactions(sight, knowledge.vocabulary.schema),
        titles={**dict(titles(knowledge.vocabulary.schema)), **TITLES},
    )


def _own(
    request: Request, rules: RulesOnDay, sight: Sight, waivers: Waivers, found: Iterable[Finding]
) -> Iterator[Finding]:
    """What the rules of reglint itself find: contradictions, and waivers that are over or cover nothing."""
    for one in conflict_findings(sight.merged.conflicts):
        if selected(one.rule, request.select, request.ignore):
            yield one
    ids = _ids(rules)
    spoken_of = [one for one in waivers.waivers if not request.select or one.rule in ids]
    for one in waiver_findings(spoken_of, found, ids, day=request.as_of):
        if selected(one.rule, (), request.ignore):
            yield one


def _ids(rules: RulesOnDay, *, mandatory: bool = False) -> frozenset[str]:
    """The rules that are evaluated, or those of them that are mandatory."""
    own = (one.loaded.rule for one in rules.in_force)
    return frozenset(rule.id for rule in own if rule.mandatory or not mandatory)


def _with_those_not_in_force(tallies: Mapping[str, Tally], rules: RulesOnDay) -> Mapping[str, Tally]:
    waiting = Counter(one.loaded.rule.jurisdiction for one in rules.not_in_force)
    names = sorted({*tallies, *waiting})
    return {name: replace(tallies.get(name, Tally()), not_in_force=waiting[name]) for name in names}


def _took_part(packs: Packs, jurisdictions: Iterable[str]) -> Iterator[PackUsed]:
    """The packs of the jurisdictions, and those that somebody brought: their names may be any."""
    named = frozenset(jurisdictions)
    yield from (pack for pack in packs.used if pack.trust != "shipped" or pack.name in named)


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


def _get(tree: Record, *path: str) -> FactTree | None:
    here: FactTree | None = tree
    for step in path:
        here = here.fields.get(step) if isinstance(here, Record) else None
    return here
