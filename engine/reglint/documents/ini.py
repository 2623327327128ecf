"""INI files → nodes. There is no standard: what Python's configparser, PHP and Ansible agree on is read."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reglint.documents.limits import DEFAULT_LIMITS, Limits
from reglint.documents.sections import Header, Row, Setting, header, rows, section_nodes, syntax_refusal
from reglint.documents.source import Source, read_with
from reglint.documents.templates import template_refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reglint.documents.node import Node, Reading

_SIGN = re.compile(r"[=:]\s*+")
_VALUE = re.compile(r"""("[^"]*+"|'[^']*+')\s*+(?:;|\Z)|((?:[^\s;]++|(?<=\S);|\s++(?!;|\Z))*+)""")


def read_ini(text: str, path: str, *, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """The one document of an INI file: sections of settings, as `section_nodes` gives them; values are text.

    `=` or `:` ends a name, which keeps its case; a name alone has the value None. A line that begins with `#`
    or `;` is a comment, and so is what follows a blank and `;`. Quotes around a whole value are taken off. A
    line that is indented deeper than a setting before it continues its value.
    """
    return read_with(_document, text, path, kind="ini", limits=limits)


def _document(source: Source) -> tuple[Node, ...]:
    return (source.node(section_nodes(source, _found(source)), (0, len(source.text)), ""),)


def _found(source: Source) -> Iterator[Header | Setting]:
    open_setting: Setting | None = None
    indent = 0
    lines: list[str] = []
    for row in rows(source.text):
        if row.text[0] in "#;":
            continue
        if open_setting is not None and row.indent > indent:
            lines.append(row.text)
            open_setting = replace(open_setting, span=(open_setting.span[0], row.start + len(row.text)))
            continue
        yield from _closed(open_setting, lines)
        open_setting = None if row.text[0] == "[" else _setting(source, row)
        indent, lines = row.indent, []
        if open_setting is None:
            yield header(source, row, "INI file")
    yield from _closed(open_setting, lines)


def _closed(setting: Setting | None, lines: list[str]) -> Iterator[Setting]:
    """A setting with the lines that continue its value, if there is one."""
    if setting is not None:
        yield replace(setting, value="\n".join([setting.value or "", *lines])) if lines else setting


def _setting(source: Source, row: Row) -> Setting:
    template = template_refusal(source, row.start)
    if template:
        raise template
    sign = _SIGN.search(row.text)
    name = row.text if sign is None else row.text[: sign.start()].rstrip()
    if not name:
        message = f"{row.text[0]} stands where a name is expected."
        raise syntax_refusal(source, "INI file", message, row.start, hint="Write name = value.")
    if sign is None:
        end = row.start + len(name)
        return Setting(name, row.start, None, (end, end))
    value, length = _value(row.text, sign.end())
    start = row.start + sign.end()
    return Setting(name, row.start, value, (start, start + length))


def _value(text: str, start: int) -> tuple[str, int]:
    """The value at an index without its quotes, and its length with them."""
    match = _VALUE.match(text, start)
    if match is None:
        return "", 0
    return (match[2], len(match[2])) if match[1] is None else (match[1][1:-1], len(match[1]))
