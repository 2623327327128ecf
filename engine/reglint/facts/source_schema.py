"""mappings/sources/*.yaml: the shape of a source file, and its values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from reglint.documents.formats import FORMATS
from reglint.documents.select import Selector, compile_selector
from reglint.facts.convert.table import CONVERSIONS
from reglint.facts.placeholder import Style
from reglint.facts.source import Extraction, Match, Setting, Source
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


_WORD_OR_WORDS = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
Words = Annotated[tuple[str, ...], BeforeValidator(_listed), WithJsonSchema(_WORD_OR_WORDS)]
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
    has: Words = ()
    lacks: Words = ()
    contains: Words = ()
    surely: Words = ()


class SettingEntry(_Strict):
    """`from` where to look, `as` how to read it, `absent` what stands without it, `doc` who says so."""

    selectors: Words = Field(default=(), alias="from")
    conversion: Annotated[str, AfterValidator(_known_conversion)] = Field(default="", alias="as")
    value: Constant = None
    absent: Constant = None
    doc: str = ""


class ExtractionEntry(_Strict):
    """`each` node that is `named` so and answers `where`, less `unless`, goes `into` a fact by `set`."""

    each: Words
    named: Words = ()
    unless: Words = ()
    where: Annotated[str, AfterValidator(_known_question)] = ""
    into: str
    settings: dict[str, SettingEntry] = Field(alias="set")


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


def read_source(plain: object) -> Source:
    """A source from plain data. Raises pydantic's ValidationError, or ValueError for a faulty selector."""
    file = SourceFile.model_validate(plain)
    return Source(
        id=file.id,
        title=file.title,
        reads=file.reads,
        matches=tuple(_match(entry) for entry in file.match),
        extractions=tuple(_extraction(entry) for entry in file.facts),
        view=file.view,
        placeholders=file.placeholders,
        profiles=file.profiles,
        readers=file.readers,
    )


def _match(entry: MatchEntry) -> Match:
    has, lacks = _compiled(entry.has), _compiled(entry.lacks)
    return Match(entry.names, entry.exceptions, has, lacks, entry.contains, entry.surely)


def _extraction(entry: ExtractionEntry) -> Extraction:
    settings = {name: _setting(setting) for name, setting in entry.settings.items()}
    return Extraction(
        each=_compiled(entry.each),
        into=entry.into,
        settings=settings,
        named=entry.named,
        unless=_compiled(entry.unless),
        where=QUESTIONS.get(entry.where),
    )


def _setting(entry: SettingEntry) -> Setting:
    return Setting(_compiled(entry.selectors), entry.conversion, entry.value, entry.absent, entry.doc)


def _compiled(texts: Iterable[str]) -> tuple[Selector, ...]:
    return tuple(compile_selector(text) for text in texts)
