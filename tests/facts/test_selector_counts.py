"""Every selector of the shipped sources finds something: in a file of the tests, or in a text of FILES."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest
from tests.facts.test_selectors import FILES

from reglint.documents.formats import Document, read_document
from reglint.documents.select import compile_selector
from reglint.facts.selector_counts import candidates, selector_counts
from reglint.facts.shipped import Vocabulary
from reglint.facts.source import Extraction, Match, Setting, Source
from reglint.pipeline.project import Project, kind_of

TESTS = Path(__file__).parents[1]
FOLDERS = ("corpus", "rules", "facts", "documents", "pipeline", "../examples")
LARGEST = 400_000

Case: TypeAlias = tuple[str, str, bytes]
"""The format that a file's name tells, its name, and its bytes."""

Read: TypeAlias = Callable[[str, bytes, str], Document]


def case_files() -> Iterator[Path]:
    """Every file of a test's that is no program, and those of the examples."""
    for folder in FOLDERS:
        for path in sorted((TESTS / folder).rglob("*")):
            if path.is_file() and path.suffix not in (".py", ".pyc", ".md") and path.stat().st_size < LARGEST:
                yield path


def read_case(name: str, data: bytes, reader: str) -> Document:
    return read_document(data, name, reader)


def unconditioned(source: Source) -> Source:
    """A source that takes any file of its formats, and of those every node that `each` finds."""
    extractions = tuple(replace(one, where=None, named=(), unless=()) for one in source.extractions)
    return replace(source, matches=(Match(("*",)),), extractions=extractions)


def cases() -> Iterator[Case]:
    """The files and the texts of all cases, each with the format of its name."""
    for path in case_files():
        project = Project(path.parent)
        kind, data = kind_of(project, path.name), project.data(path.name)
        if kind is not None and isinstance(data, bytes):
            yield kind, path.name, data
    for name, text in (pair for pairs in FILES.values() for pair in pairs):
        kind = kind_of(Project(Path("nowhere")), name)
        if kind is not None:
            yield kind, name, text.encode()


def idle(source: Source, known: Iterable[Case], read: Read) -> list[tuple[str, str, str]]:
    """The selectors of a source that find nothing in any case."""
    bare = unconditioned(source)
    mine = [
        (name, data, source.readers.get(kind, kind)) for kind, name, data in known if kind in source.reads
    ]
    asked = [one for case in mine for one in candidates(bare, read(*case))]
    absolute = [selector for match in source.matches for selector in (*match.has, *match.lacks)]
    absolute += [selector for one in source.extractions for selector in one.unless]
    lost = [("match", one.text) for one in absolute if not any(any(tree.find((one,))) for tree, _ in asked)]
    lost += [
        (one.spot, one.text)
        for one in selector_counts(bare, asked)
        if not one.nodes and not has_default(source, one.spot)
    ]
    return [(source.id, spot, text) for spot, text in lost]


def table(rows: Iterable[tuple[str, str, str]]) -> str:
    return "\n".join(f"{source:24} {spot:40} {text}" for source, spot, text in rows)


def test_every_selector_has_a_case(vocabulary: Vocabulary) -> None:
    known, read = list(cases()), cache(read_case)
    lost = [row for source in vocabulary.sources for row in idle(source, known, read)]
    assert lost == [], f"selectors that find nothing in any case:\n{table(lost)}"


def has_default(source: Source, spot: str) -> bool:
    """Whether the setting says what stands where its selector finds nothing; then that is its case."""
    part, _, field = spot.removesuffix(".from").partition(".set.")
    if not field:
        return False
    index = int(part.removeprefix("facts[").removesuffix("]"))
    return source.extractions[index].settings[field].default is not None


DOCUMENT = Document("a.yaml", "yaml", "", ())
SOURCE = Source(
    id="a",
    title="A",
    reads=("yaml",),
    matches=(Match(("a.yaml",), has=(compile_selector("$.a"),), lacks=(compile_selector("$.z"),)),),
    extractions=(
        Extraction(
            each=(compile_selector("$.a[*]"), compile_selector("$.b")),
            into="datastores[]",
            settings={
                "name": Setting((compile_selector("@"),)),
                "tls": Setting((compile_selector("@.tls"),)),
            },
            named=("x", "y"),
            unless=(compile_selector("$.a.y"),),
        ),
    ),
)
COUNTED = {
    "its own": ("a: {x: {tls: 1}, y: {tls: 2}, w: {}}", [1, 0, 3, 0, 1, 1, 1]),
    "none that is chosen": ("a: {w: {}}", [1, 0, 1, 0, 0, 0, 0]),
    "another's, which is asked no more": ("{b: {}, z: 1}", [0, 1, 0, 0, 0, 0, 0]),
    "several": ("a: {x: {}}\n---\na: {x: {tls: 1}}", [2, 0, 2, 0, 0, 2, 1]),
}


@pytest.mark.parametrize(("text", "counts"), COUNTED.values(), ids=COUNTED)
def test_each_selector_is_counted_where_it_is_asked(text: str, counts: list[int]) -> None:
    document = read_document(text.encode(), "a.yaml", "yaml")
    found = selector_counts(SOURCE, candidates(SOURCE, document))
    assert [one.spot for one in found] == [
        "match[0].has",
        "match[0].lacks",
        "facts[0].each",
        "facts[0].each",
        "facts[0].unless",
        "facts[0].set.name.from",
        "facts[0].set.tls.from",
    ]
    assert [one.nodes for one in found] == counts


def test_a_file_of_another_name_is_no_candidate() -> None:
    assert candidates(SOURCE, read_document(b"a: 1", "b.yaml", "yaml")) == ()


def test_a_selector_that_finds_nothing_is_told(vocabulary: Vocabulary) -> None:
    (source,) = (one for one in vocabulary.sources if one.id == "logback")
    first, *rest = source.extractions
    misspelt = replace(first, each=(*first.each, compile_selector("$..apender[*]")))
    lost = idle(replace(source, extractions=(misspelt, *rest)), cases(), read_case)
    assert lost == [("logback", "facts[0].each", "$..apender[*]")]
