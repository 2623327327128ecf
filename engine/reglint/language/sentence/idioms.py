"""Ways to write what has words of its own: elements that differ, constants in a list, lists with nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from reglint.language.constants import constant_value, is_constant
from reglint.language.sentence.claims import Claim, Includes, Plain, Some
from reglint.language.sentence.names import Names, element_of, value_kind
from reglint.language.syntax import (
    Binary,
    Call,
    Expression,
    ListLiteral,
    Literal,
    Macro,
    Member,
    Method,
    Name,
)

_COUNTS: Mapping[tuple[str, int], str] = {
    ("==", 0): "none",
    ("<", 1): "none",
    ("<=", 0): "none",
    ("!=", 0): "some",
    (">=", 1): "some",
    (">", 0): "some",
    ("==", 1): "one",
    ("!=", 1): "not_one",
}
"""How many elements a list has whose size compares so with a number."""
_OTHERWISE = {"none": "some", "some": "none", "one": "not_one", "not_one": "one"}

_JOINTS = {"all": "and", "exists": "or"}


def as_idiom(expr: Macro, names: Names, *, holds: bool) -> Claim | None:
    """A macro that is only the way to write something simpler; None for any other."""
    match expr:
        case Macro(
            listing, "exists", one, Macro(same, "exists", other, Binary("!=", Name(left), Name(right)))
        ):
            if same == listing and {left, right} == {one, other}:
                return Some(element_of(listing, names), "two" if holds else "not_two")
        case Macro(listing, "exists", one, Binary("==", Name(left), right)):
            if left == one and is_constant(right) and _is_fact(listing):
                return Plain(Binary("in", right, listing, expr.span), names, holds)
        case Macro(ListLiteral(items), "all" | "exists" as macro, one, Binary("in", Name(left), listing)):
            constant = items and constant_value(expr.operand) is not None
            if holds and left == one and _is_fact(listing) and constant:
                return Includes(listing, items, names, _JOINTS[macro])
    return None


def as_count(expr: Expression, names: Names, *, holds: bool) -> tuple[str, Expression] | None:
    """Whether a list has some, none or one element, and which list; None where its size is not asked so."""
    match expr:
        case Binary(operator, Call("size", (listed,)) | Method(listed, "size"), Literal(_, int(number))):
            count = _COUNTS.get((operator, number))
            if count is not None and value_kind(listed, names) == "list":
                return count if holds else _OTHERWISE[count], listed
    return None


def included_together(claims: Iterable[Claim], joint: str) -> tuple[Claim, ...]:
    """Claims that are joined, those that a list has one constant as one that it has them all, or any."""
    return tuple(
        claim
        for listing, group in groupby(claims, _searched)
        for claim in _as_inclusion(listing, tuple(group), joint)
    )


def _searched(claim: Claim) -> Expression | None:
    """The list of facts that a claim says to have a constant; None for any other claim."""
    match claim:
        case Plain(Binary("in", item, listing), _, True, "") if is_constant(item) and _is_fact(listing):
            return listing
    return None


def _as_inclusion(listing: Expression | None, claims: tuple[Claim, ...], joint: str) -> tuple[Claim, ...]:
    found = [claim for claim in claims if isinstance(claim, Plain) and isinstance(claim.expr, Binary)]
    if listing is None or len(claims) == 1:
        return claims
    items = tuple(claim.expr.left for claim in found if isinstance(claim.expr, Binary))
    return (Includes(listing, items, found[0].names, joint),)


def _is_fact(listing: Expression) -> bool:
    return isinstance(listing, (Name, Member))
