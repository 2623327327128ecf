from __future__ import annotations

import pytest
from tests.nodes import at_pointer

from reglint.documents.lookup import plain
from reglint.documents.yaml import read_yaml
from reglint.facts.assign import COMMAND_LINE, add_role, assign, empty_root
from reglint.model.schema import ListType, ObjectType, ScalarType

SCHEMA = ObjectType(
    {
        "custody": ObjectType(
            {
                "accounts": ListType(
                    ObjectType({"id": ScalarType("string"), "segregated": ScalarType("boolean")}),
                    identity=("id",),
                ),
                "flows": ListType(
                    ObjectType(
                        {
                            "from": ScalarType("string"),
                            "port": ScalarType("integer"),
                            "open": ScalarType("boolean"),
                        }
                    ),
                    identity=("from", "port"),
                ),
            }
        ),
        "platform": ObjectType(
            {
                "level": ScalarType("integer"),
                "name": ScalarType("string"),
                "kinds": ListType(ScalarType("string")),
                "ratio": ScalarType("decimal"),
            }
        ),
    }
)


@pytest.mark.parametrize(
    ("base", "fact", "text", "wanted"),
    [
        ("{}", "platform.level", "3", {"platform": {"level": 3}}),
        ("platform: {name: x}", "platform.level", "3", {"platform": {"name": "x", "level": 3}}),
        ("platform: {level: 1}", "platform.level", "3", {"platform": {"level": 3}}),
        ("{}", "platform.name", "3", {"platform": {"name": "3"}}),
        ("{}", "platform.kinds", "[a, b]", {"platform": {"kinds": ["a", "b"]}}),
        ("{}", "platform", "{level: 2}", {"platform": {"level": 2}}),
        ("{}", "platform.level", "[", {"platform": {"level": "["}}),
        (
            "{}",
            "custody.accounts[id=A1].segregated",
            "true",
            {"custody": {"accounts": [{"id": "A1", "segregated": True}]}},
        ),
        (
            "custody: {accounts: [{id: A0}, {id: A1, segregated: false}]}",
            "custody.accounts[id=A1].segregated",
            "true",
            {"custody": {"accounts": [{"id": "A0"}, {"id": "A1", "segregated": True}]}},
        ),
        (
            "custody: {accounts: [{id: A0}]}",
            "custody.accounts[id=a.b c]",
            "{id: new}",
            {"custody": {"accounts": [{"id": "A0"}, {"id": "a.b c"}]}},
        ),
        (
            "custody: {accounts: [{id: A0}]}",
            "custody.accounts[id=A0]",
            "{id: new}",
            {"custody": {"accounts": [{"id": "new"}]}},
        ),
        (
            "{}",
            "custody.flows[from=a,b,port=80].open",
            "true",
            {"custody": {"flows": [{"from": "a,b", "port": 80, "open": True}]}},
        ),
        (
            "custody: {flows: [{from: a, port: 79}, {from: a, port: 80}]}",
            "custody.flows[from=a,port=80].open",
            "true",
            {"custody": {"flows": [{"from": "a", "port": 79}, {"from": "a", "port": 80, "open": True}]}},
        ),
        (
            "custody: {accounts: wrong}",
            "custody.accounts[id=A]",
            "{}",
            {"custody": {"accounts": [{"id": "A"}]}},
        ),
    ],
)
def test_a_fact_is_set_as_if_the_file_said_so(base: str, fact: str, text: str, wanted: object) -> None:
    assert plain(assign(read_yaml(base, "p").roots[0], fact, text, SCHEMA)) == wanted


@pytest.mark.parametrize(
    ("fact", "message"),
    [
        ("platform.levle", '"platform.levle": unknown fact "levle"; did you mean "level"?'),
        ("zzz", '"zzz": unknown fact "zzz"'),
        (
            "Platform level",
            '"Platform level" is no name of a fact; write platform.mlps_level=3, and elements as [id=A1]',
        ),
        ("", '"" is no name of a fact; write platform.mlps_level=3, and elements as [id=A1]'),
        (
            "custody.accounts.id",
            ('"custody.accounts.id": what comes before is a list: name the element, as in [id=A1]'),
        ),
        ("platform.level.x", '"platform.level.x": unknown fact "x"'),
    ],
)
def test_a_fact_that_is_none_is_told(fact: str, message: str) -> None:
    with pytest.raises(ValueError, match=r"fact|list") as fault:
        assign(empty_root(), fact, "1", SCHEMA)
    assert str(fault.value) == message


@pytest.mark.parametrize(
    ("base", "wanted"),
    [
        ("{}", {"cn": ["bank"]}),
        ("platform: {roles: {cn: [pay]}}", {"cn": ["pay", "bank"]}),
        ("platform: {roles: {cn: [], eu: [x]}}", {"cn": ["bank"], "eu": ["x"]}),
    ],
)
def test_a_role_is_added(base: str, wanted: object) -> None:
    root = at_pointer(add_role(read_yaml(base, "p").roots[0], "cn", "bank"), "/platform/roles")
    assert root is not None
    assert plain(root) == wanted


def test_what_is_said_on_the_command_line_has_it_for_its_place() -> None:
    node = at_pointer(assign(empty_root(), "platform.kinds", "[a]", SCHEMA), "/platform/kinds")
    assert node is not None
    assert str(node.place()) == f"{COMMAND_LINE}:1:1"
