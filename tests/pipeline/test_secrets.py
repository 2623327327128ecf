from __future__ import annotations

import pytest

from reglint.documents.yaml import read_yaml
from reglint.model.schema import ListType, ObjectType, ScalarType
from reglint.pipeline.secrets import secret_places

SECRET = ScalarType("string", sensitive=True)
SCHEMA = ObjectType(
    {
        "secrets": ListType(ObjectType({"name": ScalarType("string"), "strength": SECRET})),
        "vault": ObjectType({"key": SECRET, "engine": ScalarType("string")}),
    }
)
WRITTEN = [
    ("in a list", "secrets: [{name: a, strength: hunter2}]", ["hunter2"]),
    ("in an object", "vault: {key: hunter2, engine: hsm}", ["hunter2"]),
    ("a list where one value is wanted", "vault: {key: [hunter2, hunter3]}", ["hunter2", "hunter3"]),
    ("a mapping where one value is wanted", "vault: {key: {old: hunter2}}", ["hunter2"]),
    ("one value where a list is wanted", "secrets: hunter2", ["hunter2"]),
    ("a mapping where a list is wanted", "secrets: {name: a, strength: hunter2}", ["a", "hunter2"]),
    ("one value where an object is wanted", "vault: hunter2", ["hunter2"]),
    ("nothing", "vault: {key: }\nsecrets: []", []),
    ("elsewhere", "crypto: {key: hunter2}", []),
]


@pytest.mark.parametrize(("text", "found"), [row[1:] for row in WRITTEN], ids=[row[0] for row in WRITTEN])
def test_where_secrets_stand(text: str, found: list[str]) -> None:
    (root,) = read_yaml(text, "platform.yaml").roots
    places = list(secret_places(root, SCHEMA))
    lines = text.splitlines()
    assert [lines[one.line - 1][one.column - 1 :][: one.length] for one in places] == found


def test_a_list_without_secrets_hides_nothing() -> None:
    (root,) = read_yaml("names: word", "platform.yaml").roots
    schema = ObjectType({"names": ListType(ScalarType("string"))})
    assert list(secret_places(root, schema)) == []
