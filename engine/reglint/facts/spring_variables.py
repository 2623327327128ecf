"""What workloads say to Spring: environment variables and options, as the settings that they are.

Source: Spring Boot, "Externalized Configuration" (arguments outrank `SPRING_APPLICATION_JSON`, that system
properties, those environment variables) and "Binding From Environment Variables" (dots become underscores,
dashes go, letters are upper case).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from reglint.documents.node import Node
from reglint.facts.container_commands import Command
from reglint.facts.containers import containers, members
from reglint.facts.java_options import Options, java_options
from reglint.facts.relaxed import overlay, relaxed
from reglint.facts.spring_json import spring_json
from reglint.facts.tree import child, children

_BOUND = re.compile(r"(?:SPRING|SERVER|MANAGEMENT)(?:_[A-Z0-9]+)+")
_PASSWORD = ".password"  # noqa: S105 - the end of a name
_MOST_WORDS = 50  # no setting has so many names on its way
_JSON, _JSON_OPTION = "SPRING_APPLICATION_JSON", "spring.application.json"


@dataclass(frozen=True, slots=True)
class SpringVariables:
    """What a service, a container or an object says to Spring: the owner's name and the settings."""

    owner: str
    root: Node


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Whose settings they are, its variables, and what it runs."""

    owner: str
    holder: Node
    variables: Mapping[str, Node]
    commands: tuple[Command, ...] = ()


def spring_variables(view: Node) -> Iterator[SpringVariables]:
    """The settings of each container and object in a document, in the view of its product.

    `SPRING_DATA_REDIS_HOST` is `host` in `redis` in `data` in `spring`. A mapping goes by the words that its
    variables begin with (`/SPRING_DATA_REDIS`), or by the name of its option (`/spring.data.redis`). A
    password that stands alone belongs to a data store which is set up elsewhere, and is left out. Where the
    order of options is not known, there are the settings for each.
    """
    for speaker in _speakers(view):
        options = java_options(speaker.commands, speaker.variables)
        for properties in options.properties:
            layers = list(_layers(speaker, properties, options.arguments))
            if layers:
                root = layers[0]
                for layer in layers[1:]:
                    root = overlay(root, layer)
                yield SpringVariables(speaker.owner, root)


def _speakers(view: Node) -> Iterator[_Speaker]:
    for one in containers(view):
        environment = child(one.container, "environment")
        variables = dict(children(environment)) if environment is not None else {}
        yield _Speaker(one.owner, one.container, variables, one.commands)
    for key, settings in members(view, "settings"):
        yield _Speaker(key.rpartition("/")[2], settings, dict(children(settings)))


def _layers(speaker: _Speaker, properties: Options, arguments: Options) -> Iterator[Node]:
    """What is said in each way, the weakest first."""
    bound = {name: one for name, one in speaker.variables.items() if _is_bound(name, one)}
    json = arguments.get(_JSON_OPTION) or properties.get(_JSON_OPTION) or speaker.variables.get(_JSON)
    document = spring_json(json) if json is not None else None
    names = [*map(_dotted, bound), *map(_plain, properties), *map(_plain, arguments)]
    names += [""] if document is None else _paths(document, "")
    told = [([*name.split("_")], one) for name, one in bound.items() if not _is_alone(_dotted(name), names)]
    if told:
        yield _group("", told)
    yield from _options(speaker.holder, properties, names)
    if document is not None:
        yield relaxed(document)
    yield from _options(speaker.holder, arguments, names)


def _is_bound(name: str, node: Node) -> bool:
    is_setting = _BOUND.fullmatch(name) is not None and name.count("_") < _MOST_WORDS and name != _JSON
    return is_setting and not isinstance(node.value, (tuple, Mapping))


def _dotted(name: str) -> str:
    return name.replace("_", ".").casefold()


def _plain(name: str) -> str:
    return name.replace("-", "").casefold()


def _paths(node: Node, above: str) -> list[str]:
    if not isinstance(node.value, Mapping):
        return [above]
    return [
        path for name, one in children(node) for path in _paths(one, f"{above}.{_plain(name)}".strip("."))
    ]


def _is_alone(name: str, names: Iterable[str]) -> bool:
    group = name.removesuffix("password")
    return name.endswith(_PASSWORD) and not any(one.startswith(group) and one != name for one in names)


def _options(holder: Node, options: Options, names: list[str]) -> Iterator[Node]:
    kept = {
        name: one
        for name, one in options.items()
        if name != _JSON_OPTION and not _is_alone(_plain(name), names)
    }
    if kept:
        yield relaxed(replace(holder, value=kept, text=""))


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
