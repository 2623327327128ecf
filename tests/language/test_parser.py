from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reglint.language.fault import Fault, position
from reglint.language.parser import parse
from reglint.language.syntax import (
    Binary,
    Call,
    Conditional,
    Expression,
    Index,
    ListLiteral,
    Literal,
    Macro,
    Member,
    Method,
    Name,
    Unary,
    descend,
)

A, B, C, D, X = (Name(name) for name in "abcdx")
ONE = Literal("int", 1)
WHOLE = "whole number from -9223372036854775808 to 9223372036854775807; write one of these"
METHOD_NAMES = (
    "all, contains, containsIP, endsWith, exists, exists_one, filter, glob, lowerAscii, size, startsWith"
)


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        ("true", Literal("bool", value=True)),
        ("0x1F", Literal("int", 31)),
        ("-1", Literal("int", -1)),
        ("-9223372036854775808", Literal("int", -(2**63))),
        ("99.9", Literal("decimal", Decimal("99.9"))),
        ("-.5", Literal("decimal", Decimal("-0.5"))),
        ("1e3", Literal("decimal", Decimal(1000))),
        (r"'\x41\u4e2d\U0001F600\101\n\''", Literal("string", "A中😀A\n'")),
        (r"r'\d'", Literal("string", r"\d")),
        ('"""a "quoted"\nline"""', Literal("string", 'a "quoted"\nline')),
        ("a.b.c", Member(Member(A, "b"), "c")),
        ("a.if", Member(A, "if")),
        ("a[1]['b']", Index(Index(A, ONE), Literal("string", "b"))),
        ("a.contains('b')", Method(A, "contains", (Literal("string", "b"),))),
        ("a.all(x, x.b)", Macro(A, "all", "x", Member(X, "b"))),
        ("max(a, 1)", Call("max", (A, ONE))),
        ("[]", ListLiteral(())),
        ("[a, 1,]", ListLiteral((A, ONE))),
        ("!!a", Unary("!", Unary("!", A))),
        ("-a.b", Unary("-", Member(A, "b"))),
        ("a || b && c", Binary("||", A, Binary("&&", B, C))),
        ("a - b - c", Binary("-", Binary("-", A, B), C)),
        ("a + b * c == d", Binary("==", Binary("+", A, Binary("*", B, C)), D)),
        ("(a < b) == c", Binary("==", Binary("<", A, B), C)),
        ("!a in b", Binary("in", Unary("!", A), B)),
        ("a ? b : c ? d : x", Conditional(A, B, Conditional(C, D, X))),
        ("a // why\n && b", Binary("&&", A, B)),
    ],
)
def test_the_grammar(source: str, tree: Expression) -> None:
    assert parse(source) == tree


@pytest.mark.parametrize(
    ("source", "offset", "message"),
    [
        ("a = b", 2, "= is no operator; write =="),
        ("'it''s'", 4, "write an operator or end here, not 's'"),
        ("a === b", 2, "=== is no operator; write =="),
        ("a & b", 2, "& is no operator; write &&"),
        ("a | b", 2, "| is no operator; write ||"),
        ("a ≥ b", 2, "≥ is no operator; write >="),
        ("（a)", 0, "（ is full-width; write ("),
        ("a and b", 2, "and is no operator; write &&"),
        ("(a or b)", 3, "or is no operator; write ||"),
        ("not a", 0, "not is no name; write !"),
        ("a not in b", 2, "not is no operator; write !(x in y)"),
        ("a == True", 5, "True is no name; write true"),
        ("a.b == null", 7, "an unset fact is unknown, never null; write !has(a.b)"),
        ("a.b != None", 7, "an unset fact is unknown, never null; write has(a.b)"),
        ("null", 0, "an unset fact is unknown, never null; write has(x.field) or !has(x.field)"),
        ("if", 0, "if is a reserved word; write implies(a, b), or a ? b : c"),
        ("a.true", 2, '"true" is no name of a field; write another'),
        ("a < b < c", 6, "two comparisons in a row; write a < b && b < c"),
        ("a < b + c == d", 10, "two comparisons in a row; write a < b && b < c"),
        ("a ? b ? c : d : x", 6, "a choice inside a choice; put the inner one in parentheses"),
        ("a ? b", 5, "the expression ends too early; write condition ? value : value"),
        ("!-a", 1, "a sign after another sign; write !(-…)"),
        ("30d", 0, "30d is no number; write days(30)"),
        ("3u", 0, "3u is an unsigned number, which the language leaves out; write 3"),
        ("9223372036854775808", 0, f"9223372036854775808 is no {WHOLE}"),
        ("a > -9223372036854775809", 4, f"-9223372036854775809 is no {WHOLE}"),
        ("0xFFFFFFFFFFFFFFFF", 0, f"0xFFFFFFFFFFFFFFFF is no {WHOLE}"),
        ("1" * 65, 0, "111111111111… is too long a number; write at most 64 digits"),
        ("1e99", 0, "1e99… is too long a number; write at most 64 digits"),
        ("1e999999", 0, "1e999999… is too long a number; write at most 64 digits"),
        ("0x" + "f" * 65, 0, "0xffffffffff… is too long a number; write at most 64 digits"),
        (r"'\q'", 0, r'"\q" is no escape; write "\\" for a backslash'),
        (r"'\ud800'", 0, r"\ud800 is no character of Unicode; write one that is"),
        ("'a", 0, "the text that starts here does not end on its line; write 'a'"),
        ("b'a'", 0, 'bytes are left out of the language; write a text in quotes, such as "access"'),
        ("{", 0, "maps and messages are left out of the language; write a list in [ ] or a fact"),
        ("{a: 1}", 0, "maps and messages are left out of the language; write a list in [ ] or a fact"),
        ("a @ b", 2, "'@' means nothing here; write names, numbers, texts in quotes and operators"),
        ("a b", 2, 'write an operator, or a dot before a field, not "b"'),
        ("", 0, "the expression ends too early; write a fact, a constant or a call"),
        ("a &&", 4, "the expression ends too early; write a fact, a constant or a call"),
        ("* a", 0, 'write a fact, a constant or a call, not "*"'),
        ("a)", 1, ") closes nothing; leave it out"),
        ("(a", 2, "the expression ends too early; write ) for the ( before"),
        ("[a b]", 3, 'write , or ], not "b"'),
        ("max(a,)", 5, "nothing follows the comma; write an argument or leave it out"),
        ("a.", 2, "the expression ends too early; write the name of a field after the dot"),
        ("a.1", 1, 'write an operator or end here, not ".1"'),
        ("a.all(1, a)", 2, "all takes a variable and a condition; write .all(x, x.field …)"),
        ("a.exists(x)", 2, "exists takes a variable and a condition; write .exists(x, x.field …)"),
        ("a.all(now, true)", 6, "now is the day of the assessment; write another name, such as x"),
        ("a.all(now, now.b == 1)", 6, "now is the day of the assessment; write another name, such as x"),
        ("a.map(x, x)", 2, "map is left out of the language; write all, exists, exists_one or filter"),
        ("month(6)", 0, 'unknown function "month"; did you mean "months"?'),
        ("a.startWith('b')", 2, 'unknown method "startWith"; did you mean "startsWith"?'),
        ("a.zz()", 2, f'unknown method "zz"; write one of {METHOD_NAMES}'),
        ("all(a)", 0, "all follows what it asks about; write x.all(…)"),
        ("len(a.b)", 0, 'unknown function "len"; write size(a.b)'),
        ("a.any(x, x.b)", 2, 'unknown method "any"; write a.exists(x, x.b)'),
        ("a.any()", 2, 'unknown method "any"; write a.exists(x, x.field …)'),
        ("a.none(x, x.b)", 2, 'unknown method "none"; write !a.exists(x, x.b)'),
        ("a.where(x, x.b == '" + "b" * 60 + "')", 2, 'unknown method "where"; did you mean "filter"?'),
        ("a.includes('b')", 2, 'unknown method "includes"; write "b" in a'),
        ("all(a, x, x.b)", 0, "all follows what it asks about; write a.all(x, x.b)"),
        ("exists(a.b)", 0, "exists follows what it asks about; write has(a.b), or a.b.exists(x, x.field …)"),
        ("startsWith(a, 'b')", 0, 'startsWith follows what it asks about; write a.startsWith("b")'),
        ("has()", 0, "has takes the field of a fact; write has(x.field)"),
        ("has(a['b'])", 0, "has takes the field of a fact; write has(a.b)"),
        ("has(a[0])", 0, "has takes the field of a fact; write has(a[0].field)"),
        ("has('a.b')", 0, "has takes the field of a fact; write has(a.b)"),
        ("has(a.b > 1)", 0, "has takes the field of a fact; write has(a.b)"),
        ("has(a, 'b')", 0, "has takes the field of a fact; write has(a.b)"),
        ("has(1)", 0, "has takes the field of a fact; write has(x.field)"),
        ("a.b.has()", 4, "has is no method; write has(a.b)"),
        ("1.0.has()", 4, "has is no method; write has(…)"),
        ("has a.b c", 0, "arguments stand in ( ); write has(a.b)"),
        ("days 5 && a", 0, "arguments stand in ( ); write days(5)"),
        ("a in (1, 2)", 7, "( ) holds one value; write [1, …] for a list"),
        ("a, b", 1, "a comma stands between arguments; write && or || between conditions"),
        ("a !b", 2, "! follows a condition; write && or || before it"),
        ("a[*].b", 2, "no sign stands for each element; write .all(x, x.field …)"),
        ("a..b", 2, "no sign stands for each element; write .all(x, x.field …)"),
        (
            "a.all()",
            2,
            "all takes a variable and a condition; write .all(x, x.field …), or .all alone for a field",
        ),
        ("a.all(field)", 2, "all takes a variable and a condition; write .all(x, x.field)"),
        ("a.all(field == 1)", 2, "all takes a variable and a condition; write .all(x, x.field == 1)"),
        ("a.all(b.c > 1)", 2, "all takes a variable and a condition; write .all(b, b.c > 1)"),
        (
            "a.all(b, b.c, b.d)",
            2,
            "all takes a variable and a condition; write .all(b, b.c && …), or || between conditions",
        ),
        ("a.max()", 2, "max is no method; write max(a)"),
        ("a.has()", 2, "has is no method; write has(a.field)"),
        ("has(a)", 0, "has takes the field of a fact; write has(a.field)"),
        ("size(a, b)", 0, "size takes 1 argument, not 2; write size(a)"),
        ("a.contains()", 2, "contains takes 1 argument, not 0; write x.contains(a)"),
        ("min()", 0, "min takes 1 or more arguments, not 0; write min(a)"),
        ("days(a)", 0, "days takes one constant; write a whole number of days, such as days(180)"),
        ("days(-1)", 0, "-1 is no whole number from 0 to 3652500; write 0 or more"),
        ("percent(100)", 0, '100 is no text in quotes; write percent("100 %")'),
        ("percent('100')", 0, '"100" is no percentage; write percent("100 %")'),
        ("cidr('10.0.0.1/8')", 0, '"10.0.0.1/8" has bits beyond its prefix; write cidr("10.0.0.0/8")'),
        ("a.containsIP('10.0.0')", 2, '"10.0.0" is no address; write 10.0.0.1 or 2001:db8::1'),
        ("a.glob(b)", 2, 'glob takes one constant text; write glob("prod-*")'),
        ("a.glob('')", 2, 'the pattern is empty; write * for any text, or == ""'),
        ("a.glob('a**')", 2, "** is no more than *, which passes every character; write *"),
        ("a.glob('[ab]')", 2, "[ has no meaning in a glob; write * for any text, ? for one character"),
        ("a.glob('" + "a" * 257 + "')", 2, "the pattern is longer than 256 characters; write a shorter one"),
        ("date('2026-3-1')", 0, '"2026-3-1" is no date; write date("2026-03-01")'),
        ("'" + "a" * 4096 + "'", 0, "the expression is longer than 4096 bytes; write two rules"),
        ("(" * 2000, 65, "more than 64 levels of nesting; write two rules"),
        ("a" + "+a" * 64, 0, "65 terms in a row joined by + make more than 64 levels; write two rules"),
        ("[" + "1," * 1000 + "1]", 1999, "more than 1000 names, constants and operators; write two rules"),
        (
            "a.all(b, b.all(c, c.all(d, d.all(x, x))))",
            27,
            "more than 3 macros inside each other; write two rules",
        ),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "",
)
def test_a_fault_says_where_and_what_to_write(source: str, offset: int, message: str) -> None:
    parsed = parse(source)
    assert isinstance(parsed, tuple)
    assert [(fault.offset, fault.message) for fault in parsed] == [(offset, message)]


@pytest.mark.parametrize(
    ("source", "spot"),
    [
        ("a === b", "==="),
        ("a and b", "and"),
        ("a == 30d", "30d"),
        ("a == month(6) && b", "month(6)"),
        ("(a + b).startWith('b') && c", "startWith('b')"),
        ("a < b < c", "<"),
        ("(a", ""),
        ("x && a.all(b, b.all(c, c.all(d, d.all(x, x))))", "d.all(x, x)"),
    ],
)
def test_a_fault_spans_what_is_wrong(source: str, spot: str) -> None:
    parsed = parse(source)
    assert isinstance(parsed, tuple)
    assert [source[fault.offset : fault.end] for fault in parsed] == [spot]


def test_all_faults_of_spelling_are_said_at_once() -> None:
    assert parse("a = b & c") == (
        Fault(2, "= is no operator; write ==", 3),
        Fault(6, "& is no operator; write &&", 7),
    )


def test_all_faults_of_calls_are_said_at_once() -> None:
    assert parse("a == month(6) && b == day(1)") == (
        Fault(5, 'unknown function "month"; did you mean "months"?', 13),
        Fault(22, 'unknown function "day"; did you mean "days"?', 28),
    )


@pytest.mark.parametrize(
    "source",
    [
        "!" * 63 + "a",
        "(" * 64 + "a" + ")" * 64,
        "a.filter(x, x).filter(x, x).filter(x, x).all(x, x)",
        "1" * 18 + "." + "1" * 46,
    ],
    ids=["signs", "brackets", "filters", "digits"],
)
def test_within_the_bounds_it_parses(source: str) -> None:
    assert not isinstance(parse(source), tuple)


@pytest.mark.parametrize(
    "source",
    ["(" * 4000, "[" * 4000, "!" * 4000, "-" * 4000, "a." * 2000, "a?" * 2000, "a?a:" * 1000, "max(" * 1000,
     "a[" * 2000, "a||a&&a<a+a*(" * 300, "a.all(x," * 500, "a+" * 2000 + "a", "-1" * 2000],
    ids=lambda source: source[:12],
)  # fmt: skip
def test_deep_nesting_is_a_fault_and_no_overflow(source: str) -> None:
    assert isinstance(parse(source), tuple)


@given(st.text(max_size=80))
def test_any_text_gives_a_tree_or_faults(source: str) -> None:
    assert parse(source) != ()


_SIGNS = st.sampled_from(
    [*".()[],!-+<?:=&1", "&&", "||", "==", "in", "1.5", "'t'", "0x", "\\", "r'", '"""', "//"]
)
_WORDS = st.sampled_from(["a", "x", "all", "has", "months", "and", "not", "true", "null", " ", "\n"])


@given(st.lists(_SIGNS | _WORDS, max_size=40).map("".join))
def test_any_tokens_give_a_tree_or_faults(source: str) -> None:
    parsed = parse(source)
    faults = parsed if isinstance(parsed, tuple) else ()
    assert parsed != ()
    assert all(0 <= fault.offset <= fault.end <= len(source) and fault.message for fault in faults)


@pytest.mark.parametrize(
    ("source", "spans"),
    [("a.b && (c == 1)", {(0, 14), (0, 3), (0, 1), (8, 14), (8, 9), (13, 14)})],
)
def test_every_node_knows_its_place(source: str, spans: set[tuple[int, int]]) -> None:
    tree = parse(source)
    assert not isinstance(tree, tuple)
    assert {node.span for node in descend(tree)} == spans


def test_a_place_is_a_line_and_a_column() -> None:
    assert [position("a &&\n  b", offset) for offset in (0, 4, 5, 8)] == [(1, 1), (1, 5), (2, 1), (2, 4)]


def test_equal_trees_say_the_same() -> None:
    assert parse("a==1") == parse("(a)  ==  1")
    assert parse("a==1") != parse("a==1.0")
    assert parse("1") != parse("true")
