"""Documents against their schemas: what stands, and a diagnostic with a place for what does not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Generic, TypeAlias

from reglint.documents.lookup import nearest, plain
from reglint.documents.node import Node
from reglint.documents.pointer import child
from reglint.law.fault_words import said
from reglint.law.strict_schema import Fault, Model, validated
from reglint.law.wanted import JsonSchema
from reglint.model.diagnostic import Diagnostic
from reglint.model.place import Place
from reglint.model.spelling import closest

Locate: TypeAlias = Callable[[str], Place]

_MISSING, _UNKNOWN = "missing", "extra_forbidden"
_CODES = {_MISSING: "missing-key", _UNKNOWN: "unknown-key"}


@dataclass(frozen=True, slots=True)
class Entries(Generic[Model]):
    """A validated document and the node of each of its entries. Faulty entries are in neither."""

    model: Model | None
    nodes: tuple[Node, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_entries(model: type[Model], root: Node, path: str, *, entries: str | None = None) -> Entries[Model]:
    """The document under `root` as a model whose list `entries` holds only the sound ones.

    The model is None where the document is faulty outside of that list. Every fault has its diagnostic.
    """
    result = validated(model, plain(root), entries=entries)
    wanted = model.model_json_schema() if result.faults else {}
    return Entries(
        result.model,
        tuple(member(member(root, entries), position) for position in result.kept) if entries else (),
        tuple(
            _diagnostic(fault, root, path, wanted)
            for fault in result.faults
            if not _is_misspelt(fault, result.faults)
        ),
    )


def member(node: Node, step: str | int) -> Node:
    """What a node holds under a key or at a position. Raises KeyError where there is nothing."""
    if isinstance(node.value, tuple) and isinstance(step, int):
        return node.value[step]
    if isinstance(node.value, Mapping) and isinstance(step, str):
        return node.value[step]
    raise KeyError(step)


def locator(root: Node, path: str) -> Locate:
    """The place of a pointer in a document; of its nearest ancestor where nothing stands there."""
    return lambda pointer: nearest(root, pointer).place(path)


def said_at(place: Place, code: str, message: str, hint: str = "") -> Diagnostic:
    """A diagnostic of level error at a place."""
    return Diagnostic(code, message, place.path, place.line, place.column, hint)


def _is_misspelt(fault: Fault, others: Iterable[Fault]) -> bool:
    """Whether a key is missing only because an unknown one beside it is it, misspelt."""
    if fault.kind != _MISSING:
        return False
    unknown = (other.route for other in others if other.kind == _UNKNOWN)
    beside = (route[-1] for route in unknown if route[:-1] == fault.route[:-1])
    return any(closest(str(word), [str(fault.route[-1])]) for word in beside)


def _diagnostic(fault: Fault, root: Node, path: str, wanted: JsonSchema) -> Diagnostic:
    node = nearest(root, reduce(child, fault.route, ""))
    message, hint = said(fault, node, wanted)
    if fault.kind in _CODES:
        return said_at(node.key_place(path), _CODES[fault.kind], message, hint)
    return said_at(node.place(path), "wrong-value", message, hint)
