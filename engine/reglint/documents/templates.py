"""Templates that were never filled in: what makes a file unreadable more often than a slip of the hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reglint.documents.source import RefusalError, Source

_OPENING = re.compile(r"\{\{|\{%|<%")
_IN_LINE = re.compile(r"""^[^"'#\r\n]{0,1000}?(\{\{|\{%|<%)""", re.MULTILINE)
_HELM = re.compile(
    r"\{\{-?\s*(?:[$.]|if\b|end\b|else\b|include\b|range\b|with\b|define\b|template\b|toYaml\b)"
)
_MAVEN = re.compile(r"@[\w.-]{1,200}@")


def template_refusal(source: Source, offset: int) -> RefusalError | None:
    """The refusal of a text for the template that begins at an offset; None where none does."""
    if _MAVEN.match(source.text, offset):
        message = "This looks like a placeholder of Maven: @…@ is not filled in."
        hint = "Check the file in target/classes, or quote the value."
        return source.refusal("template", message, offset, hint=hint)
    opening = _OPENING.match(source.text, offset)
    if opening is None:
        return None
    if _HELM.match(source.text, offset):
        name, hint = "a Helm or Go template", "Check what `helm template` writes."
    else:
        name, hint = "a template (Jinja, Go, ERB)", "Check the file that is made from it."
    return source.refusal(
        "template", f"This looks like {name}: {opening[0]} is not filled in.", offset, hint=hint
    )


def template_before(text: str, offset: int) -> int | None:
    """Where the last template outside quotes and comments begins, up to the end of the offset's line."""
    ends = [end for end in (text.find("\n", offset), text.find("\r", offset)) if end >= 0]
    starts = [match.start(1) for match in _IN_LINE.finditer(text, 0, min(ends, default=len(text)))]
    return starts[-1] if starts else None
