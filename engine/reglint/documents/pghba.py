"""PostgreSQL's list of who may connect and how (`pg_hba.conf`) → nodes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reglint.documents.limits import DEFAULT_LIMITS, Limits
from reglint.documents.pointer import child
from reglint.documents.repeated import Repeated
from reglint.documents.sections import Row, rows, syntax_refusal
from reglint.documents.source import RefusalError, Source, read_with
from reglint.documents.templates import template_refusal

if TYPE_CHECKING:
    from reglint.documents.node import Node, Reading

_WHAT = "list of who may connect (pg_hba.conf)"
_BY_ADDRESS = ("type", "database", "user", "address", "method")
_BY_SOCKET = ("type", "database", "user", "method")
_INCLUDE = ("type", "path")
_FIELDS = {
    "local": _BY_SOCKET,
    **dict.fromkeys(("host", "hostssl", "hostnossl", "hostgssenc", "hostnogssenc"), _BY_ADDRESS),
    **dict.fromkeys(("include", "include_if_exists", "include_dir"), _INCLUDE),
}
_WORD = re.compile(r"""(?:[^\s"#]++|"[^"]*+")++""")
_COMMENT = re.compile(r"""((?:[^#"]++|"[^"]*+"?)*+)(?:#.*)?""")
_MASK = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:]*")
_MASK_AT = 4


def read_pghba(text: str, path: str, *, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """The one document: `records`, the sequence of records, and `include`, that of lines that include files.

    A record is a mapping of `type`, `database`, `user`, `address` (not of `local`) and `method`, all text
    without quotes; `mask` where one stands beside the address. What follows, the options, is left out. Of the
    records that fit a connection the first decides.
    """
    return read_with(_document, text, path, kind="pghba", limits=limits)


def _document(source: Source) -> tuple[Node, ...]:
    found = Repeated("")
    for row in rows(source.text):
        code = _COMMENT.match(row.text)
        words = list(_WORD.finditer(code[1])) if code is not None else []
        if words:
            fields = _fields(source, row, words)
            name = "include" if fields is _INCLUDE else "records"
            pointer = found.next_pointer(name)
            span = (row.start, row.start + words[len(fields) - 1].end())
            members = _members(source, row, list(zip(fields, words, strict=False)), pointer)
            found.add(name, span, source.node(members, span, pointer, key=row.start))
    return (source.node(found.members(source), (0, len(source.text)), ""),)


def _fields(source: Source, row: Row, words: list[re.Match[str]]) -> tuple[str, ...]:
    """The names of a line's words. Raises RefusalError for a line that is no record."""
    fields = _FIELDS.get(words[0][0].casefold())
    if fields is None:
        raise _refused(source, row, "a record begins with local, host, hostssl, hostnossl or include.")
    if fields is _BY_ADDRESS and len(words) > len(fields) and _MASK.fullmatch(words[_MASK_AT][0]):
        fields = (*_BY_ADDRESS[:_MASK_AT], "mask", "method")
    if len(words) < len(fields):
        raise _refused(source, row, f"this record ends before its {fields[len(words)]}.")
    return fields


def _members(
    source: Source, row: Row, named: list[tuple[str, re.Match[str]]], pointer: str
) -> dict[str, Node]:
    members: dict[str, Node] = {}
    for name, word in named:
        text = word[0].replace('"', "")
        start = row.start + word.start()
        members[name] = source.node(text, (start, start + len(word[0])), child(pointer, name), text=text)
    return members


def _refused(source: Source, row: Row, message: str) -> RefusalError:
    return template_refusal(source, row.start) or syntax_refusal(source, _WHAT, message, row.start)
