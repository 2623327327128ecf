"""Settings that may stand more than once: for each name a sequence, also where there is one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reglint.documents.pointer import child

if TYPE_CHECKING:
    from reglint.documents.node import Node
    from reglint.documents.source import Source


@dataclass(frozen=True, slots=True)
class Repeated:
    """What stands below a pointer, by name in the order of the text, each with its span of offsets."""

    pointer: str
    series: dict[str, list[tuple[tuple[int, int], Node]]] = field(default_factory=dict)

    def next_pointer(self, name: str) -> str:
        """The pointer of the next one of a name."""
        return child(child(self.pointer, name), len(self.series.get(name, ())))

    def add(self, name: str, span: tuple[int, int], node: Node) -> None:
        """Put one more behind those of its name; the span begins where its name does."""
        self.series.setdefault(name, []).append((span, node))

    def members(self, source: Source) -> dict[str, Node]:
        """A sequence of nodes for each name; its key is the first one's."""
        return {
            name: source.node(
                tuple(node for _, node in series),
                (series[0][0][0], series[-1][0][1]),
                child(self.pointer, name),
                key=series[0][0][0],
            )
            for name, series in self.series.items()
        }
