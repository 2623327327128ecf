"""The expressions of a rule: their trees, and their faults at their places in the YAML."""

from __future__ import annotations

from reglint.documents.node import Node
from reglint.language.fault import Fault
from reglint.language.names import resolve_names
from reglint.language.parser import parse
from reglint.language.syntax import Expression
from reglint.law.validate import said_at
from reglint.model.diagnostic import Diagnostic
from reglint.model.place import Place
from reglint.model.schema import ObjectType


def read_expression(
    scalar: Node, path: str, schema: ObjectType
) -> tuple[Expression | None, tuple[Diagnostic, ...]]:
    """The tree of the expression in a YAML scalar, all its names facts of the schema; else its faults."""
    source = scalar.value if isinstance(scalar.value, str) else scalar.text
    expression = parse(source)
    if isinstance(expression, tuple):
        return None, _diagnostics(expression, "expression", scalar, path)
    faults = resolve_names(expression, schema)
    return (None if faults else expression), _diagnostics(faults, "unknown-fact", scalar, path)


def offset_place(scalar: Node, path: str, offset: int) -> Place:
    """Where the code point at an offset of a scalar's value stands in the file.

    Exact where the value stands on one line as it was written, in quotes or without; else the scalar's start.
    """
    start = scalar.place(path)
    quotes = (start.length - len(scalar.text)) // 2
    if scalar.line != scalar.end_line or scalar.text != scalar.value or quotes not in {0, 1}:
        return start
    return Place(path, start.line, start.column + quotes + offset, start.pointer)


def _diagnostics(faults: tuple[Fault, ...], code: str, scalar: Node, path: str) -> tuple[Diagnostic, ...]:
    return tuple(
        said_at(offset_place(scalar, path, fault.offset), code, _sentence(fault.message)) for fault in faults
    )


def _sentence(message: str) -> str:
    end = "" if message.endswith((".", "?", "…")) else "."
    return message[:1].upper() + message[1:] + end
