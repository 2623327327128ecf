"""A document as its product sees it: names folded, short forms spelled out, profiles laid over defaults."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import reduce
from typing import TypeAlias

from reglint.documents.node import Node
from reglint.facts.convert.part import part_of
from reglint.facts.dockerfile import dockerfile
from reglint.facts.kubernetes import kubernetes
from reglint.facts.last_values import last_values
from reglint.facts.option_files import option_files
from reglint.facts.terraform import terraform
from reglint.facts.variable_lists import variable_lists

_DEPTH = 100  # no setting has so many names on its way, and no hostile key may make more of them

_Entry: TypeAlias = tuple[list[str], Node]
"""A way of names down from a mapping, and what stands at its end."""


def relaxed(root: Node, depth: int = 0) -> Node:
    """Spring's relaxed binding: `spring.data-source.user_name` and its nested form are one path.

    Names lose case, dashes and underscores; dotted names become mappings. Places and pointers stay those of
    the file; a mapping that a dotted name makes has the part of it for its pointer. What stands twice is
    merged, the later over the earlier.
    """
    if isinstance(root.value, tuple):
        return replace(root, value=tuple(relaxed(item, depth + 1) for item in root.value))
    if not isinstance(root.value, Mapping):
        return root
    entries: list[_Entry] = []
    for key, inner in root.value.items():
        names = _split(key, depth)
        entries.append(([_folded(name) for name in names], relaxed(inner, depth + len(names))))
    return replace(root, value=_grouped(entries))


def overlay(base: Node, top: Node) -> Node:
    """Mappings merged key by key; everything else of `top` hides what stands in `base`."""
    if not isinstance(base.value, Mapping) or not isinstance(top.value, Mapping):
        return top
    merged = dict(base.value)
    for key, inner in top.value.items():
        merged[key] = overlay(merged[key], inner) if key in merged else inner
    return replace(top, value=merged)


def laid_over(documents: Iterable[Node]) -> Node:
    """Documents in one, each over those before it. There must be one."""
    return reduce(overlay, documents)


def compose(root: Node) -> Node:
    """A compose file with each service's `environment` as a mapping, also where it is a list of `NAME=value`.

    A name without a value is taken from the environment of whoever runs compose: it reads `${NAME}`.
    """
    services = _get(root, "services")
    if services is None or not isinstance(services.value, Mapping):
        return root
    spelled = {name: _with_environment(service) for name, service in services.value.items()}
    return overlay(root, replace(root, value={"services": replace(services, value=spelled)}))


def as_is(root: Node) -> Node:
    """The document as it was read."""
    return root


VIEWS: Mapping[str, Callable[[Node], Node]] = {
    "as_is": as_is,
    "relaxed": relaxed,
    "compose": compose,
    "dockerfile": dockerfile,
    "kubernetes": kubernetes,
    "terraform": terraform,
    "option_files": option_files,
    "last_values": last_values,
    "variable_lists": variable_lists,
}


def _folded(name: str) -> str:
    return name.replace("-", "").replace("_", "").casefold()


def _split(key: str, depth: int) -> list[str]:
    is_one = "[" in key or key.startswith("/") or depth + key.count(".") > _DEPTH
    return [key] if is_one else key.split(".")


def _grouped(entries: list[_Entry]) -> Mapping[str, Node]:
    groups: dict[str, list[_Entry]] = {}
    for (first, *rest), node in entries:
        groups.setdefault(first, []).append((rest, node))
    return {name: _joined(group) for name, group in groups.items()}


def _joined(group: list[_Entry]) -> Node:
    """One node from all that stands at a name: whole values, and the deeper ones as a mapping."""
    parts = [node for rest, node in group if not rest]
    deeper = [(rest, node) for rest, node in group if rest]
    if deeper:
        rest, node = deeper[0]
        pointer = node.pointer.rsplit(".", len(rest))[0]
        parts.append(replace(node, value=_grouped(deeper), text="", pointer=pointer))
    return laid_over(parts)


def _with_environment(service: Node) -> Node:
    environment = _get(service, "environment")
    if environment is None:
        return service
    if isinstance(environment.value, tuple):
        pairs = dict(_pair(item) for item in environment.value)
    elif isinstance(environment.value, Mapping):
        pairs = {name: _inherited(name, value) for name, value in environment.value.items()}
    else:
        return service
    return replace(service, value={**_members(service), "environment": replace(environment, value=pairs)})


def _pair(item: Node) -> tuple[str, Node]:
    name, equals, value = item.text.partition("=")
    if not equals:
        return name, _inherited(name, replace(item, value=None))
    start = len(name) + 1
    return name, part_of(item, start, start + len(value))


def _inherited(name: str, value: Node) -> Node:
    reference = f"${{{name}}}"
    return replace(value, value=reference, text=reference) if value.value is None else value


def _members(node: Node) -> Mapping[str, Node]:
    return node.value if isinstance(node.value, Mapping) else {}


def _get(node: Node, key: str) -> Node | None:
    return _members(node).get(key)
