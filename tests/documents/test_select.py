"""JSONPath on trees of nodes."""

from __future__ import annotations

import pytest
from tests.nodes import at_pointer

from reglint.documents.node import Node
from reglint.documents.select import compile_selector, selectable
from reglint.documents.xml import read_xml
from reglint.documents.yaml import read_yaml

TEXT = """\
spring: {datasource: {url: x, password: p}}
streams:
  - {name: access, days: 90, rate: 0.5}
  - {name: audit, days: 200, '@id': 1}
"""

SELECTED = {
    "$": [""],
    "$.spring.datasource.url": ["/spring/datasource/url"],
    "$['spring']['datasource'].*": ["/spring/datasource/url", "/spring/datasource/password"],
    "$..password": ["/spring/datasource/password"],
    "$.streams[*].days": ["/streams/0/days", "/streams/1/days"],
    "$.streams[-1]": ["/streams/1"],
    "$.streams[?@.days < 180].name": ["/streams/0/name"],
    "$.streams[?@.rate == 0.5]": ["/streams/0"],
    "$.streams[?@.rate]": ["/streams/0"],
    "$.absent": [],
}


@pytest.mark.parametrize(("text", "pointers"), SELECTED.items())
def test_a_selector_finds_nodes(text: str, pointers: list[str]) -> None:
    (root,) = read_yaml(TEXT, "f").roots
    assert [node.pointer for node in compile_selector(text).find(root)] == pointers


RELATIVE = {"@": ["/streams/1"], "@.days": ["/streams/1/days"], "@['@id']": ["/streams/1/@id"], "@.none": []}


@pytest.mark.parametrize(("text", "pointers"), RELATIVE.items())
def test_a_leading_at_is_the_node_that_is_asked(text: str, pointers: list[str]) -> None:
    (root,) = read_yaml(TEXT, "f").roots
    stream = at_pointer(root, "/streams/1")
    assert isinstance(stream, Node)
    assert [node.pointer for node in compile_selector(text).find(stream)] == pointers


def test_many_selectors_share_a_selectable() -> None:
    (root,) = read_yaml(TEXT, "f").roots
    target = selectable(root)
    found = [compile_selector(text).find(target) for text in ("$.spring.datasource.url", "$.streams[0].days")]
    assert [node.value for nodes in found for node in nodes] == ["x", 90]


def test_64_levels_of_xml_are_searched() -> None:
    (root,) = read_xml("<a>" * 64 + "x" + "</a>" * 64, "f").roots
    assert [node.value for node in compile_selector("$..['#text']").find(root)] == ["x"]


REFUSED = {"$.a[": 5, "$.a[?@.b ==]": 12, "$.a[?f(@)]": 6, "$.a[0": 6, "$x": 2}


@pytest.mark.parametrize(("text", "column"), REFUSED.items())
def test_a_faulty_selector_says_where(text: str, column: int) -> None:
    with pytest.raises(ValueError, match=rf"is no selector: .+, column {column}$"):
        compile_selector(text)


@pytest.mark.parametrize("text", ["", "a.b", " $"])
def test_a_selector_begins_with_a_sign(text: str) -> None:
    with pytest.raises(ValueError, match=r"write [$] for the document or @ for the chosen node first$"):
        compile_selector(text)
