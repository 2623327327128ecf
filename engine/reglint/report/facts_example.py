"""How a fact is written in a platform file: a value of its type, in YAML, in one line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from reglint.model.schema import FactType, ListType, ObjectType, ScalarType
from reglint.report.schema_words import EXAMPLES

_MOST_FIELDS = 4
_MOST_NUMBERS = 10
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_READ_OTHERWISE = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_QUOTED = frozenset({"percent", "version"})  # others are text to YAML as they stand
_OPEN = '"…"'


def example_of(kind: FactType, words: Iterable[str] = ()) -> str:
    """A value that the type takes. `words` are those that a list of texts takes, if they are known.

    >>> example_of(ListType(ObjectType({"name": ScalarType("string"), "kept": ScalarType("duration")})))
    '[{name: "…", kept: 6 months}]'
    """
    if isinstance(kind, ListType):
        known = tuple(words)
        return f"[{known[0] if known else example_of(_identity_first(kind))}]"
    if isinstance(kind, ObjectType):
        fields = list(kind.fields.items())[:_MOST_FIELDS]
        return f"{{{', '.join(f'{name}: {example_of(inner)}' for name, inner in fields)}}}"
    return _scalar(kind)


def type_word(kind: FactType) -> str:
    """The name of a type, as the vocabulary has it: duration, enum, list, object.

    >>> type_word(ScalarType("duration"))
    'duration'
    """
    if isinstance(kind, ScalarType):
        return kind.kind
    return "list" if isinstance(kind, ListType) else "object"


def choices_of(kind: FactType) -> tuple[str, ...]:
    """The words that a field takes, or the elements of a list, where they are few."""
    inner = kind.item if isinstance(kind, ListType) else kind
    if not isinstance(inner, ScalarType):
        return ()
    if inner.kind == "integer" and inner.minimum is not None and inner.maximum is not None:
        numbers = range(inner.minimum, inner.maximum + 1)
        return tuple(map(str, numbers)) if len(numbers) <= _MOST_NUMBERS else ()
    return ("true", "false") if inner.kind == "boolean" else inner.values


def quoted(text: str) -> str:
    """A text as YAML reads it back, in quotes where it needs them.

    >>> quoted("FILE"), quoted("80"), quoted("a: b"), quoted("no")
    ('FILE', '"80"', '"a: b"', '"no"')
    """
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _READ_OTHERWISE
    return text if plain else json.dumps(text, ensure_ascii=False)


def _identity_first(kind: ListType) -> FactType:
    """The type of an element, with the fields that identify it before the others."""
    if not isinstance(kind.item, ObjectType):
        return kind.item
    fields = kind.item.fields
    first = {name: fields[name] for name in kind.identity if name in fields}
    return ObjectType({**first, **fields})


def _scalar(kind: ScalarType) -> str:
    if kind.values:
        return kind.values[-1] if kind.sensitive else kind.values[0]
    if kind.kind in EXAMPLES:
        return f'"{EXAMPLES[kind.kind]}"' if kind.kind in _QUOTED else EXAMPLES[kind.kind]
    if kind.kind == "integer":
        return str(max(kind.minimum or 0, 1) if kind.maximum != 0 else 0)
    return {"boolean": "true", "decimal": "1.5"}.get(kind.kind, _OPEN)
