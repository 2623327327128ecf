"""What becomes of a service's output: kept by Docker as long as its size allows, or sent away.

Source: Docker, "Configure logging drivers", "JSON File logging driver" (`max-size` and `max-file` delete by
size, without them nothing is deleted before the container), "Local file logging driver".
"""

from __future__ import annotations

from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.tree import child, text_of

_FILES = ("", "json-file", "local")
_BY_SIZE = "Docker deletes output by its size, whatever its age"
_WITH_IT = "Docker deletes output with the container, whatever its age"
_SENT = "where it is sent to decides how long it is kept"
_LOCAL = "the machine's own journal decides how long it is kept"
_ADDRESSES = {
    "syslog": "syslog-address",
    "fluentd": "fluentd-address",
    "gelf": "gelf-address",
    "splunk": "splunk-url",
    "awslogs": "awslogs-group",
    "loki": "loki-url",
}


def retention(node: Node | None, _context: Context) -> Converted | None:
    """Unresolved, with what decides how long output stays; None where there is no output to keep."""
    said, driver = child(node, "logging"), _driver(node)
    if said is None or driver == "none":
        return None
    if driver not in _FILES:
        return unresolved(child(said, "driver"), _LOCAL if driver == "journald" else _SENT)
    size = child(said, "options", "max-size")
    is_sized = driver == "local" or (size is not None and size.text != "-1")
    return unresolved(size or said, _BY_SIZE if is_sized else _WITH_IT)


def shipped_to(node: Node | None, context: Context) -> Converted | None:
    """Where output is sent to: the address that the driver is given, else the driver's own name."""
    driver, named = _driver(node), child(node, "logging", "driver")
    if named is None or driver in (*_FILES, "none", "journald"):
        return None
    address = child(node, "logging", "options", _ADDRESSES.get(driver, ""))
    if address is None or not address.text:
        return Converted((driver,), named)
    return Converted((context.resolve(address.text).text,), address)


def _driver(node: Node | None) -> str:
    return text_of(node, "logging", "driver").rpartition("/")[2].partition(":")[0]


CONVERSIONS: Mapping[str, Conversion] = {
    "compose_log_retention": retention,
    "compose_log_shipped_to": shipped_to,
}
