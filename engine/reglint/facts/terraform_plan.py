"""What `terraform show -json` writes of a plan or a state → the same tree as that of the modules.

Source: Terraform, "JSON Output Format" (`planned_values`, `values`, `resource_changes`, `configuration`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from reglint.documents.node import Node
from reglint.facts.secret_name import names_a_secret
from reglint.facts.terraform_bodies import each_of, members_of
from reglint.facts.terraform_links import Resource, View, view_of
from reglint.facts.terraform_values import Known, scalar
from reglint.facts.tree import child, text_of

_VALUES = ("planned_values", "values")
_INDEX = re.compile(r"\[[^\]]*\]")
_MOST_NESTED = 40
_AFTER_APPLY = "${known after apply}"
_SENSITIVE = "${sensitive}"


@dataclass(frozen=True, slots=True)
class _Marks:
    """Of the values of one resource: which are not known yet, which are secret, what they refer to."""

    unknown: Node | None = None
    secret: Node | None = None
    references: Mapping[str, Node] = field(default_factory=dict)


def is_plan(root: Node) -> bool:
    """Whether a document is a plan or a state as `terraform show -json` writes it."""
    members = members_of(root)
    return "format_version" in members and any(name in members for name in (*_VALUES, "resource_changes"))


def plan_view(root: Node) -> View:
    """The tree of a plan's resources. Values that are known only after it is applied are open."""
    marks = dict(_marks(root))
    return view_of(root, (_resource(one, marks) for one in _listed(root)))


def _listed(root: Node) -> Iterator[Node]:
    for name in _VALUES:
        module = child(root, name, "root_module")
        if module is not None:
            yield from _resources(module, 0)
            return
    for change in each_of(members_of(root).get("resource_changes")):
        after = child(change, "change", "after")
        if after is not None and isinstance(after.value, Mapping) and text_of(change, "mode") != "data":
            yield replace(change, value={**members_of(change), "values": after})


def _resources(module: Node, depth: int) -> Iterator[Node]:
    for one in each_of(members_of(module).get("resources")):
        if text_of(one, "mode") != "data" and text_of(one, "type"):
            yield one
    for inner in each_of(members_of(module).get("child_modules")) if depth < _MOST_NESTED else ():
        yield from _resources(inner, depth + 1)


def _marks(root: Node) -> Iterator[tuple[str, _Marks]]:
    references = dict(_references(child(root, "configuration", "root_module"), "", 0))
    for change in each_of(members_of(root).get("resource_changes")):
        address = text_of(change, "address")
        unknown = members_of(child(change, "change")).get("after_unknown")
        secret = members_of(child(change, "change")).get("after_sensitive")
        yield address, _Marks(unknown, secret, references.get(_INDEX.sub("", address), {}))


def _references(module: Node | None, prefix: str, depth: int) -> Iterator[tuple[str, Mapping[str, Node]]]:
    """By address what each argument refers to, where it is one thing."""
    if module is None or depth > _MOST_NESTED:
        return
    for one in each_of(members_of(module).get("resources")):
        found: dict[str, Node] = {}
        for name, said in members_of(members_of(one).get("expressions")).items():
            named = each_of(members_of(said).get("references"))
            if named:
                found[name] = scalar(named[0], f"${{{prefix}{named[0].text}}}")
        yield f"{prefix}{text_of(one, 'address')}", found
    for name, call in members_of(members_of(module).get("module_calls")).items():
        yield from _references(child(call, "module"), f"{prefix}module.{name}.", depth + 1)


def _resource(one: Node, marks: Mapping[str, _Marks]) -> Resource:
    address = text_of(one, "address") or f"{text_of(one, 'type')}.{text_of(one, 'name')}"
    values = members_of(one).get("values")
    own = marks.get(address, _Marks())
    found = _marked(values, own.unknown, own.secret, "") if values is not None else one
    filled = {name: node for name, node in members_of(found).items() if not _is_nothing(node)}
    for name, reference in own.references.items():
        if name in filled and filled[name].text == _AFTER_APPLY:
            filled[name] = replace(reference, key_line=reference.line, key_column=reference.column)
    body = replace(one, value={}) if values is None else values
    return Resource(text_of(one, "type"), address, body, {name: Known(node) for name, node in filled.items()})


def _is_nothing(node: Node) -> bool:
    """A plan writes every argument: null and an empty list are those that nobody has set."""
    return node.value is None or node.value == ()


def _marked(values: Node, unknown: Node | None, secret: Node | None, name: str) -> Node:
    """The values with those open that are not known yet, or secret where no secret belongs."""
    if unknown is not None and unknown.value is True:
        return scalar(unknown, _AFTER_APPLY)
    if secret is not None and secret.value is True and not names_a_secret(name):
        return scalar(values, _SENSITIVE)
    if isinstance(values.value, Mapping):
        members = dict(values.value)
        for key, mark in members_of(unknown).items():
            if mark.value is True:
                members[key] = scalar(mark, _AFTER_APPLY)
        inner = {
            key: _marked(one, members_of(unknown).get(key), members_of(secret).get(key), key)
            for key, one in members.items()
        }
        return replace(values, value=inner)
    if isinstance(values.value, tuple):
        items = [
            _marked(one, _item(unknown, index), _item(secret, index), name)
            for index, one in enumerate(values.value)
        ]
        return replace(values, value=tuple(items))
    return values


def _item(node: Node | None, index: int) -> Node | None:
    if node is None or not isinstance(node.value, tuple) or index >= len(node.value):
        return None
    return node.value[index]
