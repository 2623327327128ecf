"""The start tag of an element, for the places of its attributes: expat gives none."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAME = re.compile(r"<[^\s/>]+")
_ATTRIBUTE = re.compile(r"""\s+([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')""")
_END = re.compile(r"\s*(/?)>")


@dataclass(frozen=True, slots=True)
class StartTag:
    """A start tag: the offset of each attribute's name and the span of its value with quotes; where it ends.

    `is_empty` says that the tag is also the end of its element.
    """

    attributes: tuple[tuple[int, tuple[int, int]], ...]
    end: int
    is_empty: bool


def start_tag(text: str, start: int) -> StartTag:
    """The start tag at an offset of a text that expat has read so far."""
    name = _NAME.match(text, start)
    offset = start if name is None else name.end()
    attributes = []
    while match := _ATTRIBUTE.match(text, offset):
        attributes.append((match.start(1), match.span(2)))
        offset = match.end()
    closing = _END.match(text, offset)
    if closing is None:
        raise AssertionError("expat has read this tag")
    return StartTag(tuple(attributes), closing.end(), closing[1] == "/")
