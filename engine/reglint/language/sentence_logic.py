"""From an expression to what it claims: negations pushed in, chains made flat, filters made guards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from reglint.language.constants import constant_value
from reglint.language.sentence_claims import Alike, Choice, Claim, Constant, Every, Given, Joined, Plain, Some
from reglint.language.sentence_idioms import as_idiom, as_presence, included_together
from reglint.language.sentence_scope import Bound, Scope, bind, element_of, value_kind
from reglint.language.sentence_shapes import (
    grouped,
    has_macro,
    is_exemption,
    operands_of,
    stated_pair,
    unfiltered,
)
from reglint.language.syntax import (
    Binary,
    Call,
    Conditional,
    Expression,
    Literal,
    Macro,
    Unary,
)

_OPPOSITE = {"&&": "||", "||": "&&"}
_JOINTS = {"&&": "and", "||": "or"}


def claim_of(expr: Expression, scope: Scope, *, holds: bool = True) -> Claim:
    """What the condition says, or the opposite of it where `holds` is false."""
    match expr:
        case Unary("!", operand):
            return claim_of(operand, scope, holds=not holds)
        case Binary(operator) if operator in _BINARIES:
            return _BINARIES[operator](expr, scope, holds=holds)
        case Call("implies", (guard, body)):
            return _implication(guard, body, scope, holds=holds)
        case Conditional():
            return _choice(expr, scope, holds=holds)
        case Macro(_, "all" | "exists" | "exists_one"):
            return _quantified(expr, scope, holds=holds)
    return _plain(expr, scope, holds=holds)


def joined(joint: str, claims: Iterable[Claim]) -> Claim:
    """The claims as one; those that are joined in the same way are taken apart first."""
    parts = included_together((part for claim in claims for part in _parts(claim, joint)), joint)
    decisive = Constant(holds=joint == "or")
    if decisive in parts:
        return decisive
    left = tuple(part for part in parts if not isinstance(part, Constant))
    if len(left) < 2:  # noqa: PLR2004 - nothing to join
        return left[0] if left else Constant(holds=joint == "and")
    return Joined(joint, left)


def _parts(claim: Claim, joint: str) -> tuple[Claim, ...]:
    return claim.parts if isinstance(claim, Joined) and claim.joint == joint else (claim,)


def _chain(expr: Binary, scope: Scope, *, holds: bool) -> Claim:
    operator = expr.operator if holds else _OPPOSITE[expr.operator]
    operands = grouped(tuple(operands_of(expr, expr.operator)), expr.operator)
    return joined(_JOINTS[operator], _claims(operands, scope, operator=expr.operator, holds=holds))


def _claims(operands: tuple[Expression, ...], scope: Scope, *, operator: str, holds: bool) -> Iterator[Claim]:
    """The claims of a chain; in one of `&&`, `has(x)` and a condition on x are one claim."""
    at = 0
    while at < len(operands):
        condition = stated_pair(operands[at : at + 2]) if operator == "&&" else None
        both = None if condition is None else _stated(claim_of(condition, scope), holds=holds)
        yield claim_of(operands[at], scope, holds=holds) if both is None else both
        at += 1 if both is None else 2


def _stated(said: Claim, *, holds: bool) -> Claim | None:
    """What is said of something, as said of something that is stated besides; None where that has no word."""
    match said:
        case Plain(expr, scope, positive):
            return Plain(expr, scope, positive, "said" if holds else "unsaid")
        case Some(element, "some", guard) if guard is not None and holds:
            return Some(element, "stated", guard)
    return None


def _implication(guard: Expression, body: Expression, scope: Scope, *, holds: bool) -> Claim:
    if not holds:
        return joined("and", (claim_of(guard, scope), claim_of(body, scope, holds=False)))
    exempt = is_exemption(guard)
    inside = scope.named() if has_macro(guard) else scope
    return Given(claim_of(guard, scope, holds=not exempt), claim_of(body, inside), exempt)


def _choice(expr: Conditional, scope: Scope, *, holds: bool) -> Claim:
    """One of two claims; a branch that is constant leaves a condition of the other."""
    condition = claim_of(expr.condition, scope)
    yes, no = (claim_of(branch, scope, holds=holds) for branch in (expr.yes, expr.no))
    if no == Constant(holds=True):
        return Given(condition, yes)
    if yes == Constant(holds=True):
        return Given(condition, no, exempt=True)
    if no == Constant(holds=False):
        return joined("and", (condition, yes))
    if yes == Constant(holds=False):
        return joined("and", (claim_of(expr.condition, scope, holds=False), no))
    return Choice(condition, yes, no)


def _quantified(expr: Macro, scope: Scope, *, holds: bool) -> Claim:
    """A filter before a macro is a guard of it, and a macro that is denied is its counterpart."""
    idiom = as_idiom(expr, scope, holds=holds)
    if idiom is not None:
        return idiom
    listing, filters = unfiltered(expr.operand)
    element = element_of(listing, scope)
    inside = bind((*(each.variable for each in filters), expr.variable), element)
    if expr.macro == "all" and holds:
        return _every(element, filters, expr.body, inside)
    met = claim_of(expr.body, inside, holds=expr.macro != "all")
    guard = joined("and", (*(claim_of(each.body, inside) for each in filters), met))
    return Some(element, _count(expr.macro, holds=holds), guard)


def _count(macro: str, *, holds: bool) -> str:
    if macro == "exists_one":
        return "one" if holds else "not_one"
    return "some" if holds == (macro == "exists") else "none"


def _every(element: Bound, filters: tuple[Macro, ...], body: Expression, inside: Scope) -> Claim:
    within = inside.named() if any(has_macro(each.body) for each in filters) else inside
    required = claim_of(body, within)
    if not filters:
        return Every(element, required)
    exempt = len(filters) == 1 and is_exemption(filters[0].body)
    guards = (claim_of(each.body, inside, holds=not exempt) for each in filters)
    return Every(element, required, joined("and", guards), exempt)


def _equation(expr: Binary, scope: Scope, *, holds: bool) -> Claim:
    """An equation of conditions is one of them, or says that both are alike."""
    alike = holds == (expr.operator == "==")
    for one, other in ((expr.left, expr.right), (expr.right, expr.left)):
        if isinstance(one, Literal) and isinstance(one.value, bool):
            return claim_of(other, scope, holds=one.value == alike)
    if value_kind(expr.left, scope) == "bool" and constant_value(expr) is None:
        return Alike(claim_of(expr.left, scope), claim_of(expr.right, scope), alike)
    return _plain(expr, scope, holds=holds)


def _plain(expr: Expression, scope: Scope, *, holds: bool) -> Claim:
    value = constant_value(expr)
    listed = as_presence(expr, scope)
    if isinstance(value, bool):
        return Constant(value == holds)
    if listed is None:
        return Plain(expr, scope, holds)
    some, (listing, filters) = listed[0], unfiltered(listed[1])
    element = element_of(listing, scope)
    inside = bind((each.variable for each in filters), element)
    claims = [claim_of(each.body, inside) for each in filters]
    count = "some" if some == holds else "none"
    return Some(element, count, joined("and", claims) if claims else None)


_BINARIES: Mapping[str, Callable[..., Claim]] = {
    **dict.fromkeys(("&&", "||"), _chain),
    **dict.fromkeys(("==", "!="), _equation),
}
