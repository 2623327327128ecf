"""Files of directives with arguments, as nginx and Redis have them: the lines of a name, the last of them."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.tree import children


def lines_of(node: Node | None, name: str) -> tuple[tuple[Node, ...], ...]:
    """The arguments of each directive of that name, in the order of the file."""
    found = node.value.get(name) if node is not None and isinstance(node.value, Mapping) else None
    return tuple(arguments_of(one) for _, one in children(found)) if found is not None else ()


def arguments_of(directive: Node | None) -> tuple[Node, ...]:
    """The arguments of one directive."""
    holder = directive.value if directive is not None and isinstance(directive.value, Mapping) else {}
    said = holder.get("@args")
    return said.value if said is not None and isinstance(said.value, tuple) else ()


def last_argument(node: Node | None, name: str) -> Node | None:
    """The first argument of the last directive of that name, which is the one that holds."""
    lines = lines_of(node, name)
    return lines[-1][0] if lines and lines[-1] else None


def last_value(node: Node | None, name: str) -> Node | None:
    """The last of the values that a file of parameters gives to a name, which is the one that holds."""
    found = node.value.get(name) if node is not None and isinstance(node.value, Mapping) else None
    return found.value[-1] if found is not None and isinstance(found.value, tuple) and found.value else None


def is_loopback(address: str) -> bool:
    """Whether only the machine itself reaches an address.

    >>> is_loopback("::1"), is_loopback("localhost"), is_loopback("*")
    (True, True, False)
    """
    try:
        return address.casefold() == "localhost" or ipaddress.ip_network(address, strict=False).is_loopback
    except ValueError:
        return False
