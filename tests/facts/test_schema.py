from __future__ import annotations

import pytest

from reglint.facts.schema import at, read_schema, titles
from reglint.model.schema import FactType, ListType, ObjectType, ScalarType

STREAMS = {
    "type": "array",
    "x-identity": ["name"],
    "x-title": {"en": "streams"},
    "items": {
        "type": "object",
        "properties": {
            "name": {"type": "string", "x-set-by": "descriptive"},
            "kept": {"type": "string", "x-type": "duration", "x-title": {"en": "kept", "zh": "留存"}},
            "kind": {"enum": ["a", "b"], "x-words": {"a": {"en": "first"}}},
            "level": {"type": "integer", "minimum": 1, "maximum": 5},
            "key": {"type": "string", "x-sensitive": True},
        },
    },
}
ROLES = {"type": "array", "x-list": "register", "x-presume": ["operator"], "items": {"type": "string"}}
READ = ObjectType(
    {
        "streams": ListType(
            ObjectType(
                {
                    "name": ScalarType("string", set_by="descriptive"),
                    "kept": ScalarType("duration", title={"en": "kept", "zh": "留存"}),
                    "kind": ScalarType("enum", values=("a", "b"), words={"a": {"en": "first"}}),
                    "level": ScalarType("integer", minimum=1, maximum=5),
                    "key": ScalarType("string", sensitive=True),
                }
            ),
            identity=("name",),
            title={"en": "streams"},
        ),
        "who": ObjectType({"roles": ListType(ScalarType("string"), inventory=False, presumed=("operator",))}),
    }
)


def test_an_area_becomes_types() -> None:
    who = {"type": "object", "properties": {"roles": ROLES}}
    assert read_schema({"who": who, "streams": STREAMS}) == READ


@pytest.mark.parametrize(
    ("area", "message"),
    [
        ({"type": "object", "properties": []}, "a: properties is a mapping"),
        ({"type": "object", "properties": {"b": 1}}, "a.b: a fact's type is a mapping"),
        ({"type": "array", "items": {}}, r"a\[\]: neither type, enum nor x-type"),
    ],
)
def test_a_fault_of_the_schema_names_the_fact(area: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_schema({"a": area})


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ([], READ),
        (["streams", "[]", "kept"], ScalarType("duration", title={"en": "kept", "zh": "留存"})),
        (["who", "roles", "[]"], ScalarType("string")),
        (["who", "[]"], None),
        (["streams", "kind"], None),
        (["none"], None),
    ],
)
def test_a_type_is_found_by_its_path(path: list[str], wanted: FactType | None) -> None:
    assert at(READ, path) == wanted


def test_titles_go_by_generic_names() -> None:
    assert dict(titles(READ)) == {
        "streams": {"en": "streams"},
        "streams[].kept": {"en": "kept", "zh": "留存"},
        "streams[].kind=a": {"en": "first"},
    }
