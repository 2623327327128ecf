"""One rule on one platform: what it comes to, part by part."""

from __future__ import annotations

from dataclasses import replace

from reglint.evaluate.applicability import RolesHeld, roles_held
from reglint.evaluate.findings import fold
from reglint.evaluate.run import evaluate_rules
from reglint.facts.schema import titles
from reglint.language.explain import steps
from reglint.language.explain_decided import decided
from reglint.language.future import as_known_on
from reglint.model.rule import Status
from reglint.packs.in_force import RuleInForce
from reglint.pipeline.explain import find, find_with
from reglint.pipeline.knowledge import Knowledge, load_knowledge
from reglint.pipeline.project import Project, root_of
from reglint.pipeline.request import Nothing, Refused, Request, refused
from reglint.pipeline.selection import unheard_of
from reglint.pipeline.sight import Sight, look
from reglint.report.explain_found import ClauseFound, RuleApplied, RuleFound


def explain(
    name: str, request: Request, *, on_platform: bool
) -> RuleFound | ClauseFound | RuleApplied | Refused | Nothing:
    """A rule or a clause by its name; a rule on the platform of the request where that is wanted."""
    return apply(name, request) if on_platform else find(name, request.as_of, request.packs)


def apply(name: str, request: Request) -> RuleApplied | Refused | Nothing:
    """What a rule comes to on the platform and the day of a request. It reads files: no clock, no network."""
    return apply_with(load_knowledge(request.packs), name, request)


def apply_with(knowledge: Knowledge, name: str, request: Request) -> RuleApplied | Refused | Nothing:
    """As `apply`, with packs that are loaded already."""
    found = find_with(knowledge, name, request.as_of)
    if isinstance(found, Refused):
        return found
    if isinstance(found, ClauseFound):
        return _only_rules(name, found)
    if not isinstance(found.state, RuleInForce):
        return Nothing(f"{found.rule.id} is not in force on {request.as_of.isoformat()}")
    if not (request.path.is_dir() or request.path.is_file()):
        return refused("no-such-path", f"{request.path} is not there.", hint="Name a folder or a file.")
    strangers = tuple(unheard_of(request, knowledge.packs))
    if strangers:
        return Refused(strangers)
    sight = look(Project(root_of(request.path), request.encoding), request, knowledge.vocabulary)
    return sight if isinstance(sight, Refused) else _applied(knowledge, found, request, sight)


def _only_rules(name: str, found: ClauseFound) -> Refused:
    rules = ", ".join(rule.id for rule in found.rules)
    hint = f"Name a rule that cites it: {rules}." if rules else ""
    return refused("no-rule", f"{name} is a clause, and only a rule can be seen on a platform.", hint=hint)


def _applied(knowledge: Knowledge, found: RuleFound, request: Request, sight: Sight) -> RuleApplied:
    schema, now, loaded = knowledge.vocabulary.schema, request.as_of, found.loaded
    facts = as_known_on(now, sight.merged.facts, schema)
    held = roles_held(facts, schema, knowledge.packs.catalogue.roles)
    # A draft is passed over by a check, and explained all the same.
    active = replace(loaded, rule=replace(loaded.rule, status=Status.ACTIVE))
    findings = evaluate_rules((RuleInForce(active, found.cites),), facts, held, now=now).findings
    jurisdiction = loaded.rule.jurisdiction
    return RuleApplied(
        found=found,
        path=request.path.as_posix(),
        verdict=fold(findings),
        findings=findings,
        held=held.get(jurisdiction, RolesHeld(jurisdiction, None)),
        when=None if loaded.when is None else decided(steps(loaded.when, facts, schema, now=now)),
        assertion=decided(steps(loaded.assertion, facts, schema, now=now)),
        titles=dict(titles(schema)),
        diagnostics=(*found.diagnostics, *sight.diagnostics),
    )
