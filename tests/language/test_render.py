from __future__ import annotations

import pytest

from reglint.language.parser import parse
from reglint.language.render import render


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("( a )&&( b||c )", "a && (b || c)"),
        ("(a && b) || c", "a && b || c"),
        ("a - (b - c)", "a - (b - c)"),
        ("(a<b) == (b<c)", "(a < b) == (b < c)"),
        ("(a ? b : c).d", "(a ? b : c).d"),
        ("(a ? b : c) ? (a ? b : c) : (a ? b : c)", "(a ? b : c) ? (a ? b : c) : a ? b : c"),
        ("-(1)", "-(1)"),
        ("-(-1)", "-(-1)"),
        ("--1", "--(1)"),
        ("-(a)", "-a"),
        ("!(-a)", "!(-a)"),
        ("!(!a)", "!!a"),
        ("-(0.b)", "-(0.b)"),
        ("(!a).b", "(!a).b"),
        ("'中\\n\"'", '"中\\u000a\\""'),
        ("5e0", "5.0"),
        ("[true,false]", "[true, false]"),
        ("a.filter(x, x.b)[0]", "a.filter(x, x.b)[0]"),
    ],
)
def test_an_expression_is_rendered_with_few_parentheses(source: str, text: str) -> None:
    tree = parse(source)
    assert not isinstance(tree, tuple)
    assert render(tree) == text
