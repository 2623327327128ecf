"""GitHub Actions: secrets that a workflow gives to its steps.

Source: GitHub Actions, "Contexts" (`${{ secrets.NAME }}`), "Evaluate expressions in workflows" (`||`, texts
in single quotes), "Workflow syntax" (`env`, `with`, `run`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, notes
from reglint.facts.convert.part import part_of
from reglint.facts.convert.secrets import judged, secret_if_given, url_secret

_EXPRESSION = re.compile(r"\$\{\{\s*([\w.\-\[\]'\"]*)[^}]*\}\}")
_INSTEAD = re.compile(r"\$\{\{\s*([\w.\-]+)\s*\|\|\s*'([^']+)'\s*\}\}")


def secret(node: Node | None, context: Context) -> Converted | None:
    """The class of a secret; an expression is a reference, a text to take instead stands in clear."""
    if node is None:
        return None
    instead = _INSTEAD.fullmatch(node.text.strip())
    if instead is not None:
        start = node.text.index("${{") + instead.start(2)
        found = judged(part_of(node, start, start + len(instead[2])), context)
        return found and replace(found, note=notes(found.note, f"unless {instead[1]} is set"))
    expression = _EXPRESSION.search(node.text)
    if expression is not None:
        return Converted("reference", node, f"read from {expression[1]}" if expression[1] else "")
    return secret_if_given(node, context)


def url_secret_in_clear(node: Node | None, context: Context) -> Converted | None:
    """The class of the password in a URL; None for one that an expression fills in."""
    found = url_secret(node, context)
    return None if found is None or found.node is None or "${{" in found.node.text else found


def given_secret(node: Node | None, context: Context) -> Converted | None:
    """The class of a secret that a script gives."""
    return None if node is None else judged(node, context)


CONVERSIONS: Mapping[str, Conversion] = {
    "workflow_secret": secret,
    "workflow_url_secret": url_secret_in_clear,
    "workflow_given_secret": given_secret,
}
