"""From text to syntax tree: operators by precedence, within bounds.

Where CEL is narrower than the eye expects, this is too: every text that parses here is CEL.
"""

from __future__ import annotations

from collections import deque
from decimal import Decimal
from typing import TypeAlias

from reglint.language.bounds import MAX_DEPTH, MAX_SOURCE, bound_faults
from reglint.language.builtins import CONSTRUCTORS, FUNCTIONS
from reglint.language.calls import call_faults
from reglint.language.fault import Fault, in_short
from reglint.language.foreign import NULLS
from reglint.language.misplaced import (
    EACH_ELEMENT,
    NOW_IS_TAKEN,
    after_the_end,
    compared_with_null,
    in_place_of,
    no_condition_of,
    no_name,
    no_operand,
    several_in_brackets,
    without_brackets,
)
from reglint.language.syntax import (
    MACROS,
    RELATIONS,
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
)
from reglint.language.tokens import Token, tokenize

Tokens: TypeAlias = deque[Token]

_OR, _AND, _RELATION, _SUM, _PRODUCT = range(1, 6)
_POWERS = {"||": _OR, "&&": _AND, "+": _SUM, "-": _SUM, "*": _PRODUCT, "/": _PRODUCT, "%": _PRODUCT}
_POWERS |= dict.fromkeys(RELATIONS, _RELATION)
_INT64 = 2**63
_WHOLE = f"whole number from {-_INT64} to {_INT64 - 1}"
_CONSTANTS = {"true": True, "false": False}
_EQUALITY = {"==", "!="}
_FUNCTIONS = {*FUNCTIONS, *CONSTRUCTORS, "has"}


class _Stop(Exception):  # noqa: N818 - it ends the parse, and is no error of reglint
    def __init__(self, spot: Token | Expression, message: str, end: int = 0) -> None:
        super().__init__(message)
        self.fault = Fault(spot.span[0], message, end or spot.span[1])


def parse(source: str) -> Expression | tuple[Fault, ...]:
    """The tree of an expression whose calls can be meant, or what is wrong with it. Never raises."""
    expr = parse_syntax(source)
    return expr if isinstance(expr, tuple) else call_faults(expr) or expr


def parse_syntax(source: str) -> Expression | tuple[Fault, ...]:
    """The tree of an expression within the bounds, or at least one fault. What it calls is for the checker.

    >>> [fault.message for fault in parse_syntax("a and b")]
    ['and is no operator; write &&']
    """
    if len(source.encode("utf-8", "surrogatepass")) > MAX_SOURCE:
        return (Fault(0, f"the expression is longer than {MAX_SOURCE} bytes; write two rules", len(source)),)
    tokens, faults = tokenize(source)
    if faults:
        return in_short(faults)
    try:
        expr = _whole(deque(tokens))
    except _Stop as stop:
        return in_short([stop.fault])
    return bound_faults(expr) or expr


def _whole(tokens: Tokens) -> Expression:
    expr = _expression(tokens, 0)
    if tokens[0].kind != "end":
        raise _Stop(tokens[0], after_the_end(tokens[0]))
    return expr


def _expression(tokens: Tokens, nest: int) -> Expression:
    if nest > MAX_DEPTH:
        raise _Stop(tokens[0], f"more than {MAX_DEPTH} levels of nesting; write two rules")
    condition = _operation(tokens, nest)
    if tokens[0].kind != "?":
        return condition
    tokens.popleft()
    yes = _operation(tokens, nest)
    if tokens[0].kind == "?":
        raise _Stop(tokens[0], "a choice inside a choice; put the inner one in parentheses")
    _expect(tokens, ":", "write condition ? value : value")
    no = _expression(tokens, nest + 1)
    return Conditional(condition, yes, no, (condition.span[0], no.span[1]))


def _operation(tokens: Tokens, nest: int) -> Expression:
    """Operands and operators on stacks of their own: Python's own grows with brackets only."""
    operands = [_prefixed(tokens, nest)]
    operators: list[str] = []
    while power := _POWERS.get(tokens[0].kind):
        while operators and _POWERS[operators[-1]] >= power:
            if power == _RELATION == _POWERS[operators[-1]]:
                raise _Stop(tokens[0], "two comparisons in a row; write a < b && b < c")
            _combine(operands, operators)
        operators.append(tokens.popleft().kind)
        if tokens[0].text in NULLS and operators[-1] in _EQUALITY:
            raise _Stop(tokens[0], compared_with_null(operators[-1], operands[-1]))
        operands.append(_prefixed(tokens, nest))
    while operators:
        _combine(operands, operators)
    return operands[0]


def _combine(operands: list[Expression], operators: list[str]) -> None:
    right, left = operands.pop(), operands.pop()
    operands.append(Binary(operators.pop(), left, right, (left.span[0], right.span[1])))


def _prefixed(tokens: Tokens, nest: int) -> Expression:
    signs: list[Token] = []
    while tokens[0].kind in {"!", "-"} and not _is_negative(tokens, signs):
        signs.append(tokens.popleft())
        if signs[-1].kind != signs[0].kind:
            message = f"a sign after another sign; write {signs[0].kind}({signs[-1].kind}…)"
            raise _Stop(signs[-1], message)
    expr = _postfixed(tokens, nest)
    for sign in reversed(signs):
        expr = Unary(sign.kind, expr, (sign.start, expr.span[1]))
    return expr


def _is_negative(tokens: Tokens, signs: list[Token]) -> bool:
    """Whether a minus belongs to the number after it: as in CEL, one that stands alone."""
    return tokens[0].kind == "-" and tokens[1].kind == "number" and not (signs and signs[-1].kind == "-")


def _postfixed(tokens: Tokens, nest: int) -> Expression:
    expr = _primary(tokens, nest)
    while tokens[0].kind in {".", "["}:
        if tokens.popleft().kind == ".":
            expr = _selected(tokens, expr, nest)
            continue
        if tokens[0].kind in {"*", "]"}:
            raise _Stop(tokens[0], EACH_ELEMENT)
        index = _expression(tokens, nest + 1)
        closing = _expect(tokens, "]", "write ] after the index")
        expr = Index(expr, index, (expr.span[0], closing.end))
    return expr


def _selected(tokens: Tokens, operand: Expression, nest: int) -> Expression:
    if tokens[0].kind in {"*", "."}:
        raise _Stop(tokens[0], EACH_ELEMENT)
    name = _expect(tokens, "name", "write the name of a field after the dot")
    if name.text in _CONSTANTS or name.text == "null":
        raise _Stop(name, f'"{name.text}" is no name of a field; write another')
    if tokens[0].kind != "(":
        return Member(operand, name.text, (operand.span[0], name.end))
    arguments, end = _items(tokens, ")", nest)
    if name.text in MACROS:
        return _macro(operand, name, arguments, end)
    if name.text == "map":
        raise _Stop(name, "map is left out of the language; write all, exists, exists_one or filter")
    return Method(operand, name.text, arguments, (operand.span[0], end), (name.start, name.end))


def _macro(operand: Expression, name: Token, arguments: tuple[Expression, ...], end: int) -> Macro:
    match arguments:
        case (Name("now") as bound, _):
            raise _Stop(bound, NOW_IS_TAKEN)
        case (Name(variable) as bound, body):
            return Macro(operand, name.text, variable, body, (operand.span[0], end), bound.span)
    raise _Stop(name, no_condition_of(name.text, arguments))


def _items(tokens: Tokens, closing: str, nest: int) -> tuple[tuple[Expression, ...], int]:
    """The expressions up to the closing bracket, which is taken too, and where it ends."""
    tokens.popleft()
    items: list[Expression] = []
    while tokens[0].kind != closing:
        items.append(_expression(tokens, nest + 1))
        if tokens[0].kind != ",":
            break
        comma = tokens.popleft()
        if tokens[0].kind == ")":
            raise _Stop(comma, "nothing follows the comma; write an argument or leave it out")
    return tuple(items), _expect(tokens, closing, f"write , or {closing}").end


def _primary(tokens: Tokens, nest: int) -> Expression:
    token = tokens[0]
    match token.kind:
        case "name":
            return _named(tokens, nest)
        case "(":
            tokens.popleft()
            return _bracketed(tokens, nest)
        case "[":
            items, end = _items(tokens, "]", nest)
            return ListLiteral(items, (token.start, end))
    return _constant(tokens)


def _bracketed(tokens: Tokens, nest: int) -> Expression:
    expr = _expression(tokens, nest + 1)
    if tokens[0].kind == ",":
        raise _Stop(tokens[0], several_in_brackets(expr))
    _expect(tokens, ")", "write ) for the ( before")
    return expr


def _constant(tokens: Tokens) -> Literal:
    token = tokens.popleft()
    if token.kind not in {"number", "-", "text"}:
        raise _Stop(token, no_operand(token))
    last = tokens.popleft() if token.kind == "-" else token
    span = (token.start, last.end)
    if isinstance(last.value, str):
        return Literal("string", last.value, span)
    value = last.value if last is token else _negated(last.value)
    if isinstance(value, Decimal):
        return Literal("decimal", value, span)
    if not -_INT64 <= value < _INT64:
        text = last.text if last is token else f"-{last.text}"
        raise _Stop(token, f"{text} is no {_WHOLE}; write one of these", last.end)
    return Literal("int", value, span)


def _negated(value: int | Decimal) -> int | Decimal:
    return value.copy_negate() if isinstance(value, Decimal) else -value


def _named(tokens: Tokens, nest: int) -> Expression:
    token = tokens.popleft()
    if token.text in _CONSTANTS:
        return Literal("bool", _CONSTANTS[token.text], (token.start, token.end))
    if message := no_name(token.text):
        raise _Stop(token, message)
    if token.text in _FUNCTIONS and tokens[0].kind in {"name", "number", "text"}:
        raise _Stop(token, *without_brackets(token, tokens))
    if tokens[0].kind != "(":
        return Name(token.text, (token.start, token.end))
    arguments, end = _items(tokens, ")", nest)
    return Call(token.text, arguments, (token.start, end))


def _expect(tokens: Tokens, kind: str, message: str) -> Token:
    if tokens[0].kind == kind:
        return tokens.popleft()
    raise _Stop(tokens[0], in_place_of(tokens[0], message))
