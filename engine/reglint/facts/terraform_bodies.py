"""What stands in a block of Terraform: its arguments, nested and dynamic blocks, and how often it is made.

Sources: Terraform, "count", "for_each", "dynamic Blocks".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from reglint.documents.node import Node
from reglint.facts.terraform_expressions import Names, below, evaluated
from reglint.facts.terraform_values import Known, OpenError, composed, is_open, scalar, unsure

_DYNAMIC = "dynamic"
_MAYBE = "if it is made"
_SEVERAL = "one of several"


@dataclass(frozen=True, slots=True)
class Made:
    """The one element that is kept of what `count` and `for_each` make.

    `bound` is what `each.key` and the like are in it, `remark` what its being there depends on; it is not
    sure where the files do not say whether there is any.
    """

    bound: Mapping[str, Known] = field(default_factory=dict)
    remark: str = ""
    is_sure: bool = True


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


def made(body: Node, names: Names, depth: int = 0) -> Made | None:
    """The element that is kept of a block; None where `count` or `for_each` makes none."""
    members = members_of(body)
    count, over = members.get("count"), members.get("for_each")
    if count is not None:
        return _counted(_known(count, names, depth), count)
    return Made() if over is None else _one_of(_known(over, names, depth), "each")


def bound_names(names: Names, bound: Mapping[str, Known]) -> Names:
    """Names with some of them bound besides."""

    def named(steps: tuple[str, ...], at: Node, depth: int) -> Known:
        own = bound.get(".".join(steps[:2]))
        return names(steps, at, depth) if own is None else below(own, steps[2:])

    return named if bound else names


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
    members = members_of(body)
    iterator, over = members.get("iterator"), members.get("for_each")
    name = kind if iterator is None else iterator.text.removeprefix("${").removesuffix("}")
    element = Made(is_sure=False) if over is None else _one_of(_known(over, names, depth), name)
    if element is None:
        return
    inner = bound_names(names, element.bound)
    blocks = [_argument(kind, one, inner, depth) for one in each_of(members.get("content"))]
    if blocks and isinstance(blocks[0].node.value, Mapping):
        blocks = [_block(one, inner, depth) for one in each_of(members.get("content"))]
    sure = [one.node if element.is_sure else unsure(one.node, f"dynamic.{kind}") for one in blocks]
    before = found.get(kind)
    held = each_of(before.node) if before is not None else ()
    whole: Iterable[Known] = blocks if before is None else (before, *blocks)
    found[kind] = composed(replace(body, value=(*held, *sure), text=""), whole)


def _counted(known: Known, count: Node) -> Made | None:
    number = known.node.text
    if number in ("0", "false"):
        return None
    is_sure = not is_open(known.node)
    remark = "" if number == "1" else _SEVERAL if is_sure else _MAYBE
    return Made({"count.index": Known(scalar(count, 0))}, _joined(remark, known.note), is_sure)


def _one_of(known: Known, name: str) -> Made | None:
    node = known.node
    if isinstance(node.value, Mapping):
        elements = dict(node.value)
    elif isinstance(node.value, tuple):
        elements = {str(index): one for index, one in enumerate(node.value)}
    else:
        return Made(remark=_MAYBE, is_sure=False)
    if len(elements) != 1:
        return Made(remark=_joined(_SEVERAL, known.note)) if elements else None
    ((key, one),) = elements.items()
    shown = key if isinstance(node.value, Mapping) else one.text
    bound = {f"{name}.key": Known(scalar(one, shown)), f"{name}.value": replace(known, node=one)}
    return Made(bound, known.note)


def _known(node: Node, names: Names, depth: int) -> Known:
    try:
        return evaluated(node, names, depth)
    except OpenError:
        return Known(scalar(node, "${…}"))


def _joined(*notes: str) -> str:
    return "; ".join(filter(None, notes))
