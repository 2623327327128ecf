"""systemd's units and settings → nodes (systemd.syntax(7))."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reglint.documents.limits import DEFAULT_LIMITS, Limits
from reglint.documents.sections import Header, Row, Setting, header, rows, section_nodes, syntax_refusal
from reglint.documents.source import Source, read_with
from reglint.documents.templates import template_refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reglint.documents.node import Node, Reading


def read_systemd(text: str, path: str, *, limits: Limits = DEFAULT_LIMITS) -> Reading:
    r"""The one document of a unit or of a file like `journald.conf`: sections of settings.

    They are as `section_nodes` gives them, values are text as written, quotes too. A `\` at a line's end
    joins the next one with a blank, and skips comments between them. An empty value, which takes back those
    before it, is "".
    """
    return read_with(_document, text, path, kind="systemd", limits=limits)


def _document(source: Source) -> tuple[Node, ...]:
    return (source.node(section_nodes(source, _found(source)), (0, len(source.text)), ""),)


def _found(source: Source) -> Iterator[Header | Setting]:
    stream = (row for row in rows(source.text) if row.text[0] not in "#;")
    for row in stream:
        if row.text[0] == "[":
            yield header(source, row, "unit of systemd")
        else:
            yield _setting(source, row, stream)


def _setting(source: Source, row: Row, stream: Iterator[Row]) -> Setting:
    name, sign, value = row.text.partition("=")
    if not sign or not name:
        refusal = syntax_refusal(
            source, "unit of systemd", '"=" is expected here.', row.start, hint="Write Name=value."
        )
        raise template_refusal(source, row.start) or refusal
    start = row.start + len(name) + 1 + len(value) - len(value.lstrip())
    parts, end = [value], row.start + len(row.text)
    while parts[-1].endswith("\\"):
        parts[-1] = parts[-1][:-1].strip()
        following = next(stream, None)
        if following is None:
            break
        parts.append(following.text)
        end = following.start + len(following.text)
    return Setting(name.rstrip(), row.start, " ".join(parts).strip(), (min(start, end), end))
