"""Configuration of logrotate → nodes: what holds for all logs, and for those that a block names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reglint.documents.limits import DEFAULT_LIMITS, Limits
from reglint.documents.pointer import child
from reglint.documents.repeated import Repeated
from reglint.documents.sections import Row, Setting, add_setting, rows, syntax_refusal
from reglint.documents.source import Source, read_with
from reglint.documents.templates import template_refusal

if TYPE_CHECKING:
    from reglint.documents.node import Node, Reading

_WHAT = "configuration of logrotate"
_SCRIPTS = frozenset({"prerotate", "postrotate", "firstaction", "lastaction", "preremove"})
_SETTING = re.compile(r"([\w-]++)(?:(?:[ \t]*+=[ \t]*+|[ \t]++)(.*))?")
_PATH_SIGNS = ("/", '"', "'", "~")


def read_logrotate(text: str, path: str, *, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """The one document: `blocks`, the sequence of blocks, and `global`, the settings outside of them.

    A block is a mapping of `paths`, what it names as one text, and `settings`. Settings are, for each name,
    the sequence of its values; one without a value has the value None. Scripts are left out.
    """
    return read_with(_document, text, path, kind="logrotate", limits=limits)


def _document(source: Source) -> tuple[Node, ...]:
    lines = _lines(source)
    own, blocks = Repeated("/global"), Repeated("")
    heads: list[Row] = []
    for row in lines:
        if row.text.startswith(_PATH_SIGNS) or heads or row.text.startswith("{"):
            heads.append(row)
            if "{" in row.text:
                _add_block(source, lines, heads, blocks)
                heads = []
        else:
            add_setting(source, own, _setting(source, row))
    if heads:
        raise syntax_refusal(source, _WHAT, "these paths have no { behind them.", heads[0].start)
    members = blocks.members(source)
    if own.series:
        members["global"] = source.node(own.members(source), (0, len(source.text)), "/global")
    return (source.node(members, (0, len(source.text)), ""),)


def _add_block(source: Source, lines: Iterator[Row], heads: list[Row], blocks: Repeated) -> None:
    pointer = blocks.next_pointer("blocks")
    start, head = heads[0].start, heads[-1]
    paths = source.text[start : head.start + head.text.index("{")].rstrip()
    settings = Repeated(child(pointer, "settings"))
    end = _fill(source, lines, head, settings)
    span = (start, start + len(paths))
    members = {
        "paths": source.node(paths, span, child(pointer, "paths"), text=paths),
        "settings": source.node(settings.members(source), (start, end), child(pointer, "settings")),
    }
    blocks.add("blocks", (start, end), source.node(members, (start, end), pointer, key=start))


def _fill(source: Source, lines: Iterator[Row], head: Row, settings: Repeated) -> int:
    """Put a block's settings into `settings`; gives where it ends. Raises RefusalError."""
    rest = head.text.partition("{")[2].strip()
    if rest and rest != "}":
        raise syntax_refusal(source, _WHAT, "settings begin on a line of their own.", head.start)
    if rest:
        return head.start + len(head.text)
    for row in lines:
        if row.text.startswith("}"):
            return row.start + 1
        add_setting(source, settings, _setting(source, row))
    raise syntax_refusal(source, _WHAT, "this { has no }.", head.start)


def _lines(source: Source) -> Iterator[Row]:
    """The lines that say something: no comments, no scripts."""
    is_script = False
    for row in rows(source.text):
        first = row.text.split(None, 1)[0]
        if is_script or first == "endscript":
            is_script = is_script and first != "endscript"
        elif first in _SCRIPTS:
            is_script = True
        elif row.text[0] != "#":
            yield row


def _setting(source: Source, row: Row) -> Setting:
    text = row.text.partition(" #")[0].rstrip()
    match = _SETTING.fullmatch(text)
    if match is None:
        message = "a setting is expected here."
        raise template_refusal(source, row.start) or syntax_refusal(source, _WHAT, message, row.start)
    if match[2] is None:
        end = row.start + len(text)
        return Setting(match[1], row.start, None, (end, end))
    return Setting(match[1], row.start, match[2], (row.start + match.start(2), row.start + match.end(2)))
