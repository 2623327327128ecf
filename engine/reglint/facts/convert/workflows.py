"""GitHub Actions: secrets that a workflow gives to its steps.

Source: GitHub Actions, "Contexts" (`${{ secrets.NAME }}`), "Workflow syntax" (`env`, `with`, `run`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted
from reglint.facts.convert.part import part_of
from reglint.facts.convert.secrets import judged, secret_if_given
from reglint.facts.secret_name import names_a_secret

_EXPRESSION = re.compile(r"\$\{\{\s*([\w.\-\[\]'\"]*)[^}]*\}\}")
_VALUE = r"[\"']?((?:\$\{\{[^}]*\}\}|[^\s\"'&|;])+)"
_GIVEN = (
    re.compile(rf"(?:--|-D|\b)([A-Za-z_][\w.\-]*)={_VALUE}"),
    re.compile(rf"--([a-z][\w\-]*) +(?!-){_VALUE}"),
    re.compile(rf"(Authorization): *(?:Bearer|Basic|[Tt]oken) +{_VALUE}"),
)
"""A name and its value: set, as an option, in a header."""

_ALWAYS = frozenset({"Authorization"})
_FILLED = re.compile(r"[$`]")


def secret(node: Node | None, context: Context) -> Converted | None:
    """The class of a secret; an expression in it is a reference."""
    found = _EXPRESSION.search(node.text) if node is not None else None
    if found is not None:
        return Converted("reference", node, f"read from {found[1]}" if found[1] else "")
    return secret_if_given(node, context)


def script_name(node: Node | None, _context: Context) -> Converted | None:
    """The name of the first secret that a script sets or hands on as an option."""
    found = _in_script(node)
    return None if found is None else Converted(*found)


def script_secret(node: Node | None, context: Context) -> Converted | None:
    """The class of that secret, at its own place; None for one that the shell or an expression fills in."""
    found = _in_script(node)
    return None if found is None else judged(found[1], context)


def _in_script(node: Node | None) -> tuple[str, Node] | None:
    if node is None:
        return None
    matches = (match for pattern in _GIVEN for match in pattern.finditer(node.text))
    given = [match for match in matches if _is_secret(match[1]) and not _FILLED.search(match[2])]
    if not given:
        return None
    first = min(given, key=lambda match: match.start(2))
    return first[1], part_of(node, *first.span(2))


def _is_secret(name: str) -> bool:
    return name in _ALWAYS or names_a_secret(name.rpartition(".")[2])


CONVERSIONS: Mapping[str, Conversion] = {
    "workflow_secret": secret,
    "workflow_script_name": script_name,
    "workflow_script_secret": script_secret,
}
