"""The published shape of a platform file: JSON Schema 2020-12 from the vocabulary, for editors and `--check`.

Besides what the standard knows, `enumDescriptions` and `patternErrorMessage` are written, which editors of
the VS Code family and the YAML language server read and every validator passes over.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from reglint.model.schema import SECRET_CLASSES, FactType, ListType, ObjectType, ScalarType
from reglint.model.text import Text, in_language
from reglint.report.schema_patterns import pattern_of
from reglint.report.schema_words import EXAMPLES, about_list, how_to_write, said

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"
Roles: TypeAlias = Mapping[str, Mapping[str, Text]]
"""The title of every role, by jurisdiction and id."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
URI = "https://reglint.invalid/schemas/platform.schema.json"

_NULL = "null"  # a key without a value is unknown, and nothing is wrong with it
_OWN_KEYS: Json = {"^x-": {}}
_DIGEST = r"^\s*[0-9a-fA-F]{64}\s*$"
_ATTESTED = ("fact", "evidence", "sha256", "by", "on", "expires")


def platform_schema(schema: ObjectType, language: str, roles: Roles) -> dict[str, Json]:
    """The JSON Schema of platform.yaml with titles in a language; roles are offered, and others taken."""
    return {
        "$schema": DIALECT,
        "$id": URI,
        "title": said("platform", language),
        "type": "object",
        "required": ["reglint"],
        "properties": {**_head(language), **_areas(schema, language, roles)},
        "patternProperties": _OWN_KEYS,
        "additionalProperties": False,
        "$defs": {kind: _pattern(ScalarType(kind), language) for kind in EXAMPLES},
    }


def _head(language: str) -> dict[str, Json]:
    """The keys that are no facts. A version without quotes is taken, so that nobody trips over it."""
    return {
        "reglint": {
            "description": said("reglint", language),
            "type": ["string", "integer"],
            "pattern": "^1$",
            "minimum": 1,
            "maximum": 1,
            "default": "1",
            "patternErrorMessage": said("reglint", language),
        },
        "observe": {
            "description": said("observe", language),
            "type": "array",
            "items": {"type": "string"},
        },
        "attestations": {
            "description": said("attestations", language),
            "type": ["array", _NULL],
            "items": _attestation(),
        },
    }


def _attestation() -> Json:
    texts: dict[str, Json] = {name: {"type": "string", "minLength": 1} for name in _ATTESTED}
    day: Json = {"$ref": "#/$defs/date", "type": "string"}
    digest: Json = {"type": "string", "pattern": _DIGEST}
    return {
        "type": "object",
        "required": list(_ATTESTED),
        "properties": {**texts, "sha256": digest, "on": day, "expires": day},
        "patternProperties": _OWN_KEYS,
        "additionalProperties": False,
    }


def _areas(schema: ObjectType, language: str, roles: Roles) -> dict[str, Json]:
    areas = {name: _fact(kind, language) for name, kind in schema.fields.items()}
    for jurisdiction, titles in roles.items():
        _offer(areas, jurisdiction, {one: in_language(title, language) for one, title in titles.items()})
    return areas


def _offer(areas: dict[str, Json], jurisdiction: str, titles: Mapping[str, str]) -> None:
    """Put the roles of a jurisdiction beside what its list takes anyway."""
    here: Json = areas
    for step in ("platform", "properties", "roles", "properties", jurisdiction):
        here = here.get(step) if isinstance(here, dict) else None
    if isinstance(here, dict) and isinstance(here.get("items"), dict):
        words: Json = {"enum": list(titles), "enumDescriptions": list(titles.values())}
        items = here["items"]
        here["items"] = {**items, "anyOf": [words, {}]} if isinstance(items, dict) else items


def _fact(kind: FactType, language: str, scope: tuple[str, ...] = ()) -> Json:
    title = in_language(kind.title, language)
    head: dict[str, Json] = {"title": title} if title else {}
    if isinstance(kind, ObjectType):
        return {**head, **_object(kind, language, scope)}
    if isinstance(kind, ListType):
        return {**head, **_list(kind, language)}
    return {**head, "description": how_to_write(kind, language), **_scalar(kind, language)}


def _object(kind: ObjectType, language: str, scope: tuple[str, ...]) -> dict[str, Json]:
    fields = {name: _fact(inner, language) for name, inner in kind.fields.items()}
    besides: dict[str, Json] = {name: {"description": said(name, language)} for name in scope}
    return {
        "type": ["object", _NULL],
        "properties": {**besides, **fields},
        "patternProperties": _OWN_KEYS,
        "additionalProperties": False,
    }


def _list(kind: ListType, language: str) -> dict[str, Json]:
    scope = ("component", "environment") if kind.identity else ()
    return {
        "description": about_list(kind, language),
        "type": ["array", _NULL],
        "items": _fact(kind.item, language, scope),
    }


def _scalar(kind: ScalarType, language: str) -> dict[str, Json]:
    if kind.sensitive:
        return {"anyOf": [_words(SECRET_CLASSES, kind, language), _any_scalar()]}
    if kind.kind == "enum":
        return _words(kind.values, kind, language)
    if kind.kind == "percent":
        return {"examples": [EXAMPLES["percent"]], **_pattern(kind, language)}
    if kind.kind in EXAMPLES:
        return {"$ref": f"#/$defs/{kind.kind}", "examples": [EXAMPLES[kind.kind]]}
    return {"type": [_TYPES[kind.kind], _NULL], **(_bounds(kind) if kind.kind == "integer" else {})}


def _words(values: tuple[str, ...], kind: ScalarType, language: str) -> dict[str, Json]:
    """The words of a closed list, each with what it says; null, which has no words, stands last."""
    described: list[Json] = [in_language(kind.words.get(one, {}), language) for one in values]
    return {"enum": [*values, None], "enumDescriptions": [*described, ""]}


def _any_scalar() -> Json:
    return {"type": ["string", "number", "boolean", _NULL]}


def _bounds(kind: ScalarType) -> dict[str, Json]:
    bounds = {"minimum": kind.minimum, "maximum": kind.maximum}
    return {name: bound for name, bound in bounds.items() if bound is not None}


def _pattern(kind: ScalarType, language: str) -> dict[str, Json]:
    return {
        "type": ["string", _NULL],
        "pattern": pattern_of(kind.kind, kind.minimum),
        "patternErrorMessage": how_to_write(kind, language),
    }


_TYPES = {"boolean": "boolean", "decimal": "number", "integer": "integer", "string": "string"}
