"""What search domains, caches, message brokers and vaults of AWS say where one argument alone does not.

Sources: Terraform, the AWS provider's pages of `aws_opensearch_domain`, `aws_memorydb_cluster`,
`aws_msk_cluster`, `aws_elasticache_replication_group` and `aws_backup_vault_lock_configuration`; AWS Backup,
"Vault lock modes".
"""

from __future__ import annotations

from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import PRODUCT_DEFAULT, Context, Conversion, Converted, unresolved
from reglint.facts.convert.terraform import added, blocks, is_given, loose, read, resource, switch
from reglint.facts.terraform_bodies import members_of
from reglint.facts.terraform_values import is_open, reference_of
from reglint.facts.tree import child, text_of

_OPEN_ACCESS = "open-access"
_ENCRYPTION = {"TLS": True, "PLAINTEXT": False}
_PUBLIC_ACCESS = {"DISABLED": "internal", "SERVICE_PROVIDED_EIPS": "public"}
_LOCK = "aws_backup_vault_lock_configuration"


def search_engine(node: Node | None, context: Context) -> Converted | None:
    """The product of a search domain: by its resource, or by the version that it names."""
    kind = context.tree.parent(node) if node is not None else None
    if kind is None:
        return None
    version = child(node, "engine_version")
    is_older = "elasticsearch" in context.tree.key(kind)
    return read(version, context, _engine) or Converted("elasticsearch" if is_older else "opensearch", node)


def search_authentication(node: Node | None, context: Context) -> Converted | None:
    """True where a domain has users of its own; without them its access policy decides."""
    if node is None:
        return None
    options = child(node, "advanced_security_options")
    found = switch(child(options, "enabled"), context)
    if found is None or found.value is False:
        return unresolved(options or node, "the access policy of the domain decides")
    anyone = switch(child(options, "anonymous_auth_enabled"), context)
    if found.value is not True or anyone is None or anyone.value is False:
        return found
    return Converted(value=False, node=anyone.node) if anyone.value is True else anyone


def search_tls(node: Node | None, context: Context) -> Converted | None:
    """Whether a domain's endpoint demands HTTPS: on in a block of its options that does not say."""
    if node is None:
        return None
    return switch(child(node, "enforce_https"), context) or Converted(
        value=True, node=node, note=PRODUCT_DEFAULT
    )


def search_audited(node: Node | None, context: Context) -> Converted | None:
    """True where a domain publishes its audit log."""
    for one in blocks(node, "log_publishing_options"):
        if text_of(one, "log_type") == "AUDIT_LOGS":
            return switch(child(one, "enabled"), context) or Converted(value=True, node=one)
    return None


def internal_if_there(node: Node | None, _context: Context) -> Converted | None:
    """`internal` for what is put into a private network."""
    return None if node is None or is_open(node) else Converted("internal", node)


def acl_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether the access control list of a cluster asks who comes: all but `open-access` do."""
    if node is not None and node.text == _OPEN_ACCESS:
        return Converted(value=False, node=node)
    return is_given(node, context)


def redshift_audited(node: Node | None, context: Context) -> Converted | None:
    """Whether a cluster logs connections and queries: by a resource of its own, or a block that is on."""
    if node is None:
        return None
    return switch(child(node, "enable"), context) or Converted(value=True, node=node)


def kafka_authentication(node: Node | None, context: Context) -> Converted | None:
    """False where a cluster lets in whoever comes, true where it asks by SASL or certificates."""
    if node is None:
        return None
    anyone = switch(child(node, "unauthenticated"), context)
    if anyone is not None and anyone.value is not False:
        return Converted(value=False, node=anyone.node) if anyone.value is True else anyone
    ways = [child(node, "sasl", "iam"), child(node, "sasl", "scram")]
    found = [one for one in (switch(way, context) for way in ways) if one is not None]
    certificates = members_of(child(node, "tls")).get("certificate_authority_arns")
    if certificates is not None and certificates.value:
        found.append(Converted(value=True, node=certificates))
    on = next((one for one in found if one.value is True), None)
    return on or next((one for one in found if one.value is not False), None)


def kafka_tls(node: Node | None, context: Context) -> Converted | None:
    """Whether clients of a cluster speak TLS; unresolved where it takes both."""
    if node is not None and node.text == "TLS_PLAINTEXT":
        return unresolved(node, "TLS is offered, and connections without it are taken as well")
    return read(node, context, _ENCRYPTION.get)


def kafka_exposure(node: Node | None, context: Context) -> Converted | None:
    """`public` where the brokers of a cluster have addresses on the internet."""
    return read(node, context, _PUBLIC_ACCESS.get)


def cache_replicas(node: Node | None, context: Context) -> Converted | None:
    """How many copies of its primary a cache has: in each group, or all of its clusters but one."""
    return read(child(node, "replicas_per_node_group"), context, _number) or one_less(
        child(node, "num_cache_clusters"), context
    )


def one_less(node: Node | None, context: Context) -> Converted | None:
    """How many others there are beside the first of a number."""
    return read(node, context, lambda text: None if (count := _number(text)) is None else max(count - 1, 0))


def vault_locked(node: Node | None, context: Context) -> Converted | None:
    """Whether nobody can change what is in the vault of a backup plan's rule.

    Only a lock with days in which it may be changed is one in compliance mode.
    """
    vault = resource(context.tree, reference_of(node)) if node is not None else None
    if vault is None:
        return None if node is None else unresolved(node, "the vault is not in the files")
    lock = next(iter(added(vault, _LOCK)), None)
    if lock is not None:
        days = child(lock, "changeable_for_days")
        if days is None:
            return unresolved(lock, "a lock in governance mode can be taken off by whoever may")
        return read(days, context, _is_number)
    if loose(context.tree, _LOCK):
        return unresolved(node, "a lock of a vault that the files do not say may be for it")
    return Converted(value=False, node=vault, note=PRODUCT_DEFAULT)


def _engine(text: str) -> str | None:
    name = text.partition("_")[0].casefold()
    return name if name in ("opensearch", "elasticsearch") else None


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else None  # noqa: PLR2004 - digits


def _is_number(text: str) -> bool | None:
    return True if _number(text) is not None else None


CONVERSIONS: Mapping[str, Conversion] = {
    "aws_search_engine": search_engine,
    "aws_search_authentication": search_authentication,
    "aws_search_tls": search_tls,
    "aws_search_audited": search_audited,
    "terraform_internal_if_there": internal_if_there,
    "aws_acl_authentication": acl_authentication,
    "aws_redshift_audited": redshift_audited,
    "aws_kafka_authentication": kafka_authentication,
    "aws_kafka_tls": kafka_tls,
    "aws_kafka_exposure": kafka_exposure,
    "aws_cache_replicas": cache_replicas,
    "aws_vault_locked": vault_locked,
    "terraform_one_less": one_less,
}
