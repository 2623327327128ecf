"""Containers in a compose file: what a server's command line and environment say.

Sources: Redis, "Security" (no password unless `requirepass` or an ACL is set; TLS only on `--tls-port`); the Docker
Official Image of MySQL, "Environment Variables"; Bitnami's image of Redis, "Environment variables".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.convert.plain import TRUE, secret_strength
from reglint.facts.tree import child, children
from reglint.model.verdict import Reason
from reglint.model.fact import Unknown

_REQUIREPASS = re.compile(r"--requirepass[\s=]+(?:\"([^\"]*)\"|'([^']*)'|(\S+))")
_CONFIG_FILE = re.compile(r"redis-server\s+\S*\.conf\b|--include\b|--aclfile\b|--user\b")
_TLS_PORT = re.compile(r"--tls-port[\s=]+(\d+)")
_PLAIN_PORT_OFF = re.compile(r"--port[\s=]+0\b")
_PASSWORD_NAMES = ("MYSQL_ROOT_PASSWORD", "MARIADB_ROOT_PASSWORD")
_EMPTY_NAMES = ("MYSQL_ALLOW_EMPTY_PASSWORD", "MARIADB_ALLOW_EMPTY_ROOT_PASSWORD")


def service(node: Node | None, context: Context) -> Converted | None:
    """The name of the service that the node belongs to."""
    if node is None:
        return None
    for one in (node, *context.tree.ancestors(node)):
        holder = context.tree.parent(one)
        if holder is not None and context.tree.key(holder) == "services":
            return Converted(context.tree.key(one), one)
    return None


def redis_server_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether a Redis container asks for a password: `--requirepass`, or Bitnami's environment."""
    command = _command_node(node)
    words = _command(node, context)
    given = _REQUIREPASS.search(words)
    if given:
        return Converted(bool(given[1] or given[2] or given[3]), command)
    if _CONFIG_FILE.search(words):
        return unresolved(command, "the server's own configuration file decides")
    if "bitnami" in _text(node, "image"):
        return _bitnami(node, context)
    return Converted(value=False, node=command, note="product default") if command is not None else None


def redis_server_tls(node: Node | None, context: Context) -> Converted | None:
    """Whether a Redis container takes only TLS: a TLS port, and the plain one off."""
    command = _command_node(node)
    words = _command(node, context)
    if _CONFIG_FILE.search(words):
        return unresolved(command, "the server's own configuration file decides")
    if _TLS_PORT.search(words):
        return Converted(bool(_PLAIN_PORT_OFF.search(words)), command)
    return Converted(value=False, node=command, note="product default") if command is not None else None


def redis_server_secret(node: Node | None, context: Context) -> Converted | None:
    """The class of the password on a Redis container's command line."""
    given = _REQUIREPASS.search(_command(node, context, filled=False))
    command = _command_node(node)
    if given is None or command is None:
        return None
    text = given[1] or given[2] or given[3] or ""
    classed = secret_strength(_scalar(command, text), context)
    return None if classed is None else Converted(classed.value, command, classed.note)


def mysql_server_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether a MySQL container asks for a password."""
    environment = child(node, "environment")
    if "--skip-grant-tables" in _command(node, context):
        return Converted(value=False, node=child(node, "command"))
    for name in _EMPTY_NAMES:
        allowed = child(environment, name)
        if allowed is not None and context.resolve(allowed.text).text.casefold() in TRUE:
            return Converted(value=False, node=allowed)
    for name in _PASSWORD_NAMES:
        for given in (child(environment, name), child(environment, f"{name}_FILE")):
            if given is not None and context.resolve(given.text).text:
                return Converted(value=True, node=given)
    return Converted(Unknown(Reason.MISSING, "the image does not start without a root password"), node)


def _bitnami(node: Node | None, context: Context) -> Converted | None:
    environment = child(node, "environment")
    allowed, password = child(environment, "ALLOW_EMPTY_PASSWORD"), child(environment, "REDIS_PASSWORD")
    if password is not None and context.resolve(password.text).text:
        return Converted(value=True, node=password)
    if allowed is not None and context.resolve(allowed.text).text.casefold() in TRUE:
        return Converted(value=False, node=allowed)
    return Converted(Unknown(Reason.MISSING, "the image does not start without a password"), node)


def _command_node(node: Node | None) -> Node | None:
    return _list(node, "command") or child(node, "command")


def _command(node: Node | None, context: Context, *, filled: bool = True) -> str:
    listed = _list(node, "command")
    text = (
        " ".join(item.text for _, item in children(listed)) if listed is not None else _text(node, "command")
    )
    return context.resolve(text).text if filled else text


def _list(node: Node | None, name: str) -> Node | None:
    found = node.value.get(name) if node is not None and isinstance(node.value, Mapping) else None
    return found if found is not None and isinstance(found.value, tuple) else None


def _scalar(node: Node, text: str) -> Node:
    return replace(node, value=text, text=text)


def _text(node: Node | None, *names: str) -> str:
    found = child(node, *names)
    return found.text if found is not None else ""


CONVERSIONS: Mapping[str, Conversion] = {
    "compose_service": service,
    "redis_server_authentication": redis_server_authentication,
    "redis_server_tls": redis_server_tls,
    "redis_server_secret": redis_server_secret,
    "mysql_server_authentication": mysql_server_authentication,
}
