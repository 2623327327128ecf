"""Conditions without logic inside, as clauses: comparisons, membership, texts, presence, plain facts."""

from __future__ import annotations

from collections.abc import Mapping

from reglint.language.constants import constant_value, is_constant
from reglint.language.sentence.claims import Claim, Plain
from reglint.language.sentence.names import Names, value_kind, words_of
from reglint.language.sentence.nouns import clause_about, elements_of
from reglint.language.sentence.shapes import unfiltered
from reglint.language.sentence.terms import term
from reglint.language.sentence.voice import Voice
from reglint.language.sentence.words import has_phrase, measure_word, phrase
from reglint.language.syntax import (
    Binary,
    Call,
    Expression,
    Index,
    ListLiteral,
    Literal,
    Method,
    Name,
    descend,
)
from reglint.model.text import in_language

_NEGATED = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">", "in": "!in"}
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
_FAMILIES: Mapping[str, str] = {
    **dict.fromkeys(("int", "decimal", "percent"), "level"),
    **dict.fromkeys(("date", "timestamp"), "day"),
    "duration": "duration",
    "version": "version",
    "string": "string",
}
_FRAMES = {"": "plain", "said": "said", "unsaid": "unsaid"}
_FIRST = Literal("int", 0)


def clause_of(claim: Plain, voice: Voice) -> str:
    """What the condition says, as a clause; stated or unstated as the claim has it."""
    match claim.expr:
        case Binary("in") as expr:
            return _member(expr, claim, voice)
        case Binary(operator) as expr if operator in _NEGATED:
            counted = _counted(claim)
            if counted is not None:
                return _count(*counted, claim.names, voice)
            elapsed = "" if claim.stated else _elapsed(*_sides(expr, claim), claim.names, voice)
            return elapsed or _compared(expr, claim, _FRAMES[claim.stated], voice)
    clause = _other(claim, voice)
    if not claim.stated:
        return clause
    return phrase("stated" if claim.stated == "said" else "unstated", voice.language, body=clause)


def range_of(claims: tuple[Claim, ...], voice: Voice, frame: str = "range") -> str:
    """Two bounds of one thing as one clause: `its retention is at least 5 years and at most 10 years`.

    It is "" for any other claims. With the frame `range needed` it is what would have to be so.
    """
    match claims:
        case (Plain(Binary() as one) as first, Plain(Binary() as other) as second) if _is_bound(
            first
        ) and _is_bound(second):
            bounds = _sides(one, first), _sides(other, second)
        case _:
            return ""
    (_, left, _), (_, again, _) = bounds
    if left != again:
        return ""
    keys = ((_measure(operator, left, right, first.names), right) for operator, _, right in bounds)
    this, that = (phrase(key, voice.language, right=term(right, first.names, voice)) for key, right in keys)
    return phrase(frame, voice.language, left=term(left, first.names, voice), this=this, that=that)


def is_narrowed_count(claim: Plain) -> bool:
    """Whether a claim is said by how many there are of what passes a filter: `there are at least 2 …`."""
    counted = _counted(claim)
    return counted is not None and bool(unfiltered(counted[1])[1])


def needed(claim: Plain, voice: Voice) -> str:
    """What would have to be so: `its retention would have to be at least 6 months`."""
    match claim.expr:
        case Binary(operator) as expr if operator in _NEGATED and operator != "in":
            elapsed = _elapsed(*_sides(expr, claim), claim.names, voice)
            if not elapsed:
                return _compared(expr, claim, "needed", voice)
        case Call("has", (fact,)):
            key = "has needed" if claim.holds else "!has needed"
            return phrase(key, voice.language, left=term(fact, claim.names, voice))
    return phrase("required", voice.language, body=clause_of(claim, voice))


def _sides(expr: Binary, claim: Plain) -> tuple[str, Expression, Expression]:
    """The operator as the claim has it, and its sides, a constant on the right."""
    operator = expr.operator if claim.holds else _NEGATED[expr.operator]
    if is_constant(expr.left) and not is_constant(expr.right):
        return _MIRRORED[operator], expr.right, expr.left
    return operator, expr.left, expr.right


def _is_bound(claim: Plain) -> bool:
    match claim.expr:
        case Binary("<" | "<=" | ">" | ">=", left, right) as expr if not claim.stated:
            constant = is_constant(right) != is_constant(left)
            return constant and _counted(claim) is None and Name("now") not in descend(expr)
    return False


def _counted(claim: Plain) -> tuple[str, Expression, int] | None:
    """A comparison of how many elements a list has with a number above 1, the operator and the list first."""
    if not isinstance(claim.expr, Binary) or claim.expr.operator not in _MIRRORED or claim.stated:
        return None
    match _sides(claim.expr, claim):
        case operator, Call("size", (listed,)) | Method(listed, "size"), Literal(_, int(number)):
            counts = number > 1 and value_kind(listed, claim.names) == "list"
            return (operator, listed, number) if counts else None
    return None


def _count(operator: str, listed: Expression, number: int, names: Names, voice: Voice) -> str:
    many = elements_of(listed, names, voice)
    return phrase(f"counted {operator}", voice.language, many=many, right=number, measure=measure_word(many))


def _compared(expr: Binary, claim: Plain, frame: str, voice: Voice) -> str:
    names = claim.names
    operator, left, right = _sides(expr, claim)
    words = words_of(left, names) or words_of(right, names)
    named = [term(side, names, voice, words=words) for side in (left, right)]
    key = _measure(operator, left, right, names)
    frame = f"{frame} !in" if key == "!= empty" and frame != "needed" else frame
    key = f"{key} needed" if frame == "needed" and has_phrase(f"{key} needed") else key
    this = phrase(key, voice.language, right=named[1])
    return phrase(frame, voice.language, left=named[0], this=this)


def _measure(operator: str, left: Expression, right: Expression, names: Names) -> str:
    """The key of the words for an operator: by what is compared, where that has words of its own."""
    if operator in {"==", "!="} and not is_constant(right):
        return f"{operator} same"
    if operator in {"==", "!="} and constant_value(right) == "":
        return f"{operator} empty"
    counted = isinstance(left, (Call, Method)) and value_kind(left, names) == "int"
    family = "" if counted else _FAMILIES.get(value_kind(left, names), "")
    key = f"{operator} {family}"
    return key if has_phrase(key) else operator


def _elapsed(operator: str, left: Expression, right: Expression, names: Names, voice: Voice) -> str:
    """How long ago a day was, where `now` is compared with it; "" for any other comparison."""
    now = Name("now")
    match left, right:
        case _, Binary("+", day, span) if left == now:
            pass
        case Binary("+", day, span), _ if right == now:
            operator = _MIRRORED[operator]
        case Binary("-", today, day), span if today == now:
            pass
        case day, Binary("-", today, span) if today == now:
            operator = _MIRRORED[operator]
        case _:
            return ""
    if value_kind(day, names) == "duration":
        day, span = span, day
    key = f"passed {operator}"
    if not has_phrase(key) or value_kind(span, names) != "duration":
        return ""
    said = {"day": term(day, names, voice), "span": term(span, names, voice)}
    return phrase(key, voice.language, **said)


def _member(expr: Binary, claim: Plain, voice: Voice) -> str:
    """Whether a value is one of several: of constants that are told off, or of a list of facts."""
    names, frame = claim.names, _FRAMES[claim.stated]
    operator = "in" if claim.holds else "!in"
    if isinstance(expr.right, ListLiteral) and expr.right.items:
        words = words_of(expr.left, names)
        left = term(expr.left, names, voice, words=words)
        joint = "or" if operator == "in" else "nor"
        right = term(expr.right, names, voice, words=words, joint=joint)
        plain_not = operator == "!in" and len(expr.right.items) == 1
        key = "!=" if plain_not else operator
        frame = f"{frame} !in" if key == "!in" else frame
        return phrase(frame, voice.language, left=left, this=phrase(key, voice.language, right=right))
    right = term(expr.right, names, voice)
    left = term(expr.left, names, voice, words=words_of(Index(expr.right, _FIRST), names))
    if is_constant(expr.left) and not is_constant(expr.right) and frame == "plain":
        key = "includes" if operator == "in" else "!includes"
        return phrase(key, voice.language, left=right, right=left)
    this = phrase(f"{operator} list", voice.language, right=right)
    frame = f"{frame} !in" if operator == "!in" else frame
    return phrase(frame, voice.language, left=left, this=this)


def _other(claim: Plain, voice: Voice) -> str:
    expr, names, language = claim.expr, claim.names, voice.language
    sign = "" if claim.holds else "!"
    match expr:
        case Call("has", (fact,)):
            many = " many" if value_kind(fact, names) == "list" else ""
            return phrase(f"{sign}has{many}", language, left=term(fact, names, voice))
        case Method(operand, method, (argument,)) if has_phrase(method):
            left, right = (term(side, names, voice) for side in (operand, argument))
            return phrase(sign + method, language, left=left, right=right)
    words = words_of(expr, names).get("true" if claim.holds else "false")
    if words:
        return clause_about(expr, in_language(words, language), names, voice)
    return phrase(f"{sign}holds", language, left=term(expr, names, voice))
