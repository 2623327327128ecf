"""A folder → the facts that nobody has said, those first that would settle most rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reglint import __version__
from reglint.facts.fact_path import parse_path
from reglint.facts.schema import at, titles
from reglint.model.assessment import Assessment
from reglint.model.finding import Finding
from reglint.model.schema import FactType, ObjectType
from reglint.model.verdict import Verdict
from reglint.packs.pack import Packs
from reglint.pipeline.check import check_with
from reglint.pipeline.facts import files_of, see
from reglint.pipeline.facts_names import chosen, generic
from reglint.pipeline.knowledge import load_knowledge
from reglint.pipeline.request import Nothing, Refused, Request
from reglint.report.facts_found import FactsFound, WantedFact

_ROLES = "platform.roles."


def missing(request: Request, only: Iterable[str] = ()) -> FactsFound | Refused | Nothing:
    """The facts that would settle what a check leaves unknown, and what became of the files."""
    knowledge = load_knowledge(request.packs)
    schema = knowledge.vocabulary.schema
    picked = chosen(only, schema)
    if isinstance(picked, Refused):
        return picked
    result = check_with(knowledge, request)
    seen = see(knowledge, request)
    if not isinstance(result, Assessment):
        return result
    if isinstance(seen, Refused | Nothing):
        return seen
    wanted = _wanted(result.findings, schema, knowledge.packs)
    return FactsFound(
        version=__version__,
        as_of=request.as_of,
        path=request.path.as_posix(),
        schema=schema,
        files=files_of(knowledge, request, seen),
        wanted=tuple(one for one in wanted if picked(one.name)),
        unsettled=len({one.rule for one in result.findings if one.verdict is Verdict.UNKNOWN}),
        diagnostics=result.diagnostics,
    )


def _wanted(findings: Iterable[Finding], schema: ObjectType, packs: Packs) -> tuple[WantedFact, ...]:
    """The facts with their rules; those of most rules first, of equals those that hide most breaches."""
    rules, breaches = _by_fact(findings)
    about = dict(titles(schema))
    wanted = (
        WantedFact(
            name,
            _kind(name, schema),
            about.get(generic(name), {}),
            tuple(sorted(settled)),
            tuple(sorted(breaches.get(name, ()))),
            _roles(name, packs),
        )
        for name, settled in rules.items()
    )
    return tuple(sorted(wanted, key=lambda one: (-len(one.rules), -len(one.breaches), one.name)))


def _by_fact(findings: Iterable[Finding]) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    """The rules that each fact would settle, and those among them that would be broken."""
    rules: dict[str, set[str]] = {}
    breaches: dict[str, set[str]] = {}
    for one in findings:
        would = one.doubt.would if one.doubt is not None else None
        for fact in one.doubt.facts if one.doubt is not None else ():
            rules.setdefault(fact, set()).add(one.rule)
            if would is Verdict.FAIL:
                breaches.setdefault(fact, set()).add(one.rule)
    return {name: settled for name, settled in rules.items() if not _is_said_closer(name, rules)}, breaches


def _is_said_closer(name: str, rules: Mapping[str, set[str]]) -> bool:
    """Whether every rule that wants a list or an object wants something in it as well."""
    inside = (settled for other, settled in rules.items() if other.startswith((f"{name}[", f"{name}.")))
    return rules[name] <= set[str]().union(*inside)


def _kind(name: str, schema: ObjectType) -> FactType | None:
    steps = parse_path(name)
    return at(schema, _route(name)) if steps is not None else None


def _route(name: str) -> Iterator[str]:
    """The names on the way in the schema, `[]` where an element is picked."""
    for step in parse_path(name) or ():
        yield step.name
        if step.picks:
            yield "[]"


def _roles(name: str, packs: Packs) -> tuple[str, ...]:
    table = packs.catalogue.roles.get(name.removeprefix(_ROLES), {}) if name.startswith(_ROLES) else {}
    return tuple(sorted(table))
