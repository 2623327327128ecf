"""The type of a YAML scalar: by the core schema of YAML 1.2.2, or by YAML 1.1 for products that keep to it.

Dates stay text in both. A number that is not finite is refused: no setting that a rule reads can be one.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TypeAlias

from reglint.documents.numbers import fraction, number_or_text, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from reglint.documents.node import Scalar
    from reglint.documents.source import Source

Schema: TypeAlias = Literal["1.2", "1.1"]
TAG = "tag:yaml.org,2002:"

_STARTS = frozenset("+-.0123456789~nNtTfF")
_STARTS_11 = _STARTS | frozenset("yYoO")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_BOOLEANS_11 = _BOOLEANS | {
    word: truth
    for low, truth in (("yes", True), ("on", True), ("no", False), ("off", False))
    for word in (low, low.title(), low.upper())
}
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_INTEGER = re.compile(r"[-+]?[0-9]+")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_INTEGER_11 = re.compile(r"[-+]?(?:0b[01][01_]*|0x[0-9a-fA-F][0-9a-fA-F_]*|0[0-7_]*|[1-9][0-9_]*)")
_FLOAT_11 = re.compile(r"[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?")
_SIXTIES = re.compile(r"[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+")
_FORCED: dict[str, tuple[type, ...]] = {
    "int": (int,),
    "float": (int, Decimal),
    "bool": (bool,),
    "null": (type(None),),
}


def plain_scalar(text: str, schema: Schema, source: Source, offset: int) -> Scalar:
    """The value of a scalar without quotes and without a tag.

    A number that is too long becomes its text with a warning; one that is not finite refuses the document.
    """
    if text and text[0] not in (_STARTS if schema == "1.2" else _STARTS_11):
        return text
    if text in _NULLS:
        return None
    booleans = _BOOLEANS if schema == "1.2" else _BOOLEANS_11
    if text in booleans:
        return booleans[text]
    if _NOT_FINITE.fullmatch(text):
        hint = "Write a number, or quote the word."
        raise source.refusal("not-finite", f"{text} is no finite number.", offset, hint=hint)
    read = _number_12(text) if schema == "1.2" else _number_11(text)
    return text if read is None else number_or_text(read, text, source, offset)


def tagged_scalar(text: str, tag: str, schema: Schema, source: Source, offset: int) -> Scalar:
    """The value of a scalar under a tag: what the standard tags say, and the text under all others."""
    kind = tag.removeprefix(TAG)
    wanted = _FORCED.get(kind) if tag.startswith(TAG) else None
    if wanted is None:
        return text
    value = plain_scalar(text, schema, source, offset)
    if not isinstance(value, wanted) or (isinstance(value, bool) and kind != "bool"):
        raise source.refusal("tag", f"The value does not fit !!{kind}.", offset)
    return value


def _number_12(text: str) -> Callable[[str], int | Decimal] | None:
    if _INTEGER.fullmatch(text):
        return whole
    if _BASED.fullmatch(text):
        return _prefixed
    return fraction if _FLOAT.fullmatch(text) else None


def _number_11(text: str) -> Callable[[str], int | Decimal] | None:
    if _INTEGER_11.fullmatch(text):
        return _prefixed_11
    if _FLOAT_11.fullmatch(text):
        return _fraction_11
    return _sixties if _SIXTIES.fullmatch(text) else None


def _prefixed(text: str) -> int:
    return whole(text[2:], 16 if text[1] == "x" else 8)


def _prefixed_11(text: str) -> int:
    digits = text.replace("_", "")
    sign = "-" if digits.startswith("-") else ""
    digits = digits.lstrip("+-")
    for prefix, base in (("0b", 2), ("0x", 16), ("0", 8)):
        if digits.startswith(prefix) and digits != "0":
            return whole(sign + digits.removeprefix(prefix), base)
    return whole(sign + digits)


def _fraction_11(text: str) -> Decimal:
    return fraction(text.replace("_", ""))


def _sixties(text: str) -> int:
    sign = -1 if text.startswith("-") else 1
    total = 0
    for part in text.lstrip("+-").replace("_", "").split(":"):
        total = whole(str(total * 60 + whole(part)))
    return sign * total
