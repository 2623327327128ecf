"""YAML that Maven fills in before the product reads it: `version: @project.version@`.

Spring Boot's parent project has Maven replace `@name@` in application*.yml and *.yaml when it builds. YAML
reserves `@` at the start of a plain value, so the file as it stands in the repository is none. Here the sign
is read as a letter of the private use area, which takes one place as well, and put back into the values: no
place is shifted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from reglint.documents.limits import DEFAULT_LIMITS, Limits
from reglint.documents.node import Node, Reading
from reglint.documents.yaml import read_yaml

if TYPE_CHECKING:
    from reglint.documents.yaml_scalars import Schema

_RESERVED = re.compile(r"(?:(?<=[\s\[,])|\A)@(?=[\w.\-]{1,200}@)")
_STAND_IN = "\ue000"


def read_filtered_yaml(
    text: str, path: str, *, limits: Limits = DEFAULT_LIMITS, schema: Schema = "1.1"
) -> Reading:
    """The documents of a YAML text in which values may begin with `@name@`; they keep it as their text.

    A text that has the stand-in already is read as it is.
    """
    masked, count = (text, 0) if _STAND_IN in text else _RESERVED.subn(_STAND_IN, text)
    reading = read_yaml(masked, path, limits=limits, schema=schema)
    if not count:
        return reading
    diagnostics = tuple(
        replace(one, message=_restored(one.message), hint=_restored(one.hint)) for one in reading.diagnostics
    )
    return Reading(tuple(_unmasked(root) for root in reading.roots), diagnostics)


def _unmasked(node: Node) -> Node:
    value = node.value
    if isinstance(value, str):
        value = _restored(value)
    elif isinstance(value, tuple):
        value = tuple(_unmasked(item) for item in value)
    elif isinstance(value, Mapping):
        value = {_restored(name): _unmasked(member) for name, member in value.items()}
    return replace(node, value=value, text=_restored(node.text), pointer=_restored(node.pointer))


def _restored(text: str) -> str:
    return text.replace(_STAND_IN, "@")
