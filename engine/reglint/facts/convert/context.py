"""What a conversion is given and what it gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from reglint.documents.node import Node
from reglint.facts.placeholder import Lookup, Resolved, Style, resolve
from reglint.facts.tree import Tree
from reglint.model.fact import Unknown, Value
from reglint.model.verdict import Reason

PRODUCT_DEFAULT = "product default"
"""The note on a value that no file says: the product itself does so."""


@dataclass(frozen=True, slots=True)
class Context:
    """Where a node stands: its tree, the node chosen by `each`, and what placeholders mean there.

    `paths` are the files of the project that some source could read.
    """

    tree: Tree
    each: Node
    lookup: Lookup
    style: Style = "either"
    paths: frozenset[str] = frozenset()

    def resolve(self, text: str) -> Resolved:
        """The text with its placeholders filled in."""
        return resolve(text, self.lookup, style=self.style)

    def holds(self, path: str) -> bool:
        """Whether the project holds a file of that path, in whatever folder that begins."""
        ending = "/" + path.lstrip("./")
        return any(f"/{one}".endswith(ending) for one in self.paths)


@dataclass(frozen=True, slots=True)
class Converted:
    """A value, or several for a list, with the node whose place it has (None: the node chosen by `each`).

    `shown` replaces the value's own words where these would say too little or too much. `is_secret`: the
    text of `node` may not be shown.
    """

    value: Value | Unknown | tuple[str, ...]
    node: Node | None = None
    note: str = ""
    shown: str = ""
    is_secret: bool = False


Conversion: TypeAlias = Callable[[Node | None, Context], Converted | None]
"""None means that the file says nothing: the product's default, if there is one, applies."""


def unresolved(node: Node | None, detail: str) -> Converted:
    """What cannot be told from the file, and why."""
    return Converted(Unknown(Reason.UNRESOLVED, detail), node)


def not_set(resolved: Resolved) -> str:
    """Why a text with open placeholders says nothing.

    >>> not_set(Resolved("${A}", open=("A",)))
    'A is not set in the file'
    """
    return f"{' and '.join(resolved.open)} {'is' if len(resolved.open) == 1 else 'are'} not set in the file"


def notes(*said: str) -> str:
    """Several notes as one, empty ones left out.

    >>> notes("8 to 15 characters", "", "unless A is set")
    '8 to 15 characters; unless A is set'
    """
    return "; ".join(filter(None, said))
