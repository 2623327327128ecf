"""PostgreSQL's configuration (`postgresql.conf`) → nodes, as its guc-file scanner reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reglint.documents.limits import DEFAULT_LIMITS, Limits
from reglint.documents.repeated import Repeated
from reglint.documents.sections import Row, Setting, add_setting, rows, syntax_refusal
from reglint.documents.source import Source, read_with
from reglint.documents.templates import template_refusal

if TYPE_CHECKING:
    from reglint.documents.node import Node, Reading

_WHAT = "configuration of PostgreSQL"
_NAME = re.compile(r"([^\W\d][\w$]*+(?:\.[^\W\d][\w$]*+)?)[ \t]*+(?:=[ \t]*+)?")
_VALUE = re.compile(r"'((?:[^'\\]++|\\.|'')*+)'|([-+\w.:/]++)")
_REST = re.compile(r"[ \t]*+(?:#.*)?\Z", re.DOTALL)
_ESCAPE = re.compile(r"''|\\([0-7]{1,3}|.)", re.DOTALL)
_CONTROLS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def read_postgresql(text: str, path: str, *, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """The one document of a PostgreSQL configuration: for each parameter the sequence of its values.

    The last one holds: `$.ssl[-1]`. Names are in lower case, values are text without their quotes, units as
    written; `include`, `include_if_exists` and `include_dir` are parameters like others.
    """
    return read_with(_document, text, path, kind="postgresql", limits=limits)


def _document(source: Source) -> tuple[Node, ...]:
    parameters = Repeated("")
    for row in rows(source.text):
        if row.text[0] != "#":
            add_setting(source, parameters, _parameter(source, row))
    return (source.node(parameters.members(source), (0, len(source.text)), ""),)


def _parameter(source: Source, row: Row) -> Setting:
    name = _NAME.match(row.text)
    if name is None:
        refusal = syntax_refusal(source, _WHAT, "a parameter's name is expected here.", row.start)
        raise template_refusal(source, row.start) or refusal
    value = _VALUE.match(row.text, name.end())
    if value is None:
        hint = f"Write {name[1][:80]} = 'value'."
        offset = row.start + name.end()
        raise syntax_refusal(source, _WHAT, "a value is expected here.", offset, hint=hint)
    if _REST.match(row.text, value.end()) is None:
        hint = "Put a value with other characters than letters, digits and _ - . : / into single quotes."
        message = "the value goes on where it should end."
        raise syntax_refusal(source, _WHAT, message, row.start + value.end(), hint=hint)
    text = value[2] if value[1] is None else _ESCAPE.sub(_character, value[1])
    span = (row.start + value.start(), row.start + value.end())
    return Setting(name[1].lower(), row.start, text, span)


def _character(match: re.Match[str]) -> str:
    escape = match[1]
    if escape is None:
        return "'"
    if escape.isdigit() and escape[0] in "01234567":
        return chr(int(escape, 8) & 0xFF)
    return _CONTROLS.get(escape, escape)
