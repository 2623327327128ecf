from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reglint.documents.yaml import read_yaml
from reglint.facts.observe import Sight, observations, unreadable
from reglint.facts.schema import at
from reglint.facts.shipped import Vocabulary
from reglint.facts.source_plain import source_of
from reglint.facts.source_schema import checked_source
from reglint.facts.tree import plant
from reglint.model.fact import Fact, Record, Series, Unknown
from reglint.model.place import Place
from reglint.model.schema import ListType, ObjectType, ScalarType
from reglint.model.verdict import Basis, Reason

Seen = Callable[..., list[str]]

YES, NO = True, False

SCHEMA = ObjectType(
    {
        "ends": ListType(
            ObjectType(
                {
                    "name": ScalarType("string"),
                    "port": ScalarType("integer"),
                    "tls": ScalarType("boolean"),
                    "key": ScalarType("string", sensitive=True),
                    "to": ListType(ScalarType("string")),
                }
            ),
            identity=("name", "port"),
        ),
        "words": ListType(ScalarType("string")),
    }
)


def observe(text: str, settings: dict[str, object], **extraction: object) -> list[Any]:
    facts = {"each": "$.*", "into": "ends[]", "set": settings, **extraction}
    plain = {"id": "x", "title": "X", "reads": "yaml", "match": [{"names": "*"}], "facts": [facts]}
    tree = plant(read_yaml(text, "f").roots[0])
    own = frozenset(id(node) for _, node in tree.nodes())
    return list(observations(Sight(tree, "web", "prod", own), source_of(checked_source(plain)), SCHEMA))


def test_an_element_is_observed_with_its_places() -> None:
    (one,) = observe(
        "a: {port: '80', tls: yes}",
        {
            "name": {"from": "@", "as": "key"},
            "port": {"from": "@.port"},
            "tls": {"from": ["@.ssl", "@.tls"], "absent": False, "doc": "https://x"},
        },
    )
    name = "ends[name=a,port=80]"
    assert one.into == "ends[]"
    assert one.secrets == ()
    assert one.record == Record(
        name,
        {
            "name": Fact(f"{name}.name", "a", Basis.OBSERVED, Place("f", 1, 1, "/a"), "a"),
            "port": Fact(f"{name}.port", 80, Basis.OBSERVED, Place("f", 1, 11, "/a/port", 4), "80"),
            "tls": Fact(f"{name}.tls", YES, Basis.OBSERVED, Place("f", 1, 22, "/a/tls", 3), "true"),
        },
        Place("f", 1, 1, "/a"),
        "web",
        "prod",
    )


def test_a_default_of_the_product_has_the_place_of_its_parent() -> None:
    (one,) = observe(
        "a: {x: 1}", {"name": {"value": "n"}, "tls": {"from": "@.tls", "absent": False, "doc": "https://x"}}
    )
    assert one.record.fields["tls"] == Fact(
        "ends[name=n].tls", NO, Basis.OBSERVED, Place("f", 1, 1, "/a"), "false", "product default"
    )


def test_a_default_that_nobody_knows_is_unresolved_with_its_reason() -> None:
    tls = {"from": "@.tls", "unsaid": "the pages do not say"}
    said, silent = observe("a: {port: 1, tls: true}\nb: {port: 2}", {"port": {"from": "@.port"}, "tls": tls})
    assert said.record.fields["tls"].value is True
    assert silent.record.fields["tls"].value == Unknown(Reason.UNRESOLVED, "the pages do not say")
    assert str(silent.record.fields["tls"].place) == "f:2:1"


def test_an_element_of_which_only_its_name_is_known_is_none() -> None:
    assert observe("a: {x: 1}", {"name": {"from": "@", "as": "key"}, "tls": {"from": "@.tls"}}) == []


def test_what_is_unknown_is_no_part_of_a_name() -> None:
    (one,) = observe("a: {port: '${P}', tls: true}", {"port": {"from": "@.port"}, "tls": {"from": "@.tls"}})
    assert one.record.name == "ends[0]"


def test_a_source_may_leave_nodes_out() -> None:
    text = "a: {tls: true}\nb: {tls: true}\nab: {tls: true}\n"
    settings: dict[str, object] = {"name": {"from": "@", "as": "key"}, "tls": {"from": "@.tls"}}
    assert [one.record.name for one in observe(text, settings, named="a*")] == [
        "ends[name=a]",
        "ends[name=ab]",
    ]
    assert [one.record.name for one in observe(text, settings, unless="$.a")] == [
        "ends[name=b]",
        "ends[name=ab]",
    ]


def test_an_element_says_its_component_and_environment() -> None:
    settings: dict[str, object] = {
        "component": {"from": "@", "as": "key"},
        "environment": {"value": "dev"},
        "tls": {"from": "@.tls"},
    }
    (one,) = observe("a: {tls: true}", settings)
    assert (one.record.component, one.record.environment) == ("web/a", "dev")
    assert list(one.record.fields) == ["tls"]


def test_a_secret_is_a_class_and_its_place_is_kept() -> None:
    settings: dict[str, object] = {"key": {"from": "@.key", "as": "secret_strength"}}
    (one,) = observe("a: {key: canary9Qz}", settings)
    assert one.record.fields["key"].value == "set"
    assert one.secrets == (Place("f", 1, 10, "/a/key", 9),)


def test_a_password_inside_a_url_is_kept_as_a_place() -> None:
    settings: dict[str, object] = {"to": {"from": "@.url", "as": "dotted_path"}}
    (one,) = observe("a: {url: 'redis://:canary9Qz@h'}", settings)
    assert one.secrets == (Place("f", 1, 20, "/a/url", 9),)


def test_several_values_are_an_open_list() -> None:
    text = """
appender: [{"@name": F}, {"@name": K, "@class": x.KafkaAppender}]
root: [{appender-ref: [{"@ref": F}, {"@ref": K}]}]
"""
    settings: dict[str, object] = {"to": {"from": "@", "as": "logback_shipped_to"}}
    (one, _) = observe(text, settings, each="$.appender[*]")
    place = Place("f", 2, 12, "/appender/0")
    items = (Fact("ends[0].to[0]", "K", Basis.OBSERVED, place, "K"),)
    assert one.record.fields["to"] == Series("ends[0].to", items, place, inventory=False, closed=False)


@pytest.mark.parametrize("into", ["nowhere[]", "ends[].port"])
def test_a_source_that_fills_no_list_is_a_fault_of_the_program(into: str) -> None:
    with pytest.raises(ValueError, match="is no list of facts"):
        observe("a: 1", {"tls": {"value": True}}, into=into)


def test_a_list_of_words_takes_no_fields() -> None:
    (one,) = observe("a: 1", {"word": {"value": "x"}}, into="words[]")
    assert one.record.name == "words[0]"


def test_of_a_file_that_cannot_be_read_every_field_is_unknown(vocabulary: Vocabulary) -> None:
    (nginx,) = (source for source in vocabulary.sources if source.id == "nginx")
    place = Place("nginx.conf", 3, 1)
    one, _ = unreadable(nginx, vocabulary.schema, place, "web")
    endpoint = at(vocabulary.schema, ["network", "endpoints", "[]"])
    assert isinstance(endpoint, ObjectType)
    name = "network.endpoints[nginx.conf]"
    assert one.record == Record(
        name,
        {
            field: Fact(f"{name}.{field}", Unknown(Reason.UNREADABLE), Basis.OBSERVED, place)
            for field in endpoint.fields
        },
        place,
        "web",
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a: {tls: '${b.c}'}\nb: {c: 'true'}", True),
        ("a: {tls: '${b.c:true}'}", True),
        ("a: {tls: '${b}'}\nb: {c: 'true'}", Unknown(Reason.UNRESOLVED, "b is not set in the file")),
        ("a: {tls: '${B_C}'}\nb: {c: 'true'}", Unknown(Reason.UNRESOLVED, "B_C is not set in the file")),
    ],
)
def test_a_placeholder_finds_its_value_in_the_document(text: str, wanted: object) -> None:
    facts = {"each": "$.a", "into": "ends[]", "set": {"tls": {"from": "@.tls"}}}
    plain = {
        "id": "x",
        "title": "X",
        "reads": "yaml",
        "placeholders": "either",
        "match": [{"names": "*"}],
        "facts": [facts],
    }
    tree = plant(read_yaml(text, "f").roots[0])
    own = frozenset(id(node) for _, node in tree.nodes())
    (one,) = observations(Sight(tree, "", "", own), source_of(checked_source(plain)), SCHEMA)
    fact = one.record.fields["tls"]
    assert isinstance(fact, Fact)
    assert fact.value == wanted
