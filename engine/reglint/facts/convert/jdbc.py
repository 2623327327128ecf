"""JDBC URLs: the product, whether the connection is encrypted and authenticated, whether it leaves home.

Sources: MySQL Connector/J, "Connection Properties, Security" (`sslMode`; `useSSL`, `requireSSL` and
`verifyServerCertificate` are translated into it); MariaDB Connector/J, "Using TLS/SSL"; pgJDBC, "Using SSL";
Microsoft JDBC Driver, "Setting the connection properties" (`encrypt`); jTDS (`ssl`); Oracle JDBC (`tcps`).
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from reglint.documents.node import Node
from reglint.documents.pointer import steps
from reglint.facts.convert.beside import pool_properties, settings_below, settings_beside, written_name
from reglint.facts.convert.context import Context, Conversion, Converted, not_set, notes, unresolved
from reglint.facts.convert.jdbc_url import JdbcUrl, jdbc_url
from reglint.facts.convert.secrets import given, secret_strength, url_password
from reglint.facts.secret_name import folded

_Encrypted: TypeAlias = tuple[bool | None, str]
"""Whether it is, with the parameter that says so; None with the reason where nothing says so."""

_EMBEDDED = frozenset({"h2", "derby", "hsqldb", "sqlite", "duckdb"})
_POSTGRES = frozenset({"postgresql", "pgsql", "opengauss", "gaussdb", "kingbase8", "highgo", "redshift"})
_URL_NAMES = ("jdbcurl", "connectionurl", "databaseurl", "jndiname", "url", "uri")
_SERVED = re.compile(r":(?:h2:(?:tcp|(ssl))|hsqldb:(?:hsql|http|(hsqls|https))):", re.IGNORECASE)
_PASSWORDS = ("password", "passwd", "pwd", "pass")
_POOLS = ("hikari", "druid", "dbcp2", "tomcat", "oracleucp")
_MYSQL_MODES = {"disabled": False, "required": True, "verify_ca": True, "verify_identity": True}
_POSTGRES_MODES = {"disable": False, "require": True, "verify-ca": True, "verify-full": True}
_MARIADB_MODES = {"disable": False, "trust": True, "verify-ca": True, "verify-full": True}
_SQLSERVER_MODES = {
    **dict.fromkeys(("false", "no", "optional"), False),
    **dict.fromkeys(("true", "yes", "mandatory", "strict"), True),
}
_JTDS_MODES = {"off": False, "require": True, "authenticate": True}


def jdbc_name(node: Node | None, context: Context) -> Converted | None:
    """The settings group that the URL belongs to: `spring.datasource` for `spring.datasource.url`."""
    if node is None:
        return None
    *above, last = steps(node.pointer) or ("",)
    own = written_name(node, context.tree)
    if folded(own) in _URL_NAMES and last.endswith(own):
        last = last.removesuffix(own).rstrip(".")
    return Converted(".".join(filter(None, (*above, last))) or own, node)


def jdbc_engine(node: Node | None, context: Context) -> Converted | None:
    """The product, such as `mysql`, `postgresql` or `oracle`; unknown where the URL is set elsewhere."""
    url = _url(node, context)
    return _elsewhere(node, context) if url is None else Converted(url.engine, node)


def jdbc_tls(node: Node | None, context: Context) -> Converted | None:
    """Whether the URL asks for TLS and takes nothing less; unknown where the driver's version decides."""
    url = _url(node, context)
    if node is None or url is None:
        return _elsewhere(node, context)
    handed = pool_properties(node, context.tree, _POOLS)
    encrypted, said = _encrypted(replace(url, parameters={**handed, **url.parameters}))
    odd = [
        name for name, text in handed.items() if url.parameters.get(name, text).casefold() != text.casefold()
    ]
    if odd:
        return unresolved(node, f"the URL and the properties of its pool differ in {odd[0]}")
    if encrypted is None:
        return unresolved(node, said)
    return Converted(encrypted, node, notes(said, context.resolve(node.text).note))


def jdbc_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether a password goes with the URL: inside it, or in a setting beside it; None where none is said.

    One that is empty, with a user, says that there is none.
    """
    elsewhere = _elsewhere(node, context)
    if node is None or (_url(node, context) is None and elsewhere is None):
        return None
    inside = url_password(node)
    if inside is not None:
        found = given(inside, context)
        return None if found is None else Converted(found.value, inside, found.note)
    passwords = _passwords(node, context)
    found = next((found for one in passwords if (found := given(one, context))), elsewhere)
    return found or next((none for one in passwords if (none := _empty(one, context))), None)


def jndi(node: Node | None, _context: Context) -> Converted | None:
    """Nothing of a data source that the application server holds can be seen."""
    return None if node is None else unresolved(node, "the data source of the application server decides")


def jdbc_crosses_internet(node: Node | None, context: Context) -> Converted | None:
    """Whether a host is a public address. Private and one-word hosts are at home; a domain may be either."""
    url = _url(node, context)
    if url is None:
        return None
    known = [(_public(host), host) for host in url.hosts]
    for answer in (True, None, False):
        for crosses, host in known:
            if crosses is answer:
                return None if answer is None else Converted(answer, node, f"host {host}")
    return None


def _url(node: Node | None, context: Context) -> JdbcUrl | None:
    if node is None or not isinstance(node.value, str):
        return None
    url = jdbc_url(context.resolve(node.text).text)
    return None if url is None or (url.engine in _EMBEDDED and not _served(url)) else url


def _served(url: JdbcUrl) -> bool:
    return _SERVED.search(url.text) is not None or url.text.casefold().startswith("jdbc:derby://")


def _elsewhere(node: Node | None, context: Context) -> Converted | None:
    """That the URL is set somewhere else; None for a text that is there and is no URL of a server."""
    if node is None:
        return None
    resolved = context.resolve(node.text)
    names = resolved.open or (resolved.assumed if not resolved.text.strip() else ())
    return unresolved(node, not_set(replace(resolved, open=names))) if names else None


def _passwords(node: Node, context: Context) -> list[Node]:
    """The settings that may hold the URL's password, the nearest first."""
    own = folded(written_name(node, context.tree))
    ending = next((name for name in _URL_NAMES if own.endswith(name)), "")
    names = [
        f"{prefix}{word}" for prefix in dict.fromkeys((own.removesuffix(ending), "")) for word in _PASSWORDS
    ]
    parent = context.tree.parent(node)
    places = (
        settings_beside(node, context.tree),
        settings_below(node, context.tree, _POOLS),
        settings_beside(parent, context.tree) if parent is not None else {},
    )
    return [place[name] for place in places for name in names if name in place]


def _empty(password: Node, context: Context) -> Converted | None:
    """That a user goes without a password."""
    found = secret_strength(password, context)
    is_empty = found is not None and found.value == "empty"
    return Converted(value=False, node=password, note="the password is empty") if is_empty else None


def _encrypted(url: JdbcUrl) -> _Encrypted:
    if url.text.casefold().startswith("r2dbcs:"):
        return True, "r2dbcs"
    if url.engine in _POSTGRES:
        return _postgres(url)
    served = _SERVED.search(url.text)
    if served is not None:
        return bool(served.lastindex), served[0].strip(":")
    reader = _ENGINES.get(url.engine)
    return reader(url) if reader else (None, f"how {url.engine} encrypts is not known here")


def _mysql(url: JdbcUrl) -> _Encrypted:
    mode = url.parameters.get("sslmode")
    if mode is not None:
        return _by_mode("sslMode", mode, _MYSQL_MODES)
    use = url.parameters.get("usessl")
    if use is None:
        return None, "no sslMode or useSSL in the URL: the default depends on the driver's version"
    if use.casefold() == "false":
        return False, f"useSSL={use}"
    for demanding in ("requireSSL", "verifyServerCertificate"):
        if url.parameters.get(demanding.casefold(), "").casefold() == "true":
            return True, f"useSSL={use} and {demanding}=true"
    return None, f"useSSL={use} alone falls back to plain text; write sslMode=REQUIRED"


def _mariadb(url: JdbcUrl) -> _Encrypted:
    mode = url.parameters.get("sslmode")
    if mode is not None:
        return _by_mode("sslMode", mode, _MARIADB_MODES)
    use = url.parameters.get("usessl") or url.parameters.get("ssl")
    if use is None:
        return None, "no sslMode in the URL: the default depends on the driver's version"
    return use.casefold() == "true", f"useSsl={use}"


def _postgres(url: JdbcUrl) -> _Encrypted:
    mode = url.parameters.get("sslmode")
    if mode is not None:
        return _by_mode("sslmode", mode, _POSTGRES_MODES)
    switch = url.parameters.get("ssl")
    if switch is None:
        return None, "no sslmode in the URL: the driver prefers TLS and falls back to plain text"
    if switch.casefold() in ("", "true"):
        return True, f"ssl={switch}"
    return None, f"ssl={switch}: without sslmode the driver prefers TLS and falls back to plain text"


def _sqlserver(url: JdbcUrl) -> _Encrypted:
    mode = url.parameters.get("encrypt")
    if mode is None:
        return None, "no encrypt in the URL: the default depends on the driver's version"
    return _by_mode("encrypt", mode, _SQLSERVER_MODES)


def _jtds(url: JdbcUrl) -> _Encrypted:
    mode = url.parameters.get("ssl")
    return (
        (False, "no ssl in the URL: product default") if mode is None else _by_mode("ssl", mode, _JTDS_MODES)
    )


def _oracle(url: JdbcUrl) -> _Encrypted:
    text = url.text.casefold()
    plain = "protocol=tcp)" in text
    if "tcps:" in text or ("protocol=tcps" in text and not plain):
        return True, "tcps"
    if plain:
        return None, "protocol=tcp carries no TLS, but sqlnet.ora may encrypt"
    return None, "whether Oracle encrypts is set in sqlnet.ora, not in the URL"


def _by_mode(parameter: str, mode: str, modes: Mapping[str, bool]) -> _Encrypted:
    known = modes.get(mode.casefold())
    said = f"{parameter}={mode}"
    return (known, said) if known is not None else (None, f"{said} may fall back to plain text")


def _public(host: str) -> bool | None:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_global
    except ValueError:
        return False if host and "." not in host and "$" not in host else None


_ENGINES: Mapping[str, Callable[[JdbcUrl], _Encrypted]] = {
    "mysql": _mysql,
    "mariadb": _mariadb,
    "sqlserver": _sqlserver,
    "jtds:sqlserver": _jtds,
    "oracle": _oracle,
}
CONVERSIONS: Mapping[str, Conversion] = {
    "jdbc_name": jdbc_name,
    "jdbc_engine": jdbc_engine,
    "jdbc_tls": jdbc_tls,
    "jdbc_authentication": jdbc_authentication,
    "jdbc_crosses_internet": jdbc_crosses_internet,
    "jndi": jndi,
}
