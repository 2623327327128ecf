"""Database servers in containers: whether their image asks for a password, and whether they demand TLS.

Sources: the Docker Official Images of MySQL, MariaDB, PostgreSQL and MongoDB, "Environment Variables"; the
latter starts without access control unless a root user is named. MySQL Reference Manual, "Server System
Variables" (`require_secure_transport`). Neo4j, "Docker: authentication"; Bitnami's images of etcd, Kafka and
Cassandra; the images of ClickHouse, RabbitMQ and OpenSearch.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.compose import base_decides, command_of, words_of
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.convert.plain import TRUE
from reglint.facts.convert.secrets import given
from reglint.facts.tree import child, children, text_of
from reglint.model.fact import Unknown
from reglint.model.verdict import Reason

_MYSQL_PASSWORDS = ("MYSQL_ROOT_PASSWORD", "MARIADB_ROOT_PASSWORD")
_MYSQL_SWITCHES = {
    "MYSQL_ALLOW_EMPTY_PASSWORD": False,
    "MARIADB_ALLOW_EMPTY_ROOT_PASSWORD": False,
    "ALLOW_EMPTY_PASSWORD": False,
    "MYSQL_RANDOM_ROOT_PASSWORD": True,
    "MARIADB_RANDOM_ROOT_PASSWORD": True,
}
_SECURE_TRANSPORT = re.compile(r"(?<!\S)--require[-_]secure[-_]transport(?:=(\S*))?")
_SECURITY_OFF = ("DISABLE_SECURITY_PLUGIN", "plugins.security.disabled")  # of OpenSearch: no users, no TLS
_OPEN_SWITCHES = (
    "ALLOW_NONE_AUTHENTICATION",
    "ALLOW_EMPTY_PASSWORD",
    "ALLOW_ANONYMOUS_LOGIN",
    *_SECURITY_OFF,
)
_PLAIN_SWITCHES = ("ALLOW_PLAINTEXT_LISTENER", *_SECURITY_OFF)
_OTHER_PASSWORDS = (
    "NEO4J_AUTH",
    "ETCD_ROOT_PASSWORD",
    "CLICKHOUSE_PASSWORD",
    "CASSANDRA_PASSWORD",
    "RABBITMQ_DEFAULT_PASS",
)
_NO_START = "the image does not start without a password"
_ENV_FILE = "the environment file may decide"


def mysql_server_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether a MySQL or MariaDB container asks for a password."""
    if "--skip-grant-tables" in words_of(node, context):
        return Converted(value=False, node=child(node, "command") or node)
    said = first_given(node, context, _MYSQL_PASSWORDS)
    if said is not None:
        return said
    for name, asks in _MYSQL_SWITCHES.items():
        switch = child(node, "environment", name)
        if switch is not None and context.resolve(switch.text).text.casefold() in TRUE:
            return Converted(asks, switch)
    return by_password(node, context, _MYSQL_PASSWORDS)


def mysql_server_tls(node: Node | None, context: Context) -> Converted | None:
    """That a MySQL or MariaDB container takes nothing but TLS; None where its last word on it is another."""
    told = _SECURE_TRANSPORT.findall(words_of(node, context).partition(" -- ")[0])
    if not told or (told[-1] or "on").casefold() not in TRUE:
        return None
    return Converted(value=True, node=command_of(node))


def postgres_server_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether a PostgreSQL container asks for a password: not by the method `trust`."""
    method = child(node, "environment", "POSTGRES_HOST_AUTH_METHOD")
    if method is not None and context.resolve(method.text).text.casefold() == "trust":
        return Converted(value=False, node=method)
    return by_password(node, context, ("POSTGRES_PASSWORD",))


def mongo_server_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether a MongoDB container asks for a user: `--auth`, or a root user; None where nothing does."""
    words = words_of(node, context).split()
    if {"--config", "-f", "--keyFile"} & set(words):
        return unresolved(child(node, "command") or node, "the server's own configuration file decides")
    if "--auth" in words:
        return Converted(value=True, node=child(node, "command") or node)
    user = child(node, "environment", "MONGO_INITDB_ROOT_USERNAME") or child(
        node, "environment", "MONGO_INITDB_ROOT_USERNAME_FILE"
    )
    if user is not None and user.text:
        return Converted(value=True, node=user)
    return elsewhere(node)


def any_server_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether another server's container asks for a password, as its environment says; else unknown."""
    environment = child(node, "environment")
    for name, one in children(environment) if environment is not None else ():
        text = context.resolve(one.text).text.casefold()
        if name == "NEO4J_AUTH" and text == "none":
            return Converted(value=False, node=one)
        if name in _OPEN_SWITCHES and text in TRUE:
            return Converted(value=False, node=one)
        if name in _OTHER_PASSWORDS and (said := given(one, context)) is not None:
            return said
    return _image_decides(node)


def any_server_tls(node: Node | None, context: Context) -> Converted | None:
    """Whether another server's container takes plain connections, as its environment says; else unknown."""
    for name in _PLAIN_SWITCHES:
        switch = child(node, "environment", name)
        if switch is not None and context.resolve(switch.text).text.casefold() in TRUE:
            return Converted(value=False, node=switch)
    return _image_decides(node)


def by_password(node: Node | None, context: Context, names: tuple[str, ...]) -> Converted:
    """Whether one of the variables gives a password, without which the image does not start."""
    said = first_given(node, context, names) or elsewhere(node)
    return said or Converted(Unknown(Reason.MISSING, _NO_START), node)


def first_given(node: Node | None, context: Context, names: tuple[str, ...]) -> Converted | None:
    """The first password that one of the variables gives, or the file that one names; None without any."""
    for name in names:
        file = child(node, "environment", f"{name}_FILE")
        if file is not None and file.text:
            return Converted(value=True, node=file)
        said = given(child(node, "environment", name), context)
        if said is not None:
            return said
    return None


def elsewhere(node: Node | None) -> Converted | None:
    """Unknown where an environment file or another service may say what this one does not; else None."""
    files = child(node, "env_file")
    if files is None:
        return base_decides(node)
    named = files.text or text_of(files, "path")
    which = f": {named} is not in the project, or can't be read" if named and "$" not in named else ""
    return unresolved(files, f"{_ENV_FILE}{which}")


def _image_decides(node: Node | None) -> Converted | None:
    if node is None:
        return None
    return base_decides(node) or unresolved(node, "the configuration of the image decides")


CONVERSIONS: Mapping[str, Conversion] = {
    "mysql_server_authentication": mysql_server_authentication,
    "mysql_server_tls": mysql_server_tls,
    "postgres_server_authentication": postgres_server_authentication,
    "mongo_server_authentication": mongo_server_authentication,
    "any_server_authentication": any_server_authentication,
    "any_server_tls": any_server_tls,
}
