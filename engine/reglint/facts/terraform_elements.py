"""How often a block of Terraform is made: the elements of `count` and `for_each`.

Sources: Terraform, "count", "for_each".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from reglint.documents.node import Node
from reglint.facts.secret_name import names_a_secret
from reglint.facts.terraform_expressions import Names, below, evaluated
from reglint.facts.terraform_values import Known, OpenError, is_open, scalar

MAYBE = "if it is made"
SEVERAL = "one of several"
_MOST = 50  # elements of one block
_MOST_NODES = 5_000  # of a block, times its elements
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Made:
    """An element of what `count` and `for_each` make; one for all where their number is not known, or large.

    `bound` is what `each.key` and the like are in it, `key` what an address has of it (`["pay"]`, "" for an
    only one), `remark` what its being there depends on; it is not sure where the files do not say whether
    there is any.
    """

    bound: Mapping[str, Known] = field(default_factory=dict)
    remark: str = ""
    is_sure: bool = True
    key: str = ""


def elements(body: Node, names: Names, depth: int = 0) -> tuple[Made, ...]:
    """The elements of a block with `count` or `for_each`; without them one, none where they make none."""
    members = body.value if isinstance(body.value, Mapping) else {}
    count, over = members.get("count"), members.get("for_each")
    most = min(_MOST, _MOST_NODES // size(body, _MOST_NODES))
    if count is not None:
        return _counted(_known(count, names, depth), count, most)
    return (Made(),) if over is None else each_of_them(over, names, "each", most=most, depth=depth)


def each_of_them(over: Node, names: Names, name: str, *, most: int, depth: int) -> tuple[Made, ...]:
    """The elements of a collection, in which `name.key` and `name.value` are bound; at most so many."""
    known = _known(over, names, depth)
    found = _members(known.node)
    if found is None:
        return (Made(remark=MAYBE, is_sure=False),)
    if len(found) == 1:
        ((key, one),) = found.items()
        return (Made(_bound(known, one, key, name), known.note),)
    if len(found) > most or _may_show_secrets(over, known) or any("${" in key for key in found):
        return (Made(remark=joined_notes(SEVERAL, known.note)),)
    return tuple(
        Made(_bound(known, one, key, name), known.note, key=f'["{key}"]') for key, one in found.items()
    )


def bound_names(names: Names, bound: Mapping[str, Known]) -> Names:
    """Names with some of them bound besides."""

    def named(steps: tuple[str, ...], at: Node, depth: int) -> Known:
        own = bound.get(".".join(steps[:2]))
        return names(steps, at, depth) if own is None else below(own, steps[2:])

    return named if bound else names


def size(node: Node, most: int) -> int:
    """How many nodes there are in one, itself among them; no more are counted than `most`."""
    pending, found = [node], 0
    while pending and found < most:
        one = pending.pop()
        found += 1
        if isinstance(one.value, Mapping):
            pending += one.value.values()
        elif isinstance(one.value, tuple):
            pending += one.value
    return found


def is_same(node: Node, other: Node) -> bool:
    """Whether two nodes are written in the same place and hold the same."""
    if (node.path, node.line, node.column, node.text) != (other.path, other.line, other.column, other.text):
        return False
    if isinstance(node.value, Mapping) and isinstance(other.value, Mapping):
        keys = node.value.keys()
        return keys == other.value.keys() and all(is_same(node.value[one], other.value[one]) for one in keys)
    if isinstance(node.value, tuple) and isinstance(other.value, tuple):
        pairs = zip(node.value, other.value, strict=False)
        return len(node.value) == len(other.value) and all(is_same(one, two) for one, two in pairs)
    return node.value == other.value


def joined_notes(*notes: str) -> str:
    """Several remarks as one, empty ones left out."""
    return "; ".join(filter(None, notes))


def _counted(known: Known, count: Node, most: int) -> tuple[Made, ...]:
    number = known.node.text
    if number in ("0", "false"):
        return ()
    if is_open(known.node) or not (number.isascii() and number.isdecimal()):
        return (Made(_index(count, 0), joined_notes(MAYBE, known.note), not is_open(known.node)),)
    if number == "1":
        return (Made(_index(count, 0), known.note),)
    if len(number) > len(str(_MOST)) or int(number) > most:
        return (Made(_index(count, 0), joined_notes(SEVERAL, known.note)),)
    return tuple(Made(_index(count, one), known.note, key=f"[{one}]") for one in range(int(number)))


def _index(count: Node, number: int) -> Mapping[str, Known]:
    return {"count.index": Known(scalar(count, number))}


def _members(node: Node) -> Mapping[str, Node] | None:
    """The elements by key, those of a set by their text; None for what is no collection."""
    if isinstance(node.value, Mapping):
        return node.value
    if isinstance(node.value, tuple):
        return {one.text or str(index): one for index, one in enumerate(node.value)}
    return None


def _bound(known: Known, one: Node, key: str, name: str) -> Mapping[str, Known]:
    return {f"{name}.key": replace(known, node=scalar(one, key)), f"{name}.value": replace(known, node=one)}


def _may_show_secrets(over: Node, known: Known) -> bool:
    """Whether the keys may be secrets: an address would show them."""
    names = (one.removesuffix("s") for one in _WORD.findall(over.text))
    return known.is_secret or any(map(names_a_secret, names))


def _known(node: Node, names: Names, depth: int) -> Known:
    try:
        return evaluated(node, names, depth)
    except OpenError:
        return Known(scalar(node, "${…}"))
