"""One rule on one platform: what it comes to, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reglint.evaluate.applicability import RolesHeld, roles_held
from reglint.evaluate.findings import fold
from reglint.evaluate.run import evaluate_rules
from reglint.evaluate.waive import mandatory_faults
from reglint.facts.schema import titles
from reglint.language.explain import steps
from reglint.language.explain_decided import decided
from reglint.language.future import as_known_on
from reglint.model.diagnostic import Diagnostic
from reglint.model.rule import Status
from reglint.packs.in_force import RuleInForce
from reglint.pipeline.explain import find, find_with
from reglint.pipeline.explain_focus import in_focus, lies_in
from reglint.pipeline.focus import focus_of
from reglint.pipeline.knowledge import Knowledge, load_knowledge
from reglint.pipeline.project import Project, folder_as_named, root_of
from reglint.pipeline.request import Nothing, Refused, Request
from reglint.pipeline.roles_said import unknown_roles
from reglint.pipeline.selection import unheard_of
from reglint.pipeline.sight import Sight, look
from reglint.pipeline.waivers import Waivers, waivers_of
from reglint.report.explain_found import ClauseFound, RuleApplied, RuleFound


def explain(
    name: str, request: Request, *, on_platform: bool
) -> RuleFound | ClauseFound | RuleApplied | Refused | Nothing:
    """A rule or a clause by its name; a rule on the platform of the request where that is wanted."""
    return apply(name, request) if on_platform else find(name, request.as_of, request.packs)


def apply(name: str, request: Request) -> RuleApplied | RuleFound | Refused | Nothing:
    """What a rule comes to on the platform and the day of a request. It reads files: no clock, no network.

    A rule that is not in force on the day comes alone, as it has nothing to say of a platform.
    """
    return apply_with(load_knowledge(request.packs), name, request)


def apply_with(
    knowledge: Knowledge, name: str, request: Request
) -> RuleApplied | RuleFound | Refused | Nothing:
    """As `apply`, with packs that are loaded already."""
    found = find_with(knowledge, name, request.as_of)
    if isinstance(found, Refused):
        return found
    if isinstance(found, ClauseFound):
        return _only_rules(name, found)
    strangers = (*_no_path(request, knowledge), *unheard_of(request, knowledge.packs))
    if strangers:
        return Refused((*found.diagnostics, *strangers))
    return _seen(knowledge, found, request) if isinstance(found.state, RuleInForce) else found


def _only_rules(name: str, found: ClauseFound) -> Refused:
    rules = ", ".join(rule.id for rule in found.rules)
    hint = f"Name a rule that cites it: {rules}." if rules else ""
    message = f"{name} is a clause, and only a rule can be seen on a platform."
    return Refused((*found.diagnostics, Diagnostic("no-rule", message, hint=hint)))


def _no_path(request: Request, knowledge: Knowledge) -> Iterator[Diagnostic]:
    """A fault where there is no such folder or file; the name of another rule is told from a path."""
    path = request.path
    if path.is_dir() or path.is_file():
        return
    what = "no regular file" if path.exists() else "not there"
    rules = {loaded.rule.id for loaded in knowledge.packs.rules}
    one_rule = f"It is a rule, and one is explained at a time: reglint explain {path}."
    hint = one_rule if str(path) in rules else "Name a folder or a file."
    yield Diagnostic("no-such-path", f"{path} is {what}.", hint=hint)


def _seen(knowledge: Knowledge, found: RuleFound, request: Request) -> RuleApplied | Refused | Nothing:
    """A rule in force on what is known of the platform, if anything is."""
    project = Project(root_of(request.path), request.encoding)
    sight = look(project, request, knowledge.vocabulary)
    if isinstance(sight, Refused):
        return Refused((*found.diagnostics, *sight.diagnostics))
    if not sight.read and not sight.collected.observations and request.path.is_dir():
        return Nothing("no file of the project was read", (*found.diagnostics, *sight.diagnostics))
    waivers = waivers_of(project, (one.path for one in sight.read))
    return _in_focus(_applied(knowledge, found, request, sight, waivers), focus_of(request, sight))


def _applied(
    knowledge: Knowledge, found: RuleFound, request: Request, sight: Sight, waivers: Waivers
) -> RuleApplied:
    schema, now, loaded = knowledge.vocabulary.schema, request.as_of, found.loaded
    facts = as_known_on(now, sight.merged.facts, schema)
    table = knowledge.packs.catalogue.roles
    held = roles_held(facts, schema, table)
    # A draft is passed over by a check, and explained all the same.
    active = replace(loaded, rule=replace(loaded.rule, status=Status.ACTIVE))
    in_force = (RuleInForce(active, found.cites),)
    findings = evaluate_rules(in_force, facts, held, now=now, waivers=waivers.waivers).findings
    mandatory = {found.rule.id} if found.rule.mandatory else set[str]()
    jurisdiction = loaded.rule.jurisdiction
    return RuleApplied(
        found=found,
        project=folder_as_named(root_of(request.path), request.path),
        verdict=fold(findings),
        findings=findings,
        held=held.get(jurisdiction, RolesHeld(jurisdiction, None)),
        when=None if loaded.when is None else decided(steps(loaded.when, facts, schema, now=now)),
        assertion=decided(steps(loaded.assertion, facts, schema, now=now)),
        titles=dict(titles(schema)),
        diagnostics=(
            *found.diagnostics,
            *sight.diagnostics,
            *unknown_roles(facts, table),
            *waivers.diagnostics,
            *mandatory_faults(waivers.waivers, mandatory),
        ),
    )


def _in_focus(applied: RuleApplied, focus: tuple[str, ...] | None) -> RuleApplied:
    """Of a file that was named, only what lies in it; the verdict stays that of the project."""
    if focus is None:
        return applied
    (file,) = focus  # a rule is explained at one path
    findings = tuple(one for one in applied.findings if lies_in(one.place, file))
    return replace(applied, focus=file, findings=findings, assertion=in_focus(applied.assertion, file))
