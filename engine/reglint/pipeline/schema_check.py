"""A file against a published schema: what does not fit, each with its place."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import reduce
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.exceptions import best_match

from reglint.documents.credentials import mask_credentials
from reglint.documents.formats import format_of, read_document
from reglint.documents.limits import DEFAULT_LIMITS
from reglint.documents.lookup import nearest, plain
from reglint.documents.node import Node
from reglint.documents.pointer import child
from reglint.facts.leaf import did_you_mean
from reglint.model.diagnostic import Diagnostic, Level
from reglint.pipeline.request import Refused, refused
from reglint.pipeline.schema import NAMES, PLATFORM, JsonSchema

_FORMATS = ("yaml", "json", "toml")
_MOST_WORDS = 12
_TELLING = (
    (("instrument", "rules"), "rules"),
    (("provisions",), "instrument"),
    (("reads", "facts"), "source"),
    (("publisher", "jurisdiction"), "pack"),
    (("controls",), "controls"),
    (("systems",), "systems"),
    (("cells",), "coverage"),
    (("roles",), "roles"),
)
_SHAPES = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
    "object": "a mapping",
    "string": "a text",
}


def read_root(file: Path, encoding: str = "utf-8") -> Node | Refused:
    """The one document of a file in YAML, JSON or TOML, or why it can't be read."""
    path, kind = file.as_posix(), format_of(file.name)
    if kind not in _FORMATS:
        return refused("format", "This is neither YAML, JSON nor TOML by its name.", path)
    try:
        with file.open("rb") as opened:
            data = opened.read(DEFAULT_LIMITS.bytes + 1)
    except OSError as fault:
        return refused("unreadable", f"The file can't be read: {fault.strerror}.", path)
    document = read_document(data, path, kind, encoding=encoding)
    if any(one.level is Level.ERROR for one in document.diagnostics):
        return Refused(document.diagnostics)
    if len(document.roots) != 1:
        return refused("documents", f"One document is wanted, and this has {len(document.roots)}.", path)
    return document.roots[0]


def schema_name(root: Node) -> str:
    """Which schema a document is meant for: by the one that it names, else by its keys."""
    fields = root.value if isinstance(root.value, Mapping) else {}
    named = fields["schema"].text if "schema" in fields else ""
    if named in NAMES:
        return named
    if "reglint" in fields:
        return PLATFORM
    return next((name for keys, name in _TELLING if all(key in fields for key in keys)), PLATFORM)


def misfits(root: Node, schema: JsonSchema) -> tuple[Diagnostic, ...]:
    """What does not fit a schema, in the order of the text. No value is quoted: it may be a secret."""
    errors = Draft202012Validator(schema).iter_errors(plain(root))
    found = (one for error in errors for one in _told(_innermost(error), root))
    return tuple(sorted(set(found), key=lambda one: (one.line, one.column, one.message)))


def _innermost(error: ValidationError) -> ValidationError:
    """Of several alternatives, what is wrong with the one that was likely meant."""
    while error.validator in ("anyOf", "oneOf") and error.context:
        error = best_match(error.context) or error.context[0]
    return error


def _told(error: ValidationError, root: Node) -> Iterator[Diagnostic]:
    route = tuple(error.absolute_path)
    node = nearest(root, reduce(child, route, ""))
    if error.validator == "additionalProperties":
        yield from _strangers(error, node)
        return
    where = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in route).lstrip(".")
    message = _message(error, node)
    place = node.key_place() if error.validator == "required" else node.place()
    code = "missing-key" if error.validator == "required" else "wrong-value"
    words = f"{mask_credentials(where)}: {message}" if where else message
    yield Diagnostic(code, words, place.path, place.line, place.column)


def _strangers(error: ValidationError, node: Node) -> Iterator[Diagnostic]:
    schema: Mapping[str, Any] = error.schema if isinstance(error.schema, Mapping) else {}
    known, own = list(schema.get("properties", ())), schema.get("patternProperties", {})
    hint = "Own keys begin with x-." if "^x-" in own else ""
    for key, inner in node.value.items() if isinstance(node.value, Mapping) else ():
        if key not in known and not (own and key.startswith("x-")):
            place = inner.key_place()
            message = f'unknown key "{mask_credentials(key)}"{did_you_mean(key, known)}'
            yield Diagnostic("unknown-key", message, place.path, place.line, place.column, hint)


def _message(error: ValidationError, node: Node) -> str:
    schema: Mapping[str, Any] = error.schema if isinstance(error.schema, Mapping) else {}
    wanted: Any = error.validator_value
    match error.validator:
        case "required":
            missing = [
                key for key in wanted if isinstance(error.instance, dict) and key not in error.instance
            ]
            return f"missing: {', '.join(missing)}"
        case "type":
            return str(schema.get("patternErrorMessage") or f"{_types(wanted)} is wanted here")
        case "enum" | "const":
            words = [
                str(one) for one in (wanted if error.validator == "enum" else [wanted]) if one is not None
            ]
            return f"this word is not known here{did_you_mean(node.text, words) or _one_of(words)}"
        case "pattern":
            return str(schema.get("patternErrorMessage") or f"this is not of the pattern {wanted}")
        case "minimum" | "maximum":
            return f"the {'least' if error.validator == 'minimum' else 'most'} that can be is {wanted}"
        case _:
            return f"this does not fit {error.validator} {json.dumps(wanted, ensure_ascii=False)[:80]}"


def _types(wanted: str | list[str]) -> str:
    names = [wanted] if isinstance(wanted, str) else wanted
    return " or ".join(_SHAPES[one] for one in names if one in _SHAPES)


def _one_of(words: list[str]) -> str:
    more = " …" if len(words) > _MOST_WORDS else ""
    return f"; write one of {', '.join(words[:_MOST_WORDS])}{more}"
