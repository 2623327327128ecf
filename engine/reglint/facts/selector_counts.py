"""How many nodes each selector of a source finds. One that finds none in any case is wrong or untried."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from reglint.documents.formats import Document
from reglint.documents.node import Node
from reglint.documents.select import Selector
from reglint.facts.look import has_wanted
from reglint.facts.source import Extraction, Match, Source
from reglint.facts.tree import Tree, plant
from reglint.facts.view import VIEWS

Candidate: TypeAlias = tuple[Tree, tuple[Match, ...]]
"""A document in the view of a source, and the matches that its file's name and words fit."""


@dataclass(frozen=True, slots=True)
class Count:
    """A selector by where it stands in a source file, such as `facts[2].each`, and what it found."""

    source: str
    spot: str
    text: str
    nodes: int


def candidates(source: Source, document: Document) -> tuple[Candidate, ...]:
    """The documents of a file, if it is one of the source's by its name and its words."""
    fitting = tuple(one for one in source.matches if one.file_fits(document.path, document.text))
    if not fitting:
        return ()
    return tuple((plant(VIEWS[source.view](root)), fitting) for root in document.roots)


def selector_counts(source: Source, documents: Iterable[Candidate]) -> tuple[Count, ...]:
    """Every selector of a source in its order, with the nodes that it finds in all the documents together.

    Those of a match are asked of every document that may be the source's, the others of those that are; a
    setting's only of the nodes that are chosen.
    """
    asked = tuple(documents)
    own = tuple(tree for tree, matches in asked if has_wanted(matches, tree))
    found: Counter[tuple[str, str]] = Counter()
    for spot, selector in _of_matches(source):
        found[spot, selector.text] += sum(_found(selector, tree) for tree, _ in asked)
    for index, extraction in enumerate(source.extractions):
        for spot, text, nodes in _of_extraction(extraction, own):
            found[f"facts[{index}].{spot}", text] += nodes
    return tuple(Count(source.id, spot, text, nodes) for (spot, text), nodes in found.items())


def chosen(extraction: Extraction, tree: Tree) -> tuple[Node, ...]:
    """The nodes that an extraction reads facts from."""
    left_out = {id(node) for node in tree.find(extraction.unless)}
    found = tree.find(extraction.each)
    return tuple(node for node in found if id(node) not in left_out and extraction.fits(node, tree))


def _of_matches(source: Source) -> Iterator[tuple[str, Selector]]:
    for index, match in enumerate(source.matches):
        yield from ((f"match[{index}].has", selector) for selector in match.has)
        yield from ((f"match[{index}].lacks", selector) for selector in match.lacks)


def _of_extraction(extraction: Extraction, trees: tuple[Tree, ...]) -> Iterator[tuple[str, str, int]]:
    for name, selectors in (("each", extraction.each), ("unless", extraction.unless)):
        for selector in selectors:
            yield name, selector.text, sum(_found(selector, tree) for tree in trees)
    nodes = [node for tree in trees for node in chosen(extraction, tree)]
    for field, setting in extraction.settings.items():
        for selector in setting.selectors:
            own = selector.text == "@"
            counted = len(nodes) if own else sum(len(selector.find(node)) for node in nodes)
            yield f"set.{field}.from", selector.text, counted


def _found(selector: Selector, tree: Tree) -> int:
    return sum(1 for _ in tree.find((selector,)))
