"""XML → nodes."""

from __future__ import annotations

import pytest
from tests.nodes import at_pointer

from reglint.documents.lookup import plain, walk
from reglint.documents.xml import read_xml

VALUES = {
    "empty": ("<a/>", {"a": {}}),
    "text": ("<a> 30\n</a>", {"a": {"#text": "30"}}),
    "attributes": ("<a b='1' c=\"x y\"/>", {"a": {"@b": "1", "@c": "x y"}}),
    "one child is a list": ("<a><b/></a>", {"a": {"b": [{}]}}),
    "children by name": (
        "<a><b>1</b><c/><b>2</b></a>",
        {"a": {"b": [{"#text": "1"}, {"#text": "2"}], "c": [{}]}},
    ),
    "text around children": ("<a>x<b/>y</a>", {"a": {"#text": "xy", "b": [{}]}}),
    "references": ("<a>&lt;&#x41;&amp;</a>", {"a": {"#text": "<A&"}}),
    "CDATA": ("<a><![CDATA[x < y]]></a>", {"a": {"#text": "x < y"}}),
    "comment": ("<a><!-- x -->1</a>", {"a": {"#text": "1"}}),
    "document type": ("<!DOCTYPE a><a/>", {"a": {}}),
    "document type elsewhere": ('<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>', {"a": {}}),
    "attribute of the document type": ('<!DOCTYPE a [<!ATTLIST a b CDATA "1">]><a/>', {"a": {}}),
    "declared encoding": ('<?xml version="1.0" encoding="GBK"?><a>中</a>', {"a": {"#text": "中"}}),
    "prefix": ('<x:a xmlns:x="urn:x"/>', {"x:a": {"@xmlns:x": "urn:x"}}),
}


@pytest.mark.parametrize(("text", "value"), VALUES.values(), ids=VALUES)
def test_a_text_says_these_values(text: str, value: object) -> None:
    assert [plain(root) for root in read_xml(text, "f").roots] == [value]


PLACES = {
    "element": ("\n <a/>", "/a", (2, 2, 2, 6)),
    "child": ("<a>\n <b/><b/></a>", "/a/b/1", (2, 6, 2, 10)),
    "children": ("<a>\n <b/><b/></a>", "/a/b", (2, 2, 2, 10)),
    "attribute": ("<a\n b = '1'/>", "/a/@b", (2, 6, 2, 9)),
    "text": ("<a>\n  30\n</a>", "/a/#text", (2, 3, 2, 5)),
    "text after a reference": ("<a>&amp; x</a>", "/a/#text", (1, 4, 1, 11)),
    "text that ends in a reference": ("<a>x&amp;</a>", "/a/#text", (1, 4, 1, 10)),
    "text after wide characters": ("<a><!-- 中😀 --><b>x</b></a>", "/a/b/0/#text", (1, 18, 1, 19)),
    "text in CDATA": ("<a><![CDATA[ x ]]></a>", "/a/#text", (1, 14, 1, 15)),
    "lines of Windows": ("<a>\r\n<b>1</b>\r\n</a>", "/a/b/0/#text", (2, 4, 2, 5)),
    "byte order mark": ("\ufeff<a/>", "/a", (1, 1, 1, 5)),
    "end tag with blanks": ("<a>x</a >", "/a", (1, 1, 1, 10)),
    "bracket in an attribute": ("<a b='>'/>", "/a", (1, 1, 1, 11)),
}


@pytest.mark.parametrize(("text", "pointer", "place"), PLACES.values(), ids=PLACES)
def test_everything_has_its_place(text: str, pointer: str, place: tuple[int, int, int, int]) -> None:
    (root,) = read_xml(text, "f").roots
    node = at_pointer(root, pointer)
    assert node is not None
    assert (node.line, node.column, node.end_line, node.end_column) == place


def test_pointers_have_no_index_for_the_root_and_one_for_each_other_element() -> None:
    (root,) = read_xml("<a><b><c d='1'>x</c></b></a>", "f").roots
    assert [node.pointer for _, node in walk(root)] == [
        "",
        "/a",
        "/a/b",
        "/a/b/0",
        "/a/b/0/c",
        "/a/b/0/c/0",
        "/a/b/0/c/0/@d",
        "/a/b/0/c/0/#text",
    ]


def test_names_are_folded_where_a_format_reads_them_without_case() -> None:
    (root,) = read_xml("<A><MaxHistory B='X'/><maxhistory/></A>", "f", fold_case=True).roots
    assert plain(root) == {"a": {"maxhistory": [{"@b": "X"}, {}]}}


def test_of_two_attributes_that_fold_to_one_the_first_is_read() -> None:
    reading = read_xml("<a B='1' b='2'/>", "f", fold_case=True)
    assert [plain(root) for root in reading.roots] == [{"a": {"@b": "1"}}]
    assert [(note.code, note.level, note.column) for note in reading.diagnostics] == [
        ("xml-duplicate-attribute", "warning", 10)
    ]


REFUSED = {
    "nothing": ("", (1, 1), "syntax", "No XML: no element found."),
    "no end": ("<a>", (1, 4), "syntax", "No XML: no element found."),
    "wrong end": ("<a>\n<b></a>", (2, 6), "syntax", "No XML: mismatched tag."),
    "two roots": ("<a/><b/>", (1, 5), "syntax", "No XML: junk after document element."),
    "attribute twice": ("<a b='1' b='2'/>", (1, 10), "syntax", "No XML: duplicate attribute."),
    "entity": (
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        (1, 14),
        "entity",
        "The entity b is not read. Write the text itself.",
    ),
    "entity from a file": (
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
        (1, 14),
        "entity",
        "The entity b is not read. Write the text itself.",
    ),
    "parameter entity": (
        '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://example.org"> %b;]><a/>',
        (1, 14),
        "entity",
        "The entity b is not read. Write the text itself.",
    ),
    "entity of a document type elsewhere": (
        '<!DOCTYPE a SYSTEM "a.dtd"><a>&nbsp;</a>',
        (1, 31),
        "entity",
        "The entity nbsp is not read. Write the text itself.",
    ),
    "control character": ("<a>\x01</a>", (1, 4), "syntax", "No XML: not well-formed (invalid token)."),
    "half a character": ("<a>\ud800</a>", (1, 4), "character", "Half a surrogate pair is no character."),
    "65 levels": ("<a>" * 100_000, (1, 193), "depth", "Nested deeper than 64 levels."),
}


@pytest.mark.parametrize(("text", "where", "code", "message"), REFUSED.values(), ids=REFUSED)
def test_a_text_is_refused_with_its_place(text: str, where: tuple[int, int], code: str, message: str) -> None:
    reading = read_xml(text, "f")
    said = [str(one) for one in reading.diagnostics]
    assert (reading.roots, said) == ((), [f"f:{where[0]}:{where[1]}: error[xml-{code}] {message}"])
