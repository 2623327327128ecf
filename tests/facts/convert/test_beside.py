from __future__ import annotations

from tests.nodes import at_pointer

from reglint.documents.node import Node
from reglint.documents.properties import read_properties
from reglint.documents.xml import read_xml
from reglint.documents.yaml import read_yaml
from reglint.facts.convert.beside import settings_below, settings_beside, written_name
from reglint.facts.relaxed import relaxed
from reglint.facts.tree import Tree, plant

BEAN = """<beans><bean>
<property name="url" value="U"/>
<property name="passWord"><value>P</value></property>
<property name="x">T</property>
</bean></beans>"""


def at(tree: Tree, pointer: str) -> Node:
    node = at_pointer(tree.root, pointer)
    assert node is not None
    return node


def test_settings_of_a_group_stand_beside_each_other() -> None:
    tree = plant(read_yaml("db: {url: u, Pass-Word: p, pool: {a: 1}, l: [1]}", "f").roots[0])
    beside = settings_beside(at(tree, "/db/url"), tree)
    assert {name: node.text for name, node in beside.items()} == {"url": "u", "password": "p"}


def test_a_root_has_nothing_beside_it() -> None:
    tree = plant(read_yaml("text", "f").roots[0])
    assert settings_beside(tree.root, tree) == {}
    assert settings_below(tree.root, tree, ("hikari",)) == {}


def test_properties_of_a_bean_stand_beside_each_other() -> None:
    tree = plant(read_xml(BEAN, "f").roots[0])
    url = at(tree, "/beans/bean/0/property/0/@value")
    beside = {name: node.text for name, node in settings_beside(url, tree).items()}
    assert beside == {"@name": "url", "@value": "U", "url": "U", "password": "P", "x": "T"}


def test_children_of_an_element_stand_beside_each_other() -> None:
    tree = plant(read_xml("<c><url>u</url><password>p</password></c>", "f").roots[0])
    beside = settings_beside(at(tree, "/c/url/0/#text"), tree)
    assert {name: node.text for name, node in beside.items()} == {"#text": "u", "url": "u", "password": "p"}


def test_a_value_that_is_all_of_a_document_has_no_owner() -> None:
    tree = plant(read_xml("<url>u</url>", "f").roots[0])
    assert settings_beside(at(tree, "/url/#text"), tree).keys() == {"#text"}


def test_a_group_beside_a_setting_is_looked_into() -> None:
    tree = plant(read_yaml("{url: u, hikari: {Pass-word: p}, other: {password: q}}", "f").roots[0])
    below = settings_below(at(tree, "/url"), tree, ("hikari",))
    assert {name: node.text for name, node in below.items()} == {"password": "p"}


def test_a_name_is_told_as_it_is_written() -> None:
    yaml = plant(relaxed(read_yaml("a.login-password: x\nb: {userName: y}", "f").roots[0]))
    assert written_name(at(yaml, "/a/loginpassword"), yaml) == "login-password"
    assert written_name(at(yaml, "/b/username"), yaml) == "userName"
    lines = plant(read_properties("a.my-key=x", "f").roots[0])
    assert written_name(at(lines, "/a/my-key"), lines) == "my-key"
    xml = plant(read_xml(BEAN, "f").roots[0])
    names = [
        written_name(at(xml, pointer), xml)
        for pointer in (
            "/beans/bean/0/property/0/@value",
            "/beans/bean/0/property/1/value/0/#text",
            "/beans/bean/0/property/2/#text",
        )
    ]
    assert names == ["url", "passWord", "x"]
    plain = plant(read_xml("<c><url>u</url></c>", "f").roots[0])
    assert written_name(at(plain, "/c/url/0/#text"), plain) == "url"
