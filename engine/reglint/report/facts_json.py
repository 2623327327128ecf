"""facts-v1: what `reglint facts` says, as JSON. Its schema is docs/schemas/facts-v1.schema.json."""

from __future__ import annotations

import json
from typing import TypeAlias

from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.fact import Fact, Unknown
from reglint.model.place import Place
from reglint.model.text import in_language
from reglint.report.facts_example import choices_of, example_of, type_word
from reglint.report.facts_found import FactsFound, KnownFact, PartsSeen, WantedFact

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"


def render_json(found: FactsFound, *, language: str) -> str:
    """The facts as text, deterministic."""
    return json.dumps(to_json(found, language=language), ensure_ascii=False, indent=2)


def to_json(found: FactsFound, *, language: str) -> dict[str, Json]:
    """The facts as plain data."""
    files = found.files
    return {
        "schema": "facts-v1",
        "reglint": found.version,
        "as_of": found.as_of.isoformat(),
        "language": language,
        "path": found.path,
        "facts": None if found.known is None else [_known(one, language) for one in found.known],
        "missing": None if found.wanted is None else [_wanted(one, language) for one in found.wanted],
        "unknown_rules": None if found.wanted is None else found.unsettled,
        "sources": [{"path": one.path, "format": one.format, "facts": one.facts} for one in files.read],
        "skipped": [{"path": one.path, "reason": one.reason} for one in files.skipped],
        "unread": list(files.unread),
        "parts": [_parts(one) for one in files.parts],
        "diagnostics": [_diagnostic(one) for one in found.diagnostics],
    }


def _parts(one: PartsSeen) -> Json:
    return {"source": one.source, "total": one.total, "read": one.read, "unread": dict(one.unread)}


def _known(one: KnownFact, language: str) -> Json:
    fact = one.fact
    unknown = fact.value if isinstance(fact.value, Unknown) else None
    return {
        "name": fact.name,
        "title": in_language(one.title, language) or None,
        "value": fact.shown if unknown is None else None,
        "sensitive": one.sensitive,
        "reason": None if unknown is None else unknown.reason,
        "detail": None if unknown is None else unknown.detail or None,
        "basis": fact.basis,
        **_place(fact.place),
        "pointer": fact.place.pointer if fact.place else None,
        "component": one.component or None,
        "environment": one.environment or None,
        "note": fact.note or None,
        "overruled": [_said(said) for said in one.overruled],
    }


def _said(fact: Fact) -> Json:
    return {"value": fact.shown, "basis": fact.basis, **_place(fact.place)}


def _wanted(one: WantedFact, language: str) -> Json:
    return {
        "name": one.name,
        "title": in_language(one.title, language) or None,
        "type": None if one.kind is None else type_word(one.kind),
        "example": None if one.kind is None else example_of(one.kind, one.roles),
        "choices": [] if one.kind is None else [*choices_of(one.kind), *one.roles],
        "rules": list(one.rules),
        "breaches": list(one.breaches),
    }


def _place(place: Place | None) -> dict[str, Json]:
    return {
        "path": place.path if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
    }


def _diagnostic(one: Diagnostic) -> Json:
    return {
        "code": one.code,
        "level": Level(one.level),
        "message": one.message,
        "path": one.path,
        "line": one.line if one.path is not None else None,
        "column": one.column if one.path is not None else None,
        "hint": one.hint or None,
    }
