"""What a container's command line gives by name: `--name=value`, `-Dname=value`, `--password value`.

Wherever such an option stands, also in a script whose way is not known or in a variable that holds options,
its value stands in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from reglint.documents.node import Node
from reglint.facts.convert.compose import word_nodes
from reglint.facts.convert.part import part_of
from reglint.facts.java_options import JAVA_VARIABLES
from reglint.facts.relaxed import relaxed
from reglint.facts.secret_name import names_a_secret
from reglint.facts.tree import child

_VALUE = r"""(?:"([^"]*)"|'([^']*)'|((?:\$\{[^{}]*\}|[^\s"';])+))"""
_OPTION = re.compile(rf"(?<![^\s\"'])(?:--|-D)([\w.\-]+)=\\?{_VALUE}")
_SPACED = re.compile(rf"(?<![^\s\"'])--([\w.\-]+)\s+(?!-){_VALUE}")
_NAME = re.compile(r"--([\w.\-]+)")


def with_options(container: Node) -> Node:
    """A container, in the words of compose, with `options`: a mapping as Spring folds names.

    An option whose value is a word of its own counts where its name says that it is a secret. There are no
    `options` where none of them is a secret or a URL.
    """
    variables = (child(container, "environment", name) for name in JAVA_VARIABLES)
    found = dict(_options([*word_nodes(container), *(one for one in variables if one is not None)]))
    is_wanted = any(names_a_secret(_own_name(name)) or ":" in one.text for name, one in found.items())
    if not is_wanted or not isinstance(container.value, Mapping):
        return container
    options = relaxed(replace(container, value=found, text=""))
    return replace(container, value={**container.value, "options": options})


def _options(words: list[Node]) -> Iterator[tuple[str, Node]]:
    for index, word in enumerate(words):
        yield from (_value(word, match) for match in _OPTION.finditer(word.text))
        spaced = (match for match in _SPACED.finditer(word.text) if names_a_secret(_own_name(match[1])))
        yield from (_value(word, match) for match in spaced)
        named = _NAME.fullmatch(word.text)
        if named is not None and names_a_secret(_own_name(named[1])):
            following = words[index + 1 : index + 2]
            yield from (
                (named[1], replace(one, pointer=f"/{named[1]}"))
                for one in following
                if not one.text.startswith("-")
            )


def _value(word: Node, match: re.Match[str]) -> tuple[str, Node]:
    value = part_of(word, *match.span(match.lastindex or 0))
    return match[1], replace(value, pointer=f"/{match[1]}")


def _own_name(name: str) -> str:
    return name.rpartition(".")[2]
