"""URLs of data stores that clients other than Java's are given: `redis://…`, `postgres://…`, `mongodb://…`.

Sources: IANA, "redis" and "rediss" URI schemes; libpq, "Connection URIs" (`sslmode`); MongoDB, "Connection
Strings" (`tls`, and `mongodb+srv`, which switches it on).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.beside import settings_beside
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.convert.secrets import given

STORE_URL = re.compile(r"(rediss?|mongodb(?:\+srv)?|postgres(?:ql)?|mysql|mariadb)://", re.IGNORECASE)

_ENGINES = {"rediss": "redis", "mongodb+srv": "mongodb", "postgres": "postgresql"}
_OPEN_BY_DEFAULT = ("redis", "mongodb")  # without a password in the URL these clients give none
_PASSWORD = re.compile(r"\w[\w+]*://(?:[^:@/?]*:)?([^@/?]+)@")
_USER_ALONE = re.compile(r"\w[\w+]*://[^:@/?]+@")
_MODE = re.compile(r"[?&](?:sslmode|ssl-mode|tls|ssl)=([\w-]+)", re.IGNORECASE)
_MODES = {
    **dict.fromkeys(("disable", "disabled", "false", "0"), False),
    **dict.fromkeys(
        ("require", "required", "verify-ca", "verify_ca", "verify-full", "verify_identity"), True
    ),
    **dict.fromkeys(("true", "1"), True),
}


def store_engine(node: Node | None, _context: Context) -> Converted | None:
    """The product by the URL's scheme: `postgresql` for `postgres://…`."""
    scheme = _scheme(node)
    return Converted(_ENGINES.get(scheme, scheme), node) if scheme else None


def store_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether a password goes with the URL: inside it or in a setting beside it."""
    engine = store_engine(node, context)
    if node is None or engine is None:
        return None
    if _PASSWORD.match(node.text) and (engine.value == "redis" or not _USER_ALONE.match(node.text)):
        return Converted(value=True, node=node)
    beside = settings_beside(node, context.tree).items()
    passwords = (one for name, one in beside if str(engine.value) in name and name.endswith("password"))
    said = next((found for one in passwords if (found := given(one, context))), None)
    if said is not None or engine.value not in _OPEN_BY_DEFAULT:
        return said
    return Converted(value=False, node=node, note="no password in the URL")


def store_tls(node: Node | None, _context: Context) -> Converted | None:
    """Whether the URL asks for TLS and takes nothing less."""
    scheme = _scheme(node)
    if node is None or not scheme:
        return None
    if scheme in ("redis", "rediss"):
        return Converted(scheme == "rediss", node, f"{scheme}:")
    mode = _MODE.search(node.text)
    if mode is not None:
        known = _MODES.get(mode[1].casefold())
        said = mode[0][1:]
        return (
            Converted(known, node, said) if known is not None else unresolved(node, f"{said} may fall back")
        )
    if scheme == "mongodb+srv":
        return Converted(value=True, node=node, note=f"{scheme}:")
    return unresolved(node, "no sslmode or tls in the URL: the client's default decides")


def _scheme(node: Node | None) -> str:
    match = STORE_URL.match(node.text) if node is not None else None
    return "" if match is None else match[1].casefold()


CONVERSIONS: Mapping[str, Conversion] = {
    "store_engine": store_engine,
    "store_authentication": store_authentication,
    "store_tls": store_tls,
}
