"""Which types compare, and what to write where they don't."""

from __future__ import annotations

from collections.abc import Iterator

from reglint.language.constants import is_constant
from reglint.language.fault import Fault
from reglint.language.render import render
from reglint.language.suggest import constant_of, has_constants, listed, nearest
from reglint.language.syntax import Binary, Conditional, Expression, ListLiteral, Literal, Span
from reglint.language.type_scope import Typed
from reglint.language.types import ANY, ListOf, Scalar, Type, word_of
from reglint.model.schema import ObjectType

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
    if isinstance(listing.type, ListOf):
        if isinstance(listing.type.item, ObjectType):
            write = f"write {listing.text}.exists(x, x.{_first(listing.type.item)} == …)"
            yield _wrong(span, f'"in" compares whole elements, and these are objects; {write}')
        else:
            element = Typed(listing.expr, listing.type.item, f"{listing.fact}[]" if listing.fact else "")
            yield from comparison_faults("in", value, element, span)
    elif listing.type != ANY:
        yield _wrong(span, f"{listing.kind} has no elements; write {_instead_of_in(value, listing)}")


def _instead_of_in(value: Typed, listing: Typed) -> str:
    if listing.kind == "string":
        return f"{listing.text}.contains({value.text})"
    if isinstance(listing.type, ObjectType):
        return f"has({listing.text}.{_first(listing.type)}) for one of its fields"
    return f"{value.text} == {listing.text}, or a list in [ ]"


def _of_scalars(op: str, left: Typed, right: Typed, span: Span) -> Iterator[Fault]:
    kinds = {left.kind, right.kind}
    if "enum" in kinds and kinds <= {"enum", "string"}:
        yield from _of_words(op, left, right, span)
    elif len(kinds) > 1 and not kinds <= _NUMBERS:
        yield _wrong(span, f"cannot compare {left.kind} {op} {right.kind}; {_instead(left, right)}")
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
            message = f'"{word}" is not a {enum.fact or "word of it"}; {nearest(word, words)}'
            yield _wrong(spans.get(word, text.expr.span), message, "unknown-word")


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


def _instead(left: Typed, right: Typed) -> str:
    """What to write for the side that is likely wrong: a literal, else the one that has no unit."""
    if {left.kind, right.kind} == {"date", "timestamp"}:
        return "write two dates or two timestamps"
    keep, change = (right, left) if isinstance(left.expr, Literal) else (left, right)
    if not isinstance(change.expr, Literal) and not has_constants(keep.kind) and has_constants(change.kind):
        keep, change = change, keep
    if keep.kind == "enum":
        return f"write {_choice(keep)}"
    return f"write {constant_of(keep.kind, change.expr)}"


def _choice(enum: Typed) -> str:
    return "one of " + listed([f'"{word}"' for word in _words(enum.type)])


def _of_parts(op: str, left: Typed, right: Typed) -> str:
    """What to write where one side has parts."""
    parts, other = (left, right) if not isinstance(left.type, Scalar) else (right, left)
    if isinstance(parts.type, ObjectType):
        return f"write one of its fields, such as {parts.text}.{_first(parts.type)} {op} …"
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


def _first(kind: ObjectType) -> str:
    return next((name for name, field in kind.fields.items()), "field")


def _words(kind: Type) -> tuple[str, ...]:
    return kind.words if isinstance(kind, Scalar) else ()


def _counts(kind: Type) -> tuple[str, ...]:
    return _words(kind) if word_of(kind) == "duration" else ()


def _is_secret(typed: Typed) -> bool:
    return isinstance(typed.type, Scalar) and typed.type.secret
