"""Rows of an explanation: a name in the first column, text that wraps in the second."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reglint.language.sentence.layout import Line, labelled
from reglint.model.text import Text
from reglint.report.columns import columns, padded, wrapped
from reglint.report.explain_words import told
from reglint.report.page import BOLD, DIM, WIDTH, Paint
from reglint.report.visible import visible

_FIRST = 14
"""The columns of a row's name, with the blanks before and after it."""

_DEEPER = "  "


def heading(name: str, title: str, paint: Paint) -> str:
    """The first line: what it is about, and its title."""
    return f"{paint(name, BOLD)}  {visible(title)}"


def row(name: str, text: str) -> Iterator[str]:
    """A row of text; none where there is no text."""
    if text:
        yield from _wrapped(text, _named(name), _FIRST)


def rows(name: str, texts: Iterable[str]) -> Iterator[str]:
    """A row a text, the name before the first."""
    for text in texts:
        yield from row(name, text)
        name = ""


def sentence_row(name: str, lines: Iterable[Line]) -> Iterator[str]:
    """A sentence, the items of its lists further in."""
    for line in lines:
        indent = _DEEPER * line.depth
        first = f"{_named(name)}{indent}{labelled(line.label)}"
        yield from _wrapped(line.text, first, columns(first))
        name = ""


def in_english(text: Text, language: str) -> Iterator[str]:
    """That what has no text in the language of the page stands in English, where that is so."""
    if language != "en" and language not in text:
        yield told("in_english", language)


def quiet(lines: Iterable[str], paint: Paint) -> Iterator[str]:
    """The lines in the paint of what is said in passing."""
    yield from (paint(line, DIM) for line in lines)


def _named(name: str) -> str:
    return padded(f"  {name}", _FIRST - 1) + " "


def _wrapped(text: str, first: str, indent: int) -> Iterator[str]:
    yield from wrapped(visible(text), width=WIDTH, first=first, rest=" " * indent)
