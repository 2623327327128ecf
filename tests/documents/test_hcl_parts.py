"""Texts of HCL taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reglint.documents.hcl_parts import Part, template_parts
from reglint.documents.hcl_syntax import Kind

PARTS = {
    "nothing": ("", ()),
    "text": ("a b", (Part(Kind.TEXT, "a b"),)),
    "reference": ("${var.a}", (Part(Kind.REFERENCE, "var.a"),)),
    "index": ('${data.a.b[0]["c"].d}', (Part(Kind.REFERENCE, 'data.a.b[0]["c"].d'),)),
    "call": ("${ file(var.a) }", (Part(Kind.CALL, "file(var.a)"),)),
    "operation": ("${a ? 1 : 2}", (Part(Kind.OPERATION, "a ? 1 : 2"),)),
    "element of a call": ("${f().a}", (Part(Kind.OPERATION, "f().a"),)),
    "splat": ("${a[*].b}", (Part(Kind.OPERATION, "a[*].b"),)),
    "computed index": ("${a[b]}", (Part(Kind.OPERATION, "a[b]"),)),
    "literal": ("${1}", (Part(Kind.LITERAL, "1"),)),
    "text in a template": ('${"a"}', (Part(Kind.TEXT, '"a"'),)),
    "several": (
        "a${b}${~ c ~}\n",
        (
            Part(Kind.TEXT, "a"),
            Part(Kind.REFERENCE, "b"),
            Part(Kind.REFERENCE, "c"),
            Part(Kind.TEXT, "\n"),
        ),
    ),
    "escaped": ("$${a} %%{b}", (Part(Kind.TEXT, "${a} %{b}"),)),
    "directive": ("%{ if a }", (Part(Kind.OPERATION, "%{ if a }"),)),
    "not closed": ("a ${b", (Part(Kind.TEXT, "a ${b"),)),
    "nothing in it": ("${}", (Part(Kind.TEXT, "${}"),)),
}


@pytest.mark.parametrize(("text", "parts"), PARTS.values(), ids=PARTS)
def test_a_text_has_these_parts(text: str, parts: tuple[Part, ...]) -> None:
    assert template_parts(text) == parts


@given(st.text(st.sampled_from("${}%a.\"'[]( )\\~\n"), max_size=30))
@settings(max_examples=300, deadline=None)
def test_no_text_makes_it_raise(text: str) -> None:
    assert isinstance(template_parts(text), tuple)
