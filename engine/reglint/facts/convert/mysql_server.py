"""MySQL and MariaDB as their option files set them up: accounts, TLS, audit, logs, binary log.

Sources: MySQL, "Server Command Options" (`skip_grant_tables`), "Server System Variables"
(`require_secure_transport`, `bind_address`), "MySQL Enterprise Audit", "Binary Logging Options"
(`binlog_expire_logs_seconds`, `expire_logs_days`: 0 keeps all), "Making Incremental Backups by Enabling the
Binary Log", "Native Pluggable Authentication", "SHA-256 Pluggable Authentication"; MariaDB, "MariaDB Audit
Plugin". Names are those of the view `option_files`.
"""

from __future__ import annotations

from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.convert.directives import is_loopback
from reglint.facts.convert.lengths import count_in
from reglint.facts.convert.plain import FALSE, TRUE
from reglint.facts.convert.spring import NEVER, UNLIMITED
from reglint.facts.tree import child
from reglint.model.duration import DAY, SECOND, Duration, DurationKind

_INCLUDED = "a file that it includes may say it"
_KEPT = "MySQL deletes none of its logs: who removes the file is set elsewhere"
_EITHER = "each client decides: the server also takes connections without TLS"
_AUDIT = ("server_audit_logging", "audit_log", "audit_log_policy", "audit_log_filter")
_PLUGINS = {"mysql_native_password": True, "sha256_password": True, "caching_sha2_password": False}
_EXPIRY = (("binlog_expire_logs_seconds", SECOND), ("expire_logs_days", DAY))


def authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether the server looks at its accounts: not with `skip_grant_tables`."""
    skipped = child(node, "skip_grant_tables")
    if skipped is not None:
        return Converted(not _is_on(skipped), skipped)
    return _included(context)


def tls(node: Node | None, context: Context) -> Converted | None:
    """Whether the server takes nothing but TLS: `require_secure_transport`; not where TLS is off."""
    if node is None:
        return None
    networking = child(node, "skip_networking")
    if networking is not None and _is_on(networking):
        return unresolved(networking, "it listens on a socket of the file system alone")
    for name in ("ssl", "tls_version"):
        switch = child(node, name)
        if switch is not None and (switch.text.casefold() in FALSE or (not switch.text and name != "ssl")):
            return Converted(value=False, node=switch)
    required = child(node, "require_secure_transport")
    if required is not None and _is_on(required):
        return Converted(value=True, node=required)
    return _included(context) or unresolved(required, _EITHER)


def exposure(node: Node | None, _context: Context) -> Converted | None:
    """`internal` for a loopback address, or without networking; otherwise the file does not say."""
    networking, bound = child(node, "skip_networking"), child(node, "bind_address")
    if networking is not None and _is_on(networking):
        return Converted("internal", networking)
    addresses = bound.text.split(",") if bound is not None else []
    internal = bool(addresses) and all(is_loopback(one.strip()) for one in addresses)
    return Converted("internal", bound) if internal else None


def audited(node: Node | None, _context: Context) -> Converted | None:
    """Whether an audit plugin is told to log; None where the file does not speak of one."""
    said = next((found for name in _AUDIT if (found := child(node, name)) is not None), None)
    if said is None:
        return None
    return Converted(said.text.casefold() not in (*FALSE, "none"), said)


def file_retention(node: Node | None, _context: Context) -> Converted | None:
    """Unresolved: the server never removes a log. None where a switch beside its file turns it off."""
    return None if node is None or node.text.casefold() in FALSE else unresolved(node, _KEPT)


def kind(node: Node | None, _context: Context) -> Converted | None:
    """`database`, for a log that is not switched off."""
    return None if node is None or node.text.casefold() in FALSE else Converted("database", node)


def password_algorithm(node: Node | None, _context: Context) -> Converted | None:
    """The plugin by which accounts are checked first; None where the policy leaves it to the server."""
    plugin = node.text.partition(",")[0].rpartition(":")[2].strip().casefold() if node is not None else ""
    return Converted(plugin, node) if plugin.strip("*") else None


def password_deprecated(node: Node | None, context: Context) -> Converted | None:
    """Whether MySQL has deprecated that plugin; None for one that is not MySQL's own."""
    named = password_algorithm(node, context)
    found = None if named is None else _PLUGINS.get(str(named.value))
    return None if found is None else Converted(found, node)


def binary_log(node: Node | None, _context: Context) -> Converted | None:
    """What the binary log holds: changes to the databases. None where it is off or not spoken of."""
    switch = child(node, "log_bin")
    is_off = switch is None or switch.text.casefold() in FALSE
    return None if is_off else Converted("databases", switch)


def binary_log_retention(node: Node | None, context: Context) -> Converted | None:
    """How long the binary log stays; 30 days where 8.0 and later are told nothing, unresolved."""
    if binary_log(node, context) is None:
        return None
    for name, unit in _EXPIRY:
        said = child(node, name)
        count = count_in(said.text) if said is not None else None
        if count is not None:
            never = Converted(NEVER, said, shown=UNLIMITED)
            return Converted(Duration(DurationKind.EXACT, count * unit), said) if count else never
    return unresolved(child(node, "log_bin"), "how long it stays depends on the version of the server")


def _is_on(node: Node) -> bool:
    return node.value is None or node.text.casefold() in (*TRUE, "")


def _included(context: Context) -> Converted | None:
    included = child(context.tree.root, "include")
    return unresolved(included, _INCLUDED) if included is not None else None


CONVERSIONS: Mapping[str, Conversion] = {
    "mysql_conf_authentication": authentication,
    "mysql_conf_tls": tls,
    "mysql_conf_exposure": exposure,
    "mysql_conf_audited": audited,
    "mysql_conf_log_kind": kind,
    "mysql_conf_log_retention": file_retention,
    "mysql_conf_password_algorithm": password_algorithm,
    "mysql_conf_password_deprecated": password_deprecated,
    "mysql_conf_binary_log": binary_log,
    "mysql_conf_binary_log_retention": binary_log_retention,
}
