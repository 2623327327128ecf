"""platform.yaml (or .json, .toml): what is said of a platform, as a tree of facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reglint.documents.credentials import mask_credentials
from reglint.documents.node import Node
from reglint.facts.leaf import did_you_mean, read_leaf, shown
from reglint.model.diagnostic import Diagnostic
from reglint.model.fact import Fact, FactTree, Record, Series, Unknown
from reglint.model.schema import FactType, ListType, ObjectType, ScalarType
from reglint.model.verdict import Basis, Reason

VERSION = "1"
META = ("reglint", "observe", "attestations")
SCOPE = ("component", "environment")  # an element may say which observed element it speaks of


@dataclass(frozen=True, slots=True)
class Declared:
    """What a platform file says: its facts, where to look (`observe`), and what is wrong with it."""

    facts: Record
    observe: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def read_declared(root: Node, schema: ObjectType, *, header: bool = True) -> Declared:
    """The facts of a platform file by the schema; every fault in it is a diagnostic at its place.

    `header`: the file says which version of the format it is in; what is said on the command line alone
    does not.
    """
    reader = _Reader([])
    if not isinstance(root.value, Mapping):
        return Declared(Record("", {}), (), (_fault(root, "shape", "a platform file is a mapping"),))
    if header:
        reader.check_header(root)
    facts = {
        key: reader.tree(node, schema.fields[key], key) for key, node in reader.known(root, schema, top=True)
    }
    record = Record("", facts, root.place() if header else None)
    return Declared(record, reader.observe(root), tuple(reader.faults))


@dataclass(frozen=True, slots=True)
class _Reader:
    faults: list[Diagnostic]

    def check_header(self, root: Node) -> None:
        version = _field(root, "reglint")
        if version is None:
            self.fault(root, "version", 'the first line of a platform file is missing; write reglint: "1"')
        elif version.text != VERSION:
            self.fault(
                version, "version", f'"{version.text}" is no version of this format; write reglint: "1"'
            )

    def observe(self, root: Node) -> tuple[str, ...]:
        node = _field(root, "observe")
        if node is None:
            return ()
        if not isinstance(node.value, tuple) or not all(isinstance(item.value, str) for item in node.value):
            self.fault(node, "observe", "observe is a list of folders and files; write observe: [deploy/]")
            return ()
        return tuple(item.text for item in node.value)

    def tree(self, node: Node, kind: FactType, name: str) -> FactTree:
        if isinstance(kind, ObjectType):
            return self.record(node, kind, name)
        return self.series(node, kind, name) if isinstance(kind, ListType) else self.leaf(node, kind, name)

    def record(self, node: Node, kind: ObjectType, name: str, identity: tuple[str, ...] = ()) -> FactTree:
        if node.value is None:
            return Record(name, {}, node.place())
        if not isinstance(node.value, Mapping):
            return self.misshaped(node, name, "a mapping")
        fields = {
            key: self.tree(inner, kind.fields[key], f"{name}.{key}")
            for key, inner in self.known(node, kind, element=bool(identity))
        }
        component, environment = (
            node.value[key].text if identity and key in node.value else "" for key in SCOPE
        )
        return Record(name, fields, node.place(), component, environment)

    def series(self, node: Node, kind: ListType, name: str) -> FactTree:
        if not isinstance(node.value, tuple):
            return self.misshaped(node, name, "a list")
        items = tuple(self.element(item, kind, name, index) for index, item in enumerate(node.value))
        self.check_identities(node, items)
        return Series(name, items, node.place(), inventory=kind.inventory)

    def element(self, node: Node, kind: ListType, name: str, index: int) -> FactTree:
        own_name = element_name(name, kind.identity, _texts(node), index)
        if isinstance(kind.item, ObjectType):
            return self.record(node, kind.item, own_name, kind.identity)
        return self.tree(node, kind.item, own_name)

    def leaf(self, node: Node, kind: ScalarType, name: str) -> Fact:
        value, message = read_leaf(node, kind)
        if message:
            self.fault(node, "type", f"{name}: {message}")
        return Fact(name, value, Basis.DECLARED, node.place(), shown(value))

    def misshaped(self, node: Node, name: str, wanted: str) -> Fact:
        place = node.place()
        if node.value is None:
            return Fact(name, Unknown(Reason.NULL), Basis.DECLARED, place)
        message = f"{name} is {wanted}; write it so"
        self.fault(node, "type", message)
        return Fact(name, Unknown(Reason.MISTYPED, message), Basis.DECLARED, place)

    def known(
        self, node: Node, kind: ObjectType, *, top: bool = False, element: bool = False
    ) -> Iterator[tuple[str, Node]]:
        besides = META if top else SCOPE if element else ()
        for key, inner in _items(node):
            if key in kind.fields:
                yield key, inner
            elif key not in besides and not key.startswith("x-"):
                message = f'unknown fact "{mask_credentials(key)}"{did_you_mean(key, list(kind.fields))}'
                hint = "Own keys begin with x-."
                place = inner.key_place()
                self.faults.append(
                    Diagnostic("unknown-fact", message, place.path, place.line, place.column, hint)
                )

    def check_identities(self, node: Node, items: tuple[FactTree, ...]) -> None:
        seen: set[tuple[str, str, str]] = set()
        for item in items:
            scope = (item.component, item.environment) if isinstance(item, Record) else ("", "")
            if (item.name, *scope) in seen:
                self.fault(node, "duplicate", f"{item.name} stands here twice; each element has its own name")
            seen.add((item.name, *scope))

    def fault(self, node: Node, code: str, message: str) -> None:
        self.faults.append(_fault(node, code, message))


def element_name(name: str, identity: tuple[str, ...], texts: Mapping[str, str], index: int) -> str:
    """The name of a list's element: by its identity, credentials in it hidden, else by its position.

    >>> element_name("network.endpoints", ("server", "port"), {"server": "_", "port": "80"}, 0)
    'network.endpoints[server=_,port=80]'
    """
    known = [f"{field}={mask_credentials(texts[field])}" for field in identity if field in texts]
    return f"{name}[{','.join(known)}]" if known else f"{name}[{index}]"


def _fault(node: Node, code: str, message: str) -> Diagnostic:
    place = node.place()
    return Diagnostic(code, message, place.path, place.line, place.column)


def _field(node: Node, key: str) -> Node | None:
    return node.value.get(key) if isinstance(node.value, Mapping) else None


def _items(node: Node) -> Iterator[tuple[str, Node]]:
    if isinstance(node.value, Mapping):
        yield from node.value.items()


def _texts(node: Node) -> Mapping[str, str]:
    return {key: inner.text for key, inner in _items(node) if inner.text}
