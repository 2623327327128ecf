"""The published schema of a platform file and the reader of a check take the same documents.

Where they can't agree, DIFFERENCES says why: JSON Schema knows no identity of a list's elements, no bits of a
network, and no difference between 1 and 1.0.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, cast

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reglint.documents.json import read_json
from reglint.documents.limits import DEFAULT_LIMITS
from reglint.documents.lookup import plain
from reglint.documents.node import Node
from reglint.documents.yaml import read_yaml
from reglint.facts.attestations import read_attestations
from reglint.facts.declared import read_declared
from reglint.facts.shipped import shipped_vocabulary
from reglint.model.diagnostic import Level
from reglint.model.schema import SCALARS, FactType, ListType, ObjectType, ScalarType
from reglint.report.facts_example import example_of
from reglint.report.platform_schema import platform_schema
from reglint.report.schema_patterns import pattern_of
from reglint.report.schema_words import EXAMPLES

LANGUAGES = ("en", "zh", "ja")
DIGEST = "0" * 64
ATTESTED = {
    "fact": "incident.plan",
    "evidence": "plan.pdf",
    "sha256": DIGEST,
    "by": "CISO",
    "on": "2026-03-02",
    "expires": "2027-03-02",
}


@cache
def vocabulary() -> ObjectType:
    return shipped_vocabulary().schema


@cache
def validator() -> jsonschema.Draft202012Validator:
    published = platform_schema(
        vocabulary(), "en", {"cn": {"payment_institution": {"en": "payment institution"}}}
    )
    return jsonschema.Draft202012Validator(published)


def by_reader(root: Node, schema: ObjectType) -> set[str]:
    """The codes of the faults that a check would name."""
    found = (*read_declared(root, schema).diagnostics, *read_attestations(root, schema).diagnostics)
    return {one.code for one in found if one.level is Level.ERROR}


def root_of(document: object) -> Node:
    return read_json(json.dumps(document), "platform.json", limits=DEFAULT_LIMITS).roots[0]


TEXTS = {
    "duration": (
        "6 months",
        "P6M",
        "PT4H",
        "P1M0D",
        "5 Business  Days",
        "3 s",
        "180",
        "6 mounths",
        "P",
        "P1M4D",
    ),
    "money": ("50000000 CNY", "-1.5EUR", "5 cny", "5"),
    "percent": ("99.9 %", "+1%", "-0 %", "-1 %", "101 %", "1"),
    "version": ("1.2", "1.", "v1"),
    "date": ("2026-03-01", "2024-02-29", "2023-02-29", "2026-04-31", "0000-01-01", "2026-3-1"),
    "timestamp": (
        "2026-03-01T09:30:00+08:00",
        "2026-03-01 09:30Z",
        "2026-03-01T09:30:00",
        "2026-02-30T09:30Z",
    ),
    "ip": ("10.0.0.1", "::1", "1::8", "::ffff:1.2.3.4", "01.2.3.4", "1:2:3:4:5:6:7::8", "fe80::1%eth0"),
    "cidr": ("10.0.0.0/8", "2001:db8::/32", "10.0.0.0", "10.0.0.0/33"),
}
JUNK = st.sampled_from(
    [None, True, 0, 5, -1, 1.5, "", "x", "1", [], {}, [None], ["x"], {"x-a": 1}, {"name": 1}]
)


@st.composite
def values(draw: Callable[..., Any], kind: FactType, depth: int = 0) -> object:
    """Mostly a value that the type takes, now and then something else."""
    if draw(st.integers(0, 14)) == 0:
        return draw(JUNK)
    if isinstance(kind, ScalarType):
        return draw(scalars(kind))
    if isinstance(kind, ListType):
        return draw(st.lists(values(kind.item, depth + 1), max_size=2))
    names = (
        [*kind.fields, "component", "environment", "x-own", "stranger"] if depth else [*kind.fields, "x-own"]
    )
    picked = draw(st.lists(st.sampled_from(names), max_size=4, unique=True))
    return {
        name: draw(values(kind.fields[name], depth + 1) if name in kind.fields else JUNK) for name in picked
    }


def scalars(kind: ScalarType) -> st.SearchStrategy[object]:
    if kind.kind in TEXTS:
        return st.one_of(st.sampled_from(TEXTS[kind.kind]), edited(TEXTS[kind.kind]))
    if kind.values:
        return st.sampled_from([*kind.values, f"{kind.values[0]}s"])
    of_kind: Mapping[str, st.SearchStrategy[object]] = {
        "boolean": st.booleans(),
        "integer": st.integers(-2, 70_000),
        "decimal": st.sampled_from([1, 1.5, -2.25]),
        "string": st.text(max_size=5),
    }
    return of_kind[kind.kind]


@st.composite
def edited(draw: Callable[..., Any], texts: tuple[str, ...]) -> str:
    """A text with a letter more, less or changed."""
    text = cast("str", draw(st.sampled_from(texts)))
    at = draw(st.integers(0, len(text)))
    letter = draw(st.sampled_from("019 .:-+%/PTMDYsZzC\n\t\u3000"))
    rest = text[at + int(draw(st.integers(0, 1))) :]
    return f"{text[:at]}{letter}{rest}"


@st.composite
def documents(draw: Callable[..., Any]) -> dict[str, object]:
    schema = vocabulary()
    areas = draw(st.lists(st.sampled_from([*schema.fields]), min_size=1, max_size=3, unique=True))
    document = {area: draw(values(schema.fields[area])) for area in areas}
    head: dict[str, list[Any]] = {
        "reglint": ["1", 1, "2", None, True],
        "observe": [["a"], [], "a", None, [1]],
    }
    head |= {"attestations": [[], None, [ATTESTED], [{**ATTESTED, "on": "1"}], [{}], "x", [None]]}
    for key, choices in head.items():
        if draw(st.integers(0, 7)) == 0:
            document[key] = draw(st.sampled_from(choices))
        elif key == "reglint" and draw(st.integers(0, 9)):
            document[key] = "1"
    return cast("dict[str, object]", document)


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(document=documents())
def test_the_schema_and_the_reader_take_the_same_documents(document: dict[str, object]) -> None:
    root = root_of(document)
    faults = by_reader(root, vocabulary()) - {"duplicate"}
    assert validator().is_valid(plain(root)) == (not faults), faults


@pytest.mark.parametrize("kind", sorted(TEXTS))
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_a_text_is_of_a_kind_for_both(kind: str, data: st.DataObject) -> None:
    """Each kind by itself, also those that no fact has today."""
    text = data.draw(st.one_of(st.sampled_from(TEXTS[kind]), edited(TEXTS[kind])))
    schema = ObjectType({"a": ScalarType(kind)})
    root = root_of({"reglint": "1", "a": text})
    is_valid = jsonschema.Draft202012Validator(platform_schema(schema, "en", {})).is_valid(plain(root))
    if kind == "cidr" and is_valid:
        return  # bits beyond the prefix: see DIFFERENCES
    assert is_valid == (not by_reader(root, schema))


ODD = ObjectType(
    {"net": ScalarType("cidr"), "a": ListType(ObjectType({"id": ScalarType("string")}), ("id",))}
)
DIFFERENCES = {
    "a network with bits beyond its prefix": ('reglint: "1"\nnet: 10.1.0.0/8', {"type"}),
    "two elements with one identity": ('reglint: "1"\na: [{id: x}, {id: x}]', {"duplicate"}),
    "a version that is 1 to JSON": ("reglint: 1.0", {"version"}),
    "an attestation of what there can't be": (
        f'reglint: "1"\nattestations: [{json.dumps({**ATTESTED, "fact": "b"})}]',
        {"unknown-fact"},
    ),
    "an attestation that ends before it begins": (
        f'reglint: "1"\nattestations: [{json.dumps({**ATTESTED, "fact": "net", "expires": "2026-01-01"})}]',
        {"attestation"},
    ),
}


@pytest.mark.parametrize(("text", "faults"), DIFFERENCES.values(), ids=DIFFERENCES)
def test_what_only_the_reader_can_refuse(text: str, faults: set[str]) -> None:
    root = read_yaml(text, "platform.yaml").roots[0]
    published = jsonschema.Draft202012Validator(platform_schema(ODD, "en", {}))
    values = plain(root, decimals=float)
    assert (published.is_valid(values), by_reader(root, ODD)) == (True, faults)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_schema_is_a_schema(language: str) -> None:
    jsonschema.Draft202012Validator.check_schema(platform_schema(vocabulary(), language, {}))


@pytest.mark.parametrize("kind", sorted(SCALARS - {"enum"}))
def test_the_example_of_a_kind_is_taken(kind: str) -> None:
    schema = ObjectType({"a": ScalarType(kind)})
    root = read_yaml(f'reglint: "1"\na: {example_of(ScalarType(kind))}', "platform.yaml").roots[0]
    assert by_reader(root, schema) == set()
    jsonschema.Draft202012Validator(platform_schema(schema, "en", {})).validate(plain(root))


def test_every_kind_that_is_text_has_a_pattern() -> None:
    assert {kind for kind in SCALARS if pattern_of(kind)} == set(EXAMPLES) == set(TEXTS)


def at(schema: Mapping[str, Any], *route: str) -> Any:  # noqa: ANN401 - a part of any shape
    here: Any = schema
    for step in route:
        here = here["items"] if step == "[]" else here["properties"][step]
    return here


@pytest.mark.parametrize(
    ("language", "title", "word"),
    [("en", "log", "audit log"), ("zh", "日志", "审计日志"), ("ja", "ログ", "監査ログ")],
)
def test_titles_and_words_are_in_the_language(language: str, title: str, word: str) -> None:
    kind = at(platform_schema(vocabulary(), language, {}), "logging", "streams", "[]", "kind")
    assert title in kind["title"]
    assert kind["enumDescriptions"][kind["enum"].index("audit")] == word


def test_a_secret_is_offered_by_class_and_taken_as_any_scalar() -> None:
    strength = at(platform_schema(vocabulary(), "en", {}), "secrets", "[]", "strength")
    words, scalar = strength["anyOf"]
    assert words["enum"] == ["empty", "default", "weak", "placeholder", "reference", "set", None]
    assert scalar == {"type": ["string", "number", "boolean", "null"]}


def test_an_element_with_an_identity_may_say_whose_it_is() -> None:
    schema = platform_schema(vocabulary(), "en", {})
    assert {"component", "environment"} <= at(schema, "logging", "streams", "[]")["properties"].keys()
    assert "component" not in at(schema, "platform")["properties"]
