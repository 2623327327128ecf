"""One thing beside itself, moved by a constant: `r.last > r.last + days(1)`."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from reglint.language.constants import constant_value, is_constant
from reglint.language.measure import measured
from reglint.language.syntax import Binary, Expression
from reglint.model.interval import relation

Moved: TypeAlias = tuple[Expression, str, Any]  # what is moved; in which measure and how far, "" and 0 if not

_SIGNS: Mapping[str, int] = {"+": 1, "-": -1}


def beside_itself(op: str, left: Expression, right: Expression) -> tuple[bool, Expression] | None:
    """What `left op right` always comes to where both sides are one thing, and that thing; else None.

    Moved by more of one measure, whatever it is, a thing comes later or is more: months too, though they
    have no one length.
    """
    one, measure, amount = _moved(left)
    other, other_measure, other_amount = _moved(right)
    if one != other or (measure and other_measure and measure != other_measure):
        return None
    always = relation(op, (amount, amount), (other_amount, other_amount))
    return None if always is None else (always, one)


def _moved(expr: Expression) -> Moved:
    match expr:
        case Binary(("+" | "-") as sign, base, step) if not is_constant(base):
            return _by(base, step, sign) or (expr, "", 0)
        case Binary("+" as sign, step, base):
            return _by(base, step, sign) or (expr, "", 0)
    return expr, "", 0


def _by(base: Expression, step: Expression, sign: str) -> Moved | None:
    """What is moved by a constant, None where the step is none or has no amount."""
    measure, amount = measured(constant_value(step)) or ("", None)
    if isinstance(amount, bool) or not isinstance(amount, (int, Decimal)):
        return None
    return base, measure, _SIGNS[sign] * amount
