"""Rules as sentences: what a lawyer signs off on, made from the expression that an engineer does."""

from __future__ import annotations

from reglint.language.sentence.blocks import block_of, voice_in
from reglint.language.sentence.layout import Line, labelled, lines_of
from reglint.language.sentence.logic import claim_of
from reglint.language.sentence.names import outermost
from reglint.language.syntax import Expression
from reglint.model.schema import ObjectType

_INDENT = "  "


def sentence(expr: Expression, schema: ObjectType, language: str) -> tuple[Line, ...]:
    """A condition that the checker accepts, as a sentence: one line, or a head and a line an item.

    Facts have the titles of the schema, their names where it gives none. `language` is en, zh or ja.
    """
    claim = claim_of(expr, outermost(expr, schema))
    return lines_of(block_of(claim, voice_in(language)), language)


def as_text(lines: tuple[Line, ...]) -> str:
    r"""The lines of a sentence as text, items further in.

    >>> as_text((Line(0, "", "All of the following hold:"), Line(1, "(a)", "it is red.")))
    'All of the following hold:\n  (a) it is red.'
    """
    return "\n".join(f"{_INDENT * line.depth}{labelled(line.label)}{line.text}" for line in lines)
