"""Words and signs of other languages, and what is written for them in this one.

In what is written, `{}` stands for the arguments of a call, or for what a method is asked of.
"""

from __future__ import annotations

from collections.abc import Mapping

_LISTS = "x.{}(y, y.field …)"

NO_NAMES: Mapping[str, str] = {
    **dict.fromkeys(("and", "AND"), "&&"),
    **dict.fromkeys(("or", "OR"), "||"),
    **dict.fromkeys(("not", "NOT"), "!"),
    "is": "==",
    "True": "true",
    "False": "false",
}
"""Words that are no name of a fact or variable, and the sign or word for them."""

INFIX: Mapping[str, str] = {
    "and": "&&",
    "or": "||",
    "not": "!(x in y)",
    "in": "in",
    **dict.fromkeys(("is", "eq", "equals", "equal"), "=="),
    **dict.fromkeys(("ne", "neq", "xor"), "!="),
    "gt": ">",
    **dict.fromkeys(("gte", "ge"), ">="),
    "lt": "<",
    **dict.fromkeys(("lte", "le"), "<="),
    "contains": 'x.contains("…")',
    "startswith": 'x.startsWith("…")',
    "endswith": 'x.endsWith("…")',
    **dict.fromkeys(("matches", "like", "glob"), 'x.glob("prod-*")'),
    **dict.fromkeys(("implies", "then"), "implies(a, b)"),
    "unless": "implies(!b, a)",
    "between": "a <= x && x <= b",
    "true": "==",
    "false": "==",
}
"""Words between two operands, in lower case, and what is written for them."""

NAMES: Mapping[str, str] = {
    **dict.fromkeys(("yes", "on"), "true"),
    **dict.fromkeys(("no", "off"), "false"),
    **dict.fromkeys(("today", "now"), "now"),
    **dict.fromkeys(("nil", "none", "undefined", "null"), "has(x.field) or !has(x.field)"),
}
"""Names, in lower case, that stand for a value elsewhere."""

FUNCTIONS: Mapping[str, str] = {
    **dict.fromkeys(("len", "length", "count"), "size({})"),
    **dict.fromkeys(("empty", "isempty", "is_empty"), "size({}) == 0"),
    **dict.fromkeys(("defined", "isset", "is_set", "present", "notnull"), "has({})"),
    **dict.fromkeys(("isnull", "is_null", "missing"), "!has({})"),
    **dict.fromkeys(("second", "seconds", "secs"), 'duration("{} seconds")'),
    **dict.fromkeys(("mins", "mns"), "minutes({})"),
    **dict.fromkeys(("working_days", "workdays", "trading_days", "workingdays"), "business_days({})"),
    **dict.fromkeys(("lower", "lowercase", "tolower"), "{}.lowerAscii()"),
    **dict.fromkeys(("today", "now"), "now"),
    "not": "!({})",
    "ip": 'cidr("10.0.0.0/8").containsIP(…)',
    **dict.fromkeys(("int", "double", "string", "bool"), "{}"),
}
"""Functions, in lower case."""

METHODS: Mapping[str, str] = {
    **dict.fromkeys(("any", "some", "anymatch"), _LISTS.format("exists")),
    **dict.fromkeys(("every", "each", "forall", "foreach", "allmatch"), _LISTS.format("all")),
    **dict.fromkeys(("none", "nonematch"), f"!{_LISTS.format('exists')}"),
    **dict.fromkeys(("where", "select", "find", "findall"), _LISTS.format("filter")),
    **dict.fromkeys(("includes", "include", "has"), "y in {}"),
    **dict.fromkeys(("matches", "match", "regex", "like", "test"), '{}.glob("prod-*")'),
    **dict.fromkeys(("length", "len", "count"), "size({})"),
    **dict.fromkeys(("isempty", "empty", "is_empty"), "size({}) == 0"),
    **dict.fromkeys(("equals", "eq"), "{} == …"),
    **dict.fromkeys(("lower", "tolower", "tolowercase", "lowercase"), "{}.lowerAscii()"),
    **dict.fromkeys(("hasprefix", "beginswith"), '{}.startsWith("…")'),
    "hassuffix": '{}.endsWith("…")',
    "between": "a <= {0} && {0} <= b",
    **dict.fromkeys(("first", "get"), "{}[0]"),
    **dict.fromkeys(("isnull", "is_null"), "!has({})"),
    **dict.fromkeys(("ispresent", "isset"), "has({})"),
}
"""Methods and what they ask of lists and texts, in lower case."""

FIELDS: Mapping[str, str] = {
    **dict.fromkeys(("length", "len", "count", "size"), "size({})"),
    "first": "{}[0]",
    **dict.fromkeys(("empty", "isempty"), "size({}) == 0"),
}
"""Fields of lists, in lower case."""

SIGNS: Mapping[str, str] = {
    **dict.fromkeys(("=", "===", ":=", "==="), "=="),
    **dict.fromkeys(("!==", "<>", "=!", "≠", "!="), "!="),
    **dict.fromkeys(("=<", "≤", "≦", "<="), "<="),
    **dict.fromkeys(("≥", "≧", ">="), ">="),
    "=>": ">=, or implies(a, b) for if a then b",
    **dict.fromkeys(("==>", "->", "⇒", "→"), "implies(a, b)"),
    **dict.fromkeys(("&", "&&&", "∧", "且", "并且"), "&&"),
    **dict.fromkeys(("|", "|||", "∨", "或", "或者"), "||"),
    **dict.fromkeys(("~", "¬"), "!"),
    **dict.fromkeys(("=~", "~=", "!~"), '.glob("prod-*") after the text'),
    **dict.fromkeys(("∈", "属于"), "in"),
    **dict.fromkeys(("!in", "∉"), "!(x in y)"),
    "?.": ".",
    ";": "&& between conditions, or a comma between arguments",
    "。": ".",
    "、": ",",
    "【": "[",
    "】": "]",
    **dict.fromkeys("–—−", "-"),
    "×": "*",
    "÷": "/",
}
"""Signs, written without blanks, and the operator or bracket for them."""
