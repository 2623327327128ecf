"""The value of one setting, read from its node by the type that the schema gives it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TypeAlias

from reglint.documents.credentials import mask_credentials
from reglint.documents.node import Node
from reglint.facts.secret import strength
from reglint.model.duration import parse_duration
from reglint.model.fact import Unknown, Value
from reglint.model.quantity import (
    Percent,
    parse_cidr,
    parse_date,
    parse_ip,
    parse_money,
    parse_percent,
    parse_timestamp,
    parse_version,
)
from reglint.model.schema import SECRET_CLASSES, ScalarType
from reglint.model.spelling import closest
from reglint.model.verdict import Reason

Leaf: TypeAlias = tuple[Value | Unknown, str]

_FROM_TEXT: Mapping[str, tuple[Callable[[str], Value], str]] = {
    "duration": (parse_duration, "write 180 days, 6 months, 4 hours …"),
    "money": (parse_money, "write 50000000 CNY"),
    "percent": (parse_percent, "write 99.9 %"),
    "version": (parse_version, 'write "1.2" in quotes'),
    "date": (parse_date, "write 2026-03-01"),
    "timestamp": (parse_timestamp, "write 2026-03-01T09:30:00+08:00"),
    "ip": (parse_ip, "write 10.0.0.1"),
    "cidr": (parse_cidr, "write 10.0.0.0/8"),
}
_UNITS = dict.fromkeys(("duration", "money", "percent"), " with its unit")


def read_leaf(node: Node, kind: ScalarType) -> Leaf:
    """The value and, where the node does not fit the type, an unknown and what to write ("" where it fits).

    A key without a value is unknown with reason `null`, and nothing is wrong with it. A sensitive text
    comes back as its class.
    """
    if node.value is None:
        return Unknown(Reason.NULL), ""
    if isinstance(node.value, (tuple, Mapping)):
        return _mistyped(f"one value is wanted here, not {_shape(node)}")
    if kind.sensitive:
        return _secret(node.text)
    if kind.kind in _FROM_TEXT:
        return _from_text(node, kind)
    return _PLAIN[kind.kind](node, kind)


def shown(value: Value | Unknown, node: Node | None = None) -> str:
    """A value as a person may see it: what looks like a credential in it is hidden.

    >>> shown(True), shown("80"), shown(Unknown(Reason.NULL))
    ('true', '80', '')
    """
    if isinstance(value, Unknown):
        return mask_credentials(node.text) if node is not None and value.reason is Reason.UNRESOLVED else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return mask_credentials(str(value))


def did_you_mean(word: str, words: list[str]) -> str:
    """`; did you mean "x"?`, or nothing where no word is near."""
    near = closest(word, words)
    return f'; did you mean "{near}"?' if near else ""


def _secret(text: str) -> Leaf:
    secret_class = text if text in SECRET_CLASSES else strength(text)
    if secret_class == "placeholder":  # noqa: S105 - the name of a class
        return Unknown(Reason.UNRESOLVED, "the text stands for a value that is not in the file"), ""
    return secret_class, ""


def _from_text(node: Node, kind: ScalarType) -> Leaf:
    name, (parse, write) = kind.kind, _FROM_TEXT[kind.kind]
    if not isinstance(node.value, str):
        article = "an" if name[0] in "aeiou" else "a"
        return _mistyped(f"{node.text} is no {name}: {article} {name} is text{_UNITS.get(name, '')}; {write}")
    try:
        value = parse(node.value)
    except ValueError as fault:
        return _mistyped(str(fault))
    if isinstance(value, Percent):
        return _bounded(value, value.amount, kind, " %")
    return value, ""


def _boolean(node: Node, _kind: ScalarType) -> Leaf:
    if isinstance(node.value, bool):
        return node.value, ""
    return _mistyped(f'"{node.text}" is neither true nor false; write true or false')


def _integer(node: Node, kind: ScalarType) -> Leaf:
    if isinstance(node.value, bool) or not isinstance(node.value, int):
        return _mistyped(f'"{node.text}" is no whole number; write one without quotes')
    return _bounded(node.value, node.value, kind)


def _bounded(value: Value, number: int | Decimal, kind: ScalarType, unit: str = "") -> Leaf:
    if kind.minimum is not None and number < kind.minimum:
        return _mistyped(f"{value} is below {kind.minimum}{unit}, the least that can be")
    if kind.maximum is not None and number > kind.maximum:
        return _mistyped(f"{value} is above {kind.maximum}{unit}, the most that can be")
    return value, ""


def _decimal(node: Node, _kind: ScalarType) -> Leaf:
    if isinstance(node.value, bool) or not isinstance(node.value, (int, Decimal)):
        return _mistyped(f'"{node.text}" is no number; write one without quotes')
    return Decimal(node.value), ""


def _string(node: Node, _kind: ScalarType) -> Leaf:
    if isinstance(node.value, str):
        return node.value, ""
    return _mistyped(f'{node.text} is no text; write "{node.text}" in quotes')


def _enum(node: Node, kind: ScalarType) -> Leaf:
    if isinstance(node.value, str) and node.value in kind.values:
        return node.value, ""
    near = did_you_mean(node.text, list(kind.values)) or f"; write one of {', '.join(kind.values)}"
    return _mistyped(f'"{node.text}" is not known here{near}')


_PLAIN: Mapping[str, Callable[[Node, ScalarType], Leaf]] = {
    "boolean": _boolean,
    "integer": _integer,
    "decimal": _decimal,
    "string": _string,
    "enum": _enum,
}


def _mistyped(text: str) -> Leaf:
    message = mask_credentials(text)
    return Unknown(Reason.MISTYPED, message), message


def _shape(node: Node) -> str:
    return "a list" if isinstance(node.value, tuple) else "a mapping"
