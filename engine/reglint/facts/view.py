"""A document as its product sees it: names folded, short forms spelled out, profiles laid over defaults."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import reduce

from reglint.documents.node import Node


def relaxed(root: Node) -> Node:
    """Spring's relaxed binding: `spring.data-source.user_name` and its nested form become one path of folded names.

    Names lose case, dashes and underscores; dotted names become mappings. Places and pointers stay those of the
    file.
    """
    if isinstance(root.value, tuple):
        return replace(root, value=tuple(relaxed(item) for item in root.value))
    if not isinstance(root.value, Mapping):
        return root
    whole: Node = replace(root, value={})
    for key, inner in root.value.items():
        names = [_folded(name) for name in _split(key)]
        whole = overlay(whole, replace(root, value=_nested(names, relaxed(inner))))
    return whole


def overlay(base: Node, top: Node) -> Node:
    """Mappings merged key by key; everything else of `top` hides what stands in `base`."""
    if not isinstance(base.value, Mapping) or not isinstance(top.value, Mapping):
        return top
    merged = dict(base.value)
    for key, inner in top.value.items():
        merged[key] = overlay(merged[key], inner) if key in merged else inner
    return replace(top, value=merged)


def compose(root: Node) -> Node:
    """A compose file with each service's `environment` as a mapping, also where it is a list of `NAME=value`."""
    services = _get(root, "services")
    if services is None or not isinstance(services.value, Mapping):
        return root
    spelled = {name: _with_environment(service) for name, service in services.value.items()}
    return overlay(root, replace(root, value={"services": replace(services, value=spelled)}))


def as_is(root: Node) -> Node:
    """The document as it was read."""
    return root


VIEWS: Mapping[str, Callable[[Node], Node]] = {"as_is": as_is, "relaxed": relaxed, "compose": compose}


def laid_over(bases: Iterable[Node], top: Node) -> Node:
    """`top` over all of `bases`, the later over the earlier."""
    return reduce(overlay, (*bases, top))


def _folded(name: str) -> str:
    return name.replace("-", "").replace("_", "").casefold()


def _split(key: str) -> list[str]:
    return key.split(".") if "[" not in key and not key.startswith("/") else [key]


def _nested(names: list[str], node: Node) -> Mapping[str, Node]:
    inner = node
    for name in reversed(names[1:]):
        inner = replace(node, value={name: inner}, text="")
    return {names[0]: inner}


def _with_environment(service: Node) -> Node:
    environment = _get(service, "environment")
    if environment is None or not isinstance(environment.value, tuple):
        return service
    pairs = dict(_pair(item) for item in environment.value)
    return overlay(service, replace(service, value={"environment": replace(environment, value=pairs)}))


def _pair(item: Node) -> tuple[str, Node]:
    name, equals, value = item.text.partition("=")
    if not equals:
        return name, replace(item, value=None, text="")
    start = item.column + len(name) + 1 + (item.end_column - item.column - len(item.text)) // 2
    return name, replace(item, value=value, text=value, column=start)


def _get(node: Node, key: str) -> Node | None:
    return node.value.get(key) if isinstance(node.value, Mapping) else None
