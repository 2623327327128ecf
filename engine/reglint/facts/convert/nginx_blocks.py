"""The blocks of nginx: which hold for a server, and which directives they hand down to it.

Sources: nginx documentation, "Beginner's Guide" (contexts); each module's page says in which contexts a
directive may stand: one of an outer block holds in an inner block that has none of that name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Converted, unresolved
from reglint.facts.tree import children

NO_SERVER = re.compile(r"(mime\.types|params|fastcgi\.conf)$")
"""Files that by custom hold neither servers nor what is asked of them."""

_INCLUDED = "what is included may say it"
_ABOVE = "the http block that includes this file may say it"


@dataclass(frozen=True, slots=True)
class Held:
    """The directives of a name that hold in a block: those of the nearest one that has any.

    Where an inner block includes others, or the file has no `http` block, `elsewhere` says so.
    """

    directives: tuple[Node, ...] = ()
    elsewhere: Converted | None = None


def server_of(node: Node | None, context: Context) -> Node | None:
    """The server that a node stands in, or is."""
    if node is None:
        return None
    around = (node, *context.tree.ancestors(node))
    return next((one for one in around if _kind(one, context) == "server"), None)


def held_in(block: Node, name: str, context: Context) -> Held:
    """What holds in a block of the directives of a name: a block takes all from above, or none."""
    include: Node | None = None
    for one in (block, *context.tree.ancestors(block)):
        found = tuple(blocks_of(one, name))
        include = include or (None if found else include_in(one))
        if found or _kind(one, context) == "http":
            return Held(found, None if include is None else is_included(include))
    return Held(elsewhere=unresolved(context.each, _ABOVE) if include is None else is_included(include))


def is_included(include: Node) -> Converted:
    """Unresolved: what a file that is included may say."""
    return unresolved(include, _INCLUDED)


def include_in(block: Node) -> Node | None:
    """The first `include` of a block that may hold other directives than types and parameters."""
    files = (one for one in blocks_of(block, "include") if words_of(one))
    return next((one for one in files if not NO_SERVER.search(PurePosixPath(words_of(one)[0]).name)), None)


def blocks_of(block: Node, name: str) -> Iterator[Node]:
    """The directives of a name that stand in a block itself."""
    found = block.value.get(name) if isinstance(block.value, Mapping) else None
    yield from (one for _, one in children(found)) if found is not None else ()


def words_of(node: Node | None) -> tuple[str, ...]:
    """The arguments of a directive, as texts."""
    arguments = node.value.get("@args") if node is not None and isinstance(node.value, Mapping) else None
    return tuple(one.text for _, one in children(arguments)) if arguments is not None else ()


def _kind(block: Node, context: Context) -> str:
    """What a block is called: a name has a list of blocks, and an argument no name."""
    holder = context.tree.parent(block)
    return context.tree.key(holder) if holder is not None else ""
