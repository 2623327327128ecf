"""What is compared, in words: facts, constants, counts, sums and choices."""

from __future__ import annotations

from collections.abc import Mapping

from reglint.language.constants import constant_value
from reglint.language.sentence.logic import claim_of
from reglint.language.sentence.names import Names, value_kind
from reglint.language.sentence.nouns import elements_of, name_of
from reglint.language.sentence.values import value_words, written_duration
from reglint.language.sentence.voice import Voice
from reglint.language.sentence.words import phrase, terms_joined
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
    descend,
)
from reglint.model.fact import Unknown
from reglint.model.text import Text

_ARITHMETIC = {"+", "-", "*", "/", "%"}
_DAYS = {"date": "day", "timestamp": "moment"}


def term(
    expr: Expression,
    names: Names,
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
            return name_of(expr, names, voice)
        case ListLiteral(items):
            named = [_listed(item, names, voice, words) for item in items]
            return terms_joined(named, joint, voice.language)
        case Conditional():
            return _choice(expr, names, voice, words)
        case Macro(_, "filter"):
            return phrase("the", voice.language, title=elements_of(expr, names, voice))
    return _computed(expr, names, voice)


def _computed(expr: Expression, names: Names, voice: Voice) -> str:
    match expr:
        case Binary(operator) if operator in _ARITHMETIC:
            return _arithmetic(expr, names, voice)
        case Unary("-", operand):
            return phrase("minus", voice.language, right=_operand(operand, names, voice))
        case Call("size", (listed,)) | Method(listed, "size"):
            return _size(listed, names, voice)
        case Call("min" | "max" | "sum" as function, arguments):
            say = term if len(arguments) == 1 else _listed
            items = [say(item, names, voice) for item in arguments]
            return phrase(function, voice.language, items=terms_joined(items, "and", voice.language))
        case Method(text, "lowerAscii"):
            return phrase("lowerAscii", voice.language, text=_operand(text, names, voice))
    return phrase("whether", voice.language, body=voice.clause(claim_of(expr, names)))


def _choice(expr: Conditional, names: Names, voice: Voice, words: Mapping[str, Text] | None) -> str:
    if value_kind(expr, names) == "bool":
        return phrase("whether", voice.language, body=voice.clause(claim_of(expr, names)))
    yes, no = (term(branch, names, voice, words=words) for branch in (expr.yes, expr.no))
    return phrase(
        "either", voice.language, guard=voice.clause(claim_of(expr.condition, names)), yes=yes, no=no
    )


def _size(listed: Expression, names: Names, voice: Voice) -> str:
    if value_kind(listed, names) == "list":
        return phrase("count", voice.language, many=elements_of(listed, names, voice))
    return phrase("length", voice.language, text=_operand(listed, names, voice))


def _arithmetic(expr: Binary, names: Names, voice: Voice) -> str:
    left, right = (_operand(operand, names, voice) for operand in (expr.left, expr.right))
    kinds = value_kind(expr.left, names), value_kind(expr.right, names)
    if kinds == ("string", "string"):
        return phrase("+ text", voice.language, left=left, right=right)
    if kinds[0] in _DAYS and kinds[1] in _DAYS:
        return phrase("between", voice.language, earlier=right, later=left)
    if kinds[0] in _DAYS and kinds[1] == "duration":
        return phrase(f"{expr.operator} {_DAYS[kinds[0]]}", voice.language, day=left, span=right)
    if kinds[0] == "duration" and kinds[1] in _DAYS:
        return phrase(f"+ {_DAYS[kinds[1]]}", voice.language, day=right, span=left)
    return phrase(expr.operator, voice.language, left=left, right=right)


def _operand(expr: Expression, names: Names, voice: Voice) -> str:
    """A term inside of another, in brackets where nobody would see its end: computed itself, or narrowed."""
    computed = isinstance(expr, Binary) and constant_value(expr) is None
    said = term(expr, names, voice)
    return phrase("bracketed", voice.language, term=said) if computed or _is_narrowed(expr) else said


def _listed(expr: Expression, names: Names, voice: Voice, words: Mapping[str, Text] | None = None) -> str:
    """A term beside others, in brackets where what narrows it would run on into the next."""
    said = term(expr, names, voice, words=words)
    return phrase("bracketed", voice.language, term=said) if _is_narrowed(expr) else said


def _is_narrowed(expr: Expression) -> bool:
    """Whether a term ends, or in Chinese and Japanese begins, with what is said of elements."""
    return any(isinstance(part, Macro) for part in descend(expr))
