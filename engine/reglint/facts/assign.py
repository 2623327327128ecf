"""`--set FACT=VALUE` and `--role JURISDICTION:ROLE`: what is said of a platform on the command line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

from reglint.documents.node import Node, Scalar
from reglint.documents.yaml import read_yaml
from reglint.facts.leaf import did_you_mean
from reglint.facts.schema import at
from reglint.model.schema import FactType, ListType, ObjectType, ScalarType

COMMAND_LINE = "command line"

Steps: TypeAlias = list[tuple[str, tuple[str, str] | None]]
"""Names from the outside in, each with the field and value that pick an element of a list."""

_STEP = re.compile(r"([a-z][a-z0-9_]*)(?:\[([^\]=]+)=([^\]]*)\])?")
_BY_TYPE = frozenset({"boolean", "integer", "decimal"})


def assign(root: Node, fact: str, text: str, schema: ObjectType) -> Node:
    """A platform file's root with one fact set, as if the file had said so.

    `fact` is a dotted name, elements by identity: `custody.accounts[id=A1].segregated`. Raises ValueError
    that says what to write where there is no such fact.
    """
    steps = _steps(fact)
    kind: FactType = schema
    for name, identity in steps:
        kind = _inside(kind, name, fact)
        if identity and isinstance(kind, ListType):
            kind = kind.item
    return _put(root, steps, _value(text, kind))


def add_role(root: Node, jurisdiction: str, role: str) -> Node:
    """A platform file's root with one more role."""
    path: Steps = [("platform", None), ("roles", None), (jurisdiction, None)]
    held = _get(_get(_get(root, "platform"), "roles"), jurisdiction)
    items = held.value if held is not None and isinstance(held.value, tuple) else ()
    return _put(root, path, _node((*items, _node(role, role))))


def empty_root() -> Node:
    """The root of a platform file that says nothing."""
    return _node({})


def _steps(fact: str) -> Steps:
    steps: Steps = []
    for part in re.split(r"\.(?![^\[]*\])", fact):
        match = _STEP.fullmatch(part)
        if match is None:
            raise ValueError(f'"{fact}" is no name of a fact; write platform.mlps_level=3')
        steps.append((match[1], (match[2], match[3]) if match[2] else None))
    return steps


def _inside(kind: FactType, name: str, fact: str) -> FactType:
    inner = at(kind, [name])
    if inner is None:
        names = list(kind.fields) if isinstance(kind, ObjectType) else []
        what = "is a list: name the element, as in [id=A1]" if isinstance(kind, ListType) else ""
        raise ValueError(
            f'unknown fact "{fact}"{did_you_mean(name, names)}{what and f"; what comes before {what}"}'
        )
    return inner


def _value(text: str, kind: FactType) -> Node:
    if isinstance(kind, ScalarType) and kind.kind not in _BY_TYPE:
        return _node(text, text)
    roots = read_yaml(text, COMMAND_LINE).roots
    return _moved(roots[0]) if roots else _node(text, text)


def _moved(node: Node) -> Node:
    inner = node.value
    if isinstance(inner, tuple):
        return _node(tuple(_moved(item) for item in inner))
    if isinstance(inner, Mapping):
        return _node({key: _moved(item) for key, item in inner.items()})
    return _node(inner, node.text)


def _put(node: Node, steps: Steps, value: Node) -> Node:
    (name, identity), *rest = steps
    held = _get(node, name)
    if identity is not None:
        inner = _put_element(held if held is not None else _node(()), identity, rest, value)
    else:
        inner = _put(held if held is not None else _node({}), rest, value) if rest else value
    fields = node.value if isinstance(node.value, Mapping) else {}
    return replace(node, value={**fields, name: inner})


def _put_element(series: Node, identity: tuple[str, str], rest: Steps, value: Node) -> Node:
    field, wanted = identity
    items = list(series.value) if isinstance(series.value, tuple) else []
    for index, item in enumerate(items):
        known = _get(item, field)
        if known is not None and known.text == wanted:
            items[index] = _put(item, rest, value) if rest else value
            return replace(series, value=tuple(items))
    fresh = _node({field: _node(wanted, wanted)})
    return replace(series, value=(*items, _put(fresh, rest, value) if rest else fresh))


def _get(node: Node | None, key: str) -> Node | None:
    return node.value.get(key) if node is not None and isinstance(node.value, Mapping) else None


def _node(value: Scalar | tuple[Node, ...] | Mapping[str, Node], text: str = "") -> Node:
    return Node(value, 1, 1, 1, 1, 1, 1, text, path=COMMAND_LINE)
