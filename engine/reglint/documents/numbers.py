"""Numbers of strangers: exact, and never long enough to hurt."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reglint.documents.limits import MAX_DIGITS
from reglint.model.diagnostic import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from reglint.documents.source import Source

_MAX_DECIMAL = 64
_MAX_EXPONENT = 400


class TooLongError(ValueError):
    """A number with more digits than are read as a number."""


def whole(text: str, base: int = 10) -> int:
    """The integer that a sign and digits of a base write. Raises TooLongError over 18 digits of base ten.

    >>> whole("-0123"), whole("ff", 16)
    (-123, 255)
    """
    if len(text) <= MAX_DIGITS * 4:  # binary has the most digits for its size: 60 bits for 18 digits of ten
        number = int(text, base)
        if abs(number) < 10**MAX_DIGITS:
            return number
    raise TooLongError(f"An integer of more than {MAX_DIGITS} digits is kept as text.")


def fraction(text: str) -> Decimal:
    """The decimal that a text writes. Raises TooLongError where writing it out would take pages.

    >>> fraction("1.10"), fraction(".5e3")
    (Decimal('1.10'), Decimal('5E+2'))
    """
    _, _, exponent = text.lower().partition("e")
    if len(text) > _MAX_DECIMAL or (exponent and abs(int(exponent)) > _MAX_EXPONENT):
        raise TooLongError(f"A decimal over {_MAX_DECIMAL} digits or 10^{_MAX_EXPONENT} is kept as text.")
    return Decimal(text)


def number_or_text(
    read: Callable[[str], int | Decimal], text: str, source: Source, offset: int
) -> int | Decimal | str:
    """The number that `read` makes of a text; the text itself and a warning where it is too long."""
    try:
        return read(text)
    except TooLongError as fault:
        source.note("number", str(fault), offset, level=Level.WARNING)
        return text
