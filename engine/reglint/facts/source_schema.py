"""mappings/sources/*.yaml: the shape of a source file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from reglint.documents.formats import FORMATS
from reglint.documents.select import compile_selector
from reglint.facts.convert.table import CONVERSIONS
from reglint.facts.placeholder import Style
from reglint.facts.view import VIEWS
from reglint.facts.where import QUESTIONS


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _known_conversion(name: str) -> str:
    if name and name not in CONVERSIONS:
        raise ValueError(f'there is no conversion "{name}"')
    return name


def _known_format(name: str) -> str:
    if name not in FORMATS:
        raise ValueError(f'there is no reader "{name}"')
    return name


def _known_view(name: str) -> str:
    if name not in VIEWS:
        raise ValueError(f'there is no view "{name}"')
    return name


def _known_question(name: str) -> str:
    if name and name not in QUESTIONS:
        raise ValueError(f'there is no question "{name}"')
    return name


def _sound(texts: tuple[str, ...]) -> tuple[str, ...]:
    for text in texts:
        compile_selector(text)
    return texts


_WORD_OR_WORDS = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
Words = Annotated[tuple[str, ...], BeforeValidator(_listed), WithJsonSchema(_WORD_OR_WORDS)]
Selectors = Annotated[Words, AfterValidator(_sound)]
Constant = bool | int | str | None


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class MatchEntry(_Strict):
    """How a file is known: by globs on its name and by what stands in it.

    The globs of `except` also see its path, which begins with `/`. One of the selectors `has` must find
    something, none of `lacks`, and one of the words of `contains` must stand in the text. One of the words of
    `surely` tells the product where the text can't be read as a document.
    """

    names: Words
    exceptions: Words = Field(default=(), alias="except")
    has: Selectors = ()
    lacks: Selectors = ()
    contains: Words = ()
    surely: Words = ()


class SettingEntry(_Strict):
    """`from` where to look, `as` how to read it, `absent` what stands without it, `doc` who says so.

    `unsaid` is why that is not known.
    """

    selectors: Selectors = Field(default=(), alias="from")
    conversion: Annotated[str, AfterValidator(_known_conversion)] = Field(default="", alias="as")
    value: Constant = None
    absent: Constant = None
    doc: str = ""
    unsaid: str = ""


class ExtractionEntry(_Strict):
    """`each` node that is `named` so and answers `where`, less `unless`, goes `into` a fact by `set`."""

    each: Selectors
    named: Words = ()
    unless: Selectors = ()
    where: Annotated[str, AfterValidator(_known_question)] = ""
    into: str
    settings: dict[str, SettingEntry] = Field(alias="set")


class CountsEntry(_Strict):
    """`each` node that facts may be read of: those of none are shown by kind, less those read `through` one.

    The kind is the key that a node's parent has, or the node's own `key` up to a slash.
    """

    each: Selectors
    through: Selectors = ()
    kind: Literal["parent", "key"] = "parent"


class SourceFile(_Strict):
    """A product: how its files are known, read and looked at, and which facts they give."""

    id: str
    title: str
    reads: Words
    view: Annotated[str, AfterValidator(_known_view)] = "as_is"
    readers: dict[str, Annotated[str, AfterValidator(_known_format)]] = {}
    placeholders: Style | None = None
    profiles: Literal["", "spring"] = ""
    match: tuple[MatchEntry, ...]
    facts: tuple[ExtractionEntry, ...]
    counts: CountsEntry | None = None


def checked_source(plain: object) -> dict[str, object]:
    """What a source file says, as plain data with every field, for `source_of`.

    Raises pydantic's ValidationError, which is a ValueError, for what is none.
    """
    return SourceFile.model_validate(plain).model_dump(mode="json")
