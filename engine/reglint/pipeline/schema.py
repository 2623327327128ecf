"""The published JSON Schemas (2020-12), by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from pydantic import BaseModel

from reglint.facts.source_schema import SourceFile
from reglint.law.schema import InstrumentFile, RolesFile
from reglint.packs.schema import ControlsFile, CoverageFile, PackFile, RulesFile, SystemsFile
from reglint.pipeline.knowledge import load_knowledge
from reglint.report.explain_schema import explain_v1_schema
from reglint.report.facts_v1_schema import facts_v1_schema
from reglint.report.json_v1_schema import json_v1_schema
from reglint.report.law_schemas import coverage_v1_schema, law_diff_v1_schema, timeline_v1_schema
from reglint.report.platform_schema import DIALECT, platform_schema

JsonSchema: TypeAlias = "dict[str, object]"

_FILES: Mapping[str, type[BaseModel]] = {
    "controls": ControlsFile,
    "coverage": CoverageFile,
    "instrument": InstrumentFile,
    "pack": PackFile,
    "roles": RolesFile,
    "rules": RulesFile,
    "source": SourceFile,
    "systems": SystemsFile,
}
_OUTPUTS: Mapping[str, Callable[[], JsonSchema]] = {
    "coverage-v1": coverage_v1_schema,
    "explain-v1": explain_v1_schema,
    "facts-v1": facts_v1_schema,
    "json-v1": json_v1_schema,
    "law-diff-v1": law_diff_v1_schema,
    "timeline-v1": timeline_v1_schema,
}

PLATFORM = "platform"
NAMES = (PLATFORM, *sorted((*_FILES, *_OUTPUTS)))
"""What there are schemas of: the platform file, the files of packs and mappings, and what is written."""


def published(name: str, language: str = "en") -> JsonSchema:
    """The JSON Schema of that name; only that of the platform file has words in every language.

    Raises KeyError for a name that is not in NAMES.
    """
    if name == PLATFORM:
        return _of_platform(language)
    if name in _OUTPUTS:
        return _OUTPUTS[name]()
    uri = f"https://reglint.invalid/schemas/{name}.schema.json"
    return {"$schema": DIALECT, "$id": uri, **_FILES[name].model_json_schema(by_alias=True)}


def _of_platform(language: str) -> JsonSchema:
    knowledge = load_knowledge()
    tables = knowledge.packs.catalogue.roles
    roles = {name: {one.id: one.title for one in table.values()} for name, table in tables.items()}
    return {**platform_schema(knowledge.vocabulary.schema, language, roles)}
