"""Numbers and texts as they are written in an expression, read as values."""

from __future__ import annotations

import re
from decimal import Decimal

MAX_DIGITS = 64

_SIMPLE = {
    "a": "\a",
    "b": "\b",
    "f": "\f",
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "v": "\v",
    "\\": "\\",
    "?": "?",
    '"': '"',
    "'": "'",
    "`": "`",
}
_ESCAPE = re.compile(
    r"\\(?:([abfnrtv\\?\"'`])|[xX]([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2})|(.))",
    re.DOTALL,
)
_LINE_END = re.compile(r"\r\n?")
_HIDDEN = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]')


def read_number(text: str) -> int | Decimal:
    """The whole number (also `0x1F`) or the exact decimal. Raises ValueError that says what to write."""
    if text[:2] == "0X":
        raise ValueError(f"{text} is no number; write 0x{text[2:]}")
    if text[:2] == "0x":
        return int(_few_digits(text[2:], text), 16)
    mantissa, _, exponent = text.lower().partition("e")
    _few_digits(mantissa.replace(".", ""), text)
    if not exponent and "." not in mantissa:
        return int(mantissa)
    if len(exponent.lstrip("+-0")) > len(str(MAX_DIGITS)):
        raise ValueError(_too_long(text))
    number = Decimal(text)
    if not -MAX_DIGITS <= number.adjusted() < MAX_DIGITS:
        raise ValueError(_too_long(text))
    return number


def read_text(text: str) -> str:
    r"""The text inside its quotes, escapes resolved and lines ended by \n.

    Raises ValueError that says what to write.

    >>> read_text(r"'a\t\u00e9'") == "a\t\u00e9"
    True
    """
    raw = text[0] in "rR"
    quoted = text[1:] if raw else text
    width = 3 if quoted[:3] in {'"""', "'''"} else 1
    inside = _LINE_END.sub("\n", quoted[width:-width])
    return inside if raw else _ESCAPE.sub(_resolved, inside)


def write_text(value: str) -> str:
    """A literal that reads as the value, in double quotes."""
    return f'"{_HIDDEN.sub(_escaped, value)}"'


def write_decimal(value: Decimal) -> str:
    """A literal that reads as the decimal, never as a whole number."""
    text = str(value)
    return text if "." in text or "E" in text else f"{text}.0"


def _few_digits(digits: str, text: str) -> str:
    if len(digits) > MAX_DIGITS:
        raise ValueError(_too_long(text))
    return digits


def _too_long(text: str) -> str:
    return f"{text[:12]}… is too long a number; write at most {MAX_DIGITS} digits"


def _resolved(match: re.Match[str]) -> str:
    simple, byte, short, long, octal, wrong = match.groups()
    if simple:
        return _SIMPLE[simple]
    if wrong:
        raise ValueError(f'"\\{wrong}" is no escape; write "\\\\" for a backslash')
    code = int(octal, 8) if octal else int(byte or short or long, 16)
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 - Unicode's last code point and its surrogates
        raise ValueError(f"\\{match[0][1:]} is no character of Unicode; write one that is")
    return chr(code)


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    return f"\\{char}" if char in '"\\' else f"\\u{ord(char):04x}"
