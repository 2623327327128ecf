"""Secrets among the options of a container's command line: `java … --spring.datasource.password=…`.

Source: Spring Boot, "Accessing Command Line Properties" (`--name=value`); Java, `-Dname=value`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.compose import word_nodes
from reglint.facts.convert.context import Context, Conversion, Converted
from reglint.facts.convert.part import part_of
from reglint.facts.convert.secrets import judged
from reglint.facts.secret_name import names_a_secret

_OPTION = re.compile(r"(?<!\S)(?:--|-D)([\w.\-]+)=[\"']?([^\s\"']+)")


def option_name(node: Node | None, _context: Context) -> Converted | None:
    """The name of the first option that holds a secret."""
    found = _secret_option(node)
    return None if found is None else Converted(*found)


def option_secret(node: Node | None, context: Context) -> Converted | None:
    """The class of the first secret among the options, at its own place."""
    found = _secret_option(node)
    return None if found is None else judged(found[1], context)


def _secret_option(node: Node | None) -> tuple[str, Node] | None:
    for word in word_nodes(node):
        for match in _OPTION.finditer(word.text):
            if names_a_secret(match[1].rpartition(".")[2]):
                return match[1], part_of(word, *match.span(2))
    return None


CONVERSIONS: Mapping[str, Conversion] = {"option_name": option_name, "option_secret": option_secret}
