"""What resources of Google Cloud say where one argument alone does not: databases, buckets, keys.

Sources: Terraform, the Google provider's pages of each resource; Google, "Configure SSL/TLS certificates" of
Cloud SQL, "Public access prevention", "Key rotation" of Cloud KMS.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.convert.terraform import added, is_on, never_rotated, read
from reglint.facts.terraform_bodies import each_of, members_of
from reglint.facts.terraform_values import is_open
from reglint.facts.tree import child
from reglint.model.duration import SECOND, Duration, DurationKind

_ENGINES = {"POSTGRES": "postgresql", "MYSQL": "mysql", "SQLSERVER": "sqlserver"}
_DEMANDS = ("ENCRYPTED_ONLY", "TRUSTED_CLIENT_CERTIFICATE_REQUIRED")
_OFFERS = "ALLOW_UNENCRYPTED_AND_ENCRYPTED"
_TLS = {"SERVER_AUTHENTICATION": True, "DISABLED": False}
_MEMBERS = ("google_storage_bucket_iam_member", "google_storage_bucket_iam_binding")
_ANYONE = ("allUsers", "allAuthenticatedUsers")
_KEYS = {"HSM": "hardware_module", "SOFTWARE": "key_service"}
_PERIOD = re.compile(r"(\d{1,10})(?:\.\d{1,9})?s")
_SYMMETRIC = "ENCRYPT_DECRYPT"


def engine(node: Node | None, context: Context) -> Converted | None:
    """A database's product by its version: `POSTGRES_15`."""
    return read(node, context, lambda text: _ENGINES.get(text.partition("_")[0]))


def demands_tls(node: Node | None, context: Context) -> Converted | None:
    """Whether a database refuses connections without TLS: by its mode, else by the older switch."""
    found = read(child(node, "ssl_mode"), context, _mode) or read(child(node, "require_ssl"), context, is_on)
    if found is None or found.value is not False:
        return found
    return unresolved(found.node, "connections with and without TLS are taken")


def cache_tls(node: Node | None, context: Context) -> Converted | None:
    """Whether a cache encrypts connections, by the mode of encryption in transit."""
    return read(node, context, _TLS.get)


def bucket_exposure(node: Node | None, _context: Context) -> Converted | None:
    """`public` where anyone is a member, `internal` where that is prevented; else nothing is said."""
    prevention = child(node, "public_access_prevention")
    if prevention is not None and prevention.text == "enforced":
        return Converted("internal", prevention)
    if prevention is not None and is_open(prevention):
        return unresolved(prevention, "whether public access is prevented is not in the files")
    members = [
        member
        for kind in _MEMBERS
        for one in added(node, kind)
        for name in ("member", "members")
        for member in each_of(members_of(one).get(name))
    ]
    anyone = next((one for one in members if one.text in _ANYONE), None)
    return None if anyone is None else Converted("public", anyone)


def bucket_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether a bucket asks who comes, by the same: what is public asks nobody."""
    found = bucket_exposure(node, context)
    if found is None or not isinstance(found.value, str):
        return found
    return Converted(found.value == "internal", found.node)


def key_rotation(node: Node | None, context: Context) -> Converted | None:
    """How often a symmetric key is changed; never without a period. Others are not changed by the service."""
    purpose = child(node, "purpose")
    if node is None or (purpose is not None and purpose.text != _SYMMETRIC):
        return None
    return read(child(node, "rotation_period"), context, _period) or never_rotated(None)


def key_store(node: Node | None, context: Context) -> Converted | None:
    """Where a key is: in a hardware module, or in the service's software."""
    return read(node, context, _KEYS.get)


def _mode(text: str) -> bool | None:
    return True if text in _DEMANDS else False if text == _OFFERS else None


def _period(text: str) -> Duration | None:
    match = _PERIOD.fullmatch(text)
    return None if match is None else Duration(DurationKind.EXACT, int(match[1]) * SECOND)


CONVERSIONS: Mapping[str, Conversion] = {
    "google_engine": engine,
    "google_demands_tls": demands_tls,
    "google_cache_tls": cache_tls,
    "google_bucket_exposure": bucket_exposure,
    "google_bucket_authentication": bucket_authentication,
    "google_key_rotation": key_rotation,
    "google_key_store": key_store,
}
