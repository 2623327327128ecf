"""What is compared, in words: facts, constants, counts, sums and choices."""

from __future__ import annotations

from collections.abc import Mapping

from reglint.language.constants import constant_value
from reglint.language.sentence_logic import claim_of
from reglint.language.sentence_names import elements_of, name_of
from reglint.language.sentence_scope import Scope, value_kind
from reglint.language.sentence_values import value_words, written_duration
from reglint.language.sentence_voice import Voice
from reglint.language.sentence_words import phrase, terms_joined
from reglint.language.syntax import (
    Binary,
    Call,
    Conditional,
    Expression,
    Index,
    ListLiteral,
    Macro,
    Member,
    Method,
    Name,
    Unary,
)
from reglint.model.fact import Unknown
from reglint.model.text import Text

_ARITHMETIC = {"+", "-", "*", "/", "%"}
_DAYS = {"date", "timestamp"}


def term(
    expr: Expression,
    scope: Scope,
    voice: Voice,
    *,
    words: Mapping[str, Text] | None = None,
    joint: str = "and",
) -> str:
    """The expression as a noun. `words` are those of the enum that it is compared with."""
    value = constant_value(expr)
    if value is not None and not isinstance(value, Unknown):
        return written_duration(expr, voice.language) or value_words(value, voice.language, words, joint)
    match expr:
        case Name() | Member() | Index():
            return name_of(expr, scope, voice)
        case ListLiteral(items):
            named = [term(item, scope, voice, words=words) for item in items]
            return terms_joined(named, joint, voice.language)
        case Conditional():
            return _choice(expr, scope, voice, words)
        case Macro(_, "filter"):
            return phrase("the", voice.language, title=elements_of(expr, scope, voice))
    return _computed(expr, scope, voice)


def _computed(expr: Expression, scope: Scope, voice: Voice) -> str:
    match expr:
        case Binary(operator) if operator in _ARITHMETIC:
            return _arithmetic(expr, scope, voice)
        case Unary("-", operand):
            return phrase("minus", voice.language, right=_operand(operand, scope, voice))
        case Call("size", (listed,)) | Method(listed, "size"):
            return _size(listed, scope, voice)
        case Call("min" | "max" | "sum" as function, arguments):
            items = [term(item, scope, voice) for item in arguments]
            return phrase(function, voice.language, items=terms_joined(items, "and", voice.language))
        case Method(text, "lowerAscii"):
            return phrase("lowerAscii", voice.language, text=_operand(text, scope, voice))
    return phrase("whether", voice.language, body=voice.clause(claim_of(expr, scope)))


def _choice(expr: Conditional, scope: Scope, voice: Voice, words: Mapping[str, Text] | None) -> str:
    if value_kind(expr, scope) == "bool":
        return phrase("whether", voice.language, body=voice.clause(claim_of(expr, scope)))
    yes, no = (term(branch, scope, voice, words=words) for branch in (expr.yes, expr.no))
    return phrase(
        "either", voice.language, guard=voice.clause(claim_of(expr.condition, scope)), yes=yes, no=no
    )


def _size(listed: Expression, scope: Scope, voice: Voice) -> str:
    if value_kind(listed, scope) == "list":
        return phrase("count", voice.language, many=elements_of(listed, scope, voice))
    return phrase("length", voice.language, text=_operand(listed, scope, voice))


def _arithmetic(expr: Binary, scope: Scope, voice: Voice) -> str:
    left, right = (_operand(operand, scope, voice) for operand in (expr.left, expr.right))
    kinds = value_kind(expr.left, scope), value_kind(expr.right, scope)
    if kinds == ("string", "string"):
        return phrase("+ text", voice.language, left=left, right=right)
    if kinds[0] in _DAYS and kinds[1] in _DAYS:
        return phrase("between", voice.language, earlier=right, later=left)
    if kinds[0] in _DAYS and kinds[1] == "duration":
        return phrase(f"{expr.operator} day", voice.language, day=left, span=right)
    if kinds[0] == "duration" and kinds[1] in _DAYS:
        return phrase("+ day", voice.language, day=right, span=left)
    return phrase(expr.operator, voice.language, left=left, right=right)


def _operand(expr: Expression, scope: Scope, voice: Voice) -> str:
    """A term inside of another, in brackets where it is computed itself."""
    said = term(expr, scope, voice)
    computed = isinstance(expr, Binary) and constant_value(expr) is None
    return phrase("bracketed", voice.language, term=said) if computed else said
