"""A JDBC or R2DBC URL taken apart, in the forms that the drivers document.

Sources: MySQL Connector/J, "Connection URL Syntax"; pgJDBC, "Connecting to the Database"; Microsoft JDBC
Driver, "Building the connection URL"; Oracle JDBC, "Database URLs"; jTDS, "The URL format"; R2DBC
specification, "ConnectionFactory Discovery" (`r2dbcs:` asks for TLS).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_START = re.compile(r"(?<!\w)(?:jdbc|r2dbcs?):(?=[a-z][\w+.\-]*:)", re.IGNORECASE)
_WORD = re.compile(r"[^\s\"'<>]+")
_WRAPPERS = re.compile(
    r"(?:p6spy|log4jdbc|jdbcdslog|tracing|otel|aws-wrapper|tc|cloudsql|pool):", re.IGNORECASE
)
_PARAMETER = re.compile(r"(?:[?&;,(]|&amp;)([A-Za-z_][\w.\-]*)(?:=([^?&;,)]*))?(?=[?&;,)]|$)")
_AUTHORITY = re.compile(r"//([^/;?]*)")
_HOST = re.compile(r"(\[[0-9a-f:]+\]|[^:,()\s\\]+)(?:[:\\][^,]*)?", re.IGNORECASE)
_NAMED_HOST = re.compile(r"\bhost=([^),\s]+)", re.IGNORECASE)
_ORACLE_HOST = re.compile(r"@(?:tcps?:)?(?://)?([^:/@(]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class JdbcUrl:
    """A URL without its blanks: product, hosts, parameters in lower case; "" for a bare parameter."""

    text: str
    engine: str
    hosts: tuple[str, ...]
    parameters: Mapping[str, str]


def jdbc_url(text: str) -> JdbcUrl | None:
    """The first JDBC or R2DBC URL in a text, taken apart; None where there is none.

    >>> url = jdbc_url("jdbc:mysql://db:3306/pay?useSSL=false")
    >>> url.engine, url.hosts, url.parameters
    ('mysql', ('db',), {'usessl': 'false'})
    """
    whole = _whole(text)
    if whole is None:
        return None
    rest = whole.partition(":")[2]
    while wrapper := _WRAPPERS.match(rest):
        rest = rest[wrapper.end() :]
    product = rest.partition(":")[0].partition("+")[0].casefold()
    if product in ("jtds", "microsoft"):
        rest = rest.partition(":")[2]
        product = f"{product}:{rest.partition(':')[0].casefold()}" if product == "jtds" else "sqlserver"
    parameters = {match[1].casefold(): match[2] or "" for match in _PARAMETER.finditer(rest)}
    return JdbcUrl(whole, product, tuple(_hosts(product, rest)), parameters)


def _whole(text: str) -> str | None:
    """The URL: the whole text without its blanks and line ends, or one word among others."""
    start = _START.search(text)
    if start is None:
        return None
    if not text[: start.start()].strip():
        return re.sub(r"\s+", "", text[start.start() :])
    word = _WORD.match(text, start.start())
    return word[0] if word else None


def _hosts(product: str, rest: str) -> list[str]:
    named = _NAMED_HOST.findall(rest)
    if named:
        return [host.casefold() for host in named]
    if product == "oracle":
        return _ORACLE_HOST.findall(rest)
    authority = _AUTHORITY.search(rest)
    if authority is None:
        return []
    places = authority[1].rpartition("@")[2]
    return [match[1] for match in _HOST.finditer(places)]
