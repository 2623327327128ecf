"""Environment files that compose reads: `.env` beside the compose file, and those that `env_file` names.

Source: Compose, "Set, use, and manage variables" (`.env` fills in `${NAME}` in the compose file itself;
`env_file` gives a container its environment, and what stands in `environment` outranks it).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from posixpath import normpath
from typing import TypeAlias

from reglint.documents.node import Node
from reglint.facts.tree import child, children

ReadFile: TypeAlias = Callable[[str], Node | None]
"""The root of an environment file by its path in the project; None where there is none that can be read."""

OWN = ".env"
STARTED_IN = re.compile(r"\$(?:PWD|\{PWD\})/")
"""How a path begins that is in the folder that compose is started in."""


@dataclass(frozen=True, slots=True)
class Environment:
    """A compose file with what its services have from files, what fills in its `${NAME}`, and those files."""

    root: Node
    around: tuple[Node, ...]
    paths: tuple[str, ...]


def with_environment(root: Node, path: str, read: ReadFile) -> Environment:
    """A compose file, in the view of compose, with the environment files that are in the project."""
    own = _beside(path, OWN)
    around = read(own)
    spelled: dict[str, Node] = {}
    used = [own] if around is not None else []
    services = root.value.get("services") if isinstance(root.value, Mapping) else None
    for name, service in children(services) if services is not None else ():
        named = [(one, _read(path, text, read)) for one, text in _named(service)]
        found = [inner for _, inner in named if inner is not None]
        spelled[name] = _given(service, found, tuple(one for one, inner in named if inner is None))
        used += [inner.path for inner in found]
    whole = root
    if services is not None and isinstance(root.value, Mapping) and isinstance(services.value, Mapping):
        whole = replace(root, value={**root.value, "services": replace(services, value=spelled)})
    return Environment(whole, () if around is None else (around,), tuple(used))


def _beside(path: str, name: str) -> str:
    return normpath(str(PurePosixPath(path).parent / name))


def _read(path: str, name: str, read: ReadFile) -> Node | None:
    """What stands in a file beside the compose file, or in the folder that compose is started in.

    `PWD` is that of the compose file or one above it: the nearest that has the file.
    """
    match = STARTED_IN.match(name)
    if match is None:
        return read(_beside(path, name))
    folders = PurePosixPath(path).parents
    found = (read(str(folder / name[match.end() :])) for folder in folders)
    return next((one for one in found if one is not None), None)


def _named(service: Node) -> Iterator[tuple[Node, str]]:
    """The entries of `env_file` and their paths: a text, a list of texts, or of mappings with a `path`."""
    said = service.value.get("env_file") if isinstance(service.value, Mapping) else None
    for one in (one for _, one in children(said)) if said is not None and not said.text else (said,):
        named = one if one is None or one.text else child(one, "path")
        if named is not None and named.text:
            yield named, named.text


def _given(service: Node, files: list[Node], missing: tuple[Node, ...]) -> Node:
    """A service with the variables of its files; `env_file` then names those that are not there."""
    if not (files or missing) or not isinstance(service.value, Mapping):
        return service
    own = service.value.get("environment")
    pairs = {name: one for file in files for name, one in children(file)}
    pairs |= dict(children(own)) if own is not None else {}
    members = {key: one for key, one in service.value.items() if key != "env_file"}
    members |= {"env_file": replace(service.value["env_file"], value=missing, text="")} if missing else {}
    if not files:
        return replace(service, value=members)
    holder = own if own is not None else service
    environment = replace(holder, value=pairs, text="", pointer=f"{service.pointer}/environment")
    return replace(service, value={**members, "environment": environment})
