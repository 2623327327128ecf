"""The vendored conformance tests as values: an expression, the facts it sees, and what must come out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias, cast

from tests.conformance.textproto import Message, Value, Word, read_textproto

from reglint.model.fact import Fact, FactTree, Record, Series
from reglint.model.schema import FactType, ListType, ObjectType, ScalarType

Known: TypeAlias = "bool | int | Decimal | str | tuple[Known, ...]"

_FOLDER = Path(__file__).parent / "cel-spec"
_FIELDS = {"name", "description", "expr", "container", "disable_check", "type_env", "bindings"}
_RESULTS = {"value", "eval_error"}
_TYPES: Mapping[type, str] = {bool: "boolean", int: "integer", Decimal: "decimal", str: "string"}
_FINITE = "0123456789+-.eE"


@dataclass(frozen=True, slots=True)
class Case:
    """One test. `checked`: types are checked first. `error`: no value may come out.

    `value` is what must come out; None for an error, and for a value of a type that the language lacks.
    """

    name: str
    source: str
    schema: ObjectType
    facts: Record
    checked: bool
    error: bool
    value: Known | None


def read_suite() -> Iterator[Case]:
    """Every test of every vendored file, in the order of the files' names."""
    for file in sorted(_FOLDER.glob("*.textproto")):
        for section in _messages(read_textproto(file.read_text("utf-8")), "section"):
            for test in _messages(section, "test"):
                yield _case(f"{file.stem}/{_text(section, 'name')}/{_text(test, 'name')}", test)


def _case(name: str, test: Message) -> Case:
    if not set(test) <= _FIELDS | _RESULTS or len(_RESULTS & set(test)) != 1:
        raise ValueError(f"{name}: fields that this reader does not know among {sorted(test)}")
    bound = {_text(binding, "key"): _bound(binding) for binding in _messages(test, "bindings")}
    known = {key: value for key, value in bound.items() if value is not None}
    return Case(
        name=name,
        source=_text(test, "expr"),
        schema=ObjectType({key: _type(value) for key, value in known.items()}),
        facts=Record("", {key: _tree(key, value) for key, value in known.items()}),
        checked="disable_check" not in test,
        error="eval_error" in test,
        value=_known(_message(test, "value")) if "value" in test else None,
    )


def _bound(binding: Message) -> Known | None:
    """What a name is bound to; None where the language has no such value."""
    return _known(_message(_message(binding, "value"), "value"))


def _known(value: Message) -> Known | None:
    ((kind, (said,)),) = value.items()
    match kind, said:
        case "bool_value", Word(text):
            return text == "true"
        case "int64_value", Word(text):
            return int(text)
        case "double_value", Word(text) if set(text) <= {*_FINITE}:
            return Decimal(text)
        case "string_value", bytes(text):
            return text.decode("utf-8")
        case "list_value", Mapping():
            items = [_known(item) for item in _messages(said, "values")]
            return None if None in items else cast("tuple[Known, ...]", tuple(items))
    return None


def _type(value: Known) -> FactType:
    return ListType(_type(value[0])) if isinstance(value, tuple) else ScalarType(_TYPES[type(value)])


def _tree(name: str, value: Known) -> FactTree:
    if isinstance(value, tuple):
        return Series(name, tuple(_tree(f"{name}[{at}]", item) for at, item in enumerate(value)))
    return Fact(name, value)


def _messages(message: Message, field: str) -> Iterator[Message]:
    for value in message.get(field, ()):
        if isinstance(value, Mapping):
            yield value


def _message(message: Message, field: str) -> Message:
    (one,) = _messages(message, field)
    return one


def _text(message: Message, field: str) -> str:
    values: Sequence[Value] = message[field]
    match values:
        case [bytes(said)]:
            return said.decode("utf-8")
    raise ValueError(f"{field} is no single text: {values}")
