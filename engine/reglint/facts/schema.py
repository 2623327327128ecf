"""The facts schema: mappings/facts/*.yaml, one file an area, as types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from reglint.model.schema import FactType, ListType, ObjectType, ScalarType
from reglint.model.text import Text

Plain: TypeAlias = Mapping[str, object]


def read_schema(areas: Mapping[str, Plain]) -> ObjectType:
    """The types of all facts: a field for each area, named by its file's stem.

    An area is JSON Schema 2020-12 as plain data. Raises ValueError with the fact's name where a type cannot
    be told: the schema is ours, so a fault in it is no diagnostic.
    """
    return ObjectType({name: _fact_type(area, name) for name, area in sorted(areas.items())})


def at(schema: FactType, path: Iterable[str]) -> FactType | None:
    """The type at a dotted path, lists entered through `[]`; None where there is none.

    >>> at(ObjectType({"a": ListType(ScalarType("date"))}), ["a", "[]"]) == ScalarType("date")
    True
    """
    here: FactType | None = schema
    for step in path:
        if isinstance(here, ListType) and step == "[]":
            here = here.item
        elif isinstance(here, ObjectType):
            here = here.fields.get(step)
        else:
            return None
    return here


def titles(kind: FactType, name: str = "") -> Iterator[tuple[str, Text]]:
    """The title of every fact by its generic name: `custody.accounts[].segregated`.

    The words of a boolean's or an enum's values stand beside it: `secrets[].strength=weak`.
    """
    if kind.title:
        yield name, kind.title
    if isinstance(kind, ScalarType):
        yield from ((f"{name}={value}", words) for value, words in kind.words.items())
    if isinstance(kind, ListType):
        yield from titles(kind.item, f"{name}[]")
    elif isinstance(kind, ObjectType):
        for field, inner in kind.fields.items():
            yield from titles(inner, f"{name}.{field}".removeprefix("."))


def _fact_type(plain: object, name: str) -> FactType:
    if not isinstance(plain, Mapping):
        raise ValueError(f"{name}: a fact's type is a mapping")  # noqa: TRY004 - a fault of data, not of a call
    if plain.get("type") == "object":
        return _object_type(plain, name)
    if plain.get("type") == "array":
        return _list_type(plain, name)
    return _scalar_type(plain, name)


def _object_type(plain: Plain, name: str) -> ObjectType:
    properties = plain["properties"]
    if not isinstance(properties, Mapping):
        raise ValueError(f"{name}: properties is a mapping")  # noqa: TRY004 - a fault of data, not of a call
    fields = {field: _fact_type(inner, f"{name}.{field}") for field, inner in properties.items()}
    return ObjectType(fields, _title(plain))


def _list_type(plain: Plain, name: str) -> ListType:
    return ListType(
        item=_fact_type(plain["items"], f"{name}[]"),
        identity=_words(plain.get("x-identity")),
        inventory=plain.get("x-list") != "register",
        title=_title(plain),
        presumed=_words(plain.get("x-presume")),
    )


def _scalar_type(plain: Plain, name: str) -> ScalarType:
    kind = plain.get("x-type") or ("enum" if "enum" in plain else plain.get("type"))
    if not isinstance(kind, str):
        raise ValueError(f"{name}: neither type, enum nor x-type")  # noqa: TRY004 - a fault of data
    return ScalarType(
        kind=kind,
        values=_words(plain.get("enum")),
        title=_title(plain),
        set_by=str(plain.get("x-set-by", "config")),
        sensitive=plain.get("x-sensitive") is True,
        minimum=_bound(plain.get("minimum")),
        maximum=_bound(plain.get("maximum")),
        words=_texts(plain.get("x-words")),
    )


def _title(plain: Plain) -> Text:
    return _text(plain.get("x-title"))


def _texts(words: object) -> Mapping[str, Text]:
    return {str(word): _text(text) for word, text in words.items()} if isinstance(words, Mapping) else {}


def _text(text: object) -> Text:
    return {str(k): str(v) for k, v in text.items()} if isinstance(text, Mapping) else {}


def _words(value: object) -> tuple[str, ...]:
    return tuple(str(word) for word in value) if isinstance(value, list) else ()


def _bound(value: object) -> int | None:
    return value if isinstance(value, int) else None
