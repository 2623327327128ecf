"""Redis and Valkey as their own configuration sets them up: who must log in, TLS, addresses, log file.

Sources: Redis, "Configuration" (redis.conf), "ACL" (`aclfile` makes `requirepass` void; a `user` line begins
with a user who is off and has no password), "TLS" (`tls-port`, `port 0`). `include` brings in other files.
"""

from __future__ import annotations

from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.convert.directives import arguments_of, is_loopback, last_argument, lines_of
from reglint.facts.convert.part import part_of
from reglint.facts.convert.secrets import given, judged

_INCLUDED = "a file that it includes may say it"
_KEPT = "Redis deletes none of its log: who removes the file is set elsewhere"


def authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether the server asks for a password: `aclfile`, the line of `user default`, or `requirepass`."""
    acl_file, password = last_argument(node, "aclfile"), last_argument(node, "requirepass")
    if acl_file is not None and acl_file.text:
        return unresolved(acl_file, "the file of its users decides")
    default = [line for line in lines_of(node, "user") if line and line[0].text == "default"]
    if default:
        return Converted(not _is_open(default[-1]), default[-1][0])
    said = given(password, context)
    if said is not None:
        return said
    return _included(node) or (Converted(value=False, node=password) if password is not None else None)


def tls(node: Node | None, _context: Context) -> Converted | None:
    """Whether the server takes nothing but TLS: a `tls-port`, and `port 0`."""
    secure, plain = last_argument(node, "tls-port"), last_argument(node, "port")
    is_plain_off = plain is not None and plain.text == "0"
    if secure is not None and secure.text != "0":
        return Converted(is_plain_off, secure if is_plain_off else plain or secure)
    if is_plain_off:
        return _included(node) or unresolved(plain, "it listens on a socket of the file system alone")
    return _included(node)


def exposure(node: Node | None, _context: Context) -> Converted | None:
    """`internal` where every address that it binds to is a loopback one; otherwise the file does not say."""
    lines = lines_of(node, "bind")
    bound = lines[-1] if lines else ()
    internal = bool(bound) and all(is_loopback(one.text.removeprefix("-")) for one in bound)
    return Converted("internal", bound[0]) if internal else None


def log_retention(node: Node | None, _context: Context) -> Converted | None:
    """Unresolved: the server never removes anything of its log. None where the log is no file."""
    named = last_argument(node, "logfile")
    return unresolved(named, _KEPT) if named is not None and named.text else None


def log_name(node: Node | None, _context: Context) -> Converted | None:
    """The log's file."""
    named = last_argument(node, "logfile")
    return Converted(named.text, named) if named is not None else None


def secret(node: Node | None, context: Context) -> Converted | None:
    """The class of the password that a directive gives, where it gives one."""
    arguments = arguments_of(node)
    return judged(arguments[-1], context) if arguments and arguments[-1].text else None


def user_name(node: Node | None, context: Context) -> Converted | None:
    """`user.NAME`, of the user whose line a rule stands in."""
    line = context.tree.parent(node) if node is not None else None
    rules = line.value if line is not None and isinstance(line.value, tuple) else ()
    return Converted(f"user.{rules[0].text}", rules[0]) if rules else None


def user_secret(node: Node | None, context: Context) -> Converted | None:
    """The class of the password in a rule `>password`, at its own place."""
    return None if node is None else judged(part_of(node, 1, len(node.text)), context)


def _included(node: Node | None) -> Converted | None:
    included = last_argument(node, "include")
    return unresolved(included, _INCLUDED) if included is not None else None


def _is_open(line: tuple[Node, ...]) -> bool:
    """Whether a user's rules let anybody in: it is on, and `nopass` is not taken back."""
    is_on = is_passed = False
    for rule in line[1:]:
        word = rule.text.casefold()
        if word in ("on", "off"):
            is_on = word == "on"
        elif word in ("nopass", "resetpass", "reset") or word[:1] in (">", "#"):
            is_passed = word == "nopass"
            is_on = is_on and word != "reset"
    return is_on and is_passed


CONVERSIONS: Mapping[str, Conversion] = {
    "redis_conf_authentication": authentication,
    "redis_conf_tls": tls,
    "redis_conf_exposure": exposure,
    "redis_conf_log_name": log_name,
    "redis_conf_log_retention": log_retention,
    "redis_conf_secret": secret,
    "redis_conf_user_name": user_name,
    "redis_conf_user_secret": user_secret,
}
