"""`--set FACT=VALUE` and `--role JURISDICTION:ROLE`: what is said of a platform on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reglint.documents.node import Node, Scalar
from reglint.documents.yaml import read_yaml
from reglint.facts.fact_path import Picks, Step, fault_of, parse_path
from reglint.model.schema import FactType, ListType, ObjectType, ScalarType

COMMAND_LINE = "command line"

_BY_TYPE = frozenset({"boolean", "integer", "decimal"})


def assign(root: Node, fact: str, text: str, schema: ObjectType) -> Node:
    """A platform file's root with one fact set, as if the file had said so.

    `fact` is a dotted name, elements by identity: `custody.accounts[id=A1].segregated`. Raises ValueError
    that says what to write where there is no such fact.
    """
    steps = parse_path(fact)
    if steps is None or any(field == "" for step in steps for field, _ in step.picks):
        raise ValueError(
            f'"{fact}" is no name of a fact; write platform.mlps_level=3, and elements as [id=A1]'
        )
    fault = fault_of(steps, schema)
    if fault:
        raise ValueError(f'"{fact}": {fault}')
    return _put(root, steps, text, schema)


def add_role(root: Node, jurisdiction: str, role: str) -> Node:
    """A platform file's root with one more role."""
    platform = _get(root, "platform")
    roles = _get(platform, "roles")
    held = _get(roles, jurisdiction)
    items = held.value if held is not None and isinstance(held.value, tuple) else ()
    more = _with(roles or _node({}), jurisdiction, _node((*items, _node(role, role))))
    return _with(root, "platform", _with(platform or _node({}), "roles", more))


def empty_root() -> Node:
    """The root of a platform file that says nothing."""
    return _node({})


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


def _put(node: Node, steps: tuple[Step, ...], text: str, kind: FactType) -> Node:
    """The node with the text at the end of the steps; what is on the way is made where it is not there."""
    if not steps or not isinstance(kind, ObjectType):
        return _value(text, kind)
    step, held, inner = steps[0], _get(node, steps[0].name), kind.fields[steps[0].name]
    if step.picks and isinstance(inner, ListType):
        return _with(node, step.name, _put_element(held or _node(()), steps, text, inner.item))
    return _with(node, step.name, _put(held or _node({}), steps[1:], text, inner))


def _put_element(series: Node, steps: tuple[Step, ...], text: str, kind: FactType) -> Node:
    picks, rest = steps[0].picks, steps[1:]
    items = series.value if isinstance(series.value, tuple) else ()
    chosen = next((item for item in items if _fits(item, picks)), None)
    if rest:
        put = _put(chosen or _element(picks, kind), rest, text, kind)
    else:
        put = (
            _value(text, kind) if chosen is not None else _with_all(_value(text, kind), _element(picks, kind))
        )
    kept = tuple(put if item is chosen else item for item in items)
    return replace(series, value=kept if chosen is not None else (*items, put))


def _fits(item: Node, picks: Picks) -> bool:
    return all((held := _get(item, field)) is not None and held.text == text for field, text in picks)


def _element(picks: Picks, kind: FactType) -> Node:
    """An element of which nothing but its identity is said."""
    fields = kind.fields if isinstance(kind, ObjectType) else {}
    return _node({field: _value(text, fields[field]) for field, text in picks})


def _with_all(node: Node, more: Node) -> Node:
    fields = more.value if isinstance(more.value, Mapping) else {}
    for name, inner in fields.items():
        node = _with(node, name, inner)
    return node


def _with(node: Node, name: str, inner: Node) -> Node:
    fields = node.value if isinstance(node.value, Mapping) else {}
    return replace(node, value={**fields, name: inner})


def _get(node: Node | None, key: str) -> Node | None:
    return node.value.get(key) if node is not None and isinstance(node.value, Mapping) else None


def _node(value: Scalar | tuple[Node, ...] | Mapping[str, Node], text: str = "") -> Node:
    return Node(value, 1, 1, 1, 1, 1, 1, text, path=COMMAND_LINE)
