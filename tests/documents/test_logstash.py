"""Logstash pipelines → nodes."""

from __future__ import annotations

import pytest
from tests.nodes import at_pointer

from reglint.documents.logstash import read_logstash
from reglint.documents.lookup import plain

VALUES = {
    "nothing": ("# a\n", {}),
    "plugin": ("input{a{}}", {"input": [{"a": [{}]}]}),
    "settings": (
        "input { a { b => c d=>\"e f\" g => 'h' } }",
        {"input": [{"a": [{"b": ["c"], "d": ["e f"], "g": ["h"]}]}]},
    ),
    "twice": ("input { a { b => 1 b => 2 } a {} }", {"input": [{"a": [{"b": ["1", "2"]}, {}]}]}),
    "comment": ("input { # }\n a { b => 1 # 2\n } }", {"input": [{"a": [{"b": ["1"]}]}]}),
    "array": (
        'input { a { b => ["c", "d"] e => [] } }',
        {"input": [{"a": [{"b": [["c", "d"]], "e": [[]]}]}]},
    ),
    "hash": (
        'input { a { b => { "c" => 1 d => 2 } } }',
        {"input": [{"a": [{"b": [{"c": ["1"], "d": ["2"]}]}]}]},
    ),
    "codec": ("input { a { b => c { d => 1 } } }", {"input": [{"a": [{"b": [{"c": [{"d": ["1"]}]}]}]}]}),
    "branches": (
        'filter { if [a] == "{" or [b] =~ /c{2}/ { d {} } else if e { f {} } else { if g { h {} } } }',
        {
            "filter": [
                {
                    "if": [{"@condition": '[a] == "{" or [b] =~ /c{2}/', "d": [{}]}],
                    "else if": [{"@condition": "e", "f": [{}]}],
                    "else": [{"if": [{"@condition": "g", "h": [{}]}]}],
                }
            ]
        },
    ),
    "a setting that is called if": ("input { a { if => 1 } }", {"input": [{"a": [{"if": ["1"]}]}]}),
}


@pytest.mark.parametrize(("text", "value"), VALUES.values(), ids=VALUES)
def test_a_text_says_these_values(text: str, value: object) -> None:
    reading = read_logstash(text, "f")
    assert ([plain(root) for root in reading.roots], reading.diagnostics) == ([value], ())


PLACES = {
    "section": ("/output/0", (1, 1), (1, 1, 4, 2)),
    "plugin": ("/output/0/a/0", (2, 2), (2, 2, 3, 3)),
    "setting": ("/output/0/a/0/b/0", (2, 6), (2, 11, 2, 14)),
}


@pytest.mark.parametrize(("pointer", "key", "span"), PLACES.values(), ids=PLACES)
def test_everything_has_its_place(
    pointer: str, key: tuple[int, int], span: tuple[int, int, int, int]
) -> None:
    (root,) = read_logstash('output {\n a { b => "c"\n }\n}', "f").roots
    node = at_pointer(root, pointer)
    assert node is not None
    assert (node.key_line, node.key_column) == key
    assert (node.line, node.column, node.end_line, node.end_column) == span


DEEP = "output { a { b => " + "{ c => " * 70 + "1" + "}" * 72
REFUSED = {
    "another section": ("codec { a {} }", (1, 1)),
    "no brace": ("input a {}", (1, 7)),
    "no end": ("input { a {}", (1, 7)),
    "no value": ("input { a { b => } }", (1, 18)),
    "no sign": ("input { a { b 1 } }", (1, 15)),
    "no plugin": ("input { [ }", (1, 9)),
    "no setting": ("input { a { => 1 } }", (1, 13)),
    "open quote": ('input { a { b => "c } }', (1, 18)),
    "open array": ('input { a { b => ["c"', (1, 18)),
    "ends early": ("input", (1, 6)),
    "template": ("input { {{ a }} }", (1, 9)),
    "too deep": (DEEP, (1, 453)),
}


@pytest.mark.parametrize(("text", "where"), REFUSED.values(), ids=REFUSED)
def test_a_text_is_refused_with_its_place(text: str, where: tuple[int, int]) -> None:
    reading = read_logstash(text, "f")
    assert reading.roots == ()
    assert [(one.line, one.column) for one in reading.diagnostics] == [where]
