"""The expressions of a rule: their trees, and their faults at their places in the YAML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeAlias

from reglint.documents.node import Node
from reglint.language.checker import check
from reglint.language.fault import Fault
from reglint.language.parser import parse_syntax
from reglint.language.syntax import Expression
from reglint.law.validate import said_at
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.schema import ObjectType
from reglint.packs.scalar_places import offset_place

Faults: TypeAlias = tuple[Diagnostic, ...]

_NO_NAME = re.compile(r"[^\w.]")
_BEFORE_DOT = frozenset("\"')]")


def read_expression(
    scalar: Node, path: str, schema: ObjectType, *, text: str = "", presence: Level | None = None
) -> tuple[Expression | None, Faults]:
    """The tree of the condition in a YAML scalar, checked against the schema, and its faults and warnings.

    The tree is None where there is an error. `text` is that of the file: with it, places are exact in scalars
    of several lines and with escapes too. `presence` is the level at which `has` is a fault, None where it is
    none.
    """
    source = scalar.value if isinstance(scalar.value, str) else scalar.text
    expression = parse_syntax(source)
    if isinstance(expression, tuple):
        return None, _diagnostics(expression, scalar, path, text)
    checked = check(expression, schema, presence=presence)
    if isinstance(checked, tuple):
        return None, _diagnostics(checked, scalar, path, text)
    return expression, _diagnostics(checked.warnings, scalar, path, text)


def _diagnostics(faults: Iterable[Fault], scalar: Node, path: str, text: str) -> Faults:
    return tuple(_diagnostic(fault, scalar, path, text) for fault in faults)


def _diagnostic(fault: Fault, scalar: Node, path: str, text: str) -> Diagnostic:
    place = offset_place(scalar, path, fault.offset, text=text)
    message = _sentence(fault.message, scalar.text[fault.offset : fault.end])
    return replace(said_at(place, fault.code, message), level=fault.level)


def _sentence(message: str, spot: str) -> str:
    """The message as a sentence. A word of the rule at its start keeps its case; no dot follows a sign."""
    end = "." if message[-1].isalnum() or message[-1] in _BEFORE_DOT else ""
    name, *_ = _NO_NAME.split(message, maxsplit=1)
    first, *_ = _NO_NAME.split(spot, maxsplit=1)
    named = "." in name or first == name or first.startswith(f"{name}.")
    start = message[:1] if named else message[:1].upper()
    return start + message[1:] + end
