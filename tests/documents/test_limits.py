"""What holds for the limits and the places of every reader."""

from __future__ import annotations

import pytest
from tests.nodes import at_pointer

from reglint.documents.formats import FORMATS
from reglint.documents.limits import Limits
from reglint.documents.yaml import read_yaml
from reglint.model.place import Place


@pytest.mark.parametrize("name", FORMATS)
def test_a_text_over_the_limit_is_refused(name: str) -> None:
    (said,) = FORMATS[name]("a" * 11, "f", limits=Limits(bytes=10)).diagnostics
    assert (said.code.rsplit("-", 1)[1], said.message) == ("size", "More than 10 bytes.")


MANY = {
    "dockerfile": "FROM a",
    "dotenv": "A=1\nB=2\nC=3\nD=4",
    "hcl": "a = [1, 2, 3, 4]",
    "ini": "[a]\nb=1\nc=2",
    "json": "[1, 2, 3, 4]",
    "logrotate": "a 1\nb 2",
    "logstash": "input { a { b => 1 } }",
    "mysql": "[a]\nb=1\nc=2",
    "nginx": "a; b;",
    "pghba": "local a b c",
    "postgresql": "a=1\nb=2",
    "properties": "a=1\nb=2\nc=3\nd=4",
    "redis": "a 1\nb 2",
    "systemd": "[a]\nb=1\nc=2",
    "toml": "a = [1, 2, 3, 4]",
    "xml": "<a><b/><b/></a>",
    "yaml": "[1, 2, 3, 4]",
}


@pytest.mark.parametrize(("name", "text"), MANY.items())
def test_a_text_with_too_many_values_is_refused(name: str, text: str) -> None:
    (said,) = FORMATS[name](text, "f", limits=Limits(nodes=3)).diagnostics
    assert (said.code, said.message) == (f"{name}-nodes", "More than 3 values in one file.")


PLACES = {
    "/a": Place("f", 1, 4, "/a", 4),
    "/b": Place("f", 3, 3, "/b", 9),
    "/c": Place("f", 5, 1, "/c", 0),
    "/d": Place("f", 6, 1, "/d", 0),
}


@pytest.mark.parametrize(("pointer", "place"), PLACES.items())
def test_a_place_spans_its_value(pointer: str, place: Place) -> None:
    (root,) = read_yaml("a: word\nb: |\n  one\n  two\nc:\nd: [1]\n", "f").roots
    node = at_pointer(root, pointer)
    assert node is not None
    assert (node.place("f"), node.key_place("f").line) == (place, 2 if pointer == "/b" else place.line)
