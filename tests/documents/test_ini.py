"""INI files → nodes."""

from __future__ import annotations

import pytest
from tests.nodes import at_pointer

from reglint.documents.ini import read_ini
from reglint.documents.lookup import plain

VALUES = {
    "nothing": ("; a\n# b\n\n", {}),
    "setting": ("[a]\nb = c", {"a": {"b": ["c"]}}),
    "colon": ("[a]\nb: c = d", {"a": {"b": ["c = d"]}}),
    "before the first section": ("a=1\n[b]\nc=2", {"": {"a": ["1"]}, "b": {"c": ["2"]}}),
    "empty section": ("[a]\n[ b c ] # d", {"a": {}, "b c": {}}),
    "twice": ("[a]\nb=1\nb=2", {"a": {"b": ["1", "2"]}}),
    "section twice": ("[a]\nb=1\n[c]\n[a]\nb=2", {"a": {"b": ["1", "2"]}, "c": {}}),
    "case": ("[A]\nB=1\nb=2", {"A": {"B": ["1"], "b": ["2"]}}),
    "name alone": ("[a]\nb", {"a": {"b": [None]}}),
    "no value": ("[a]\nb=\nc = ; d", {"a": {"b": [""], "c": [""]}}),
    "comment": ("[a]\nb = c ; d\ne = f;g #h", {"a": {"b": ["c"], "e": ["f;g #h"]}}),
    "quotes": ('[a]\nb = "c ; d" ; e\nf=\'g\'\nh="i" j', {"a": {"b": ["c ; d"], "f": ["g"], "h": ['"i" j']}}),
    "continued": ("[a]\nb = c\n  d\n # e\n\tf\ng = h", {"a": {"b": ["c\nd\nf"], "g": ["h"]}}),
    "value on the next line": ("[a]\nb =\n  c\n", {"a": {"b": ["\nc"]}}),
    "indented settings": ("[a]\n  b = c\n  d = e\n", {"a": {"b": ["c"], "d": ["e"]}}),
}


@pytest.mark.parametrize(("text", "value"), VALUES.values(), ids=VALUES)
def test_a_text_says_these_values(text: str, value: object) -> None:
    reading = read_ini(text, "f")
    assert ([plain(root) for root in reading.roots], reading.diagnostics) == ([value], ())


PLACES = {
    "section": ("/a", (1, 1), (1, 1, 4, 4)),
    "settings of a name": ("/a/b", (2, 2), (2, 2, 2, 10)),
    "quoted": ("/a/b/0", (2, 2), (2, 7, 2, 10)),
    "no value": ("/a/d/0", (3, 1), (3, 3, 3, 3)),
    "continued": ("/a/d/1", (4, 1), (4, 3, 4, 4)),
}


@pytest.mark.parametrize(("pointer", "key", "span"), PLACES.values(), ids=PLACES)
def test_everything_has_its_place(
    pointer: str, key: tuple[int, int], span: tuple[int, int, int, int]
) -> None:
    (root,) = read_ini("[a]\n b  = 'c'; x\nd=\nd=e\n", "f").roots
    node = at_pointer(root, pointer)
    assert node is not None
    assert (node.key_line, node.key_column) == key
    assert (node.line, node.column, node.end_line, node.end_column) == span


TEMPLATE = "This looks like a template (Jinja, Go, ERB)"
REFUSED = {
    "no name": (
        "a=1\n=2",
        (2, 1),
        "syntax",
        "No INI file: = stands where a name is expected. Write name = value.",
    ),
    "no end of a header": ("[a", (1, 1), "syntax", "No INI file: this [ has no ]."),
    "template": (
        "[a]\n{% if b %}",
        (2, 1),
        "template",
        f"{TEMPLATE}: {{% is not filled in. Check the file that is made from it.",
    ),
}


@pytest.mark.parametrize(("text", "where", "code", "message"), REFUSED.values(), ids=REFUSED)
def test_a_text_is_refused_with_its_place(text: str, where: tuple[int, int], code: str, message: str) -> None:
    reading = read_ini(text, "f")
    said = [str(one) for one in reading.diagnostics]
    assert (reading.roots, said) == ((), [f"f:{where[0]}:{where[1]}: error[ini-{code}] {message}"])
