"""Which types compare, and what to write where they don't."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reglint.language.constants import is_constant
from reglint.language.fault import Fault
from reglint.language.render import render
from reglint.language.suggest import (
    constant_of,
    has_constants,
    listed,
    nearest,
    shown,
    two_of_a_kind,
    with_article,
)
from reglint.language.syntax import Binary, Call, Conditional, Expression, ListLiteral, Literal, Span
from reglint.language.type_scope import Typed
from reglint.language.types import ANY, ListOf, Scalar, Type, joined, type_of, word_of
from reglint.model.schema import ObjectType

_ALIKE = 0.8
_NUMBERS = {"int", "decimal"}
_UNORDERED = {"enum", "ip", "cidr"}
_EQUALITY = {"==", "!=", "in"}
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


def comparison_faults(op: str, left: Typed, right: Typed, span: Span) -> Iterator[Fault]:
    """What is wrong with `left op right`, for `< <= > >= == !=` and `in` where `right` is an element."""
    kinds = {left.kind, right.kind}
    if "any" in kinds:
        return
    if isinstance(left.type, Scalar) and isinstance(right.type, Scalar):
        yield from _of_scalars(op, left, right, span)
    elif kinds != {"list"} or op not in _EQUALITY or not (is_constant(left.expr) and is_constant(right.expr)):
        yield _wrong(span, f"cannot compare {left.kind} {op} {right.kind}; {_of_parts(op, left, right)}")


def membership_faults(value: Typed, listing: Typed, span: Span) -> Iterator[Fault]:
    """What is wrong with `value in listing`."""
    if isinstance(listing.type, ListOf) and listing.type.item != ANY:
        if isinstance(value.type, ListOf):
            yield _wrong(
                span, f"a list is in no list of {word_of(listing.type.item)}s; {_list_in(value, listing)}"
            )
        elif isinstance(listing.type.item, ObjectType):
            write = f"write {listing.text}.exists(x, x.{_first(listing.type.item)} == …)"
            yield _wrong(span, f'"in" compares whole elements, and these are objects; {write}')
        else:
            element = Typed(listing.expr, listing.type.item, f"{listing.fact}[]" if listing.fact else "")
            yield from comparison_faults("in", value, element, span)
    elif word_of(listing.type) not in {"any", "list"}:
        yield _wrong(span, f"{listing.kind} has no elements; write {_instead_of_in(value, listing)}")


def _list_in(value: Typed, listing: Typed) -> str:
    """What to write for a list in a list: one element in it, or each."""
    for one, other in ((value, listing), (listing, value)):
        match one.expr:
            case ListLiteral((item,)):
                return f"write {shown(item)} in {other.text}"
    return f"write {value.text}.all(x, x in {listing.text}), or exists"


def _instead_of_in(value: Typed, listing: Typed) -> str:
    if isinstance(value.type, ListOf):
        return f"{listing.text} in {value.text}"
    if listing.kind == "cidr":
        return f"{listing.text}.containsIP({value.text})"
    if listing.kind == "string" and not isinstance(listing.expr, Literal):
        return f"{listing.text}.contains({value.text})"
    if isinstance(listing.type, ObjectType):
        return _in_object(value, listing.text, listing.type)
    return f"{value.text} == {listing.text}, or a list in [ ]"


def _in_object(value: Typed, text: str, kind: ObjectType) -> str:
    """What to write for a value in an object: in the list there that can hold it, if there is one."""
    lists = (name for name, field in kind.fields.items() if joined((ListOf(value.type), type_of(field))))
    name = next(lists, "")
    return f"{value.text} in {text}.{name}" if name else f"has({text}.{_first(kind)}) for one of its fields"


def _of_scalars(op: str, left: Typed, right: Typed, span: Span) -> Iterator[Fault]:
    kinds = {left.kind, right.kind}
    if "enum" in kinds and kinds <= {"enum", "string"}:
        yield from _of_words(op, left, right, span)
    elif len(kinds) > 1 and not kinds <= _NUMBERS:
        yield _wrong(span, f"cannot compare {left.kind} {op} {right.kind}; {_instead(op, left, right)}")
    elif kinds <= _UNORDERED and op not in _EQUALITY:
        yield _wrong(span, f"{left.kind} has no order; write ==, !=, or {left.text} in [ … ]")
    elif _days_against_months(left, right):
        yield _wrong(span, _on_the_calendar(op, left.expr, right.expr))


def _of_words(op: str, left: Typed, right: Typed, span: Span) -> Iterator[Fault]:
    enum, other = (left, right) if left.kind == "enum" else (right, left)
    words, others = _words(enum.type), _words(other.type)
    if op not in _EQUALITY:
        yield _wrong(span, f"{enum.text} has no order; write {enum.text} in [ … ]")
    elif other.kind == "string" and others:
        yield from _unknown_words(enum, other)
    elif other.kind == "string" or _is_secret(enum) or _is_secret(other):
        write = listed([f'"{word}"' for word in words])
        what = "class of secret" if _is_secret(enum) or _is_secret(other) else "enum"
        yield _wrong(span, f"cannot compare {what} {op} {other.kind}; write one of {write}")
    elif not {*words} & {*others}:
        yield _wrong(span, f"{left.text} and {right.text} have no word in common; write {_choice(enum)}")


def _unknown_words(enum: Typed, text: Typed) -> Iterator[Fault]:
    words = _words(enum.type)
    spans = {literal.value: literal.span for literal in _texts(text.expr)}
    for word in _words(text.type):
        if word not in words:
            named = with_article(enum.fact or "word of it")
            message = f'"{word}" is not {named}; {_meant(word, words)}'
            yield _wrong(spans.get(word, text.expr.span), message, "unknown-word")


def _meant(word: str, words: tuple[str, ...]) -> str:
    """What to write for a word outside an enum. A word that is only somewhat alike may say the opposite."""
    parts = re.split(r"[\s,;|]+", word)
    if len(parts) > 1 and {*parts} <= {*words}:
        return "write " + ", ".join(f'"{part}"' for part in parts)
    return nearest(word, words, cutoff=_ALIKE)


def _texts(expr: Expression) -> Iterator[Literal]:
    """The texts that a constant string, or the elements of a list of them, can be."""
    match expr:
        case Literal():
            yield expr
        case ListLiteral(items):
            for item in items:
                yield from _texts(item)
        case Conditional(_, yes, no):
            yield from _texts(yes)
            yield from _texts(no)


def _instead(op: str, left: Typed, right: Typed) -> str:
    """What to write for the side that is likely wrong: a literal, else the one that has no unit."""
    if {left.kind, right.kind} == {"date", "timestamp"}:
        return _of_one_kind(left, right)
    keep, change = (right, left) if isinstance(left.expr, Literal) else (left, right)
    if not isinstance(change.expr, Literal) and not has_constants(keep.kind) and has_constants(change.kind):
        keep, change = change, keep
    if keep.kind == "string" and op not in _EQUALITY:
        return f"write {keep.text} in [ … ], for a text has no such order"
    if keep.kind == "enum":
        return f"write {_choice(keep)}"
    if isinstance(change.expr, ListLiteral):
        items = [constant_of(keep.kind, item) for item in change.expr.items]
        form = next((item for item in items if "such as" in item or " or " in item), "")
        return f"write a list in which each is {form}" if form else f"write [{', '.join(items)}]"
    return f"write {constant_of(keep.kind, change.expr)}"


def _of_one_kind(left: Typed, right: Typed) -> str:
    """What to write for a date beside a timestamp: a constant of the other kind, where one is written."""
    for keep, change in ((left, right), (right, left)):
        if isinstance(change.expr, Call):
            return f"write {constant_of(keep.kind, change.expr)}"
    return two_of_a_kind(left.expr, right.expr)


def _choice(enum: Typed) -> str:
    return "one of " + listed([f'"{word}"' for word in _words(enum.type)])


def _of_parts(op: str, left: Typed, right: Typed) -> str:
    """What to write where one side has parts."""
    parts, other = (left, right) if not isinstance(left.type, Scalar) else (right, left)
    if isinstance(parts.type, ObjectType):
        return f"write one of its fields, such as {parts.text}.{_first(parts.type, other.type)} {op} …"
    if other.kind in _NUMBERS and isinstance(parts.type, ListOf) and word_of(parts.type.item) not in _NUMBERS:
        sized = f"size({parts.text})"
        return f"write {sized} {op} {other.text}" if parts is left else f"write {other.text} {op} {sized}"
    if isinstance(other.expr, ListLiteral) and not other.expr.items:
        return f"write size({parts.text}) {op} 0"
    if isinstance(other.type, Scalar) and op in _EQUALITY:
        return f"write {other.text} in {parts.text}"
    return f"to test its elements write {parts.text}.all(x, x …)"


def _days_against_months(left: Typed, right: Typed) -> bool:
    """Whether a computed number of days meets months. Two constants may: what they come to is known."""
    counted = {_counts(left.type), _counts(right.type)}
    return counted == {("exact",), ("months",)} and not (is_constant(left.expr) and is_constant(right.expr))


def _on_the_calendar(op: str, left: Expression, right: Expression) -> str:
    """Days between two dates against months: as a comparison of dates, where that can be told."""
    for between, measure, seen in ((left, right, _MIRRORED.get(op, op)), (right, left, op)):
        match between:
            case Binary("-", later, earlier):
                dates = Binary(seen, Binary("+", earlier, measure), later)
                return f"days are no months; write {render(dates)}"
    return "days are no months; write both in days or both in months"


def _wrong(span: Span, message: str, code: str = "wrong-type") -> Fault:
    return Fault(span[0], message, span[1], code)


def _first(kind: ObjectType, beside: Type = ANY) -> str:
    """The first field of an object that is of the type beside it, else the first."""
    alike = (name for name, field in kind.fields.items() if word_of(type_of(field)) == word_of(beside))
    return [*alike, *kind.fields, "field"][0]


def _words(kind: Type) -> tuple[str, ...]:
    return kind.words if isinstance(kind, Scalar) else ()


def _counts(kind: Type) -> tuple[str, ...]:
    return _words(kind) if word_of(kind) == "duration" else ()


def _is_secret(typed: Typed) -> bool:
    return isinstance(typed.type, Scalar) and typed.type.secret
