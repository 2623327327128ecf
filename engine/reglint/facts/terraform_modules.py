"""A module with what it is called with → what its names mean, and the modules that it calls.

Sources: Terraform, "Modules" (`source` of a local module begins with ./ or ../), "Input Variables" (`null`
is a value unless `nullable` is false), "Output Values", "Local Values".
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from posixpath import normpath
from typing import TypeAlias

from reglint.documents.node import Node
from reglint.facts.secret_name import names_a_secret
from reglint.facts.terraform_blocks import Module
from reglint.facts.terraform_bodies import arguments, members_of
from reglint.facts.terraform_elements import bound_names, elements
from reglint.facts.terraform_expressions import Names, below, evaluated
from reglint.facts.terraform_values import DEEPEST, Known, OpenError, is_open, scalar

_MOST_CALLS = 1_000  # of one project: modules that call modules grow beyond any bound
_MOST_LEVELS = 8
_INDEX = 2  # where the number of an element stands in a reference: `aws_lb.a[0].arn`
_NOT_SAID = frozenset({"each", "count", "path", "terraform", "self"})


@dataclass(frozen=True, slots=True)
class Project:
    """All modules by folder, how many calls of them have been followed, and how many elements were made."""

    modules: Mapping[str, Module]
    calls: Iterator[int] = field(default_factory=itertools.count)
    elements: Iterator[int] = field(default_factory=itertools.count)


@dataclass(frozen=True, slots=True, eq=False)
class Instance:
    """A module as it is called: where (`module.a["b"].`, "" for a root), with which values, how deep.

    `known` and `called` keep what was found out, so that it is found out once. What is still being asked
    stands there as None, or as calling nothing: a circle has no value.
    """

    module: Module
    project: Project
    address: str = ""
    given: Mapping[str, Known] = field(default_factory=dict)
    level: int = 0
    known: dict[str, Known | None] = field(default_factory=dict)
    called: dict[str, Mapping[str, Instance]] = field(default_factory=dict)


_Lookup: TypeAlias = Callable[[Instance, str, int], Known]


def root_instance(project: Project, module: Module, environment: str = "") -> Instance:
    """A module that no other calls, with the values that files of its folder give to its variables.

    `environment` is the name of a file of values that is taken besides.
    """
    given = {**module.given, **module.named.get(environment, {})}
    return Instance(module, project, given={name: Known(one) for name, one in given.items()})


def instances(instance: Instance) -> Iterator[Instance]:
    """The instance and all that it calls."""
    yield instance
    for name in instance.module.calls:
        for child in called(instance, name).values():
            yield from instances(child)


def names_in(instance: Instance) -> Names:
    """What references mean in an instance; a resource's name is a value that is there and not known."""

    def named(steps: tuple[str, ...], at: Node, depth: int) -> Known:
        if depth > DEEPEST or len(steps) == 1 or steps[0] in _NOT_SAID:
            raise OpenError
        first, name, *rest = steps
        if first == "module":
            return _output(instance, name, rest, at=at, depth=depth)
        if first in _LOOKUPS:
            return below(_LOOKUPS[first](instance, name, depth), tuple(rest))
        return _elsewhere(instance, steps, at)

    return named


def values_of(instance: Instance, kind: str, names: Iterable[str]) -> Iterator[tuple[str, Known]]:
    """The variables (`var`) or locals of those names whose values the files say."""
    for name in names:
        try:
            known = _LOOKUPS[kind](instance, name, 0)
        except OpenError:
            continue
        if not is_open(known.node):
            yield name, known


def called(instance: Instance, name: str, depth: int = 0) -> Mapping[str, Instance]:
    """The module that a call names, as often as it is made, by the key in its address; "" for an only one.

    Nothing where it is not in the project, or too deep.
    """
    if name not in instance.called:
        instance.called[name] = {}
        instance.called[name] = dict(_called(instance, name, depth))
    return instance.called[name]


def target(instance: Instance, call: Node | None) -> Module | None:
    """The module of the project that a call's `source` leads to."""
    source = members_of(call).get("source")
    if source is None or not source.text.startswith(("./", "../")):
        return None
    return instance.project.modules.get(normpath(f"{instance.module.folder}/{source.text}"))


def _called(instance: Instance, name: str, depth: int) -> Iterator[tuple[str, Instance]]:
    call = instance.module.calls.get(name)
    module = target(instance, call)
    if call is None or module is None or instance.level >= _MOST_LEVELS:
        return
    for element in elements(call, names_in(instance), depth):
        if next(instance.project.calls) < _MOST_CALLS:
            given = arguments(call, bound_names(names_in(instance), element.bound), depth)
            address = f"{instance.address}module.{name}{element.key}."
            yield element.key, Instance(module, instance.project, address, given, instance.level + 1)


def _variable(instance: Instance, name: str, depth: int) -> Known:
    body = members_of(instance.module.variables.get(name))
    is_secret = names_a_secret(name) or _said(body, "sensitive") is True
    given = instance.given.get(name)
    if given is not None and not (given.node.value is None and _said(body, "nullable") is False):
        return replace(given, is_secret=given.is_secret or is_secret)
    if "default" not in body:
        raise OpenError
    known = evaluated(body["default"], names_in(instance), depth)
    return replace(known, assumed=() if instance.level else (f"var.{name}",), is_secret=is_secret)


def _local(instance: Instance, name: str, depth: int) -> Known:
    return _once(instance, f"local.{name}", instance.module.values.get(name), depth)


def _output(instance: Instance, name: str, rest: list[str], *, at: Node, depth: int) -> Known:
    children = called(instance, name, depth)
    key, steps = _key_and_steps(children, rest)
    child = children.get(key)
    if child is None or not steps:
        return _elsewhere(instance, ("module", name, *steps), at)
    said = members_of(child.module.outputs.get(steps[0])).get("value")
    return below(_once(child, f"output.{steps[0]}", said, depth), steps[1:])


def _key_and_steps(children: Mapping[str, Instance], rest: list[str]) -> tuple[str, tuple[str, ...]]:
    """Which of the children a reference names, and what of it; of an only one any index is its own."""
    first = rest[0] if rest else ""
    key = next((one for one in (f'["{first}"]', f"[{first}]") if one in children), "")
    return key, tuple(rest[1:] if key or first in ("0", "*") else rest)


def _once(instance: Instance, key: str, node: Node | None, depth: int) -> Known:
    if node is not None and key not in instance.known:
        instance.known[key] = None
        instance.known[key] = evaluated(node, names_in(instance), depth)
    known = instance.known.get(key)
    if known is None:
        raise OpenError
    return known


def _elsewhere(instance: Instance, steps: tuple[str, ...], at: Node) -> Known:
    """A name as a value: what it stands for is made by a plan."""
    words = [one for at, one in enumerate(steps) if one != "*" and (at == _INDEX or not one.isdecimal())]
    return Known(scalar(at, f"${{{instance.address}{'.'.join(words)}}}"))


def _said(body: Mapping[str, Node], name: str) -> object:
    return body[name].value if name in body else None


_LOOKUPS: Mapping[str, _Lookup] = {"var": _variable, "local": _local}
