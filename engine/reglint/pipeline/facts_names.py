"""Which facts are meant by `--only`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from reglint.language.glob import glob_matches
from reglint.model.diagnostic import Diagnostic
from reglint.model.schema import FactType, ListType, ObjectType
from reglint.model.spelling import closest
from reglint.pipeline.request import Refused

Chosen: TypeAlias = Callable[[str], bool]
"""Whether a fact of that name is wanted."""

_ELEMENT = re.compile(r"\[[^\[\]]*\]")
_MOST_SIGNS = 256


def generic(name: str) -> str:
    """The name of a fact whichever element it is of.

    >>> generic("logging.streams[name=FILE].retention")
    'logging.streams[].retention'
    """
    return _ELEMENT.sub("[]", name)


def chosen(patterns: Iterable[str], schema: ObjectType) -> Chosen | Refused:
    """Which facts the patterns name, all where there is none; a refusal where one can name no fact."""
    wanted = tuple(patterns)
    names = [*_names(schema, "")]
    faults = tuple(
        _fault(one, schema) for one in wanted if not any(_names_it(generic(one), name) for name in names)
    )
    if faults:
        return Refused(faults)
    return lambda name: not wanted or any(_names_it(one, name) for one in wanted)


def _names_it(pattern: str, name: str) -> bool:
    """Whether a pattern is the name of a fact, with its elements or without, or of what it is part of."""
    whole = pattern.removesuffix(".*").removesuffix("[]")[:_MOST_SIGNS]
    forms = {name, generic(name), _ELEMENT.sub("", name)}
    return any(glob_matches(one, form) for one in (whole, f"{whole}.*", f"{whole}[*") for form in forms)


def _names(kind: FactType, name: str) -> Iterator[str]:
    """The generic names of all facts that there can be, and of what they are part of."""
    if name:
        yield name
    if isinstance(kind, ListType):
        yield from _names(kind.item, f"{name}[]")
    elif isinstance(kind, ObjectType):
        for field, inner in kind.fields.items():
            yield from _names(inner, f"{name}.{field}".removeprefix("."))


def _fault(pattern: str, schema: ObjectType) -> Diagnostic:
    area = re.split(r"[.\[*]", pattern)[0]
    near = closest(area, schema.fields) if area not in schema.fields else ""
    hint = (
        f'Did you mean "{near}"?'
        if near
        else 'Write a name or its beginning, such as logging or "*.retention".'
    )
    return Diagnostic("unknown-fact", f'No fact is named by "{pattern}".', hint=hint)
