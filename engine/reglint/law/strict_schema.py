"""What every schema of law and packs is built of: strict shapes, days, ids, words.

`validated` is the one door between a document and a pydantic model. It gives faults as plain values, so that
nothing outside the schema modules knows pydantic.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Strict(BaseModel):
    """A mapping with the named keys and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _day(value: object) -> dt.date:
    """A calendar day from its ISO text; anything else is refused, or pydantic reads a number as a time."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError("is no day")
    try:
        return dt.date.fromisoformat(value)
    except ValueError as error:
        raise ValueError("is not in the calendar") from error


Day = Annotated[dt.date, BeforeValidator(_day), Field(examples=["2026-01-01"])]
Said = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Id = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80), Field(examples=["cn-csl"])
]
Name = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=80), Field(examples=["network_operator"])
]
ControlId = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$", max_length=80),
    Field(examples=["audit.log-retention"]),
]
ProvisionRef = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9-]+#[a-z0-9-]+$", max_length=160),
    Field(examples=["cn-csl#log-retention"]),
]
Jurisdiction = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,8}$"), Field(examples=["cn"])]


class Words(Strict):
    """The same words in English and Chinese, and in Japanese where they are needed."""

    en: Said = Field(examples=["Logs are kept for six months"])
    zh: Said = Field(examples=["日志留存六个月"])
    ja: Said | None = Field(default=None, examples=["ログを六か月保存する"])


class Names(Strict):
    """A name in the language of the law itself, and what it is called elsewhere."""

    original: Said | None = Field(default=None, examples=["国家互联网信息办公室"])
    en: Said | None = Field(default=None, examples=["Cyberspace Administration of China"])
    zh: Said | None = Field(default=None, examples=["国家网信办"])
    ja: Said | None = Field(default=None, examples=["国家インターネット情報弁公室"])


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that a schema refuses: its kind, the keys that lead to it, and the schema's own words."""

    kind: str
    route: tuple[str | int, ...]
    words: str


Model = TypeVar("Model", bound=Strict)


@dataclass(frozen=True, slots=True)
class Validated(Generic[Model]):
    """A model, and the faults of what is not in it. `kept` are the positions of the entries that are."""

    model: Model | None
    kept: tuple[int, ...] = ()
    faults: tuple[Fault, ...] = ()


def validated(model: type[Model], data: object, *, entries: str | None = None) -> Validated[Model]:
    """`data` as a model. A faulty entry of the list under the key `entries` is left out and costs no other.

    The model is None where something else than an entry is faulty. All faults are given, also of entries.
    """
    faults = _faults(model, data)
    if not isinstance(data, Mapping) or not all(_in_entry(fault, entries) for fault in faults):
        return Validated(None, (), faults)
    if entries is None:
        return Validated(model.model_validate(data))
    faulty = {fault.route[1] for fault in faults}
    kept = tuple(position for position in range(len(data[entries])) if position not in faulty)
    sound = {**data, entries: [data[entries][position] for position in kept]}
    return Validated(model.model_validate(sound), kept, faults)


def _faults(model: type[Model], data: object) -> tuple[Fault, ...]:
    try:
        model.model_validate(data)
    except ValidationError as error:
        return tuple(_fault(detail) for detail in error.errors(include_url=False, include_input=False))
    return ()


def _fault(detail: Mapping[str, Any]) -> Fault:
    route = tuple(step for step in detail["loc"] if step != "[key]")
    return Fault(detail["type"], route, detail["msg"].removeprefix("Value error, "))


def _in_entry(fault: Fault, entries: str | None) -> bool:
    return len(fault.route) > 1 and fault.route[0] == entries
