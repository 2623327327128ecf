"""MySQL's and MariaDB's option files (`my.cnf`) → nodes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reglint.documents.limits import DEFAULT_LIMITS, Limits
from reglint.documents.repeated import Repeated
from reglint.documents.sections import (
    Header,
    Row,
    Setting,
    add_setting,
    header,
    rows,
    section_nodes,
    syntax_refusal,
)
from reglint.documents.source import RefusalError, Source, read_with
from reglint.documents.templates import template_refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reglint.documents.node import Node, Reading

_BEFORE_COMMENT = re.compile(r"""(?:[^#"']++|"(?:[^"\\]++|\\.?)*+"?|'(?:[^'\\]++|\\.?)*+'?)*+""")
_ESCAPE = re.compile(r"\\([btnrs\\\"'])")
_CONTROLS = {"b": "\b", "t": "\t", "n": "\n", "r": "\r", "s": " "}
_DIRECTIVES = ("!includedir", "!include")


def read_mysql(text: str, path: str, *, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """The one document of an option file: groups of options, as `section_nodes` gives sections.

    Values are text without the quotes around them; an option alone has the value None. `!include` and
    `!includedir` are sequences of paths beside the groups. Names stay as written: that `ssl-ca` and `ssl_ca`
    are one option, and that `skip-` and `loose-` may stand before a name, is for whoever selects them.
    """
    return read_with(_document, text, path, kind="mysql", limits=limits)


def _document(source: Source) -> tuple[Node, ...]:
    includes = Repeated("")
    groups = section_nodes(source, _found(source, includes))
    return (source.node({**groups, **includes.members(source)}, (0, len(source.text)), ""),)


def _found(source: Source, includes: Repeated) -> Iterator[Header | Setting]:
    is_in_group = False
    for row in rows(source.text):
        if row.text[0] == "[":
            is_in_group = True
            yield header(source, row, "option file")
        elif row.text[0] == "!":
            add_setting(source, includes, _include(source, row))
        elif row.text[0] not in "#;":
            if not is_in_group:
                raise _outside(source, row)
            yield _option(row)


def _include(source: Source, row: Row) -> Setting:
    for name in _DIRECTIVES:
        path = row.text.removeprefix(name).strip()
        if row.text.startswith(name) and path:
            start = row.start + len(row.text) - len(path)
            return Setting(name, row.start, path, (start, start + len(path)))
    message = "after ! stands include or includedir, and a path."
    raise syntax_refusal(source, "option file", message, row.start)


def _outside(source: Source, row: Row) -> RefusalError:
    refusal = syntax_refusal(
        source, "option file", "an option stands before the first [group].", row.start, hint="Write [mysqld]."
    )
    return template_refusal(source, row.start) or refusal


def _option(row: Row) -> Setting:
    match = _BEFORE_COMMENT.match(row.text)
    text = (row.text if match is None else match[0]).rstrip()
    name, sign, value = text.partition("=")
    written = value.strip()
    end = row.start + len(text)
    span = (end - len(value.lstrip()), end)
    if not sign:
        return Setting(name.rstrip(), row.start, None, (end, end))
    is_quoted = len(written) > 1 and written[0] == written[-1] and written[0] in "\"'"
    plain = written[1:-1] if is_quoted else written
    plain = _ESCAPE.sub(lambda escape: _CONTROLS.get(escape[1], escape[1]), plain)
    return Setting(name.rstrip(), row.start, plain, span)
