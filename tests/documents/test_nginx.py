"""nginx configuration → nodes."""

from __future__ import annotations

import pytest
from tests.nodes import at_pointer

from reglint.documents.lookup import plain
from reglint.documents.nginx import read_nginx

VALUES = {
    "nothing": ("# only a comment", {}),
    "directive": ("listen 443 ssl;", {"listen": [{"@args": ["443", "ssl"]}]}),
    "no argument": ("internal;", {"internal": [{"@args": []}]}),
    "twice": ("a 1; a 2;", {"a": [{"@args": ["1"]}, {"@args": ["2"]}]}),
    "block": ("a x { b 1; }", {"a": [{"@args": ["x"], "b": [{"@args": ["1"]}]}]}),
    "quotes": ("a \"b c\" 'd e';", {"a": [{"@args": ["b c", "d e"]}]}),
    "marks in quotes": ("a ';{}#';", {"a": [{"@args": [";{}#"]}]}),
    "escapes": (r"a \"b\' c\;d \n \.php$;", {"a": [{"@args": ["\"b'", r"c\;d", "\n", r"\.php$"]}]}),
    "variable in braces": ("a ${b}c;", {"a": [{"@args": ["${b}c"]}]}),
    "brace in a word": ("a b}c;", {"a": [{"@args": ["b}c"]}]}),
    "comment mark in a word": ("a b#c; # d", {"a": [{"@args": ["b#c"]}]}),
    "comment between words": ("a # b\n c;", {"a": [{"@args": ["c"]}]}),
    "condition": ('if ($a = "b") { c; }', {"if": [{"@args": ["($a", "=", "b", ")"], "c": [{"@args": []}]}]}),
    "map": (
        'map $a $b { "" 1; ~^x$ 2; }',
        {"map": [{"@args": ["$a", "$b"], "": [{"@args": ["1"]}], "~^x$": [{"@args": ["2"]}]}]},
    ),
    "include": ("include conf.d/*.conf;", {"include": [{"@args": ["conf.d/*.conf"]}]}),
    "Lua": (
        "set_by_lua_block $a { if '}' == \"}\" then return {1} end -- }\n }",
        {"set_by_lua_block": [{"@args": ["$a", "if '}' == \"}\" then return {1} end -- }"]}]},
    ),
    "Lua with long brackets": (
        "a_by_lua_block { x = [==[ ]] } ]==] --[[ } ]] } b;",
        {"a_by_lua_block": [{"@args": ["x = [==[ ]] } ]==] --[[ } ]]"]}], "b": [{"@args": []}]},
    ),
}


@pytest.mark.parametrize(("text", "value"), VALUES.values(), ids=VALUES)
def test_a_text_says_these_values(text: str, value: object) -> None:
    assert [plain(root) for root in read_nginx(text, "f").roots] == [value]


PLACES = {
    "directive": ("\n  a b;", "/a/0", (2, 3, 2, 7)),
    "directives": ("a;\na;", "/a", (1, 1, 2, 3)),
    "argument": ("a  b;", "/a/0/@args/0", (1, 4, 1, 5)),
    "quoted argument": ("a 'b c';", "/a/0/@args/0", (1, 3, 1, 8)),
    "argument on the next line": ("a b\r\n\tc;", "/a/0/@args/1", (2, 2, 2, 3)),
    "after a wide character": ("a 😀 b;", "/a/0/@args/1", (1, 5, 1, 6)),
    "no arguments": ("a;", "/a/0/@args", (1, 2, 1, 2)),
    "directive in a block": ("a {\n\tb 1;\n}", "/a/0/b/0", (2, 2, 2, 6)),
    "block": ("a {\n\tb 1;\n}\n", "/a/0", (1, 1, 3, 2)),
    "byte order mark": ("\ufeffa;", "/a/0", (1, 1, 1, 3)),
}


@pytest.mark.parametrize(("text", "pointer", "place"), PLACES.values(), ids=PLACES)
def test_everything_has_its_place(text: str, pointer: str, place: tuple[int, int, int, int]) -> None:
    (root,) = read_nginx(text, "f").roots
    node = at_pointer(root, pointer)
    assert node is not None
    assert (node.line, node.column, node.end_line, node.end_column) == place


REFUSED = {
    "no semicolon": ("a {\n b\n}", (2, 2), "syntax", '"b" is not ended. Write ; after its last argument.'),
    "no semicolon at the end": (
        "a b",
        (1, 1),
        "syntax",
        '"a" is not ended. Write ; after its last argument.',
    ),
    "brace too many": ("a;\n}", (2, 1), "syntax", "} stands where a directive is expected."),
    "block without a name": ("{ a; }", (1, 1), "syntax", "{ stands where a directive is expected."),
    "semicolon too many": ("a;;", (1, 3), "syntax", "; stands where a directive is expected."),
    "brace missing": ("a {\n b {\n c;\n }", (1, 3), "syntax", "this { has no }."),
    "quote missing": ("a 'b;", (1, 3), "syntax", "this ' has no end."),
    "backslash at the end": ("a \\", (1, 3), "syntax", "it ends in a backslash."),
    "Lua without an end": ("a_by_lua_block { {}", (1, 16), "syntax", "this block of Lua has no end."),
}


@pytest.mark.parametrize(("text", "where", "code", "message"), REFUSED.values(), ids=REFUSED)
def test_a_text_is_refused_with_its_place(text: str, where: tuple[int, int], code: str, message: str) -> None:
    reading = read_nginx(text, "f")
    said = [str(one) for one in reading.diagnostics]
    place = f"f:{where[0]}:{where[1]}"
    assert (reading.roots, said) == ((), [f"{place}: error[nginx-{code}] No nginx configuration: {message}"])


TEMPLATES = {
    "Jinja value": ("server_name {{ name }};", (1, 13), "a template (Jinja, Go, ERB)"),
    "Jinja statement": ("a;\n{% if b %}\n", (2, 1), "a template (Jinja, Go, ERB)"),
    "Go value": ("a {{ .Env.B }};", (1, 3), "a Helm or Go template"),
}


@pytest.mark.parametrize(("text", "where", "name"), TEMPLATES.values(), ids=TEMPLATES)
def test_a_template_is_called_one(text: str, where: tuple[int, int], name: str) -> None:
    (said,) = read_nginx(text, "f").diagnostics
    assert (said.code, (said.line, said.column)) == ("nginx-template", where)
    assert said.message.startswith(f"This looks like {name}: ")


def test_deep_nesting_is_refused_without_a_crash() -> None:
    (said,) = read_nginx("a{" * 100_000, "f").diagnostics
    assert str(said) == "f:1:130: error[nginx-depth] Nested deeper than 64 levels."
