"""Buckets of AWS and Alibaba Cloud, whose settings stand in resources of their own, and trails kept in them.

Sources: AWS, "Blocking public access to your Amazon S3 storage", "Managing the lifecycle of objects";
Terraform, pages of `aws_s3_bucket_…` and `alicloud_oss_bucket_…`.
"""

from __future__ import annotations

from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import PRODUCT_DEFAULT, Context, Conversion, Converted, unresolved
from reglint.facts.convert.spring import NEVER, UNLIMITED
from reglint.facts.convert.terraform import added, blocks, days, loose, read, resource, switch
from reglint.facts.terraform_values import is_open, reference_of
from reglint.facts.tree import child
from reglint.model.duration import Duration

_BLOCK = "aws_s3_bucket_public_access_block"
_BLOCKED = ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets")
_LIFECYCLES = {
    "aws_s3_bucket": ("aws_s3_bucket_lifecycle_configuration",),
    "alicloud_oss_bucket": ("alicloud_oss_bucket_lifecycle",),
}
_PUBLIC = ("public-read", "public-read-write")
_ELSEWHERE = "a resource for a bucket that the files do not say may be for it"


def aws_exposure(node: Node | None, context: Context) -> Converted | None:
    """Whether a bucket is open to anyone: closed by a block of public access, open by its ACL."""
    for block in added(node, _BLOCK):
        said = [child(block, name) for name in _BLOCKED]
        if any(one is not None and is_open(one) for one in said):
            return unresolved(block, "what is blocked is not in the files")
        if all(one is not None and one.value is True for one in said):
            return Converted("internal", said[0])
    own = (child(one, "acl") for one in added(node, "aws_s3_bucket_acl"))
    acl = next(own, None) or child(node, "acl")
    found = read(acl, context, lambda text: "public" if text in _PUBLIC else "")
    if found is None or found.value == "":
        return None
    return unresolved(acl, _ELSEWHERE) if loose(context.tree, _BLOCK) else found


def alicloud_exposure(node: Node | None, context: Context) -> Converted | None:
    """Whether a bucket is open to anyone by its ACL, which is private unless it says otherwise."""
    if node is None:
        return None
    own = (child(one, "acl") for one in added(node, "alicloud_oss_bucket_acl"))
    acl = next(own, None) or child(node, "acl")
    found = read(acl, context, lambda text: "public" if text in _PUBLIC else "internal")
    if found is None and loose(context.tree, "alicloud_oss_bucket_acl"):
        return unresolved(node, _ELSEWHERE)
    return found or Converted("internal", None, PRODUCT_DEFAULT)


def aws_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether a bucket asks who comes, by the same: what is public asks nobody."""
    return _asks(aws_exposure(node, context))


def alicloud_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether a bucket asks who comes, by the same: what is public asks nobody."""
    return _asks(alicloud_exposure(node, context))


def aws_versioned(node: Node | None, context: Context) -> Converted | None:
    """Whether a bucket keeps old versions: the resource of its own, or the block inside it."""
    for one in added(node, "aws_s3_bucket_versioning"):
        found = switch(child(one, "versioning_configuration", "status"), context)
        if found is not None:
            return found
    own = switch(child(node, "versioning", "enabled"), context)
    if node is not None and own is None and loose(context.tree, "aws_s3_bucket_versioning"):
        return unresolved(node, _ELSEWHERE)
    return own


def trail_retention(node: Node | None, context: Context) -> Converted | None:
    """How long a trail's bucket keeps what comes into it: the shortest of its lifecycle, or for ever."""
    bucket = resource(context.tree, reference_of(node)) if node is not None else None
    if bucket is None:
        return None if node is None else unresolved(node, "the bucket is not in the files")
    kinds = _LIFECYCLES.get(context.tree.key(context.tree.parent(bucket) or bucket), ())
    rules = [*blocks(bucket, "lifecycle_rule")]
    rules += [rule for kind in kinds for one in added(bucket, kind) for rule in blocks(one, "rule")]
    ends = [one for rule in rules for name in ("expiration", "expirations") for one in blocks(rule, name)]
    if not ends and any(loose(context.tree, kind) for kind in kinds):
        return unresolved(node, _ELSEWHERE)
    found = [read(child(one, "days"), context, days) or unresolved(one, "no days are said") for one in ends]
    open_one = next((one for one in found if not isinstance(one.value, Duration)), None)
    return open_one or min(found, key=_amount, default=Converted(NEVER, bucket, PRODUCT_DEFAULT, UNLIMITED))


def _asks(found: Converted | None) -> Converted | None:
    if found is None or not isinstance(found.value, str):
        return found
    return Converted(found.value == "internal", found.node, found.note)


def _amount(one: Converted) -> int:
    return one.value.amount if isinstance(one.value, Duration) else 0


CONVERSIONS: Mapping[str, Conversion] = {
    "aws_bucket_exposure": aws_exposure,
    "aws_bucket_authentication": aws_authentication,
    "aws_bucket_versioned": aws_versioned,
    "alicloud_bucket_exposure": alicloud_exposure,
    "alicloud_bucket_authentication": alicloud_authentication,
    "terraform_trail_retention": trail_retention,
}
