"""What an alias or a merge key repeats: the same nodes under another pointer, charged as if written there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reglint.documents.pointer import child

if TYPE_CHECKING:
    from reglint.documents.node import Node
    from reglint.documents.source import Source


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a node goes: its pointer, how many collections hold it, the offset of its key."""

    pointer: str
    depth: int
    key: int | None = None

    def item(self, index: int) -> Seat:
        """The seat of an element of a sequence that sits here."""
        return Seat(f"{self.pointer}/{index}", self.depth + 1)

    def member(self, name: str, key: int | None = None) -> Seat:
        """The seat of a member of a mapping that sits here."""
        return Seat(child(self.pointer, name), self.depth + 1, key)


def repeated(source: Source, node: Node, seat: Seat, offset: int) -> Node:
    """The node of an alias: it stands where its value is written, its key where the alias is used."""
    line, column = source.position(offset if seat.key is None else seat.key)
    return replace(_moved(source, node, seat, offset), key_line=line, key_column=column)


def merged(source: Source, node: Node, seat: Seat, offset: int) -> dict[str, Node]:
    """The members that `<<` brings into the mapping at `seat`: those of a mapping, or of a list of mappings.

    An earlier mapping of a list outranks a later one.
    """
    members: dict[str, Node] = {}
    for part in reversed(node.value if isinstance(node.value, tuple) else (node,)):
        if not isinstance(part.value, Mapping):
            hint = "Write <<: *name or <<: [*name, *other]."
            raise source.refusal("merge", "<< takes a mapping or a list of mappings.", offset, hint=hint)
        for name, value in part.value.items():
            members[name] = _moved(source, value, seat.member(name), offset)
    return members


def _moved(source: Source, node: Node, seat: Seat, offset: int) -> Node:
    source.spend(seat.pointer, offset)
    value = node.value
    if isinstance(value, tuple):
        source.check_depth(seat.depth + 1, offset)
        items = enumerate(value)
        value = tuple(_moved(source, item, seat.item(index), offset) for index, item in items)
    elif isinstance(value, Mapping):
        source.check_depth(seat.depth + 1, offset)
        members = value.items()
        value = {name: _moved(source, member, seat.member(name), offset) for name, member in members}
    return replace(node, value=value, pointer=seat.pointer)
