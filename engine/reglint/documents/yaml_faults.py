"""Why a text is no YAML document: characters that hide things, and breaks of its grammar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reglint.documents.templates import template_before, template_refusal

if TYPE_CHECKING:
    from reglint.documents.source import RefusalError, Source

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_FULL_WIDTH = {"\uff1a": "a colon and a blank", "\u3000": "a blank"}
_NAMES = {
    "\x00": "a NUL character",
    "\x85": "the line end U+0085",
    "\u2028": "the line end U+2028",
    "\u2029": "the line end U+2029",
    "\ufeff": "a second byte order mark",
}


def refuse_characters(source: Source) -> None:
    """Refuse characters that a reader's eye and a parser take differently."""
    match = _FORBIDDEN.search(source.text)
    if match is None:
        return
    name = _NAMES.get(match[0]) or _kind(match[0])
    raise source.refusal("character", f"{name} may not stand in YAML.", match.start(), hint="Remove it.")


def syntax_refusal(source: Source, problem: str, offset: int) -> RefusalError:
    """The refusal of a text that breaks YAML's grammar: for what it looks like, or by the rule."""
    if "nesting depth" in problem:
        return source.refusal("depth", f"Nested deeper than {source.limits.depth} levels.", offset)
    template = template_refusal(source, offset)
    before = template_before(source.text, offset)
    if template is None and before is not None:
        template = template_refusal(source, before)
    hint = _hint(source.text, offset)
    return template or source.refusal("syntax", f"No YAML: {problem}.", offset, hint=hint)


def _kind(character: str) -> str:
    code = f"U+{ord(character):04X}"
    if "\ud800" <= character <= "\udfff":
        return f"half a character ({code})"
    if character < "\xa0":
        return f"the control character {code}"
    return f"the invisible character {code}, which can reorder the text,"


def _hint(text: str, offset: int) -> str:
    character = text[offset : offset + 1]
    lines = text[: offset + 1].rstrip("\n").splitlines()
    for wide, plain in _FULL_WIDTH.items():
        if any(wide in line for line in lines[-2:]):
            return f"Write {plain} for full-width U+{ord(wide):04X}."
    if character == "\t":
        return "Indent with spaces."
    if character and character in "@`%":
        return f"Quote a value that starts with {character}."
    return ""
