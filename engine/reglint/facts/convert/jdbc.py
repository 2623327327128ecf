"""JDBC URLs: the product, whether the connection is encrypted, and whether it leaves the house.

Sources: MySQL Connector/J, "Connection Properties, Security" (`sslMode`; `useSSL`, `requireSSL` and
`verifyServerCertificate` are translated into it); MariaDB Connector/J, "Using TLS/SSL"; pgJDBC, "Using SSL";
Microsoft JDBC Driver, "Setting the connection properties" (`encrypt`); Oracle JDBC (`tcps`).
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, not_set, unresolved

_URL = re.compile(r"""jdbc:[^\s"'<>]+""", re.IGNORECASE)
_WRAPPERS = ("p6spy:", "log4jdbc:", "tracing:", "otel:", "aws-wrapper:", "tc:")
_PARAMETER = re.compile(r"[?&;]([A-Za-z_.\-]+)=([^?&;)]*)")
_HOST = re.compile(r"(?://|@(?!\()|host=)(?:[^/@]*@)?(\[[0-9a-f:]+\]|[^:/,;?)(\s]+)", re.IGNORECASE)
_EMBEDDED = frozenset({"h2", "derby", "hsqldb", "sqlite", "duckdb"})
_POSTGRES = frozenset({"postgresql", "opengauss", "gaussdb", "kingbase8", "highgo", "redshift"})
_MYSQL_MODES = {"disabled": False, "required": True, "verify_ca": True, "verify_identity": True}
_POSTGRES_MODES = {"disable": False, "require": True, "verify-ca": True, "verify-full": True}
_MARIADB_MODES = {"disable": False, "trust": True, "verify-ca": True, "verify-full": True}
_SQLSERVER_MODES = {"false": False, "no": False, "optional": False, "true": True, "yes": True, "strict": True}


@dataclass(frozen=True, slots=True)
class JdbcUrl:
    """A URL taken apart: product, host and parameters, names in lower case."""

    text: str
    engine: str
    host: str
    parameters: Mapping[str, str]


def jdbc_name(node: Node | None, _context: Context) -> Converted | None:
    """The settings group that the URL belongs to: `spring.datasource` for `spring.datasource.url`."""
    if node is None:
        return None
    names = node.pointer.removeprefix("/").replace("~1", "/").split("/")
    group = names[:-1] if len(names) > 1 and "url" in names[-1].casefold().replace("_", "-") else names
    return Converted(".".join(name for name in group if name), node)


def jdbc_engine(node: Node | None, context: Context) -> Converted | None:
    """The product: `mysql`, `postgresql`, `oracle` …"""
    url = _url(node, context)
    return url if isinstance(url, Converted) else None if url is None else Converted(url.engine, node)


def jdbc_tls(node: Node | None, context: Context) -> Converted | None:
    """Whether the URL asks for TLS and takes nothing less. What depends on the driver's version is unknown."""
    url = _url(node, context)
    if url is None or isinstance(url, Converted):
        return url
    encrypted, parameter = _encrypted(url)
    if encrypted is None:
        return unresolved(node, parameter)
    return Converted(encrypted, node, parameter)


def jdbc_crosses_internet(node: Node | None, context: Context) -> Converted | None:
    """Whether the host is a public address; a loopback, private or one-word host is at home, a name may be either."""
    url = _url(node, context)
    if url is None or isinstance(url, Converted):
        return url
    crosses = _public(url.host)
    return None if crosses is None else Converted(crosses, node, f"host {url.host}")


def jdbc_url(text: str) -> JdbcUrl | None:
    """The first JDBC URL in a text, taken apart; None where there is none.

    >>> jdbc_url("jdbc:mysql://db:3306/pay?useSSL=false")
    JdbcUrl(text='jdbc:mysql://db:3306/pay?useSSL=false', engine='mysql', host='db', parameters={'usessl': 'false'})
    """
    match = _URL.search(text)
    if match is None:
        return None
    rest = match.group()[len("jdbc:") :]
    for wrapper in _WRAPPERS:
        rest = rest.removeprefix(wrapper)
    host = _HOST.search(rest)
    parameters = {name.casefold(): value for name, value in _PARAMETER.findall(rest)}
    return JdbcUrl(match.group(), rest.partition(":")[0].casefold(), host[1] if host else "", parameters)


def _url(node: Node | None, context: Context) -> JdbcUrl | Converted | None:
    if node is None or not isinstance(node.value, str):
        return None
    resolved = context.resolve(node.text)
    url = jdbc_url(resolved.text)
    if url is None or url.engine in _EMBEDDED:
        return None
    return url


def _encrypted(url: JdbcUrl) -> tuple[bool | None, str]:
    """Whether it is, with the parameter that says so; None with the reason where nothing says so."""
    if url.engine in _POSTGRES:
        return _postgres(url)
    reader = _ENGINES.get(url.engine)
    return reader(url) if reader else (None, f"how {url.engine} encrypts is not known here")


def _mysql(url: JdbcUrl) -> tuple[bool | None, str]:
    mode = url.parameters.get("sslmode")
    if mode is not None:
        return _by_mode("sslMode", mode, _MYSQL_MODES)
    use = url.parameters.get("usessl")
    if use is None:
        return None, "no sslMode or useSSL in the URL: the default depends on the driver's version"
    if use.casefold() == "false":
        return False, f"useSSL={use}"
    for demanding in ("requiressl", "verifyservercertificate"):
        if url.parameters.get(demanding, "").casefold() == "true":
            return True, f"useSSL={use} and {demanding}=true"
    return None, f"useSSL={use} alone falls back to plain text; write sslMode=REQUIRED"


def _mariadb(url: JdbcUrl) -> tuple[bool | None, str]:
    mode = url.parameters.get("sslmode")
    if mode is not None:
        return _by_mode("sslMode", mode, _MARIADB_MODES)
    use = url.parameters.get("usessl") or url.parameters.get("ssl")
    if use is None:
        return None, "no sslMode in the URL: the default depends on the driver's version"
    return use.casefold() == "true", f"useSSL={use}"


def _postgres(url: JdbcUrl) -> tuple[bool | None, str]:
    mode = url.parameters.get("sslmode")
    if mode is not None:
        return _by_mode("sslmode", mode, _POSTGRES_MODES)
    switch = url.parameters.get("ssl")
    if switch is None:
        return None, "no sslmode in the URL: the driver prefers TLS and falls back to plain text"
    return switch.casefold() in ("", "true"), f"ssl={switch}"


def _sqlserver(url: JdbcUrl) -> tuple[bool | None, str]:
    mode = url.parameters.get("encrypt")
    if mode is None:
        return None, "no encrypt in the URL: the default depends on the driver's version"
    return _by_mode("encrypt", mode, _SQLSERVER_MODES)


def _oracle(url: JdbcUrl) -> tuple[bool | None, str]:
    text = url.text.casefold()
    if "tcps" in text:
        return True, "tcps"
    if "(protocol=tcp)" in text.replace(" ", ""):
        return False, "protocol=tcp"
    return None, "whether Oracle encrypts is set in sqlnet.ora, not in the URL"


def _by_mode(parameter: str, mode: str, modes: Mapping[str, bool]) -> tuple[bool | None, str]:
    known = modes.get(mode.casefold())
    said = f"{parameter}={mode}"
    return (known, said) if known is not None else (None, f"{said} may fall back to plain text")


def _public(host: str) -> bool | None:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_global
    except ValueError:
        return False if host and "." not in host and "$" not in host else None


_ENGINES: Mapping[str, Callable[[JdbcUrl], tuple[bool | None, str]]] = {
    "mysql": _mysql,
    "mariadb": _mariadb,
    "sqlserver": _sqlserver,
    "oracle": _oracle,
}
CONVERSIONS: Mapping[str, Conversion] = {
    "jdbc_name": jdbc_name,
    "jdbc_engine": jdbc_engine,
    "jdbc_tls": jdbc_tls,
    "jdbc_crosses_internet": jdbc_crosses_internet,
}
