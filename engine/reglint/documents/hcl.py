"""HCL's native syntax (Terraform, OpenTofu, Packer, Vault …) → nodes, as HCL's specification has it.

A scanner of our own: python-hcl2 knows a block's line but no columns and no attribute's place, takes
milliseconds for a kilobyte, and ends in a RecursionError on nested brackets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reglint.documents.hcl_expressions import expression
from reglint.documents.hcl_nodes import expression_node
from reglint.documents.hcl_syntax import IDENTIFIER, Kind, Scope, skip_lines, unexpected
from reglint.documents.hcl_templates import quoted
from reglint.documents.limits import DEFAULT_LIMITS, Limits
from reglint.documents.pointer import child
from reglint.documents.repeated import Repeated
from reglint.documents.source import Source, read_with

if TYPE_CHECKING:
    from reglint.documents.node import Node, Reading

_NAME = re.compile(IDENTIFIER)


@dataclass(frozen=True, slots=True)
class _Body:
    """What stands between two braces, or in a file: arguments by name, and blocks by type."""

    scope: Scope
    blocks: Repeated
    arguments: dict[str, Node] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Label:
    """A label of a block, and where it stands."""

    name: str
    start: int


def read_hcl(text: str, path: str, *, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """The one document of an HCL text: a mapping of arguments and blocks.

    A type of blocks is a sequence with an element for each block in the order of the text, also where there
    is one; each label is a mapping of one member in it: `resource "aws_db_instance" "main" {…}` stands at
    `$.resource[0].aws_db_instance.main`, and `$..aws_db_instance.*` finds it there and in Terraform's JSON
    syntax. The key of a block without labels is its type, else its last label. An argument that stands twice
    in a block, or is also the type of one, is an error.

    Values are those of Terraform's JSON syntax: true, false, null and numbers are typed; objects and tuples
    are mappings and sequences; in a text `${…}` is computed and `$${` means `${` itself; an expression that
    only a plan can compute is its source in `${…}`, so `a = var.b` and `a = "${var.b}"` are alike.
    `template_parts` takes such a text apart. Of two equal keys in an object the last one holds, with a
    warning, as in Terraform.
    """
    return read_with(_document, text, path, kind="hcl", limits=limits)


def _document(source: Source) -> tuple[Node, ...]:
    members, end = _body(Scope(source), 0, "")
    if end < len(source.text):
        raise unexpected(source, end, "an argument or a block")
    return (source.node(members, (0, end), ""),)


def _body(scope: Scope, offset: int, pointer: str) -> tuple[dict[str, Node], int]:
    """The members of a body and the offset of what ends it: its brace, or the end of the file."""
    text = scope.source.text
    body = _Body(scope, Repeated(pointer))
    offset = skip_lines(text, offset)
    while offset < len(text) and text[offset] != "}":
        end = scope.skip(_item(body, offset))
        if end < len(text) and text[end] not in "\r\n}":
            raise unexpected(scope.source, end, "a new line")
        offset = skip_lines(text, end)
    return {**body.arguments, **body.blocks.members(scope.source)}, offset


def _item(body: _Body, start: int) -> int:
    """Read an argument or a block into the body; the offset behind it."""
    scope = body.scope
    name = _NAME.match(scope.source.text, start)
    if name is None:
        raise unexpected(scope.source, start, "an argument or a block")
    _note_duplicate(body, name[0], start)
    sign = scope.skip(name.end())
    if not scope.source.text.startswith("=", sign):
        return _block(body, name[0], start, sign)
    value = expression(scope, scope.skip(sign + 1))
    pointer = child(body.blocks.pointer, name[0])
    body.arguments[name[0]] = expression_node(scope.source, value, pointer, start)
    return value.end


def _note_duplicate(body: _Body, name: str, start: int) -> None:
    first = body.arguments.get(name)
    if first is not None:
        message = f'"{name[:80]}" stands twice in this block, first in line {first.key_line}.'
        body.scope.source.note("duplicate-key", message, start, hint="Keep one of them.")


def _block(body: _Body, name: str, start: int, offset: int) -> int:
    scope, source = body.scope, body.scope.source
    labels, brace = _labels(scope, offset)
    source.check_depth(scope.depth + 1 + len(labels), start)
    pointer = body.blocks.next_pointer(name)
    target = pointer
    for label in labels:
        target = child(target, label.name)
    inner = Scope(source, scope.depth + 1 + len(labels))
    members, end = _body(inner, brace + 1, target)
    if not source.text.startswith("}", end):
        raise source.refusal("syntax", "No HCL: this { has no }.", brace)
    key = labels[-1].start if labels else start
    inmost = source.node(members, (brace, end + 1), target, key=key)
    node = _labelled(source, labels, inmost, span=(start, end + 1), pointer=pointer)
    body.blocks.add(name, (start, end + 1), node)
    return end + 1


def _labels(scope: Scope, offset: int) -> tuple[list[_Label], int]:
    """The labels of a block and the offset of its brace."""
    text = scope.source.text
    labels: list[_Label] = []
    while not text.startswith("{", offset):
        name = _NAME.match(text, offset)
        if name:
            label, end = name[0], name.end()
        elif text.startswith('"', offset):
            one = quoted(scope, offset, expression)
            if one.kind is not Kind.TEXT:
                raise scope.source.refusal("syntax", "No HCL: a label is text without ${…}.", offset)
            label, end = one.text, one.end
        else:
            wanted = '"=", a label or "{"' if not labels else 'a label or "{"'
            raise unexpected(scope.source, offset, wanted)
        labels.append(_Label(label, offset))
        offset = scope.skip(end)
    return labels, offset


def _labelled(
    source: Source, labels: list[_Label], body: Node, *, span: tuple[int, int], pointer: str
) -> Node:
    """A body inside a mapping for each of its labels; a mapping's key is the label or the type before it."""
    if not labels:
        return body
    first, *others = labels
    end = span[1]
    inner = _labelled(source, others, body, span=(first.start, end), pointer=child(pointer, first.name))
    return source.node({first.name: inner}, (first.start, end), pointer, key=span[0])
