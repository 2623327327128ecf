"""HCL → nodes."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.nodes import at_pointer

from reglint.documents.hcl import read_hcl
from reglint.documents.lookup import plain
from reglint.documents.select import compile_selector

VALUES = {
    "nothing": ("# only a comment\n", {}),
    "argument": ("a = 1", {"a": 1}),
    "words": ("a = true\nb = false\nc = null\n", {"a": True, "b": False, "c": None}),
    "numbers": ("a = -3\nb = 1.50\nc = 2e3\nd = 007", {"a": -3, "b": Decimal("1.50"), "c": 2000, "d": 7}),
    "comments": ("a = 1 # x\n// y\nb /* z */ = 2 /* \n */\n", {"a": 1, "b": 2}),
    "lines of Windows": ("a = 1\r\nb = 2\r\n", {"a": 1, "b": 2}),
    "name with a hyphen": ("a-b_c = 1", {"a-b_c": 1}),
    "Chinese": ('中 = "中"', {"中": "中"}),
    "text": (r'a = "b\n\"\\\u4e2d\U0001F600"', {"a": 'b\n"\\中😀'}),
    "template": ('a = "x-${var.b}"', {"a": "x-${var.b}"}),
    "escaped template": ('a = "$${b} %%{c} $ %"', {"a": "$${b} %%{c} $ %"}),
    "quotes in a template": ('a = "${f("}", "\\"")}"', {"a": '${f("}", "\\"")}'}),
    "directives": (
        'a = "%{ if b ~}c%{ else }d%{ endif }%{ for e, f in g }h%{ endfor }"',
        {"a": "%{ if b ~}c%{ else }d%{ endif }%{ for e, f in g }h%{ endfor }"},
    ),
    "reference": ("a = var.b[0].c.0", {"a": "${var.b[0].c.0}"}),
    "reference and a template of it": ('a = var.b\nb = "${var.b}"', {"a": "${var.b}", "b": "${var.b}"}),
    "call": ('a = f("b", c...)', {"a": '${f("b", c...)}'}),
    "function of a provider": ("a = provider::aws::b()", {"a": "${provider::aws::b()}"}),
    "type": ("a = list(string)\nb = string", {"a": "${list(string)}", "b": "${string}"}),
    "operation": ("a = b == 1 && !c ? -d : e % 2", {"a": "${b == 1 && !c ? -d : e % 2}"}),
    "conditions in a row": ("a = b ? c : d ? e : f", {"a": "${b ? c : d ? e : f}"}),
    "splat": ("a = b[*].c\nd = e.*.f", {"a": "${b[*].c}", "d": "${e.*.f}"}),
    "computed index": ("a = b[c.d]", {"a": "${b[c.d]}"}),
    "tuple": ('a = [1, "b", [c], ]', {"a": [1, "b", ["${c}"]]}),
    "tuple over lines": ("a = [\n 1, # x\n\n 2\n]", {"a": [1, 2]}),
    "element of a tuple": ("a = [1, 2][0]", {"a": "${[1, 2][0]}"}),
    "object": ('a = { b = 1, "c d" : 2\n 3 = 4 }', {"a": {"b": 1, "c d": 2, "3": 4}}),
    "computed keys": ('a = { (b.c) = 1, "${d}" = 2 }', {"a": {"${(b.c)}": 1, "${d}": 2}}),
    "empty ones": ("a = {}\nb = []", {"a": {}, "b": []}),
    "for tuple": ("a = [for b, c in d : e if f]", {"a": "${[for b, c in d : e if f]}"}),
    "for object": ("a = {for b in d : b => c...}", {"a": "${{for b in d : b => c...}}"}),
    "brackets": ("a = (\n 1\n)\nb = (c\n + 1)", {"a": 1, "b": "${(c\n + 1)}"}),
    "heredoc": ("a = <<EOT\n b\n  ${c}\\n\nEOT\n", {"a": " b\n  ${c}\\n\n"}),
    "heredoc that is shifted": ("a = <<-EOT\n    b\n\n      c\n  EOT\n", {"a": "b\n\n  c\n"}),
    "heredoc with its word in a line": ("a = <<E\nE f\nEE\nE", {"a": "E f\nEE\n"}),
    "empty heredoc": ("a = <<E\nE", {"a": ""}),
    "heredoc over a template of lines": ('a = <<E\n${f(\n"E"\n)}\nE\n', {"a": '${f(\n"E"\n)}\n'}),
    "block": ("a {\n b = 1\n}\n", {"a": [{"b": 1}]}),
    "block in one line": ("a { b = 1 }", {"a": [{"b": 1}]}),
    "labels": ('a "b" c {\n}', {"a": [{"b": {"c": {}}}]}),
    "blocks of one type": (
        'a "b" "c" { d = 1 }\na "b" "e" {}\na "b" "c" {}\n',
        {"a": [{"b": {"c": {"d": 1}}}, {"b": {"e": {}}}, {"b": {"c": {}}}]},
    ),
    "nested blocks": ("a {\n b {\n  c = 1\n }\n b {}\n}\n", {"a": [{"b": [{"c": 1}, {}]}]}),
    "byte order mark": ("\ufeffa = 1", {"a": 1}),
}


@pytest.mark.parametrize(("text", "value"), VALUES.values(), ids=VALUES)
def test_a_text_says_these_values(text: str, value: object) -> None:
    reading = read_hcl(text, "f")
    assert ([plain(root) for root in reading.roots], reading.diagnostics) == ([value], ())


RESOURCE = """\
resource "aws_db_instance" "main" {
  storage_encrypted = true
  tags = {
    "Name" = "数据 ${var.x}"
    list   = [1,
      var.y]
  }
  timeouts {
  }
  note = <<-EOT
    one
    EOT
}
"""
MAIN = "/resource/0/aws_db_instance/main"
PLACES = {
    "blocks": ("/resource", (1, 1), (1, 1, 13, 2)),
    "block": ("/resource/0", (1, 1), (1, 10, 13, 2)),
    "first label": ("/resource/0/aws_db_instance", (1, 10), (1, 28, 13, 2)),
    "body": (MAIN, (1, 28), (1, 35, 13, 2)),
    "argument": (f"{MAIN}/storage_encrypted", (2, 3), (2, 23, 2, 27)),
    "object": (f"{MAIN}/tags", (3, 3), (3, 10, 7, 4)),
    "quoted key": (f"{MAIN}/tags/Name", (4, 5), (4, 14, 4, 27)),
    "element": (f"{MAIN}/tags/list/1", (6, 7), (6, 7, 6, 12)),
    "block without labels": (f"{MAIN}/timeouts/0", (8, 3), (8, 12, 9, 4)),
    "heredoc": (f"{MAIN}/note", (10, 3), (10, 10, 12, 8)),
}


@pytest.mark.parametrize(("pointer", "key", "span"), PLACES.values(), ids=PLACES)
def test_everything_has_its_place(
    pointer: str, key: tuple[int, int], span: tuple[int, int, int, int]
) -> None:
    (root,) = read_hcl(RESOURCE, "f").roots
    node = at_pointer(root, pointer)
    assert node is not None
    assert (node.key_line, node.key_column) == key
    assert (node.line, node.column, node.end_line, node.end_column) == span


def test_one_selector_finds_a_resource_of_every_name() -> None:
    text = RESOURCE + 'resource "aws_db_instance" "other" {}\nresource "aws_vpc" "main" {}\n'
    (root,) = read_hcl(text, "f").roots
    found = compile_selector("$.resource[*].aws_db_instance.*").find(root)
    assert [node.pointer for node in found] == [MAIN, "/resource/1/aws_db_instance/other"]


def test_a_computed_value_is_text_that_is_a_reference() -> None:
    (root,) = read_hcl("password = var.password", "f").roots
    node = at_pointer(root, "/password")
    assert node is not None
    assert (node.value, node.text, node.place("f").length) == ("${var.password}", "${var.password}", 12)


REFUSED = {
    "no value": ("a =", (1, 4), "a value is expected here, not the end of the file."),
    "no value in the line": ("a =\n1", (1, 4), "a value is expected here, not the end of the line."),
    "no name": ("= 1", (1, 1), 'an argument or a block is expected here, not "=".'),
    "no sign": ("a\n", (1, 2), '"=", a label or "{" is expected here, not the end of the line.'),
    "no brace": ('a "b"\n', (1, 6), 'a label or "{" is expected here, not the end of the line.'),
    "two in a line": ("a = 1 b = 2", (1, 7), "a new line is expected here, not this word."),
    "no end of a block": ("a {\n b {\n }\n", (1, 3), "this { has no }."),
    "brace too many": ("a {\n}\n}", (3, 1), 'an argument or a block is expected here, not "}".'),
    "no end of a tuple": ("a = [1", (1, 7), '"]" is expected here, not the end of the file.'),
    "no comma": ("a = [1 2]", (1, 8), '"]" is expected here, not this word.'),
    "no end of a member": (
        "a = { b = 1 c = 2 }",
        (1, 13),
        'a new line, a comma or "}" is expected here, not this word.',
    ),
    "no sign in an object": ("a = { b }", (1, 9), '"=" is expected here, not "}".'),
    "no name in a for": ("a = [for 1 in b : c]", (1, 10), "a name is expected here, not this word."),
    "no else": ("a = b ? c", (1, 10), '":" is expected here, not the end of the file.'),
    "operator without a value": ("a = 1 +", (1, 8), "a value is expected here, not the end of the file."),
    "no end of a text": (
        'a = "b\n',
        (1, 5),
        'this " has no end in its line. Write << and a heredoc for a text of several lines.',
    ),
    "unknown escape": (r'a = "\d"', (1, 6), r"this escape does not exist. Write \\ for a backslash."),
    "no end of a template": ('a = "${b"', (1, 9), '"}" is expected here, not """.'),
    "unknown directive": (
        'a = "%{b}"',
        (1, 8),
        "if, else, endif, for or endfor is expected here, not this word.",
    ),
    "no end of a heredoc": ("a = <<E\nb\n", (1, 5), "this heredoc has no line E at its end."),
    "no word of a heredoc": ("a = <<\n", (1, 5), 'a value is expected here, not "<".'),
    "no end of a comment": ("a = 1 /* b", (1, 7), "this comment has no end. Write */ after it."),
    "template in a label": ('a "${b}" {}', (1, 3), "a label is text without ${…}."),
    "no break space": ("a\u00a0= 1", (1, 2), '"=", a label or "{" is expected here, not U+00A0.'),
}


@pytest.mark.parametrize(("text", "where", "message"), REFUSED.values(), ids=REFUSED)
def test_a_text_is_refused_with_its_place(text: str, where: tuple[int, int], message: str) -> None:
    reading = read_hcl(text, "f")
    said = [str(one) for one in reading.diagnostics]
    assert (reading.roots, said) == ((), [f"f:{where[0]}:{where[1]}: error[hcl-syntax] No HCL: {message}"])


def test_half_a_character_is_refused() -> None:
    (said,) = read_hcl(r'a = "b\ud83d"', "f").diagnostics
    assert str(said) == r"f:1:7: error[hcl-escape] \ud83d is no character."


DUPLICATES = {
    "arguments": "a = 1\na = 2",
    "argument and block": "a = 1\na {}",
}


@pytest.mark.parametrize("text", DUPLICATES.values(), ids=DUPLICATES)
def test_an_argument_that_stands_twice_is_an_error(text: str) -> None:
    reading = read_hcl(text, "f")
    message = '"a" stands twice in this block, first in line 1. Keep one of them.'
    said = [str(one) for one in reading.diagnostics]
    assert (reading.roots, said) == ((), [f"f:2:1: error[hcl-duplicate-key] {message}"])


def test_of_two_equal_keys_of_an_object_the_last_one_holds() -> None:
    reading = read_hcl("a = { b = 1, b = 2 }", "f")
    message = '"b" stands twice; Terraform takes this one and drops that of line 1. Keep one of them.'
    assert [plain(root) for root in reading.roots] == [{"a": {"b": 2}}]
    assert [str(one) for one in reading.diagnostics] == [f"f:1:14: warning[hcl-duplicate-key] {message}"]


TEMPLATES = {
    "statement": "{% if a %}\n",
    "label": "a {{ b }} {}",
    "value": "a = {{ b }}",
    "number": "a = 1\nb = -{{ c }}\n",
}


@pytest.mark.parametrize("text", TEMPLATES.values(), ids=TEMPLATES)
def test_a_template_is_called_one(text: str) -> None:
    (said,) = read_hcl(text, "f").diagnostics
    assert said.code == "hcl-template"


DEEP = {
    "tuples": "a = " + "[" * 100_000,
    "groups": "a = " + "(" * 100_000,
    "objects": "a = " + "{b=" * 100_000,
    "calls": "a = " + "f(" * 100_000,
    "templates": "a = " + '"${' * 100_000,
    "conditions": "a = " + "b ? " * 100_000,
    "indices": "a = " + "b[" * 100_000,
    "blocks": "a {\n" * 100_000,
    "labels": "a" + ' "b"' * 100_000 + "{}",
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_deep_nesting_is_refused_without_a_crash(text: str) -> None:
    (said,) = read_hcl(text, "f").diagnostics
    assert (said.code, said.message) == ("hcl-depth", "Nested deeper than 64 levels.")


@pytest.mark.parametrize(
    ("open_", "close"), [("[", "]"), ("(", ")"), ('"${', '}"'), ("f(", ")"), ("{b=", "}")]
)
def test_sixty_levels_are_read(open_: str, close: str) -> None:
    assert read_hcl(f"a = {open_ * 60}{'1' if '$' in open_ else ''}1{close * 60}", "f").diagnostics == ()


_SCALARS = st.one_of(
    st.booleans(),
    st.none(),
    st.integers(-(10**17), 10**17),
    st.text(st.characters(exclude_categories=["Cs"])),
)
_TREES = st.recursive(
    _SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text('abc中 "$%{}\n'), inner), max_leaves=8
)


@given(_TREES)
@settings(max_examples=150, deadline=None)
def test_every_value_survives(value: object) -> None:
    (root,) = read_hcl(f"a = {_written(value)}", "f").roots
    assert plain(root) == {"a": _escaped(value)}


def _written(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ",\n".join(f"{_written(key)} = {_written(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",\n".join(_written(one) for one in value) + "]"
    if isinstance(value, str):
        marked = str(_escaped(value)).replace("\\", "\\\\").replace('"', '\\"')
        return '"' + marked.replace("\n", "\\n").replace("\r", "\\r") + '"'
    return {"True": "true", "False": "false", "None": "null"}.get(str(value), str(value))


def _escaped(value: object) -> object:
    """The value with its marks of a template doubled, as the tree has them."""
    if isinstance(value, dict):
        return {_escaped(key): _escaped(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_escaped(one) for one in value]
    if isinstance(value, str):
        return value.replace("${", "$${").replace("%{", "%%{")
    return value
