"""explain-v1: what explain says, as JSON. Its schema is docs/schemas/explain-v1.schema.json.

`rule` has the sentence (`says` and, of `when`, `applies_where`), the expressions as written (`assert`,
`when`), `binds`, `cites` with label, duty and limits, `days` of force, and the texts of the rule.

With a platform there is `platform`: its `verdict`, that in the file that was named (`focus`), the state of
each role, the `elements` with a verdict each, `when` and `assert` as trees, `to_apply`, the facts that say
whether the rule applies, and `to_pass`, what each element needs. A part of a tree has `expression`, `value`
(true, false, or null for unknown, then with a `reason`), `decides`, and either the parts `inside` or the
`facts` that it rests on; `left_out` counts the elements of a long list that are not inside.

Of a clause there is `clause` instead: its `labels` by version, `duty`, `limits`, `penalties` and `rules`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from reglint import __version__
from reglint.evaluate.findings import fold, level_of
from reglint.facts.assign import COMMAND_LINE
from reglint.language.explain import Step
from reglint.language.explain_decided import value_of
from reglint.language.explain_needs import Needed
from reglint.language.render import render
from reglint.language.sentence.text import as_text, sentence
from reglint.language.syntax import Expression
from reglint.law.label import full_label
from reglint.model.diagnostic import Diagnostic
from reglint.model.fact import Fact, Unknown
from reglint.model.finding import Finding
from reglint.model.law import Citation, Limit, Role
from reglint.model.place import Place
from reglint.model.text import in_language
from reglint.packs.in_force import RuleInForce, RuleNotInForce
from reglint.report.explain_clause_text import labels, penalties
from reglint.report.explain_facts_text import is_unsaid, place_of
from reglint.report.explain_found import ClauseFound, RuleApplied, RuleFound
from reglint.report.explain_needs_text import Naming, facts_of, need_lines
from reglint.report.explain_pass_text import facts_of_applicability, needs_of
from reglint.report.explain_platform_text import role_state
from reglint.report.explain_roles import is_held
from reglint.report.json_v1 import Json, waiver_json


def render_json(found: RuleFound | RuleApplied | ClauseFound, *, language: str) -> str:
    """An explanation as text."""
    whole = found.found if isinstance(found, RuleApplied) else found
    document: Json = {
        "schema": "explain-v1",
        "reglint": __version__,
        "language": language,
        "as_of": whole.as_of.isoformat(),
        "rule": _rule(whole, language) if isinstance(whole, RuleFound) else None,
        "platform": _platform(found, language) if isinstance(found, RuleApplied) else None,
        "clause": _clause(found, language) if isinstance(found, ClauseFound) else None,
        "diagnostics": [_diagnostic(one) for one in found.diagnostics],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _rule(found: RuleFound, language: str) -> Json:
    rule = found.rule
    return {
        "id": rule.id,
        "jurisdiction": rule.jurisdiction,
        "title": in_language(rule.title, language),
        "says": _sentence(found.loaded.assertion, found, language),
        "applies_where": _sentence(found.loaded.when, found, language),
        "assert": rule.assertion,
        "when": rule.when,
        "binds": [{"role": one.id, "title": in_language(one.title, language)} for one in found.binds],
        "cites": [_citation(found, cite, language) for cite in found.cites],
        "in_force": isinstance(found.state, RuleInForce),
        "not_in_force": None if isinstance(found.state, RuleInForce) else _absence(found.state),
        "days": [
            {"from": first.isoformat(), "until": last.isoformat() if last else None}
            for first, last in found.days
        ],
        "severity": rule.severity,
        "level": level_of(rule, found.cites),
        "text_gives": rule.says,
        "reading": in_language(rule.reading, language) or None,
        "because": in_language(rule.because, language),
        "remedy": in_language(rule.remedy, language),
        "method": rule.method,
        "status": rule.status,
        "control": rule.control,
        "rows": list(rule.rows),
        "replaces": rule.replaces,
        "replaced_by": found.replaced_by or None,
        **_place(rule.places.get("")),
    }


def _sentence(expr: Expression | None, found: RuleFound, language: str) -> str | None:
    return None if expr is None else as_text(sentence(expr, found.schema, language))


def _citation(found: RuleFound, cite: Citation, language: str) -> Json:
    return {
        "provision": cite.provision,
        "label": in_language(full_label(cite), language),
        "force": cite.force,
        "duty": in_language(cite.duty, language),
        "limits": _limits(found.provisions[cite.provision].limits.items()),
        "url": cite.url or None,
    }


def _absence(state: RuleNotInForce) -> Json:
    return {
        "why": state.why.why,
        "day": state.why.day.isoformat() if state.why.day else None,
        "provision": state.provision or None,
    }


def _limits(limits: Iterable[tuple[str, Limit]]) -> Json:
    return {name: {"op": limit.op, "value": limit.value} for name, limit in limits}


def _platform(applied: RuleApplied, language: str) -> Json:
    return {
        "project": applied.project,
        "verdict": applied.verdict,
        "focus": _focus(applied),
        "roles": [_role(applied, one, language) for one in applied.found.binds],
        "elements": [_element(one) for one in applied.findings],
        "when": None if applied.when is None else _step(applied.when),
        "assert": _step(applied.assertion),
        "to_apply": list(facts_of_applicability(applied)),
        "to_pass": [_need(step, needed, applied, language) for step, needed in needs_of(applied)],
    }


def _focus(applied: RuleApplied) -> Json:
    if applied.focus is None:
        return None
    return {"path": applied.focus, "verdict": fold(applied.findings) if applied.findings else None}


def _role(applied: RuleApplied, role: Role, language: str) -> Json:
    return {"role": role.id, "held": is_held(applied, role), "state": role_state(applied, role, language)}


def _need(step: Step, needed: Needed, applied: RuleApplied, language: str) -> Json:
    return {
        "element": step.element or None,
        "component": step.component or None,
        "environment": step.environment or None,
        "needs": as_text(need_lines(needed, language, Naming(applied.titles))),
        "facts": [_fact(fact) for fact in facts_of(needed)],
    }


def _element(one: Finding) -> Json:
    return {
        "element": one.element or None,
        "environment": one.environment or None,
        "verdict": one.verdict,
        "would": one.doubt.would if one.doubt is not None else None,
        "reason": one.doubt.reason if one.doubt is not None else None,
        "settled_by": list(one.doubt.facts) if one.doubt is not None else [],
        "waiver": waiver_json(one.waiver),
        **_place(one.place if place_of(one.place, one.facts, "en") else None),
    }


def _step(step: Step) -> Json:
    value = step.outcome.value
    return {
        "expression": render(step.expr),
        "role": step.role or None,
        "element": step.element or None,
        "component": step.component or None,
        "environment": step.environment or None,
        "value": value_of(step),
        "reason": value.reason if isinstance(value, Unknown) else None,
        "decides": step.decides,
        "facts": [] if step.inside else [_fact(fact) for fact in step.outcome.facts],
        "inside": [_step(part) for part in step.inside],
        "left_out": {
            "true": step.left_out.get(True, 0),
            "false": step.left_out.get(False, 0),
            "unknown": step.left_out.get(None, 0),
        },
    }


def _fact(fact: Fact) -> Json:
    """A fact as it is known; one that nobody says has no place."""
    unknown = isinstance(fact.value, Unknown)
    return {
        "name": fact.name,
        "value": None if unknown else fact.shown,
        "basis": None if unknown else fact.basis,
        "reason": fact.value.reason if isinstance(fact.value, Unknown) else None,
        "note": (fact.value.detail if isinstance(fact.value, Unknown) else fact.note) or None,
        **_place(None if is_unsaid(fact) else fact.place),
    }


def _place(place: Place | None) -> dict[str, Json]:
    """A place; the command line has no lines."""
    in_file = place is not None and place.path != COMMAND_LINE
    return {
        "path": place.path if place else None,
        "line": place.line if place and in_file else None,
        "column": place.column if place and in_file else None,
    }


def _diagnostic(one: Diagnostic) -> Json:
    return {
        "code": one.code,
        "level": one.level,
        "message": one.message,
        "path": one.path,
        "line": one.line if one.path else None,
        "column": one.column if one.path else None,
        "hint": one.hint or None,
    }


def _clause(found: ClauseFound, language: str) -> Json:
    provision = found.provision
    return {
        "id": f"{found.instrument.id}#{provision.id}",
        "instrument": found.instrument.id,
        "title": in_language(found.instrument.titles, language),
        "force": found.instrument.force,
        "duty": in_language(provision.duty, language),
        "labels": [
            {
                "version": one.version.id,
                "label": one.label,
                "from": one.first.isoformat() if one.first else None,
                "until": one.last.isoformat() if one.last else None,
                "in_force": one.current,
                "url": one.version.url or None,
            }
            for one in labels(found, language)
        ],
        "limits": _limits(provision.limits.items()),
        "penalties": [
            {"provision": one.provision, "label": one.label, "duty": one.duty}
            for one in penalties(found, language)
        ],
        "rules": [rule.id for rule in found.rules],
        "rules_are_missing": found.rules_are_missing,
    }
