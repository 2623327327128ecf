"""Servers in containers whose own configuration file is in the project, because it is mounted there.

Sources: Compose Specification, "volumes" (`SOURCE:TARGET[:MODE]`; a source that begins with a dot is a path
beside the compose file); the Docker Official Images of Redis, PostgreSQL (a file that the command names) and
MySQL (those in /etc/mysql).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from posixpath import normpath
from typing import TypeAlias

from reglint.documents.node import Node
from reglint.facts.convert.compose import word_nodes
from reglint.facts.convert.context import PRODUCT_DEFAULT
from reglint.facts.env_files import STARTED_IN
from reglint.facts.look import Look
from reglint.facts.observe import Observation
from reglint.facts.tree import child, children, text_of
from reglint.model.fact import Fact, FactTree, Unknown

Owner: TypeAlias = tuple[str, str]
"""A component, and the name of the data store that a container of it is."""

File: TypeAlias = tuple[str, str]
"""The path of a file, and the component that it configures."""

_STORES = "datastores[]"
_IDENTITY = ("name", "engine")
_NAMED = re.compile(r"(?<![^\s=\"'])/[^\s\"'=]+\.(?:conf|cnf)\b")
_READ_ANYWAY = re.compile(r"/etc/(?:mysql/.*|my|my\.cnf\.d/.*)\.cnf")


def own_files(all_looks: Iterable[Look]) -> Mapping[Owner, File]:
    """The configuration file of each container that has exactly one, among the files that were read."""
    looks = list(all_looks)
    read = {one.path: (one.tree.root.path or one.path, one.component) for one in looks}
    return {
        (f"{one.component}/{owner}", name): found[0]
        for one in looks
        for owner, name, container in _containers(one.tree.root, one.source.view)
        if len(found := [read[path] for path in _paths(container, one, read)]) == 1
    }


def with_own_files(seen: Iterable[Observation], files: Mapping[Owner, File]) -> Iterator[Observation]:
    """What is seen, the data store of a container with what its file says, which stands no more for itself.

    What the file says outranks the container's command, but a default of the product does not.
    """
    observed = list(seen)
    stores = {id(one): _of(one, files) for one in observed if one.into == _STORES}
    told: dict[File, list[Observation]] = {}
    for one in observed:
        if one.into == _STORES and stores[id(one)] is None and one.record.place is not None:
            told.setdefault((one.record.place.path, one.record.component), []).append(one)
    whole = {id(one): told.get(file, []) for one in observed if (file := stores.get(id(one))) is not None}
    used = {id(said[0]) for said in whole.values() if len(said) == 1}
    for one in observed:
        if id(one) not in used:
            said = whole.get(id(one), [])
            yield _joined(one, said[0]) if len(said) == 1 else one


def _containers(view: Node, kind: str) -> Iterator[tuple[str, str, Node]]:
    """Whose it is, its name, and each container of a document."""
    if kind == "compose":
        services = child(view, "services")
        yield from ((name, name, one) for name, one in children(services)) if services is not None else ()
    workloads = child(view, "workloads") if kind == "kubernetes" else None
    for key, workload in children(workloads) if workloads is not None else ():
        running = child(workload, "containers")
        for name, one in children(running) if running is not None else ():
            yield key.rpartition("/")[2], name, one


def _paths(container: Node, look: Look, read: Iterable[str]) -> list[str]:
    """The files that were read among those that a container is told to read."""
    is_compose = look.source.view == "compose"
    sources = set(_sources(container, dict(_mounts(container))))
    if not sources or len(sources) > 1:
        return []
    (source,) = sources
    if is_compose:
        path = normpath(str(PurePosixPath(look.path).parent / source))
        return [path] if path in read else []
    return [path for path in read if path.endswith(f"/{source}")]


def _sources(container: Node, mounts: Mapping[str, str]) -> Iterator[str]:
    """Where the files come from that its words name, and those that it reads in any case."""
    words = " ".join(one.text for one in word_nodes(container))
    for target in (*_NAMED.findall(words), *filter(_READ_ANYWAY.fullmatch, mounts)):
        holder = next(
            (one for one in (target, *map(str, PurePosixPath(target).parents)) if one in mounts), ""
        )
        if holder:
            yield f"{mounts[holder]}{target.removeprefix(holder)}"


def _mounts(container: Node) -> Iterator[tuple[str, str]]:
    """Paths in a container, and what is mounted there."""
    given = child(container, "mounts")
    yield from ((target, one.text) for target, one in children(given)) if given is not None else ()
    volumes = container.value.get("volumes") if isinstance(container.value, Mapping) else None
    for _, one in children(volumes) if volumes is not None else ():
        source, target, *_ = (*one.text.split(":"), "", "") if one.text else ("", "")
        source, target = source or text_of(one, "source"), target or text_of(one, "target")
        source = STARTED_IN.sub("./", source)
        if source.startswith(".") and target:
            yield target.rstrip("/"), source.rstrip("/")


def _of(one: Observation, files: Mapping[Owner, File]) -> File | None:
    name = one.record.fields.get("name")
    named = str(name.value) if isinstance(name, Fact) else ""
    return files.get((one.record.component, named))


def _joined(container: Observation, file: Observation) -> Observation:
    record = container.record
    fields = dict(record.fields)
    for name, said in file.record.fields.items():
        if name not in _IDENTITY and _outranks(said, record.fields.get(name)):
            fields[name] = replace(said, name=f"{record.name}.{name}")
    return replace(container, record=replace(record, fields=fields))


def _outranks(said: FactTree, own: FactTree | None) -> bool:
    if own is None or not _is_known(own):
        return own is None or _is_known(said)
    return _is_known(said) and not (isinstance(said, Fact) and said.note == PRODUCT_DEFAULT)


def _is_known(fact: FactTree) -> bool:
    return not (isinstance(fact, Fact) and isinstance(fact.value, Unknown))
