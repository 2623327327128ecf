"""Environment variables that Spring binds to settings, as the settings that they are.

Source: Spring Boot, "Binding From Environment Variables" (dots become underscores, dashes go, letters are
upper case).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from reglint.documents.node import Node
from reglint.facts.tree import child, children

_BOUND = re.compile(r"(?:SPRING|SERVER|MANAGEMENT)(?:_[A-Z0-9]+)+")
_PASSWORD = "_PASSWORD"  # noqa: S105 - the end of a name
_MOST_WORDS = 50  # no setting has so many names on its way


@dataclass(frozen=True, slots=True)
class SpringVariables:
    """What a service, a container or an object says to Spring: the owner's name and the settings."""

    owner: str
    root: Node


def spring_variables(view: Node) -> Iterator[SpringVariables]:
    """The settings of each environment in a document, in the view of compose or of Kubernetes.

    `SPRING_DATA_REDIS_HOST` is `host` in `redis` in `data` in `spring`. A mapping goes by the words that its
    variables begin with (`/SPRING_DATA_REDIS`). A password that stands alone belongs to a data store which is
    set up elsewhere, and is left out.
    """
    for owner, environment in _environments(view):
        bound = {
            name: one
            for name, one in children(environment)
            if _BOUND.fullmatch(name)
            and name.count("_") < _MOST_WORDS
            and not isinstance(one.value, (tuple, Mapping))
        }
        told = [([*name.split("_")], one) for name, one in bound.items() if not _is_alone(name, bound)]
        if told:
            yield SpringVariables(owner, _group("", told))


def _environments(view: Node) -> Iterator[tuple[str, Node]]:
    for name, service in _members(view, "services"):
        yield from ((name, one) for one in _environment(service))
    for key, workload in _members(view, "workloads"):
        for _, series in children(workload):
            for _, container in children(series):
                yield from ((_name(key), one) for one in _environment(container))
    yield from ((_name(key), one) for key, one in _members(view, "settings"))


def _environment(holder: Node) -> Iterator[Node]:
    found = child(holder, "environment")
    if found is not None:
        yield found


def _is_alone(name: str, names: Mapping[str, Node]) -> bool:
    group = name.removesuffix("PASSWORD")
    return name.endswith(_PASSWORD) and not any(one.startswith(group) and one != name for one in names)


def _group(prefix: str, told: list[tuple[list[str], Node]]) -> Node:
    """A mapping of what stands at the words that are left; settings outrank a value at the same word."""
    groups: dict[str, list[tuple[list[str], Node]]] = {}
    for (first, *rest), node in told:
        groups.setdefault(first, []).append((rest, node))
    value = {
        word.casefold(): _one(f"{prefix}_{word}".removeprefix("_"), inner) for word, inner in groups.items()
    }
    return replace(told[0][1], value=value, text="", pointer=f"/{prefix}")


def _one(name: str, told: list[tuple[list[str], Node]]) -> Node:
    deeper = [(rest, node) for rest, node in told if rest]
    return _group(name, deeper) if deeper else replace(told[-1][1], pointer=f"/{name}")


def _members(view: Node, group: str) -> Iterator[tuple[str, Node]]:
    found = child(view, group)
    yield from children(found) if found is not None else ()


def _name(key: str) -> str:
    return key.rpartition("/")[2]
