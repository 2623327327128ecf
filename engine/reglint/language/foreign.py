"""Words and signs of other languages, and what is written for them in this one.

In what is written, `{0}` stands for what a function or method is asked of, `{1}` and `{2}` for what follows.
"""

from __future__ import annotations

from collections.abc import Mapping

_EACH = "x.all(y, y.field …)"
_CHOICE = "implies(a, b), or a ? b : c"
_PATTERN = '.glob( … ) after the text, such as x.glob("prod-*")'

NULLS = frozenset({"null", "Null", "NULL", "None"})
"""Words for a value that is not there."""

NO_NAMES: Mapping[str, str] = {
    **dict.fromkeys(("and", "AND"), "&&"),
    **dict.fromkeys(("or", "OR"), "||"),
    **dict.fromkeys(("not", "NOT"), "!"),
    "is": "==",
    "True": "true",
    "False": "false",
    "lambda": _EACH,
}
"""Words that are no name of a fact or variable, and what is written for them."""

RESERVED: Mapping[str, str] = {
    **dict.fromkeys(("if", "else"), _CHOICE),
    **dict.fromkeys(("for", "while", "loop"), _EACH),
    **dict.fromkeys(("as", "break", "const", "continue", "function", "import", "let"), "the name of a fact"),
    **dict.fromkeys(("package", "namespace", "return", "var", "void"), "the name of a fact"),
}
"""Words that CEL keeps for itself: no name of a fact or variable, but fine as a field."""

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
    **dict.fromkeys(("matches", "like", "glob"), _PATTERN),
    **dict.fromkeys(("implies", "then"), "implies(a, b)"),
    **dict.fromkeys(("if", "else"), _CHOICE),
    "for": _EACH,
    "unless": "implies(!b, a)",
    "between": "two comparisons, such as a <= x && x <= b",
    **dict.fromkeys(("true", "false"), "=="),
}
"""Words between two operands, in lower case, and what is written for them."""

NAMES: Mapping[str, str] = {
    **dict.fromkeys(("yes", "on"), "true"),
    **dict.fromkeys(("no", "off"), "false"),
    **dict.fromkeys(("today", "now"), "now"),
    **dict.fromkeys(("nil", "none", "undefined"), "has(x.field) or !has(x.field)"),
}
"""Names, in lower case, that stand for a value elsewhere."""

TRUTHS: Mapping[str, str] = {
    **dict.fromkeys(("true", "yes", "on", "enabled", "1"), "true"),
    **dict.fromkeys(("false", "no", "off", "disabled", "0"), "false"),
}
"""Words, in lower case, that say what is true or false."""

FUNCTIONS: Mapping[str, str] = {
    **dict.fromkeys(("len", "length", "count"), "size({0})"),
    **dict.fromkeys(("empty", "isempty", "is_empty"), "size({0}) == 0"),
    **dict.fromkeys(("defined", "isset", "is_set", "present", "notnull", "hasfield"), "has({0})"),
    **dict.fromkeys(("isnull", "is_null", "missing"), "!has({0})"),
    **dict.fromkeys(("lower", "lowercase", "tolower"), "{0}.lowerAscii()"),
    **dict.fromkeys(("today", "now"), "now"),
    "and": "{0} && {1}",
    "or": "{0} || {1}",
    "not": "!{0}",
    "if": "implies({0}, {1})",
    "ip": 'an address beside a network, such as cidr("10.0.0.0/8").containsIP({0})',
}
"""Functions, in lower case."""

CASTS: Mapping[str, str] = {"int": "int", "double": "decimal", "string": "string", "bool": "bool"}
"""Functions, in lower case, that make a value of another type, and the type."""

UNITS: Mapping[str, str] = {
    **dict.fromkeys(("second", "seconds", "secs"), "seconds"),
    **dict.fromkeys(("mins", "mns"), "minutes"),
    **dict.fromkeys(("hrs", "hr"), "hours"),
    **dict.fromkeys(("working_days", "workdays", "trading_days", "workingdays"), "business_days"),
}
"""Functions, in lower case, that make a length of time, and its unit."""

MACROS: Mapping[str, str] = {
    **dict.fromkeys(("any", "some", "anymatch"), "exists"),
    **dict.fromkeys(("every", "each", "forall", "foreach", "allmatch"), "all"),
    **dict.fromkeys(("none", "nonematch"), "!exists"),
    **dict.fromkeys(("where", "select", "find", "findall"), "filter"),
}
"""Methods that test the elements of a list, in lower case, and the macros that do so here."""

METHODS: Mapping[str, str] = {
    **dict.fromkeys(("includes", "include"), "{1} in {0}"),
    **dict.fromkeys(("length", "len", "count"), "size({0})"),
    **dict.fromkeys(("isempty", "empty", "is_empty"), "size({0}) == 0"),
    **dict.fromkeys(("equals", "eq"), "{0} == {1}"),
    **dict.fromkeys(("lower", "tolower", "tolowercase", "lowercase"), "{0}.lowerAscii()"),
    **dict.fromkeys(("hasprefix", "beginswith"), "{0}.startsWith({1})"),
    **dict.fromkeys(("trim", "strip"), "{0}"),
    **dict.fromkeys(("upper", "toupper", "touppercase", "upperascii"), "{0}.lowerAscii()"),
    "hassuffix": "{0}.endsWith({1})",
    "between": "{1} <= {0} && {0} <= {2}",
    "and": "{0} && {1}",
    "or": "{0} || {1}",
    "first": "{0}[0]",
    "get": "{0}[{1}]",
    **dict.fromkeys(("isnull", "is_null"), "!has({0})"),
    **dict.fromkeys(("ispresent", "isset"), "has({0})"),
}
"""Methods and what they ask of lists and texts, in lower case."""

PATTERNS = frozenset({"matches", "match", "regex", "like", "test"})
"""Methods, in lower case, that compare a text with a regular expression or a pattern of SQL."""

PARTS: Mapping[str, str] = {
    "gethours": "hours",
    "getminutes": "minutes",
    **dict.fromkeys(("getfullyear", "getmonth", "getdate"), "date"),
}
"""Methods, in lower case, that give a part of a time, and the constructor of what it is compared with."""

FIELDS: Mapping[str, str] = {
    **dict.fromkeys(("length", "len", "count", "size"), "size({})"),
    "first": "{}[0]",
    **dict.fromkeys(("empty", "isempty"), "size({}) == 0"),
}
"""Fields of lists and texts, in lower case."""

CHINESE: Mapping[str, str] = {
    **dict.fromkeys(("且", "并且", "和"), "&&"),
    **dict.fromkeys(("或", "或者"), "||"),
    **dict.fromkeys(("等于", "是"), "=="),
    **dict.fromkeys(("不等于", "不是"), "!="),
    **dict.fromkeys(("大于等于", "不少于", "不低于", "至少"), ">="),
    **dict.fromkeys(("小于等于", "不超过", "至多"), "<="),
    "大于": ">",
    "小于": "<",
    **dict.fromkeys(("属于", "在"), "in"),
    **dict.fromkeys(("非", "不"), "!"),
}
"""Words of Chinese for operators."""

SIGNS: Mapping[str, str] = {
    **CHINESE,
    **dict.fromkeys(("=", "==", "===", ":="), "=="),
    **dict.fromkeys(("!==", "<>", "=!", "≠", "!="), "!="),
    **dict.fromkeys(("=<", "≤", "≦", "<="), "<="),
    **dict.fromkeys(("≥", "≧", ">="), ">="),
    "=>": ">=, or implies(a, b) for if a then b",
    **dict.fromkeys(("==>", "⇒", "→"), "implies(a, b) for if a then b"),
    "->": ". before a field, or implies(a, b) for if a then b",
    **dict.fromkeys(("&", "&&&", "∧"), "&&"),
    **dict.fromkeys(("|", "|||", "∨"), "||"),
    **dict.fromkeys(("~", "¬"), "!"),
    **dict.fromkeys(("=~", "~=", "!~"), _PATTERN),
    "∈": "in",
    **dict.fromkeys(("!in", "∉"), "!(x in y)"),
    "?.": ".",
    **dict.fromkeys(("??", "?:"), "a choice, such as has(x.field) ? x.field : false"),
    "。": ".",
    "、": ",",
    "【": "[",
    "】": "]",
    **dict.fromkeys("–—−", "-"),
    "×": "*",
    "÷": "/",
}
"""Signs, written without blanks, and the operator or bracket for them."""
