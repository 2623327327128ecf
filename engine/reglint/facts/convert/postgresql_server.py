"""PostgreSQL as postgresql.conf sets it up: TLS, audit, log files that are written over, archive of changes.

Sources: PostgreSQL, "Connection Settings", "SSL", "Error Reporting and Logging" (files whose names come
again are truncated by `log_truncate_on_rotation` when they roll by time; none is ever deleted),
"Authentication" (`password_encryption`), "Continuous Archiving"; pgAudit, "Settings".
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.convert.directives import is_loopback, last_value
from reglint.facts.convert.plain import FALSE, TRUE
from reglint.model.duration import DAY, HOUR, MINUTE, SECOND, Duration, DurationKind

_INCLUDES = ("include", "include_if_exists", "include_dir")
_INCLUDED = "a file that it includes may say it"
_KEPT = "PostgreSQL deletes none of its logs: who removes the files is set elsewhere"
_ONCE = "%[YyGgCFsDcGx+]"  # with a year or a time in it, no name ever comes again
_CYCLES = (  # the longest cycle in the name of a file, which comes again after it
    ("%j", Duration(DurationKind.MONTHS, 12)),
    ("%[mbBh]", Duration(DurationKind.MONTHS, 12)),
    ("%[UVW]", Duration(DurationKind.MONTHS, 12)),
    ("%[de]", Duration(DurationKind.MONTHS, 1)),
    ("%[aAuw]", Duration(DurationKind.EXACT, 7 * DAY)),
    ("%[HIkl]", Duration(DurationKind.EXACT, DAY)),
)
_UNITS = {"": MINUTE, "ms": 1, "s": SECOND, "min": MINUTE, "h": HOUR, "d": DAY}
_AGE = re.compile(r"(\d{1,9})\s*(ms|s|min|h|d|)", re.ASCII)


def tls(node: Node | None, _context: Context) -> Converted | None:
    """Whether the server speaks TLS. Where it does, pg_hba.conf says who must."""
    switch, addresses = last_value(node, "ssl"), last_value(node, "listen_addresses")
    if addresses is not None and not addresses.text.strip():
        return unresolved(addresses, "it listens on a socket of the file system alone")
    if switch is None:
        return _included(node)
    if switch.text.casefold() in FALSE:
        return Converted(value=False, node=switch)
    return unresolved(switch, "pg_hba.conf decides whether a connection without TLS is taken")


def exposure(node: Node | None, _context: Context) -> Converted | None:
    """`internal` where it listens on loopback addresses alone; otherwise the file does not say."""
    said = last_value(node, "listen_addresses")
    addresses = [one.strip() for one in said.text.split(",")] if said is not None else []
    return Converted("internal", said) if addresses and all(map(_is_inside, addresses)) else None


def audited(node: Node | None, _context: Context) -> Converted | None:
    """Whether pgAudit is loaded and told what to log; None where the file does not speak of it."""
    loaded, classes = last_value(node, "shared_preload_libraries"), last_value(node, "pgaudit.log")
    if loaded is None or "pgaudit" not in loaded.text:
        return None
    return Converted(classes is not None and classes.text.casefold() != "none", classes or loaded)


def log_name(node: Node | None, _context: Context) -> Converted | None:
    """`postgresql`, where the server writes log files of its own."""
    collector = last_value(node, "logging_collector")
    is_on = collector is not None and collector.text.casefold() in TRUE
    return Converted("postgresql", collector) if is_on else None


def log_retention(node: Node | None, context: Context) -> Converted | None:
    """How long a log stays until a file of its name is begun anew; unresolved where none ever is."""
    if log_name(node, context) is None:
        return None
    named, truncates = last_value(node, "log_filename"), last_value(node, "log_truncate_on_rotation")
    pattern = named.text.replace("%%", "") if named is not None else "%Y"
    cycle = next((length for signs, length in _CYCLES if re.search(signs, pattern)), None)
    is_over = truncates is not None and truncates.text.casefold() in TRUE
    if cycle is None or not is_over or re.search(_ONCE, pattern) or not _rolls_daily(node):
        return unresolved(named, _KEPT)
    return Converted(cycle, named, "until a file of its name is begun anew")


def events(node: Node | None, context: Context) -> Converted | None:
    """`access` where connections are logged to the server's own files."""
    said = last_value(node, "log_connections")
    is_off = said is None or said.text.casefold() in (*FALSE, "")
    return None if is_off or log_name(node, context) is None else Converted(("access",), said)


def password_algorithm(node: Node | None, _context: Context) -> Converted | None:
    """How passwords are stored, as the file names it: `on` has always been md5."""
    if node is None:
        return None
    return Converted("md5" if node.text.casefold() in TRUE else node.text.casefold(), node)


def password_deprecated(node: Node | None, context: Context) -> Converted | None:
    """Whether that is md5, which PostgreSQL has deprecated."""
    named = password_algorithm(node, context)
    return None if named is None else Converted(named.value == "md5", node)


def archive(node: Node | None, _context: Context) -> Converted | None:
    """What the archive of the write-ahead log holds: the databases. None where it is off."""
    said = last_value(node, "archive_mode")
    is_off = said is None or said.text.casefold() in FALSE
    return None if is_off else Converted("databases", said)


def _rolls_daily(node: Node | None) -> bool:
    said = last_value(node, "log_rotation_age")
    age = _AGE.fullmatch(said.text) if said is not None else None
    return said is None or (age is not None and 0 < int(age[1]) * _UNITS[age[2]] <= DAY)


def _is_inside(address: str) -> bool:
    return not address or is_loopback(address)


def _included(node: Node | None) -> Converted | None:
    found = (last_value(node, name) for name in _INCLUDES)
    included = next((one for one in found if one is not None), None)
    return unresolved(included, _INCLUDED) if included is not None else None


CONVERSIONS: Mapping[str, Conversion] = {
    "postgresql_conf_tls": tls,
    "postgresql_conf_exposure": exposure,
    "postgresql_conf_audited": audited,
    "postgresql_conf_log_name": log_name,
    "postgresql_conf_log_retention": log_retention,
    "postgresql_conf_events": events,
    "postgresql_conf_password_algorithm": password_algorithm,
    "postgresql_conf_password_deprecated": password_deprecated,
    "postgresql_conf_archive": archive,
}
