"""Calls of modules that are not in the project → the resources that they are known to make.

Sources: the pages of terraform-aws-modules and cloudposse in Terraform's registry: their inputs have the
names of the resources' arguments. What a call does not give is the module's to decide, and open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from reglint.documents.node import Node
from reglint.facts.terraform_bodies import members_of
from reglint.facts.terraform_links import Resource
from reglint.facts.terraform_values import Known, scalar

_REGISTRY = re.compile(r"(?:[\w-]+\.[\w.-]+/)?([\w-]+)/([\w-]+)/([a-z]\w*)(?://([\w/-]+))?")
_GIT = re.compile(
    r"(?:git::)?(?:https://|ssh://|git@)?(?:git@)?github\.com[/:]([\w-]+)/terraform-([a-z]+)-([\w-]+?)"
    r"(?:\.git)?(?://([\w/-]+))?(?:\?.*)?"
)
DECIDED_BY = "the default of "
"""How an open value begins that a module decides which is not in the project."""

_SWITCHES = ("create", "create_db_instance", "create_cluster", "create_bucket", "create_replication_group")


@dataclass(frozen=True, slots=True)
class _Made:
    """A resource that a module makes: its type, arguments of it that are inputs of the same name, and others.

    `below` are arguments that stand in a block of their own: by block, the argument in it and the input.
    `owner` is the argument that names another resource of the module, of the type `owned`.
    """

    kind: str
    inputs: tuple[str, ...]
    optional: tuple[str, ...] = ()
    below: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    owner: str = ""
    owned: str = ""


_STORE = ("engine", "storage_encrypted", "backup_retention_period", "deletion_protection")
_COPIES = ("snapshot_identifier", "replicate_source_db", "restore_to_point_in_time", "engine_mode")
_LOGS = ("enabled_cloudwatch_logs_exports", "replication_source_identifier", "global_cluster_identifier")
_CACHE = _Made(
    "aws_elasticache_replication_group",
    (
        "engine",
        "transit_encryption_enabled",
        "at_rest_encryption_enabled",
        "snapshot_retention_limit",
        "auth_token",
    ),
    ("user_group_ids", "snapshot_arns", "snapshot_name", "global_replication_group_id"),
)
_BUCKET = (
    _Made(
        "aws_s3_bucket",
        ("acl",),
        below={"versioning": ("enabled", "versioning"), "logging": ("target_bucket", "logging")},
    ),
    _Made(
        "aws_s3_bucket_public_access_block",
        ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"),
        owner="bucket",
        owned="aws_s3_bucket",
    ),
)
_TABLE = _Made(
    "aws_dynamodb_table",
    ("deletion_protection_enabled",),
    below={"point_in_time_recovery": ("enabled", "point_in_time_recovery_enabled")},
)
_CLUSTER = (
    _Made("aws_rds_cluster", _STORE, (*_COPIES, *_LOGS)),
    _Made(
        "aws_rds_cluster_instance",
        ("publicly_accessible",),
        owner="cluster_identifier",
        owned="aws_rds_cluster",
    ),
)
_LISTENER = _Made("aws_lb_listener", ("port", "protocol"), owner="load_balancer_arn", owned="aws_lb")
_KNOWN: Mapping[str, tuple[_Made, ...]] = {
    "terraform-aws-modules/rds/aws": (
        _Made("aws_db_instance", (*_STORE, "publicly_accessible"), (*_COPIES, *_LOGS)),
    ),
    "terraform-aws-modules/rds-aurora/aws": _CLUSTER,
    "terraform-aws-modules/elasticache/aws": (_CACHE,),
    "cloudposse/elasticache-redis/aws": (_CACHE,),
    "terraform-aws-modules/s3-bucket/aws": _BUCKET,
    "terraform-aws-modules/dynamodb-table/aws": (_TABLE,),
    "terraform-aws-modules/alb/aws": (_Made("aws_lb", ("internal",)), _LISTENER),
    "terraform-aws-modules/kms/aws": (
        _Made("aws_kms_key", ("enable_key_rotation",), ("rotation_period_in_days",)),
    ),
    "terraform-aws-modules/cloudwatch/aws//modules/log-group": (
        _Made("aws_cloudwatch_log_group", ("retention_in_days",)),
    ),
}
_KINDS = (
    (
        "datastore",
        re.compile(
            r"rds|aurora|mysql|postgres\w*|mariadb|sql|documentdb|docdb|mongo\w*|redis|elasticache|valkey"
            r"|memcached|memorydb|opensearch|elasticsearch|dynamodb|polardb|kvstore|bucket|kafka|msk|redshift"
        ),
    ),
    ("endpoint", re.compile(r"alb|nlb|elb|slb|lb|balancer")),
    ("stream", re.compile(r"logs?|sls|cloudtrail|actiontrail")),
    ("key", re.compile(r"kms")),
)


def registry_resources(call: Resource) -> Iterator[Resource]:
    """The resources that a call makes, as far as the module is known or its name says what it is."""
    source = _source(call)
    if not source or any(_is_false(call.arguments.get(name)) for name in _SWITCHES):
        return
    for made in _KNOWN.get(source, ()):
        listeners = call.arguments.get("listeners")
        if made is _LISTENER and listeners is not None and members_of(listeners.node):
            yield from _listeners(call, listeners)
        else:
            yield _resource(call, made)
    if source not in _KNOWN:
        yield from _of_some_kind(call, source)


def _source(call: Resource) -> str:
    said = call.arguments.get("source")
    text = said.node.text if said is not None else ""
    found = _REGISTRY.fullmatch(text)
    if found is not None:
        owner, name, provider, inner = found.groups()
    else:
        found = _GIT.fullmatch(text)
        if found is None:
            return ""
        owner, provider, name, inner = found.groups()
    return f"{owner}/{name}/{provider}" + (f"//{inner}" if inner else "")


def _is_false(known: Known | None) -> bool:
    return known is not None and known.node.text == "false"


def _of_some_kind(call: Resource, source: str) -> Iterator[Resource]:
    words = re.split(r"[-/_]", source.partition("/")[2])
    kind = next((kind for kind, pattern in _KINDS if any(map(pattern.fullmatch, words))), "")
    if kind:
        yield replace(call, kind=f"elsewhere_{kind}", arguments={})


def _resource(call: Resource, made: _Made) -> Resource:
    found = {name: _given(call, name) for name in made.inputs}
    found |= {name: call.arguments[name] for name in made.optional if name in call.arguments}
    for block, (name, source) in made.below.items():
        found[block] = _in_block(_given(call, source), name)
    if made.owner:
        found[made.owner] = Known(_at(call, f"{call.address}.{made.owned}.this"))
    return _under(call, made.kind, "this", found)


def _under(call: Resource, kind: str, name: str, found: Mapping[str, Known]) -> Resource:
    return replace(call, kind=kind, address=f"{call.address}.{kind}.{name}", arguments=found)


def _listeners(call: Resource, said: Known) -> Iterator[Resource]:
    balancer = Known(_at(call, f"{call.address}.aws_lb.this"))
    for name, one in members_of(said.node).items():
        members = dict(members_of(one))
        redirect = members.pop("redirect", None)
        if redirect is not None:
            kind = scalar(redirect, "${rules}" if "rules" in members else "redirect")
            action = {"type": kind, "redirect": replace(redirect, value=(redirect,), text="")}
            whole = replace(redirect, value=action, text="")
            members["default_action"] = replace(redirect, value=(whole,), text="")
        found = {key: replace(said, node=inner) for key, inner in members.items()}
        yield _under(call, _LISTENER.kind, name, {**found, _LISTENER.owner: balancer})


def _given(call: Resource, name: str) -> Known:
    known = call.arguments.get(name)
    if known is None or known.node.value is None:
        return Known(_at(call, f"{DECIDED_BY}{call.address}"))
    return known


def _in_block(known: Known, name: str) -> Known:
    """An input as the only block of its kind; what it does not say of an argument is open."""
    if isinstance(known.node.value, Mapping):
        open_one = scalar(known.node, f"${{{name}}}")
        members = {name: open_one, **known.node.value}
    elif isinstance(known.node.value, tuple):
        return known
    else:
        members = {name: known.node}
    block = replace(known.node, value=members, text="")
    return replace(known, node=replace(known.node, value=(block,), text=""))


def _at(call: Resource, words: str) -> Node:
    """An open value at the place of the call."""
    line, column = call.body.key_line, call.body.key_column
    at = replace(call.body, line=line, column=column, end_line=line, end_column=column + 1, length=0)
    return scalar(at, f"${{{words}}}")
