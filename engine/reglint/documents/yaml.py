"""YAML text → nodes, strictly: what two readers could take differently is refused.

PyYAML gives the events. Its loaders take a later duplicate of a key in silence and overflow the stack on deep
nesting, so the tree is built here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from reglint.documents.limits import DEFAULT_LIMITS, Limits
from reglint.documents.source import RefusalError, Source, read_with
from reglint.documents.templates import template_refusal
from reglint.documents.yaml_events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    events,
    span,
    value_span,
)
from reglint.documents.yaml_faults import refuse_characters
from reglint.documents.yaml_reuse import Seat, merged, repeated
from reglint.documents.yaml_scalars import TAG, Schema, plain_scalar, tagged_scalar
from reglint.model.diagnostic import Level

if TYPE_CHECKING:
    from reglint.documents.node import Node, Reading

_SHOWN = 80


@dataclass(frozen=True, slots=True)
class _Stream:
    """The events of a text, how to read them, and the anchors so far: None while one is still open."""

    source: Source
    events: Iterator[Event]
    merge_keys: bool
    schema: Schema
    anchors: dict[str, Node | None] = field(default_factory=dict)
    tags: set[str] = field(default_factory=set)


def read_yaml(
    text: str,
    path: str,
    *,
    limits: Limits = DEFAULT_LIMITS,
    merge_keys: bool = True,
    schema: Schema = "1.2",
) -> Reading:
    """The documents of a YAML text, one root each; an empty text is one document that is null.

    Floats come as Decimal, dates as text, and every key as it is written. `schema` says which words are
    booleans and numbers: a product that reads YAML 1.1 takes `no` for false. A node that comes through an
    alias or a merge key has the place where its value is written.
    """

    def build(source: Source) -> tuple[Node, ...]:
        refuse_characters(source)
        return _documents(_Stream(source, events(source), merge_keys, schema))

    return read_with(build, text, path, kind="yaml", limits=limits)


def _documents(stream: _Stream) -> tuple[Node, ...]:
    roots = []
    for event in stream.events:
        if isinstance(event, DocumentStartEvent):
            stream.anchors.clear()
            roots.append(_node(stream, next(stream.events), Seat("", 0)))
    return tuple(roots) or (stream.source.node(None, (0, 0), ""),)


def _node(stream: _Stream, event: Event, seat: Seat) -> Node:
    if isinstance(event, AliasEvent):
        return repeated(stream.source, _anchored(stream, event), seat, span(event)[0])
    start = cast("ScalarEvent | CollectionStartEvent", event)  # no other event can begin a node
    if start.anchor:
        stream.anchors[start.anchor] = None
    _note_tag(stream, start)
    if isinstance(start, ScalarEvent):
        node = _scalar(stream, start, seat)
    else:
        node = _collection(stream, start, seat)
    if start.anchor:
        stream.anchors[start.anchor] = node
    return node


def _note_tag(stream: _Stream, event: ScalarEvent | CollectionStartEvent) -> None:
    tag = event.tag
    if tag is None or tag == "!" or tag in stream.tags or tag.startswith(TAG):
        return
    stream.tags.add(tag)
    message = f"{tag[:_SHOWN]} is the tag of some product; what it marks is read as it is written."
    stream.source.note("tag", message, span(event)[0], level=Level.NOTE)


def _scalar(stream: _Stream, event: ScalarEvent, seat: Seat) -> Node:
    source = stream.source
    where = value_span(source.text, event)
    if event.tag and event.tag != "!":
        value = tagged_scalar(event.value, event.tag, stream.schema, source, where[0])
    elif event.style or event.tag:
        value = event.value
    else:
        value = plain_scalar(event.value, stream.schema, source, where[0])
    return source.node(value, where, seat.pointer, key=seat.key, text=event.value)


def _collection(stream: _Stream, event: CollectionStartEvent, seat: Seat) -> Node:
    """A mapping or a sequence. A block has no mark at its end: it ends where its last line of text does."""
    source = stream.source
    start, _ = value_span(source.text, event)
    source.check_depth(seat.depth + 1, start)
    value, last = (_members if isinstance(event, MappingStartEvent) else _items)(stream, seat)
    end = span(last)[1] if event.flow_style else start + len(source.text[start : span(last)[0]].rstrip())
    return source.node(value, (start, end), seat.pointer, key=seat.key)


def _items(stream: _Stream, seat: Seat) -> tuple[tuple[Node, ...], Event]:
    items: list[Node] = []
    for event in stream.events:
        if isinstance(event, CollectionEndEvent):
            return tuple(items), event
        items.append(_node(stream, event, seat.item(len(items))))
    raise AssertionError("a parser ends every sequence")


def _members(stream: _Stream, seat: Seat) -> tuple[dict[str, Node], Event]:
    own: dict[str, Node] = {}
    brought: dict[str, Node] = {}
    for event in stream.events:
        if isinstance(event, CollectionEndEvent):
            return {**brought, **own}, event
        offset = span(event)[0]
        name = _name(stream, event)
        node = _node(stream, next(stream.events), seat.member(name, offset))
        if name in own:
            _note_duplicate(stream.source, name, own[name], offset)
        own[name] = node
        if _is_merge(stream, event):
            brought = merged(stream.source, own.pop(name), seat, offset)
    raise AssertionError("a parser ends every mapping")


def _name(stream: _Stream, event: Event) -> str:
    offset = span(event)[0]
    if isinstance(event, ScalarEvent):
        if event.anchor:
            stream.anchors[event.anchor] = _scalar(stream, event, Seat("", 0))
        return event.value
    if isinstance(event, AliasEvent):
        node = _anchored(stream, event)
        if not isinstance(node.value, (tuple, Mapping)):
            return node.text
    message = "A mapping or a sequence cannot be a key."
    refusal = stream.source.refusal("key", message, offset, hint="Write a word or a number before the colon.")
    raise (offset and template_refusal(stream.source, offset - 1)) or refusal


def _is_merge(stream: _Stream, event: Event) -> bool:
    if not isinstance(event, ScalarEvent) or event.value != "<<" or event.style or event.tag:
        return False
    if not stream.merge_keys:
        message = "Merge keys have no meaning in this file."
        stream.source.note("merge", message, span(event)[0], hint="Write the keys out.")
    return stream.merge_keys


def _note_duplicate(source: Source, name: str, first: Node, offset: int) -> None:
    message = f'"{name[:_SHOWN]}" stands twice in this mapping, first in line {first.key_line}.'
    source.note("duplicate-key", message, offset, hint="Keep one of them.")


def _anchored(stream: _Stream, event: AliasEvent) -> Node:
    name = event.anchor or ""
    node = stream.anchors.get(name)
    if node is None:
        inside = f"*{name[:_SHOWN]} stands inside the value that it names."
        unknown = "An alias has no anchor before it."  # not quoted: it may be a secret that starts with *
        message = inside if name in stream.anchors else unknown
        raise _alias_refusal(stream.source, message, span(event)[0])
    return node


def _alias_refusal(source: Source, message: str, offset: int) -> RefusalError:
    return source.refusal("alias", message, offset, hint="Write the value out.")
