"""Settings in sections → nodes: what INI files, MySQL's option files and systemd's units have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reglint.documents.pointer import child
from reglint.documents.repeated import Repeated

if TYPE_CHECKING:
    from reglint.documents.node import Node
    from reglint.documents.source import RefusalError, Source

_ROW = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")


@dataclass(frozen=True, slots=True)
class Row:
    """A line without its end and the blanks around it; where it starts, how far it is indented."""

    text: str
    start: int
    indent: int


@dataclass(frozen=True, slots=True)
class Header:
    """A section's name, and where it starts and ends."""

    name: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Setting:
    """A name, where it starts, its value and where that stands; the value is None where there is no sign."""

    name: str
    key: int
    value: str | None
    span: tuple[int, int]


@dataclass(slots=True)
class _Section:
    """A section while a file is being read: where it is first named and where it ends, and its settings."""

    start: int
    end: int
    settings: Repeated


def rows(text: str) -> Iterator[Row]:
    """The lines of a file that are not blank."""
    for match in _ROW.finditer(text):
        stripped = match[1].strip()
        if stripped:
            indent = len(match[1]) - len(match[1].lstrip())
            yield Row(stripped, match.start() + indent, indent)


def section_nodes(source: Source, found: Iterable[Header | Setting]) -> dict[str, Node]:
    """A mapping for each section: for each name the sequence of its values, also where there is one.

    Which of several values holds, the last or all, the product says: a selector writes `$.a.b[-1]` or
    `$.a.b[*]`. Sections of one name are one. What stands before the first header is the section "".
    """
    sections: dict[str, _Section] = {}
    section: _Section | None = None
    for one in found:
        start, end = one.span if isinstance(one, Header) else (one.key, one.span[1])
        if isinstance(one, Header) or section is None:
            name = one.name if isinstance(one, Header) else ""
            section = sections.setdefault(name, _Section(start, end, Repeated(child("", name))))
        section.end = end
        if isinstance(one, Setting):
            add_setting(source, section.settings, one)
    return {name: _section_node(source, name, one) for name, one in sections.items()}


def add_setting(source: Source, series: Repeated, one: Setting) -> None:
    """Put a setting behind those of its name."""
    pointer = series.next_pointer(one.name)
    node = source.node(one.value, one.span, pointer, key=one.key, text=one.value or "")
    series.add(one.name, (one.key, one.span[1]), node)


def header(source: Source, row: Row, what: str) -> Header:
    """The header in a row that begins with `[`. Raises RefusalError where the bracket is not closed."""
    end = row.text.find("]")
    if end < 0:
        raise syntax_refusal(source, what, "this [ has no ].", row.start)
    return Header(row.text[1:end].strip(), (row.start, row.start + end + 1))


def syntax_refusal(source: Source, what: str, message: str, offset: int, *, hint: str = "") -> RefusalError:
    """The refusal of a text that is no such file."""
    return source.refusal("syntax", f"No {what}: {message}", offset, hint=hint)


def _section_node(source: Source, name: str, section: _Section) -> Node:
    members = section.settings.members(source)
    return source.node(members, (section.start, section.end), child("", name), key=section.start)
