"""Expressions of HCL's native syntax: read for what they say without being computed.

Operators have no precedence here: what they make is known by its text alone.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reglint.documents.hcl_syntax import (
    IDENTIFIER,
    Expression,
    Kind,
    Reader,
    Scope,
    expect,
    skip_lines,
    unexpected,
)
from reglint.documents.hcl_templates import heredoc, quoted

_NAME = re.compile(rf"{IDENTIFIER}(?:::{IDENTIFIER})*+")
_NUMBER = re.compile(r"[0-9]++(?:\.[0-9]++)?(?:[eE][-+]?[0-9]++)?")
_OPERATOR = re.compile(r"==|!=|<=|>=|&&|\|\||/(?!\*)|[-+*%<>]")
_STEP = re.compile(rf"\.[ \t]*+(?:{IDENTIFIER}|[0-9]++)")
_SPLAT = re.compile(r"\.[ \t]*+\*|\[[ \t]*+\*[ \t]*+\]")
_INDEX = re.compile(r'\[[ \t]*+(?:[0-9]++|"[^"\\$%\r\n]*+")[ \t]*+\]')
_WORDS = frozenset({"true", "false", "null"})
_PLAIN = frozenset({Kind.LITERAL, Kind.TEXT, Kind.TEMPLATE, Kind.TUPLE, Kind.OBJECT})


def expression(scope: Scope, start: int) -> Expression:
    """The expression that begins at an offset. Raises RefusalError where none does."""
    whole = _operation(scope, start)
    while scope.source.text.startswith("?", question := scope.skip(whole.end)):
        inner = replace(scope.below(question), space=scope.space)
        yes = expression(inner, scope.skip(question + 1))
        no = _operation(scope, scope.skip(expect(scope, yes.end, ":")))
        whole = Expression(Kind.OPERATION, start, no.end)
    return whole


def _operation(scope: Scope, start: int) -> Expression:
    whole = _signed(scope, start)
    while operator := _OPERATOR.match(scope.source.text, scope.skip(whole.end)):
        right = _signed(scope, scope.skip(operator.end()))
        whole = Expression(Kind.OPERATION, start, right.end)
    return whole


def _signed(scope: Scope, start: int) -> Expression:
    text, offset, signs = scope.source.text, start, ""
    while text[offset : offset + 1] in ("-", "!"):
        signs += text[offset] if len(signs) < 2 else ""  # noqa: PLR2004 - one or many
        offset = scope.skip(offset + 1)
    one = _with_steps(scope, offset)
    if not signs:
        return one
    if signs == "-" and one.kind is Kind.LITERAL and one.text not in _WORDS:
        return Expression(Kind.LITERAL, start, one.end, f"-{one.text}")
    return Expression(Kind.OPERATION, start, one.end)


def _with_steps(scope: Scope, start: int) -> Expression:
    """A value and the steps that lead into it: `.name`, `.0`, `[…]`, `.*`, `[*]`."""
    text, whole = scope.source.text, _value(scope, start)
    while True:
        offset = scope.skip(whole.end)
        step = _STEP.match(text, offset) or _INDEX.match(text, offset)
        if step:
            kind = whole.kind if whole.kind is Kind.REFERENCE else Kind.OPERATION
            whole = Expression(kind, start, step.end())
        elif splat := _SPLAT.match(text, offset):
            whole = Expression(Kind.OPERATION, start, splat.end())
        elif text.startswith("[", offset):
            inner = scope.below(offset)
            index = expression(inner, inner.skip(offset + 1))
            whole = Expression(Kind.OPERATION, start, expect(inner, index.end, "]"))
        else:
            return whole


def _value(scope: Scope, start: int) -> Expression:
    text = scope.source.text
    opening = text[start : start + 1]
    if opening in _OPENINGS:
        return _OPENINGS[opening](scope, start)
    number = _NUMBER.match(text, start)
    if number:
        return Expression(Kind.LITERAL, start, number.end(), number[0])
    name = _NAME.match(text, start)
    if name is None:
        raise unexpected(scope.source, start, "a value")
    behind = scope.skip(name.end())
    if text.startswith("(", behind):
        return _call(scope, start, behind)
    if name[0] in _WORDS:
        return Expression(Kind.LITERAL, start, name.end(), name[0])
    return Expression(Kind.REFERENCE, start, name.end())


def _quoted(scope: Scope, start: int) -> Expression:
    return quoted(scope, start, expression)


def _heredoc(scope: Scope, start: int) -> Expression:
    return heredoc(scope, start, expression)


def _call(scope: Scope, start: int, opening: int) -> Expression:
    inner = scope.below(opening)
    text = scope.source.text
    offset = inner.skip(opening + 1)
    while not text.startswith(")", offset):
        offset = inner.skip(expression(inner, offset).end)
        if text.startswith("...", offset):
            offset = inner.skip(offset + 3)
        elif text.startswith(",", offset):
            offset = inner.skip(offset + 1)
            continue
        expect(inner, offset, ")")
    return Expression(Kind.CALL, start, offset + 1)


def _group(scope: Scope, start: int) -> Expression:
    inner = scope.below(start)
    one = expression(inner, inner.skip(start + 1))
    end = expect(inner, one.end, ")")
    if one.kind in _PLAIN:
        return replace(one, start=start, end=end)
    return Expression(Kind.OPERATION, start, end)


def _tuple(scope: Scope, start: int) -> Expression:
    inner = scope.below(start)
    text = scope.source.text
    offset = inner.skip(start + 1)
    if _is_for(text, offset):
        return _for(inner, start, offset, "]")
    items: list[Expression] = []
    while not text.startswith("]", offset):
        items.append(expression(inner, offset))
        offset = inner.skip(items[-1].end)
        if not text.startswith(",", offset):
            expect(inner, offset, "]")
            break
        offset = inner.skip(offset + 1)
    return Expression(Kind.TUPLE, start, offset + 1, items=tuple(items))


def _object(scope: Scope, start: int) -> Expression:
    inner = scope.below(start)
    text = scope.source.text
    offset = inner.skip(start + 1)
    if _is_for(text, offset):
        return _for(inner, start, offset, "}")
    lines = inner.of_lines()
    items: list[Expression] = []
    while not text.startswith("}", offset):
        key = expression(lines, offset)
        sign = lines.skip(key.end)
        if text[sign : sign + 1] not in ("=", ":"):
            raise unexpected(scope.source, sign, '"="')
        items += (key, expression(lines, lines.skip(sign + 1)))
        offset = _next_item(lines, items[-1].end)
    return Expression(Kind.OBJECT, start, offset + 1, items=tuple(items))


def _next_item(scope: Scope, offset: int) -> int:
    """Where the next member of an object or its closing brace stands."""
    text = scope.source.text
    offset = scope.skip(offset)
    if text[offset : offset + 1] not in (",", "\n", "\r", "}"):
        raise unexpected(scope.source, offset, 'a new line, a comma or "}"')
    return skip_lines(text, offset + text.startswith(",", offset))


def _for(scope: Scope, start: int, offset: int, closing: str) -> Expression:
    offset = _name(scope, scope.skip(offset + len("for")))
    if scope.source.text.startswith(",", scope.skip(offset)):
        offset = _name(scope, scope.skip(expect(scope, offset, ",")))
    over = expression(scope, scope.skip(expect(scope, offset, "in")))
    made = expression(scope, scope.skip(expect(scope, over.end, ":")))
    if closing == "}":
        made = expression(scope, scope.skip(expect(scope, made.end, "=>")))
    offset = scope.skip(made.end)
    if scope.source.text.startswith("...", offset):
        offset = scope.skip(offset + 3)
    if re.compile(r"if\b").match(scope.source.text, offset):
        offset = expression(scope, scope.skip(offset + 2)).end
    return Expression(Kind.OPERATION, start, expect(scope, offset, closing))


def _is_for(text: str, offset: int) -> bool:
    name = _NAME.match(text, offset)
    return name is not None and name[0] == "for"


def _name(scope: Scope, offset: int) -> int:
    name = _NAME.match(scope.source.text, offset)
    if name is None:
        raise unexpected(scope.source, offset, "a name")
    return name.end()


_OPENINGS: dict[str, Reader] = {'"': _quoted, "<": _heredoc, "[": _tuple, "{": _object, "(": _group}
