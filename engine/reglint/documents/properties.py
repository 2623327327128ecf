"""Java properties → nodes, by the rules of java.util.Properties and of Spring's configuration data.

A key is split at its dots, `a[0]` is an element. `#---` or `!---` on a line of its own begins another
document.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reglint.documents.limits import DEFAULT_LIMITS, Limits
from reglint.documents.properties_lines import LogicalLine, logical_lines, unescaped
from reglint.documents.properties_tree import Branch, Leaf, branch_node, plant
from reglint.documents.source import Source, read_with
from reglint.model.diagnostic import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reglint.documents.node import Node, Reading

_KEY = re.compile(r"((?:[^\\=: \t\f]++|\\.)*+\\?)[ \t\f]*[=:]?[ \t\f]*", re.DOTALL)
_PART = re.compile(r"\.?([^.\[\]]+)|\.?\[([^\[\]]+)\]")
_MAX_INDEX_DIGITS = 6


def read_properties(text: str, path: str, *, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """One root mapping a document; every value is text, as Java gives it, after its escapes.

    Where `a` has a value and `a.b` too, the value of `a` is the member "" of the mapping `a`. Of two equal
    keys the last one holds, with a warning, as in Java. A file without a property is one empty mapping.
    """
    return read_with(_documents, text, path, kind="properties", limits=limits)


def _documents(source: Source) -> tuple[Node, ...]:
    roots = []
    for lines in _sections(source):
        branch = Branch(lines[0].offsets[0])
        for line in lines:
            _add(source, branch, line)
        roots.append(branch_node(source, branch, ""))
    return tuple(roots) or (source.node({}, (0, 0), ""),)


def _sections(source: Source) -> Iterator[list[LogicalLine]]:
    section: list[LogicalLine] = []
    for line in logical_lines(source.text):
        if line is not None:
            section.append(line)
        elif section:
            yield section
            section = []
    if section:
        yield section


def _add(source: Source, root: Branch, line: LogicalLine) -> None:
    match = _KEY.match(line.text)
    split = 0 if match is None else match.end()
    written = "" if match is None else match[1]
    key = unescaped(source, written, line.offsets[0])
    value = unescaped(source, line.text[split:], line.offset(split))
    path = _path(key)
    source.check_depth(len(path), line.offsets[0])
    end = line.offset(len(line.text))
    leaf = Leaf(line.offsets[0], (min(line.offset(split), end), end), value)
    steps = [(name, line.offset(at) if written == key else line.offsets[0]) for name, at in path]
    previous = plant(root, steps, leaf)
    if previous is not None:
        source.spend("", previous.key)
        first, _ = source.position(previous.key)
        message = f'"{key[:80]}" stands twice; Java takes this one and drops that of line {first}.'
        source.note("duplicate-key", message, leaf.key, hint="Keep one of them.", level=Level.WARNING)


def _path(key: str) -> list[tuple[str | int, int]]:
    """The names and indices of a key, each with its offset in the key; a key of another form is one name."""
    parts: list[tuple[str | int, int]] = []
    end = 0
    for match in _PART.finditer(key):
        is_name = match[1] is not None
        if match.start() != end or (end == 0 and key[0] == ".") or (not is_name and match[0][0] == "."):
            return [(key, 0)]
        parts.append((match[1], match.start(1)) if is_name else (_index(match[2]), match.start(2)))
        end = match.end()
    return parts if end == len(key) and parts else [(key, 0)]


def _index(text: str) -> str | int:
    is_index = text.isascii() and text.isdigit() and len(text) <= _MAX_INDEX_DIGITS
    return int(text) if is_index else text
