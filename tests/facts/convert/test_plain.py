from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.nodes import at_pointer

from reglint.documents.yaml import read_yaml
from reglint.facts.convert.context import Context
from reglint.facts.convert.plain import typed
from reglint.facts.tree import plant
from reglint.model.fact import Unknown, Value
from reglint.model.schema import ScalarType
from reglint.model.verdict import Reason


def type_of(text: str, kind: str) -> tuple[Value | Unknown | tuple[str, ...], str] | None:
    root = read_yaml(f"v: {text}", "f").roots[0]
    node = at_pointer(root, "/v")
    assert node is not None
    made = typed(node, Context(plant(root), root, {"KNOWN": "7"}.get), ScalarType(kind))
    return None if made is None else (made.value, made.note)


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("80", "integer", (80, "")),
        ("'80'", "integer", (80, "")),
        ("${PORT:80}", "integer", (80, "unless PORT is set")),
        ("${KNOWN}", "integer", (7, "")),
        ("'On'", "boolean", (True, "")),
        ("no", "boolean", (False, "")),
        ("text", "string", ("text", "")),
        ("", "string", None),
        ("${PORT}", "integer", (Unknown(Reason.UNRESOLVED, "PORT is not set in the file"), "")),
        ("[1]", "integer", (Unknown(Reason.UNRESOLVED, "one value is wanted here"), "")),
        (
            "high",
            "integer",
            (Unknown(Reason.MISTYPED, '"high" is no whole number; write one without quotes'), ""),
        ),
    ],
)
def test_a_setting_is_read_as_the_facts_type(text: str, kind: str, wanted: object) -> None:
    assert type_of(text, kind) == wanted


def test_a_dotted_path_is_where_a_node_stands(convert: Callable[..., Any], result: type[Any]) -> None:
    text = "spring: {data: {redis: {host: h}}}\na/b: {c~d: 1}"
    assert convert("dotted_path", text, "/spring/data/redis") == result("spring.data.redis", "1:17+0")
    assert convert("dotted_path", text, "/a~1b/c~0d") == result("a/b.c~d", "2:12+1")
    assert convert("dotted_path", text, "") == result("", "1:1+0")


def test_a_key_is_the_nodes_own_name(convert: Callable[..., Any], result: type[Any]) -> None:
    assert convert("key", "services: {cache: {image: redis}}", "/services/cache") == result("cache", "1:12+0")
