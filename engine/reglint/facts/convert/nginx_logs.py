"""nginx: its logs, which it writes and never deletes.

Sources: nginx documentation, ngx_http_log_module (`access_log`), ngx_core_module (`error_log`), "Logging to
syslog" (`syslog:server=…`), "Controlling nginx" (rotation is done from outside).
"""

from __future__ import annotations

from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.convert.directives import arguments_of

_SYSLOG = "syslog:"
_SERVER = "server="
_KEPT = "nginx deletes none of its logs: how long a file stays is set where it is rotated"
_SENT = "the log goes to a syslog server: how long that keeps it is set there"


def log_name(node: Node | None, _context: Context) -> Converted | None:
    """The log's file or server, as it is written."""
    arguments = arguments_of(node)
    return Converted(arguments[0].text, arguments[0]) if arguments else None


def log_retention(node: Node | None, _context: Context) -> Converted | None:
    """Unresolved: nothing in nginx removes a log."""
    arguments = arguments_of(node)
    if not arguments:
        return None
    return unresolved(arguments[0], _SENT if arguments[0].text.startswith(_SYSLOG) else _KEPT)


def unnamed_log_retention(node: Node | None, _context: Context) -> Converted | None:
    """Unresolved for the log of an `http` block that names none, which nginx writes all the same."""
    return None if node is None else unresolved(node, _KEPT)


def log_shipped_to(node: Node | None, _context: Context) -> Converted | None:
    """The syslog server that a log goes to; None for a file."""
    arguments = arguments_of(node)
    if not arguments or not arguments[0].text.startswith(_SYSLOG):
        return None
    options = arguments[0].text.removeprefix(_SYSLOG).split(",")
    servers = tuple(one.removeprefix(_SERVER) for one in options if one.startswith(_SERVER))
    return Converted(servers, arguments[0]) if servers else None


CONVERSIONS: Mapping[str, Conversion] = {
    "nginx_log_name": log_name,
    "nginx_log_retention": log_retention,
    "nginx_unnamed_log_retention": unnamed_log_retention,
    "nginx_log_shipped_to": log_shipped_to,
}
