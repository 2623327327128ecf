"""What a JSON Schema wants at a place: its keys, its words, an example to copy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeAlias

JsonSchema: TypeAlias = Mapping[str, Any]

_READ_OTHERWISE = re.compile(r"[0-9.]+$|[^0-9A-Za-z一-鿿]")


def wanted_at(schema: JsonSchema, route: tuple[str | int, ...]) -> JsonSchema:
    """The part of a schema that governs the value at the end of a route; empty where it says nothing."""
    here = _resolved(schema, schema)
    for step in route:
        here = _resolved(_below(here, step), schema)
    return here


def keys_of(schema: JsonSchema) -> tuple[str, ...]:
    """The keys that may stand in the mapping that a schema wants."""
    return tuple(schema.get("properties", ()))


def words_of(schema: JsonSchema) -> tuple[str, ...]:
    """The closed list of words that a schema wants, if it is one."""
    single = (schema["const"],) if "const" in schema else ()
    return tuple(str(word) for word in schema.get("enum", single))


def example(schema: JsonSchema) -> str:
    """Something that a schema would take, as one writes it in YAML; `…` stands for what it leaves open.

    >>> example({"type": "object", "properties": {"en": {}, "zh": {}}, "required": ["en", "zh"]})
    '{en: …, zh: …}'
    >>> example({"examples": [[{"id": "2025", "cites": ["cn-csl#fine"]}]]})
    '[{id: "2025", cites: [cn-csl#fine]}]'
    """
    if schema.get("examples"):
        return _flow(schema["examples"][0])
    if words_of(schema):
        return words_of(schema)[0]
    match schema.get("type"):
        case "object":
            needed = schema.get("required") or keys_of(schema) or ("…",)
            return f"{{{', '.join(f'{key}: …' for key in needed)}}}"
        case "array":
            return "[…]"
        case "string":
            return '"…"'
        case _:
            return "…"


def _flow(value: object) -> str:
    """A value in YAML's flow style; a text is in quotes where it would be read as something else."""
    match value:
        case dict():
            return f"{{{', '.join(f'{_flow(key)}: {_flow(inner)}' for key, inner in value.items())}}}"
        case list():
            return f"[{', '.join(map(_flow, value))}]"
        case _:
            return f'"{value}"' if _READ_OTHERWISE.match(str(value)) else str(value)


def _below(schema: JsonSchema, step: str | int) -> JsonSchema:
    named = schema.get("items") if isinstance(step, int) else schema.get("properties", {}).get(step)
    others = (*schema.get("patternProperties", {}).values(), schema.get("additionalProperties"))
    return next((below for below in (named, *others) if isinstance(below, Mapping)), {})


def _resolved(schema: JsonSchema, whole: JsonSchema) -> JsonSchema:
    """A schema with its reference followed, its null alternative dropped and its own examples kept."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return {**_resolved(whole["$defs"][name], whole), **_own(schema)}
    if "anyOf" in schema:
        chosen = [option for option in schema["anyOf"] if option.get("type") != "null"]
        return {**_resolved(chosen[-1], whole), **_own(schema)}
    return schema


def _own(schema: JsonSchema) -> JsonSchema:
    return {key: value for key, value in schema.items() if key == "examples"}
