"""How much of a rule on a platform is shown: so many parts, and of long lists the elements that decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reglint.language.outcome import Outcome
from reglint.language.sentence.shapes import operands_of, unfiltered
from reglint.language.syntax import Binary, Call, Conditional, Expression, Macro, Unary

MOST_PARTS = 4_000
"""How many parts of an expression are shown."""

_FEW = 5
"""How many elements of a list inside of another are worth the room of one more outside."""

_DECISIVE: Mapping[str, Sequence[bool | None]] = {"all": (False, None, True)}
_OF_OTHERS = (True, None, False)
"""What the elements of a macro come to, that which decides first."""


def divided(macro: str, results: Sequence[Outcome], most: int) -> tuple[Sequence[int], Sequence[int]]:
    """Which elements of a macro are shown, in order, and which are not: what decides comes first."""
    order = _DECISIVE.get(macro, _OF_OTHERS)
    ranked = sorted(range(len(results)), key=lambda at: order.index(truth_of(results[at])))
    return sorted(ranked[:most]), ranked[most:]


def truth_of(outcome: Outcome) -> bool | None:
    """True or false; None for an unknown."""
    value = outcome.value
    return value if isinstance(value, bool) else None


def room_of_element(macro: Macro) -> int:
    """The parts that an element of a macro takes: itself, the filters, the condition, and those inside."""
    return 1 + sum(_room_of(each.body) for each in (*unfiltered(macro.operand)[1], macro))


def _room_of(expr: Expression) -> int:
    """The parts of an expression that there should be room for, itself included."""
    match expr:
        case Binary("&&" | "||" as operator):
            return 1 + sum(map(_room_of, operands_of(expr, operator)))
        case Unary("!", operand):
            return 1 + _room_of(operand)
        case Call("implies", arguments):
            return 1 + sum(map(_room_of, arguments))
        case Conditional(condition, yes, no):
            return 1 + sum(map(_room_of, (condition, yes, no)))
        case Macro():
            return 1 + _FEW * room_of_element(expr)
    return 1
