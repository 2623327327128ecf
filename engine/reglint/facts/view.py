"""A document as its product sees it: names folded, short forms spelled out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from reglint.documents.node import Node
from reglint.facts.convert.part import part_of
from reglint.facts.dockerfile import dockerfile
from reglint.facts.kubernetes import kubernetes
from reglint.facts.last_values import last_values
from reglint.facts.named_options import with_options
from reglint.facts.option_files import option_files
from reglint.facts.relaxed import overlay, relaxed
from reglint.facts.terraform import terraform
from reglint.facts.variable_lists import variable_lists
from reglint.facts.workflow import workflow


def compose(root: Node) -> Node:
    """A compose file with each service's `environment` as a mapping, also where it is a list of `NAME=value`.

    A name without a value is taken from the environment of whoever runs compose: it reads `${NAME}`. What
    its command line gives by name stands in `options`.
    """
    services = _get(root, "services")
    if services is None or not isinstance(services.value, Mapping):
        return root
    spelled = {name: with_options(_with_environment(service)) for name, service in services.value.items()}
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
    "workflow": workflow,
}


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
