"""Texts of HCL taken apart, for whoever knows what the names in them stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reglint.documents.hcl_expressions import expression
from reglint.documents.hcl_syntax import Kind, Scope
from reglint.documents.hcl_templates import ANYTHING, Piece, pieces
from reglint.documents.limits import DEFAULT_LIMITS
from reglint.documents.source import RefusalError, Source, line_starts

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text: itself where `kind` is text, the source of an expression of any other kind.

    A directive (`%{ if … }`) is an operation, written as it stands.
    """

    kind: Kind
    text: str


def template_parts(text: str) -> tuple[Part, ...]:
    """The parts of a text as `read_hcl` gives it, or as a string in Terraform's JSON syntax has it.

    What is no template, since its `${` is not closed, is one part of text.

    >>> [(str(part.kind), part.text) for part in template_parts("${var.env}-db-$${x}")]
    [('reference', 'var.env'), ('text', '-db-${x}')]
    """
    source = Source(text, "", "hcl", DEFAULT_LIMITS, line_starts(text))
    try:
        return tuple(_parts(source))
    except RefusalError:
        return (Part(Kind.TEXT, text),)


def _parts(source: Source) -> Iterator[Part]:
    for piece in pieces(Scope(source), 0, ANYTHING, expression=expression):
        yield _part(source, piece)


def _part(source: Source, piece: Piece) -> Part:
    written = source.text[piece.start : piece.end]
    if piece.is_text:
        return Part(Kind.TEXT, written.replace("$${", "${").replace("%%{", "%{"))
    one = piece.expression
    if one is None:
        return Part(Kind.OPERATION, written)
    return Part(one.kind, source.text[one.start : one.end])
