"""Every place points at its text: what stands there is what the node says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reglint.documents.formats import FORMATS
from reglint.documents.limits import DEFAULT_LIMITS
from reglint.documents.lookup import plain, walk
from reglint.documents.source import line_starts

if TYPE_CHECKING:
    from reglint.documents.node import Node

_WORDS = st.text(st.sampled_from("abcx中é😀"), min_size=1, max_size=6).map(lambda word: f"w{word}")
_TREES = st.recursive(
    _WORDS, lambda inner: st.dictionaries(_WORDS, inner, min_size=1, max_size=3), max_leaves=8
).filter(lambda tree: isinstance(tree, dict))


def _yaml(tree: object, indent: str = "") -> str:
    if not isinstance(tree, dict):
        return f" {tree}\n"
    lines = "".join(f"{indent}{name}:{_yaml(value, indent + '  ')}" for name, value in tree.items())
    return f"\n{lines}"


def _json(tree: object) -> str:
    return json.dumps(tree, ensure_ascii=False, indent=1)


def _properties(tree: object, prefix: str = "") -> str:
    if not isinstance(tree, dict):
        return f"{prefix} = {tree}\n"
    dot = f"{prefix}." if prefix else ""
    return "".join(_properties(value, f"{dot}{name}") for name, value in tree.items())


def _toml(tree: object) -> str:
    return "".join(f"{_quoted(line)}\n" for line in _properties(tree).splitlines())


def _quoted(line: str) -> str:
    key, value = line.split(" = ")
    return f"{'.'.join(json.dumps(part, ensure_ascii=False) for part in key.split('.'))} = '{value}'"


WRITERS = {"json": _json, "properties": _properties, "toml": _toml, "yaml": _yaml}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("name", WRITERS)
@given(tree=_TREES)
@settings(max_examples=60, deadline=None)
def test_what_stands_at_a_place_is_what_the_node_says(name: str, end: str, tree: dict[str, object]) -> None:
    text = WRITERS[name](tree).replace("\n", end)
    (root,) = FORMATS[name](text, "f", limits=DEFAULT_LIMITS).roots
    assert plain(root) == tree
    for path, node in walk(root):
        if isinstance(node.value, str):
            assert _at(text, node) == node.text
            assert _key(text, node).startswith((str(path[-1]), str(path[0])))


def _at(text: str, node: Node) -> str:
    starts = line_starts(text)
    start = starts[node.line - 1] + node.column - 1
    end = starts[node.end_line - 1] + node.end_column - 1
    return text[start:end].strip("\"'")


def _key(text: str, node: Node) -> str:
    return text[line_starts(text)[node.key_line - 1] + node.key_column - 1 :].lstrip('"')
