"""From an expression to what it claims: negations pushed in, chains made flat, filters made guards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from reglint.language.constants import constant_value
from reglint.language.sentence.claims import Alike, Choice, Claim, Constant, Every, Given, Joined, Plain, Some
from reglint.language.sentence.idioms import as_count, as_idiom, included_together
from reglint.language.sentence.names import Bound, Names, bind, element_of, value_kind
from reglint.language.sentence.shapes import (
    all_but_denied,
    as_implication,
    grouped,
    has_macro,
    is_exemption,
    operands_of,
    stated_pair,
    together,
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


def claim_of(expr: Expression, names: Names, *, holds: bool = True) -> Claim:
    """What the condition says, or the opposite of it where `holds` is false."""
    match expr:
        case Unary("!", operand):
            return claim_of(operand, names, holds=not holds)
        case Binary(operator) if operator in _BINARIES:
            return _BINARIES[operator](expr, names, holds=holds)
        case Call("implies", (guard, body)):
            return _implication(guard, body, names, holds=holds)
        case Conditional():
            return _choice(expr, names, holds=holds)
        case Macro(_, "all" | "exists" | "exists_one"):
            return _quantified(expr, names, holds=holds)
    return _plain(expr, names, holds=holds)


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


def _chain(expr: Binary, names: Names, *, holds: bool) -> Claim:
    implied = as_implication(expr) if holds and expr.operator == "||" else None
    if implied is not None:
        return _implication(*implied, names, holds=True)
    operator = expr.operator if holds else _OPPOSITE[expr.operator]
    operands = grouped(tuple(operands_of(expr, expr.operator)), expr.operator)
    return joined(_JOINTS[operator], _claims(operands, names, operator=expr.operator, holds=holds))


def _claims(operands: tuple[Expression, ...], names: Names, *, operator: str, holds: bool) -> Iterator[Claim]:
    """The claims of a chain; in one of `&&`, `has(x)` and a condition on x are one claim."""
    at = 0
    while at < len(operands):
        condition = stated_pair(operands[at : at + 2]) if operator == "&&" else None
        both = None if condition is None else _stated(claim_of(condition, names), holds=holds)
        yield claim_of(operands[at], names, holds=holds) if both is None else both
        at += 1 if both is None else 2


def _stated(said: Claim, *, holds: bool) -> Claim | None:
    """What is said of something, as said of something that is stated besides; None where that has no word."""
    match said:
        case Plain(expr, names, positive):
            return Plain(expr, names, positive, "said" if holds else "unsaid")
        case Some(element, "some", guard) if guard is not None and holds:
            return Some(element, "stated", guard)
    return None


def _implication(guard: Expression, body: Expression, names: Names, *, holds: bool) -> Claim:
    if not holds:
        return joined("and", (claim_of(guard, names), claim_of(body, names, holds=False)))
    exempt = is_exemption(guard)
    match body:
        case Call("implies", (further, last)) if not (exempt or is_exemption(further)):
            return _implication(Binary("&&", guard, further), last, names, holds=True)
    said = claim_of(body, names)
    if exempt and isinstance(said, Plain):
        return Given(claim_of(guard, names.named(), holds=False), said, exempt)
    required = claim_of(body, names.named()) if has_macro(guard) else said
    return Given(claim_of(guard, names, holds=not exempt), required, exempt)


def _choice(expr: Conditional, names: Names, *, holds: bool) -> Claim:
    """One of two claims; a branch that is constant leaves a condition of the other."""
    condition = claim_of(expr.condition, names)
    yes, no = (claim_of(branch, names, holds=holds) for branch in (expr.yes, expr.no))
    if no == Constant(holds=True):
        return Given(condition, yes)
    if yes == Constant(holds=True):
        return Given(condition, no, exempt=True)
    if no == Constant(holds=False):
        return joined("and", (condition, yes))
    if yes == Constant(holds=False):
        return joined("and", (claim_of(expr.condition, names, holds=False), no))
    return Choice(condition, yes, no)


def _quantified(expr: Macro, names: Names, *, holds: bool) -> Claim:
    """A filter before a macro is a guard of it, and a macro that is denied is its counterpart."""
    idiom = as_idiom(expr, names, holds=holds)
    if idiom is not None:
        return idiom
    listing, filters = unfiltered(expr.operand)
    element = element_of(listing, names)
    inside = bind((*(each.variable for each in filters), expr.variable), element)
    asked = tuple(each.body for each in filters)
    match expr:
        case Macro(_, "all", _, Unary("!", Binary("&&") as together_denied)) if holds:
            return _none(element, (*asked, together_denied), inside)
        case Macro(_, "all", _, body) if holds:
            return _every(element, asked, body, inside)
        case Macro(_, "exists", _, body) if not holds:
            return _none(element, (*asked, body), inside)
    met = claim_of(expr.body, inside, holds=expr.macro != "all")
    guard = joined("and", (*(claim_of(each, inside) for each in asked), met))
    return Some(element, _count(expr.macro, holds=holds), guard)


def _count(macro: str, *, holds: bool) -> str:
    if macro == "exists_one":
        return "one" if holds else "not_one"
    return "some"


def _none(element: Bound, asked: tuple[Expression, ...], inside: Names) -> Claim:
    """That no element is so. None that is not is every one that is."""
    operands = tuple(part for each in asked for part in operands_of(each, "&&"))
    found = all_but_denied(operands)
    if found is not None:
        others, denied = found
        return _every(element, (together(others),) if others else (), denied, inside)
    return Some(element, "none", joined("and", (claim_of(each, inside) for each in asked)))


def _every(element: Bound, asked: tuple[Expression, ...], body: Expression, inside: Names) -> Claim:
    exempt = len(asked) == 1 and is_exemption(asked[0])
    duty_first = exempt and _is_duty(claim_of(body, inside))
    within = inside.named() if not duty_first and any(has_macro(each) for each in asked) else inside
    required = claim_of(body, within)
    if not asked:
        return Every(element, required)
    guarded = inside.named() if duty_first else inside
    guards = (claim_of(each, guarded, holds=not exempt) for each in asked)
    return Every(element, required, joined("and", guards), exempt)


def _is_duty(claim: Claim) -> bool:
    """Whether a claim is said before its exceptions, which then name what they are about."""
    match claim:
        case Plain() | Given(_, Plain(), True):
            return True
    return False


def _equation(expr: Binary, names: Names, *, holds: bool) -> Claim:
    """An equation of conditions is one of them, or says that both are alike."""
    alike = holds == (expr.operator == "==")
    for one, other in ((expr.left, expr.right), (expr.right, expr.left)):
        if isinstance(one, Literal) and isinstance(one.value, bool):
            return claim_of(other, names, holds=one.value == alike)
    if value_kind(expr.left, names) == "bool" and constant_value(expr) is None:
        return Alike(claim_of(expr.left, names), claim_of(expr.right, names), alike)
    return _plain(expr, names, holds=holds)


def _plain(expr: Expression, names: Names, *, holds: bool) -> Claim:
    value = constant_value(expr)
    counted = as_count(expr, names, holds=holds)
    if isinstance(value, bool):
        return Constant(value == holds)
    if counted is None:
        return Plain(expr, names, holds)
    count, (listing, filters) = counted[0], unfiltered(counted[1])
    element = element_of(listing, names)
    inside = bind((each.variable for each in filters), element)
    claims = [claim_of(each.body, inside) for each in filters]
    return Some(element, count, joined("and", claims) if claims else None)


_BINARIES: Mapping[str, Callable[..., Claim]] = {
    **dict.fromkeys(("&&", "||"), _chain),
    **dict.fromkeys(("==", "!="), _equation),
}
