"""What stands in a block of Terraform: its arguments, nested and dynamic blocks.

Source: Terraform, "dynamic Blocks".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reglint.documents.node import Node
from reglint.facts.terraform_elements import Made, bound_names, each_of_them, size
from reglint.facts.terraform_expressions import Names, evaluated
from reglint.facts.terraform_values import Known, OpenError, composed, scalar, unsure

_DYNAMIC = "dynamic"
_MOST_DYNAMIC = 20  # blocks that one dynamic block writes
_MOST_NODES = 500  # of its content, times its blocks


def arguments(body: Node, names: Names, depth: int = 0) -> Mapping[str, Known]:
    """The arguments and nested blocks of a block by name, dynamic ones written out."""
    found: dict[str, Known] = {}
    for name, one in members_of(body).items():
        if name != _DYNAMIC:
            found[name] = _argument(name, one, names, depth)
    for block in each_of(members_of(body).get(_DYNAMIC)):
        for kind, bodies in members_of(block).items():
            for inner in each_of(bodies):
                _add_dynamic(found, kind, inner, names, depth)
    return found


def each_of(node: Node | None) -> tuple[Node, ...]:
    """The elements of a sequence; what is none is its own only one."""
    if node is None:
        return ()
    return node.value if isinstance(node.value, tuple) else (node,)


def members_of(node: Node | None) -> Mapping[str, Node]:
    """The members of a mapping; none of what is none."""
    return node.value if node is not None and isinstance(node.value, Mapping) else {}


def _argument(name: str, node: Node, names: Names, depth: int) -> Known:
    try:
        if isinstance(node.value, tuple) and any(isinstance(one.value, Mapping) for one in node.value):
            blocks = [_block(one, names, depth + 1) for one in node.value]
            return composed(replace(node, value=tuple(one.node for one in blocks)), blocks)
        return evaluated(node, names, depth)
    except OpenError:
        return Known(scalar(node, f"${{{name}}}"))


def _block(body: Node, names: Names, depth: int) -> Known:
    if not isinstance(body.value, Mapping):
        return evaluated(body, names, depth)
    found = arguments(body, names, depth)
    return composed(replace(body, value={name: one.node for name, one in found.items()}), found.values())


def _add_dynamic(found: dict[str, Known], kind: str, body: Node, names: Names, depth: int) -> None:
    """Adds the blocks of a dynamic one to what there is of their kind; open where they would be too many."""
    before = found.get(kind)
    held = each_of(before.node) if before is not None else ()
    written = list(_dynamic(kind, body, names, depth))
    if written:
        whole = written if before is None else [before, *written]
        blocks = replace(body, value=(*held, *(one.node for one in written)), text="")
        found[kind] = _composed(blocks, whole, kind)


def _dynamic(kind: str, body: Node, names: Names, depth: int) -> Iterator[Known]:
    members = members_of(body)
    content, iterator, over = members.get("content"), members.get("iterator"), members.get("for_each")
    name = kind if iterator is None else iterator.text.removeprefix("${").removesuffix("}")
    most = min(_MOST_DYNAMIC, _MOST_NODES // size(body, _MOST_NODES)) if depth == 0 else 1
    several = (
        (Made(is_sure=False),) if over is None else each_of_them(over, names, name, most=most, depth=depth)
    )
    for element in several:
        inner = bound_names(names, element.bound)
        for one in each_of(content):
            known = _whole_block(kind, one, inner, depth)
            yield known if element.is_sure else replace(known, node=unsure(known.node, f"dynamic.{kind}"))


def _whole_block(kind: str, body: Node, names: Names, depth: int) -> Known:
    try:
        return _block(body, names, depth)
    except OpenError:
        return Known(scalar(body, f"${{{kind}}}"))


def _composed(node: Node, inner: Iterable[Known], name: str) -> Known:
    try:
        return composed(node, inner)
    except OpenError:
        return Known(scalar(node, f"${{{name}}}"))
