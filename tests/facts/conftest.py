"""Files as the shipped sources see them, and single conversions, both in a form that a test can state."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pytest
from tests.nodes import at_pointer

from reglint.documents.formats import FORMATS, Document, format_of, read_document
from reglint.documents.limits import DEFAULT_LIMITS
from reglint.documents.node import Node
from reglint.facts.collect import Collected, Found, collect
from reglint.facts.convert.context import Context
from reglint.facts.convert.table import CONVERSIONS
from reglint.facts.merge import walk
from reglint.facts.observe import Observation
from reglint.facts.placeholder import Lookup, Style
from reglint.facts.shipped import Vocabulary, shipped_vocabulary
from reglint.facts.tree import plant
from reglint.facts.view import VIEWS
from reglint.model.fact import Unknown, Value

CollectFiles = Callable[..., Collected]
Seen = Callable[..., list[str]]


@dataclass(frozen=True)
class Result:
    """What a conversion gave: its value, the place `line:column+length` and the note."""

    value: Value | Unknown | tuple[str, ...]
    place: str = ""
    note: str = ""
    shown: str = ""


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """The shipped schema and sources."""
    return shipped_vocabulary()


@pytest.fixture(scope="session")
def collected(vocabulary: Vocabulary) -> CollectFiles:
    """Files by path → what the shipped sources collect from them."""

    def run(files: Mapping[str, str | bytes], build_roots: tuple[str, ...] = ()) -> Collected:
        data = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}

        def document(path: str, kind: str) -> Document:
            return read_document(data[path], path, kind)

        found = [
            Found(path, kind, raw.decode(errors="replace"))
            for path, raw in data.items()
            if (kind := format_of(path))
        ]
        return collect(
            found,
            vocabulary.sources,
            vocabulary.schema,
            open_document=document,
            build_roots=frozenset(build_roots),
        )

    return run


@pytest.fixture(scope="session")
def seen(collected: CollectFiles) -> Seen:
    """Files by path → a line for each fact that is no part of an identity; `into` leaves out other lists."""

    def run(files: Mapping[str, str], into: str = "") -> list[str]:
        return [
            line
            for one in collected(files).observations
            if one.into.startswith(into)
            for line in _lines(one, many=len(files) > 1)
        ]

    return run


@pytest.fixture(scope="session")
def convert() -> Callable[..., Result | None]:
    """A conversion's name, a text and the pointer of a node in it → what the conversion gives."""

    def run(  # noqa: PLR0913 - a text and how it is read
        name: str,
        text: str,
        pointer: str = "",
        *,
        format_name: str = "yaml",
        view: str = "as_is",
        style: Style = "either",
        known: Lookup = lambda _name: None,
    ) -> Result | None:
        root = VIEWS[view](FORMATS[format_name](text, "f", limits=DEFAULT_LIMITS).roots[0])
        node = at_pointer(root, pointer)
        context = Context(plant(root), node if node is not None else root, known, style)
        made = CONVERSIONS[name](node, context)
        if made is None:
            return None
        return Result(made.value, _spot(made.node), made.note, made.shown)

    return run


@pytest.fixture(scope="session")
def result() -> type[Result]:
    """The class of a conversion's result, for a test to state one."""
    return Result


def _lines(one: Observation, *, many: bool) -> Iterator[str]:
    for fact in walk(one.record):
        value = (
            f"? {fact.value.reason}: {fact.value.detail}" if isinstance(fact.value, Unknown) else fact.shown
        )
        if fact.name.endswith((".name", ".server", ".port")):
            continue
        place = f"{fact.place.line}:{fact.place.column}" if fact.place else ""
        path = f"{fact.place.path}:" if fact.place and many else ""
        owner = "" if one.record.environment == "default" else f"{one.record.environment} "
        note = f" ({fact.note})" if fact.note else ""
        yield f"{owner}{fact.name} = {value} @ {path}{place}{note}"


def _spot(node: Node | None) -> str:
    if node is None:
        return ""
    place = node.place()
    return f"{place.line}:{place.column}+{place.length}"
