"""The containers of a document, in whatever view has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from reglint.documents.node import Node
from reglint.facts.container_commands import Command, commands_of
from reglint.facts.convert.secrets import url_password
from reglint.facts.secret_name import names_a_secret
from reglint.facts.tree import child, children

_VARIABLE = re.compile(r"\$\{([\w.\-]+)\}")


@dataclass(frozen=True, slots=True)
class Owned:
    """A container, its name, whose it is ("" for what a Dockerfile makes), and the commands that it runs.

    One that `is_step` has ended when the others begin.
    """

    owner: str
    name: str
    container: Node
    commands: tuple[Command, ...]
    is_step: bool = False


def containers(view: Node) -> Iterator[Owned]:
    """Services of compose, containers of workloads and their steps, and the one that a Dockerfile makes."""
    for name, service in members(view, "services"):
        yield Owned(name, name, service, commands_of(service))
    for key, workload in members(view, "workloads"):
        owner = key.rpartition("/")[2]
        for kind, series in children(workload):
            for name, one in children(series):
                yield Owned(owner, name, one, _filled(one, commands_of(one)), is_step=kind == "steps")
    image = child(view, "container")
    if image is not None:
        yield Owned("", "", image, _filled(image, commands_of(image, has_shell=True)))


def members(view: Node, group: str) -> Iterator[tuple[str, Node]]:
    """What stands in a group of a view, by name."""
    found = child(view, group)
    yield from children(found) if found is not None else ()


def _filled(container: Node, commands: tuple[Command, ...]) -> tuple[Command, ...]:
    """The commands with the container's own variables in them, less secrets, which stand where they are."""
    environment = child(container, "environment")
    given = {
        name: one.text
        for name, one in (children(environment) if environment is not None else ())
        if isinstance(one.value, str) and not names_a_secret(name) and url_password(one) is None
    }
    return tuple(
        replace(one, words=tuple(_with_values(word, given) for word in one.words)) for one in commands
    )


def _with_values(word: Node, given: Mapping[str, str]) -> Node:
    match = _VARIABLE.fullmatch(word.text)
    text = _VARIABLE.sub(lambda found: given.get(found[1], found[0]), word.text)
    return word if match is not None or text == word.text else replace(word, value=text, text=text)
