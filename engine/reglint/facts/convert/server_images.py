"""Servers whose images are not Docker's official ones: Bitnami's, MinIO, SQL Server.

Sources: the pages of Bitnami's images of PostgreSQL and MongoDB, "Environment variables"; Microsoft,
"Configure SQL Server settings with environment variables on Linux"; MinIO, "Root Access Settings" (root
credentials are `minioadmin` where none are given).
"""

from __future__ import annotations

from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.convert.images import by_password, elsewhere, first_given
from reglint.facts.convert.plain import TRUE
from reglint.facts.tree import child

_POSTGRESQL = (
    *("POSTGRESQL_PASSWORD", "POSTGRES_PASSWORD"),
    *("POSTGRESQL_POSTGRES_PASSWORD", "POSTGRES_POSTGRES_PASSWORD"),
)
_MONGODB = ("MONGODB_ROOT_PASSWORD", "MONGODB_PASSWORD", "MONGODB_PASSWORDS")
_SQL_SERVER = ("MSSQL_SA_PASSWORD", "SA_PASSWORD")
_EITHER = "each client decides: the server also takes connections without TLS"


def postgresql_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether Bitnami's PostgreSQL asks for a password."""
    if node is None:
        return None
    return _allowed(node, context, _POSTGRESQL) or by_password(node, context, _POSTGRESQL)


def mongodb_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether Bitnami's MongoDB asks for a user; unknown where its environment says neither."""
    if node is None:
        return None
    said = first_given(node, context, _MONGODB) or _allowed(node, context, _MONGODB) or elsewhere(node)
    return said or unresolved(node, "the configuration of the image decides")


def sql_server_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether SQL Server asks for a password."""
    return None if node is None else by_password(node, context, _SQL_SERVER)


def sql_server_tls(node: Node | None, _context: Context) -> Converted | None:
    """Unresolved: whether TLS is forced is set in a file of its own."""
    return None if node is None else unresolved(node, _EITHER)


def minio_password(node: Node | None, _context: Context) -> Converted | None:
    """Unresolved where another file may give the root password that this one does not; else None."""
    return elsewhere(node)


def _allowed(node: Node | None, context: Context, names: tuple[str, ...]) -> Converted | None:
    """That nothing is asked for, where an empty password is allowed and none is given."""
    switch = child(node, "environment", "ALLOW_EMPTY_PASSWORD")
    is_on = switch is not None and context.resolve(switch.text).text.casefold() in TRUE
    return Converted(value=False, node=switch) if is_on and not first_given(node, context, names) else None


CONVERSIONS: Mapping[str, Conversion] = {
    "bitnami_postgresql_authentication": postgresql_authentication,
    "bitnami_mongodb_authentication": mongodb_authentication,
    "sql_server_authentication": sql_server_authentication,
    "sql_server_tls": sql_server_tls,
    "minio_password": minio_password,
}
