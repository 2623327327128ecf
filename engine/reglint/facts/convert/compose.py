"""Containers in a compose file: which service it is, which product, and what its command line says.

Sources: Compose Specification, "services" (`command` and `entrypoint` are text or a list); Redis,
"Security" (no password unless `requirepass` or an ACL is set) and "TLS" (TLS only on `--tls-port`);
Bitnami's image of Redis (with `REDIS_TLS_ENABLED` alone its one port speaks TLS).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import PRODUCT_DEFAULT, Context, Conversion, Converted, unresolved
from reglint.facts.convert.part import part_of
from reglint.facts.convert.plain import TRUE
from reglint.facts.convert.secrets import given, judged
from reglint.facts.tree import child, children, text_of
from reglint.model.fact import Unknown
from reglint.model.verdict import Reason

_REQUIREPASS = re.compile(
    r"--requirepass[\s=]+(?:\\?\"([^\"\\]*)\\?\"|'([^']*)'|((?:\$\{[^{}]*\}|[^\s\"'])+))"
)
_CONFIG_FILE = re.compile(r"\S+\.conf\b|--include\b|--aclfile\b|--user\b")
_TLS_PORT = re.compile(r"--tls-port[\s=]+(\d+)")
_PLAIN_PORT_OFF = re.compile(r"--port[\s=]+0\b")
_IMAGE = re.compile(r"(?:^|/)([\w.\-]+)(?:[:@][^/]*)?$")
_PRODUCTS = {
    "redis-stack": "redis",
    "redis-stack-server": "redis",
    "redis-cluster": "redis",
    "mysql-server": "mysql",
    "percona": "mysql",
    "mariadb-galera": "mariadb",
    "cp-kafka": "kafka",
    "cp-server": "kafka",
    "clickhouse-server": "clickhouse",
    "activemq-artemis": "activemq",
    "activemq-classic": "activemq",
}


def service(node: Node | None, context: Context) -> Converted | None:
    """The name of the service that the node belongs to."""
    if node is None:
        return None
    for one in (node, *context.tree.ancestors(node)):
        holder = context.tree.parent(one)
        if holder is not None and context.tree.key(holder) == "services":
            return Converted(context.tree.key(one), one)
    return None


def engine(node: Node | None, _context: Context) -> Converted | None:
    """The product in a container, by its image: `mysql` for `registry.example.com/base/mysql:8.0`."""
    match = _IMAGE.search(text_of(node, "image"))
    return None if match is None else Converted(_PRODUCTS.get(match[1], match[1]), child(node, "image"))


def redis_server_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether a Redis container asks for a password: `--requirepass`, or Bitnami's environment."""
    password = _requirepass(node)
    if password is not None:
        return given(password, context) or Converted(value=False, node=password)
    words = words_of(node, context)
    if (base := base_decides(node)) is not None:
        return base
    if _CONFIG_FILE.search(words):
        return unresolved(command_of(node), "the server's own configuration file decides")
    if "bitnami" in text_of(node, "image"):
        return _bitnami(node, context)
    return Converted(value=False, node=command_of(node), note=PRODUCT_DEFAULT) if words else None


def redis_server_tls(node: Node | None, context: Context) -> Converted | None:
    """Whether a Redis container takes only TLS: a TLS port, and the plain one off."""
    words = words_of(node, context)
    if (base := base_decides(node)) is not None:
        return base
    if _CONFIG_FILE.search(words):
        return unresolved(command_of(node), "the server's own configuration file decides")
    if "bitnami" in text_of(node, "image") and (said := _bitnami_tls(node, context)) is not None:
        return said
    if _TLS_PORT.search(words):
        return Converted(bool(_PLAIN_PORT_OFF.search(words)), command_of(node))
    return Converted(value=False, node=command_of(node), note=PRODUCT_DEFAULT) if words else None


def redis_server_secret(node: Node | None, context: Context) -> Converted | None:
    """The class of the password on a Redis container's command line, at its own place."""
    password = _requirepass(node)
    return None if password is None or not password.text else judged(password, context)


def words_of(node: Node | None, context: Context) -> str:
    """A container's entrypoint, command and Redis Stack's arguments as one line, placeholders filled in."""
    return context.resolve(" ".join(one.text for one in word_nodes(node))).text


def base_decides(node: Node | None) -> Converted | None:
    """Unknown for a service that extends one which is not in the project; else None."""
    extends = child(node, "extends")
    return None if extends is None else unresolved(extends, "the service that it extends may decide")


def command_of(node: Node | None) -> Node | None:
    """The setting that says what a container runs; None where the image decides."""
    members = node.value if node is not None and isinstance(node.value, Mapping) else {}
    return members.get("command") or members.get("entrypoint")


def _requirepass(node: Node | None) -> Node | None:
    """The password behind `--requirepass`, a part of the command's text or an element of its list."""
    words = word_nodes(node)
    for index, word in enumerate(words):
        if word.text.strip() == "--requirepass":
            return words[index + 1] if index + 1 < len(words) else None
        match = _REQUIREPASS.search(word.text)
        if match is not None:
            return part_of(word, *match.span(match.lastindex or 0))
    return None


def word_nodes(node: Node | None) -> list[Node]:
    """What a container runs, in the pieces that the file writes it in."""
    words: list[Node] = []
    for name in ("entrypoint", "command"):
        said = node.value.get(name) if node is not None and isinstance(node.value, Mapping) else None
        if said is not None:
            words += [one for _, one in children(said)] if isinstance(said.value, tuple) else [said]
    arguments = child(node, "environment", "REDIS_ARGS")
    return [word for word in (*words, arguments) if word is not None and word.text]


def _bitnami(node: Node | None, context: Context) -> Converted:
    environment = child(node, "environment")
    allowed, password = child(environment, "ALLOW_EMPTY_PASSWORD"), child(environment, "REDIS_PASSWORD")
    said = given(password, context)
    if said is not None:
        return said
    if allowed is not None and context.resolve(allowed.text).text.casefold() in TRUE:
        return Converted(value=False, node=allowed)
    return Converted(Unknown(Reason.MISSING, "the image does not start without a password"), node)


def _bitnami_tls(node: Node | None, context: Context) -> Converted | None:
    """Whether Bitnami's Redis takes only TLS: switched on, and its two ports left to be the same."""
    environment = child(node, "environment")
    switch = child(environment, "REDIS_TLS_ENABLED")
    if switch is None or context.resolve(switch.text).text.casefold() not in TRUE:
        return None
    other = child(environment, "REDIS_PORT_NUMBER") or child(environment, "REDIS_TLS_PORT_NUMBER")
    return Converted(other is None, other or switch)


CONVERSIONS: Mapping[str, Conversion] = {
    "compose_service": service,
    "compose_engine": engine,
    "redis_server_authentication": redis_server_authentication,
    "redis_server_tls": redis_server_tls,
    "redis_server_secret": redis_server_secret,
}
