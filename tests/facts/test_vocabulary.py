"""What holds of every fact that a platform can state."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest
from jsonschema import Draft202012Validator

from reglint.documents.lookup import plain
from reglint.documents.shipped import shipped
from reglint.documents.yaml import read_yaml
from reglint.facts.schema import at
from reglint.facts.shipped import Vocabulary
from reglint.model.schema import SCALARS, FactType, ListType, ObjectType, ScalarType

LANGUAGES = ("en", "zh", "ja")
ROOTS = (
    *("access", "aml", "application", "audit", "backup", "crypto", "custody", "data", "datastores"),
    *("detection", "governance", "incident", "licences", "logging", "network", "payments", "physical"),
    *("platform", "risk", "secrets", "suppliers", "technology", "users", "workloads"),
)
DEEPEST = 5
"""Names from the root to a leaf, as in `incident.records[].reports[].sent_at` and one more."""

JSON_TYPES: dict[str, str | None] = {
    **dict.fromkeys(SCALARS, "string"),
    "boolean": "boolean",
    "integer": "integer",
    "decimal": "number",
    "enum": None,
}
TIMES = re.compile(
    r".*(_within|_every|_after|_window|_timeout|_notice|_term|retention)|within|every|ahead|term|wait|history"
)
DAYS = re.compile(r".*_(until|done)|expires|issued|applied|renewed|last|approved_on")
UNITS = re.compile(
    r"(^|_)(ms|seconds?|minutes?|hours|days?|months?|years?|percent|pct|cny|usd|eur|jpy|bits)$"
)
WORD = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
DENIED = {"no", "not", "non", "never", "without"}
SINGULAR_LISTS = {"incident.reporting"}
OPENING_HOURS = {"hours"}
"""When somebody is there, in words: no number of hours."""

Path = tuple[str, ...]


def test_every_area_of_the_domain_is_there(vocabulary: Vocabulary) -> None:
    assert tuple(sorted(vocabulary.schema.fields)) == ROOTS


@pytest.mark.parametrize("area", ROOTS)
def test_an_area_is_json_schema(area: str) -> None:
    Draft202012Validator.check_schema(_plain(area))


@pytest.mark.parametrize("area", ROOTS)
def test_a_leaf_says_how_json_writes_it(area: str) -> None:
    leaves = [(path, leaf) for path, leaf in _schemas(area) if leaf.get("type") not in ("object", "array")]
    assert [path for path, leaf in leaves if leaf.get("type") != JSON_TYPES[_kind(leaf)]] == []


@pytest.mark.parametrize("area", ROOTS)
def test_every_list_says_whether_it_may_be_empty(area: str) -> None:
    lists = [(path, kind) for path, kind in _schemas(area) if kind.get("type") == "array"]
    assert [path for path, kind in lists if kind.get("x-list") not in ("inventory", "register")] == []


def test_an_element_with_fields_has_an_identity_among_them(vocabulary: Vocabulary) -> None:
    lists = [(path, kind, kind.item) for path, kind in _types(vocabulary) if isinstance(kind, ListType)]
    assert [
        path
        for path, kind, item in lists
        if isinstance(item, ObjectType) and not (kind.identity and {*kind.identity} <= item.fields.keys())
    ] == []


def test_what_identifies_an_element_is_a_leaf_that_is_no_setting(vocabulary: Vocabulary) -> None:
    identities = [
        (path, name, at(kind.item, [name]))
        for path, kind in _types(vocabulary)
        if isinstance(kind, ListType)
        for name in kind.identity
    ]
    settings = [
        (".".join(path), name)
        for path, name, leaf in identities
        if not isinstance(leaf, ScalarType) or leaf.set_by == "config"
    ]
    assert settings == [("network.endpoints", "port")]


def test_every_fact_has_a_title_in_every_language(vocabulary: Vocabulary) -> None:
    assert [path for path, kind in _types(vocabulary) if not all(map(kind.title.get, LANGUAGES))] == []


def test_every_word_has_a_text_in_every_language(vocabulary: Vocabulary) -> None:
    words = {
        path: [*kind.values] or ["true", "false"]
        for path, kind in _types(vocabulary)
        if isinstance(kind, ScalarType) and kind.kind in ("enum", "boolean")
    }
    said = {
        path: [word for word, text in kind.words.items() if all(map(text.get, LANGUAGES))]
        for path, kind in _types(vocabulary)
        if isinstance(kind, ScalarType) and kind.words
    }
    assert said == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_facts_of_one_parent_have_the_same_title(vocabulary: Vocabulary, language: str) -> None:
    titles = Counter(
        (path[:-1], kind.title[language]) for path, kind in _types(vocabulary) if path[-1] != "[]"
    )
    assert [title for title, count in titles.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_words_of_a_fact_read_the_same(vocabulary: Vocabulary, language: str) -> None:
    words = Counter(
        (path, text[language])
        for path, kind in _types(vocabulary)
        if isinstance(kind, ScalarType)
        for text in kind.words.values()
    )
    assert [word for word, count in words.items() if count > 1] == []


def test_names_and_words_are_in_lower_snake_case(vocabulary: Vocabulary) -> None:
    names = {name for path, _ in _types(vocabulary) for name in path if name != "[]"}
    words = {word for _, kind in _types(vocabulary) if isinstance(kind, ScalarType) for word in kind.values}
    assert [word for word in sorted(names | words) if not WORD.fullmatch(word)] == []


def test_no_name_has_a_unit_or_denies(vocabulary: Vocabulary) -> None:
    names = {name for path, _ in _types(vocabulary) for name in path} - OPENING_HOURS
    assert [name for name in sorted(names) if UNITS.search(name) or DENIED & {*name.split("_")}] == []


def test_a_list_of_elements_is_a_plural_and_a_leaf_of_it_is_none(vocabulary: Vocabulary) -> None:
    elements = [
        ".".join(path)
        for path, kind in _types(vocabulary)
        if isinstance(kind, ListType) and kind.identity and not path[-1].endswith("s")
    ]
    assert {*elements} == SINGULAR_LISTS


def test_what_is_named_for_a_time_is_a_duration(vocabulary: Vocabulary) -> None:
    leaves = [(path, kind) for path, kind in _types(vocabulary) if isinstance(kind, ScalarType)]
    named = [(path, kind) for path, kind in leaves if TIMES.fullmatch(path[-1])]
    assert [path for path, kind in named if kind.kind != "duration"] == []


def test_what_is_named_for_a_day_or_a_moment_is_one(vocabulary: Vocabulary) -> None:
    leaves = [(path, kind) for path, kind in _types(vocabulary) if isinstance(kind, ScalarType)]
    days = [path for path, kind in leaves if DAYS.fullmatch(path[-1]) and kind.kind != "date"]
    moments = [path for path, kind in leaves if path[-1].endswith("_at") and kind.kind != "timestamp"]
    assert (days, moments) == ([], [])


def test_what_happened_is_evidence(vocabulary: Vocabulary) -> None:
    """A date or a moment is a record of something or describes it; nobody sets one."""
    leaves = [(path, kind) for path, kind in _types(vocabulary) if isinstance(kind, ScalarType)]
    dated = [(path, kind) for path, kind in leaves if kind.kind in ("date", "timestamp")]
    assert [path for path, kind in dated if kind.set_by == "config"] == []


@pytest.mark.parametrize("area", ROOTS)
def test_who_sets_a_fact_is_said_at_a_leaf_that_is_no_setting(area: str) -> None:
    """A leaf that does not say is a setting; `x-set-by` says otherwise, and only a leaf can."""
    said = [(path, one) for path, one in _schemas(area) if "x-set-by" in one]
    assert [
        path
        for path, one in said
        if one["x-set-by"] not in ("evidence", "descriptive") or one.get("type") in ("object", "array")
    ] == []


def test_no_count_and_no_share_is_below_zero(vocabulary: Vocabulary) -> None:
    leaves = [(path, kind) for path, kind in _types(vocabulary) if isinstance(kind, ScalarType)]
    counted = [(path, kind) for path, kind in leaves if kind.kind in ("integer", "percent")]
    assert [path for path, kind in counted if kind.minimum is None or kind.minimum < 0] == []


def test_no_leaf_is_deep(vocabulary: Vocabulary) -> None:
    depths = {path: sum(name != "[]" for name in path) for path, _ in _types(vocabulary)}
    assert [path for path, depth in depths.items() if depth > DEEPEST] == []


@pytest.mark.parametrize(
    ("fact", "wanted"),
    [
        ("incident.stages[].stage", ["detect", "confirm", "activate", "handle", "recover", "review"]),
        ("incident.resources[].kind", ["people", "technology", "material", "funds"]),
        (
            "incident.metrics[].kind",
            ["detection_time", "response_time", "handling_time", "recovery_time", "loss_recovery"],
        ),
        ("risk.areas[].responses[]", ["prevent", "mitigate", "transfer", "accept"]),
        ("governance.principles[].principle", ["legality", "security", "transparency", "fairness"]),
        ("platform.home", ["cn", "us", "eu", "jp"]),
    ],
)
def test_a_closed_list_of_the_domain_is_whole(vocabulary: Vocabulary, fact: str, wanted: list[str]) -> None:
    leaf = at(vocabulary.schema, fact.replace("[]", ".[]").split("."))
    assert isinstance(leaf, ScalarType)
    assert [*leaf.values] == wanted


def _types(vocabulary: Vocabulary) -> Iterator[tuple[Path, FactType]]:
    """Every type below the root by its path, in which `[]` enters a list."""
    for name, kind in vocabulary.schema.fields.items():
        yield from _within((name,), kind)


def _within(path: Path, kind: FactType) -> Iterator[tuple[Path, FactType]]:
    yield path, kind
    if isinstance(kind, ListType):
        yield from _within((*path, "[]"), kind.item)
    elif isinstance(kind, ObjectType):
        for name, inner in kind.fields.items():
            yield from _within((*path, name), inner)


def _plain(area: str) -> Mapping[str, object]:
    file = shipped("mappings") / "facts" / f"{area}.yaml"
    (root,) = read_yaml(file.read_text("utf-8"), file.name).roots
    read = plain(root)
    assert isinstance(read, Mapping)
    return read


def _schemas(area: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Every schema of an area by the name of its fact."""
    pending: list[tuple[str, object]] = [(area, _plain(area))]
    while pending:
        name, schema = pending.pop()
        assert isinstance(schema, Mapping)
        yield name, schema
        properties = schema.get("properties", {})
        assert isinstance(properties, Mapping)
        pending += [(f"{name}.{field}", inner) for field, inner in properties.items()]
        pending += [(f"{name}[]", schema["items"])] if "items" in schema else []


def _kind(leaf: Mapping[str, object]) -> str:
    return str(leaf.get("x-type") or ("enum" if "enum" in leaf else leaf.get("type")))
