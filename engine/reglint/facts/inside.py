"""Files that stand as text in a Kubernetes manifest: `application.yml` among the data of a ConfigMap."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from reglint.documents.formats import FORMATS, Document, format_of
from reglint.documents.limits import DEFAULT_LIMITS
from reglint.documents.node import Node
from reglint.facts.tree import child, children
from reglint.model.diagnostic import Diagnostic

_Shift: TypeAlias = Callable[[int, int], tuple[int, int]]
"""A line and a column in the inner file → those in the manifest."""


@dataclass(frozen=True, slots=True)
class InnerFile:
    """A file inside a manifest: `path` goes on from the manifest's own by its object and its key.

    `owner` is the object's name, `holder` the setting whose text the file is.
    """

    path: str
    owner: str
    format: str
    holder: Node


def files_inside(view: Node, manifest: str) -> Iterator[InnerFile]:
    """The files in a manifest, as the view of Kubernetes has sorted it."""
    held = child(view, "files")
    for key, files in children(held) if held is not None else ():
        owner = key.rpartition("/")[2]
        for name, one in children(files):
            kind = format_of(name)
            if kind is not None:
                yield InnerFile(f"{manifest}/{owner}/{name}", owner, kind, one)


def inner_document(file: InnerFile, reader: str, manifest: str) -> Document:
    """The file read, every place in it one of the manifest, whose text is `manifest`.

    Where the manifest writes the text otherwise than it is (escapes, folded lines), all of it has the place
    of the whole: what hides a secret rather hides too much.
    """
    holder = file.holder
    reading = FORMATS[reader](holder.text, holder.path, limits=DEFAULT_LIMITS)
    shift = _shift(holder, manifest.splitlines())
    roots = tuple(_moved(root, holder, shift, {}) for root in reading.roots)
    faults = tuple(_fault(one, holder, shift) for one in reading.diagnostics)
    return Document(file.path, file.format, holder.text, roots, faults)


def _shift(holder: Node, manifest: list[str]) -> _Shift | None:
    """How places move; None where the lines of the text are not lines of the manifest."""
    lines = holder.text.splitlines()
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    for start in range(holder.key_line, holder.line + 1):
        written = manifest[start : start + len(lines)]
        if len(written) < len(lines) or not lines:
            continue
        indent = len(written[first]) - len(lines[first])
        if all(line == whole[indent:] for line, whole in zip(lines, written, strict=True)):
            return lambda line, column: (line + start, column + indent)
    return None


def _moved(node: Node, holder: Node, shift: _Shift | None, known: dict[int, Node]) -> Node:
    """The node and all below it in the manifest's places, each once: an alias may be there often."""
    if id(node) not in known:
        placed = _placed(node, shift) if shift is not None else _covered(node, holder)
        value = node.value
        if isinstance(value, Mapping):
            value = {name: _moved(one, holder, shift, known) for name, one in value.items()}
        elif isinstance(value, tuple):
            value = tuple(_moved(one, holder, shift, known) for one in value)
        known[id(node)] = replace(placed, value=value)
    return known[id(node)]


def _placed(node: Node, shift: _Shift) -> Node:
    line, column = shift(node.line, node.column)
    key_line, key_column = shift(node.key_line, node.key_column)
    end_line, end_column = shift(node.end_line, node.end_column)
    return replace(
        node,
        line=line,
        column=column,
        key_line=key_line,
        key_column=key_column,
        end_line=end_line,
        end_column=end_column,
    )


def _covered(node: Node, holder: Node) -> Node:
    return replace(holder, text=node.text, pointer=node.pointer)


def _fault(fault: Diagnostic, holder: Node, shift: _Shift | None) -> Diagnostic:
    line, column = shift(fault.line, fault.column) if shift is not None else (holder.line, holder.column)
    return replace(fault, line=line, column=column)
