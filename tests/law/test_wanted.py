from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from reglint.documents.lookup import plain
from reglint.documents.yaml import read_yaml
from reglint.law.schema import InstrumentFile, RolesFile
from reglint.law.strict_schema import Strict
from reglint.law.wanted import example, keys_of, wanted_at, words_of
from reglint.packs.find import NamedFile, shipped_law, shipped_mappings
from reglint.packs.schema import ControlsFile, PackFile, RulesFile, SystemsFile

MODELS: list[type[Strict]] = [ControlsFile, InstrumentFile, PackFile, RolesFile, RulesFile, SystemsFile]
SCHEMA = {
    "properties": {
        "one": {"anyOf": [{"$ref": "#/$defs/Inner"}, {"type": "null"}], "examples": [{"word": "b"}]},
        "many": {"type": "array", "items": {"$ref": "#/$defs/Inner"}},
        "named": {"type": "object", "additionalProperties": {"type": "string"}},
        "patterned": {"patternProperties": {"^a": {"type": "object", "properties": {"a": {}, "b": {}}}}},
        "fixed": {"const": "x"},
    },
    "$defs": {
        "Inner": {"properties": {"word": {"enum": ["a", "b"]}}, "required": ["word"], "type": "object"}
    },
}
ROUTES: list[tuple[tuple[str | int, ...], str, tuple[str, ...], tuple[str, ...]]] = [
    ((), "…", ("one", "many", "named", "patterned", "fixed"), ()),
    (("one",), "{word: b}", ("word",), ()),
    (("one", "word"), "a", (), ("a", "b")),
    (("many",), "[…]", (), ()),
    (("many", 3), "{word: …}", ("word",), ()),
    (("named",), "{…: …}", (), ()),
    (("named", "any"), '"…"', (), ()),
    (("patterned", "abc"), "{a: …, b: …}", ("a", "b"), ()),
    (("fixed",), "x", (), ("x",)),
    (("nowhere", 0, "x"), "…", (), ()),
]


@pytest.mark.parametrize(("route", "shown", "keys", "words"), ROUTES, ids=[str(row[0]) for row in ROUTES])
def test_what_a_schema_wants_is_found_along_a_route(
    route: tuple[str | int, ...], shown: str, keys: tuple[str, ...], words: tuple[str, ...]
) -> None:
    here = wanted_at(SCHEMA, route)
    assert (example(here), keys_of(here), words_of(here)) == (shown, keys, words)


def _parts(schema: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(schema, Mapping):
        yield schema
    inner = schema.values() if isinstance(schema, Mapping) else schema if isinstance(schema, list) else ()
    for part in inner:
        yield from _parts(part)


@pytest.mark.parametrize("model", MODELS, ids=[model.__name__ for model in MODELS])
def test_every_example_in_a_published_schema_is_one(model: type[Strict]) -> None:
    whole = model.model_json_schema()
    Draft202012Validator.check_schema(whole)
    for part in _parts(whole):
        for shown in part.get("examples", ()):
            Draft202012Validator({**part, "$defs": whole.get("$defs", {})}).validate(shown)


@pytest.mark.parametrize("model", MODELS, ids=[model.__name__ for model in MODELS])
def test_every_example_is_shown_as_the_yaml_of_itself(model: type[Strict]) -> None:
    shown = [part for part in _parts(model.model_json_schema()) if part.get("examples")]
    for part in shown:
        (root,) = read_yaml(example(part), "example.yaml").roots
        assert plain(root) == part["examples"][0]


def test_what_is_shipped_meets_the_published_schemas() -> None:
    mappings = shipped_mappings("roles.yaml", "systems.yaml", "controls.yaml")
    models: dict[str, type[Strict]] = {
        "roles.yaml": RolesFile,
        "systems.yaml": SystemsFile,
        "controls.yaml": ControlsFile,
    }
    files: list[tuple[type[Strict], NamedFile]] = [(InstrumentFile, file) for file in shipped_law()]
    for model, file in [*files, *((models[name], file) for name, file in mappings.items())]:
        (root,) = read_yaml(file.data.decode(), file.path).roots
        Draft202012Validator(model.model_json_schema()).validate(plain(root))
