"""mappings/sources/*.yaml: the shape of a source file, and its values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from reglint.documents.formats import FORMATS
from reglint.documents.select import Selector, compile_selector
from reglint.facts.convert.table import CONVERSIONS
from reglint.facts.source import Extraction, Match, Setting, Source
from reglint.facts.view import VIEWS


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


Words = Annotated[tuple[str, ...], BeforeValidator(_listed)]
Constant = bool | int | str | None


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class MatchEntry(_Strict):
    """`names` are globs on the file's name; `has` are selectors of which one must find something."""

    names: Words
    exceptions: Words = Field(default=(), alias="except")
    has: Words = ()
    contains: str = ""


class SettingEntry(_Strict):
    """`from` where to look, `as` how to read it, `absent` what the product does without it and `doc` who says so."""

    selectors: Words = Field(default=(), alias="from")
    conversion: Annotated[str, AfterValidator(_known_conversion)] = Field(default="", alias="as")
    value: Constant = None
    absent: Constant = None
    doc: str = ""


class ExtractionEntry(_Strict):
    """`each` node, whose own name is one of `named`, less `unless`, goes `into` a fact by `set`."""

    each: Words
    named: Words = ()
    unless: Words = ()
    into: str
    settings: dict[str, SettingEntry] = Field(alias="set")


class SourceFile(_Strict):
    """A product: how its files are known, read and looked at, and which facts they give."""

    id: str
    title: str
    reads: Words
    view: Annotated[str, AfterValidator(_known_view)] = "as_is"
    readers: dict[str, Annotated[str, AfterValidator(_known_format)]] = {}
    placeholders: Literal["", "properties", "logback", "compose", "shell"] = ""
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
    has = _compiled(entry.has)
    return Match(entry.names, entry.exceptions, has, entry.contains)


def _extraction(entry: ExtractionEntry) -> Extraction:
    settings = {name: _setting(setting) for name, setting in entry.settings.items()}
    return Extraction(_compiled(entry.each), entry.into, settings, entry.named, _compiled(entry.unless))


def _setting(entry: SettingEntry) -> Setting:
    return Setting(_compiled(entry.selectors), entry.conversion, entry.value, entry.absent, entry.doc)


def _compiled(texts: Iterable[str]) -> tuple[Selector, ...]:
    return tuple(compile_selector(text) for text in texts)
