"""PyYAML's events and where their values stand; the one place that knows PyYAML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
)

from reglint.documents.yaml_faults import syntax_refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reglint.documents.source import Source

__all__ = [
    "AliasEvent",
    "CollectionEndEvent",
    "CollectionStartEvent",
    "DocumentStartEvent",
    "Event",
    "MappingStartEvent",
    "ScalarEvent",
    "events",
    "span",
    "value_span",
]

_PROPERTIES = re.compile(r"(?:[&!]\S*+(?:\s++|#[^\r\n]*+)*+)*+")
_BLOCK_HEADER = re.compile(r"[|>][^\r\n]*\s*")


def events(source: Source) -> Iterator[Event]:
    """The events of a text. Raises RefusalError where the text breaks the grammar."""
    loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    try:
        yield from yaml.parse(source.text, Loader=loader)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        offset = min(mark.index, len(source.text)) if mark else 0
        raise syntax_refusal(source, fault.problem or "a broken document", offset) from fault


def span(event: Event) -> tuple[int, int]:
    """The offsets of an event, its anchor, its tag and its quotes included."""
    if event.start_mark is None or event.end_mark is None:
        raise AssertionError("a parser marks every event")
    return event.start_mark.index, event.end_mark.index


def value_span(text: str, event: ScalarEvent | CollectionStartEvent) -> tuple[int, int]:
    """The offsets of a value alone: without anchor and tag, a block scalar also without its indicator."""
    start, end = span(event)
    if event.anchor or event.tag:
        start = min(_after(_PROPERTIES, text, start), end)
    if isinstance(event, ScalarEvent) and event.style in ("|", ">"):
        end = start + len(text[start:end].rstrip())
        start = min(_after(_BLOCK_HEADER, text, start), end)
    return start, end


def _after(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return start if match is None else match.end()
