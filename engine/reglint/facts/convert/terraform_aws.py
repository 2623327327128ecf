"""What resources of AWS say where one argument alone does not: stores, schedules, keys, security groups.

Sources: Terraform, the AWS provider's pages of each resource; AWS, "Encrypting Amazon RDS resources" (a copy
is encrypted as its source), ElastiCache "CreateReplicationGroup", EventBridge "Schedule expressions", KMS
"Rotate AWS KMS keys".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from reglint.documents.node import Node
from reglint.facts.convert.context import PRODUCT_DEFAULT, Context, Conversion, Converted, unresolved
from reglint.facts.convert.terraform import (
    added,
    blocks,
    days,
    is_given,
    is_on,
    is_positive,
    loose,
    never_rotated,
    public_if_on,
    read,
    resource,
    switch,
)
from reglint.facts.terraform_bodies import each_of, members_of
from reglint.facts.terraform_values import is_open, reference_of
from reglint.facts.tree import child, text_of
from reglint.model.duration import DAY, HOUR, Duration, DurationKind

_COPIES = (
    "replicate_source_db",
    "snapshot_identifier",
    "restore_to_point_in_time",
    "replication_source_identifier",
    "global_cluster_identifier",
    "global_replication_group_id",
    "snapshot_arns",
    "snapshot_name",
)
_GROUP_RULES = ("aws_vpc_security_group_ingress_rule", "aws_security_group_rule")
_ANYWHERE = ("0.0.0.0/0", "::/0")
_SOURCES = ("cidr_blocks", "ipv6_cidr_blocks", "cidr_ipv4", "cidr_ipv6")
_GROUPS = ("db_cluster_parameter_group_name", "parameter_group_name")
_WRITES_AUDIT = ("server_audit_logging", "audit_logs")
_DEMANDS_TLS = ("rds.force_ssl", "require_secure_transport", "tls", "require_ssl")
_RATE = re.compile(r"rate\((\d{1,4}) (hour|day)s?\)")
_CRON = re.compile(r"cron\(\S+ (\S+) (\S+) (\S+) (\S+) \S+\)")
_ANY = ("*", "?")
_WEEK = Duration(DurationKind.EXACT, 7 * DAY)
_YEAR = Duration(DurationKind.EXACT, 365 * DAY)


def encrypted(node: Node | None, context: Context) -> Converted | None:
    """The switch of encryption; without it on for a serverless cluster, unresolved for a copy."""
    if node is not None and node.value is not None:
        return switch(node, context)
    members = members_of(context.each)
    source = next((members[name] for name in _COPIES if name in members), None)
    if source is not None and source.value is not None:
        return unresolved(source, "a copy is encrypted as what it is made from")
    mode = child(context.each, "engine_mode")
    return Converted(value=True, node=mode) if mode is not None and mode.text == "serverless" else None


def cluster_exposure(node: Node | None, context: Context) -> Converted | None:
    """`public` where one of a cluster's instances is; unresolved where one may be."""
    members = added(node, "aws_rds_cluster_instance")
    found = [public_if_on(child(one, "publicly_accessible"), context) for one in members]
    known = [one for one in found if one is not None]
    public = next((one for one in known if one.value == "public"), None)
    unsaid = next((one for one in known if one.value != "internal"), None)
    if (
        public is None
        and unsaid is None
        and node is not None
        and loose(context.tree, "aws_rds_cluster_instance")
    ):
        return unresolved(node, "an instance of a cluster that the files do not say may be of it")
    return public or unsaid or next(iter(known), None)


def cache_switch(node: Node | None, context: Context) -> Converted | None:
    """A switch of ElastiCache; without it on for Valkey, off for Redis, unresolved for a copy."""
    engine = child(context.each, "engine")
    if (node is None or node.value is None) and engine is not None:
        if is_open(engine):
            return unresolved(engine, "the engine is not in the files")
        if engine.text == "valkey":
            return Converted(value=True, node=engine, note=PRODUCT_DEFAULT)
    return encrypted(node, context)


def cache_transit(node: Node | None, context: Context) -> Converted | None:
    """The switch of TLS at a cache; without it off for Redis, unresolved for Valkey and for a copy."""
    engine = child(context.each, "engine")
    if (node is None or node.value is None) and engine is not None and engine.text == "valkey":
        return unresolved(engine, "the file does not say whether Valkey is to use TLS")
    return cache_switch(node, context)


def cache_authentication(node: Node | None, context: Context) -> Converted | None:
    """Whether a cache asks for a token, or for a user of a group."""
    token = is_given(child(node, "auth_token"), context)
    groups = members_of(node).get("user_group_ids")
    if groups is not None and groups.value:
        return Converted(value=True, node=groups)
    return token if token is None else replace(token, is_secret=True)


def backed_up(node: Node | None, context: Context) -> Converted | None:
    """Whether a store backs itself up; where it does not, a backup plan of the project may cover it."""
    is_switch = node is not None and isinstance(node.value, bool)
    found = switch(node, context) if is_switch else is_positive(node, context)
    is_off = context.each.value is not None and (found is None or found.value is False)
    if is_off and "aws_backup_selection" in members_of(members_of(context.tree.root).get("aws")):
        return unresolved(node, "a backup plan may cover it")
    return found


def audited(node: Node | None, context: Context) -> Converted | None:
    """Whether an audit log is written and exported; that it is exported alone makes none."""
    items = node.value if node is not None and isinstance(node.value, tuple) else ()
    exported = next((one for one in items if one.text == "audit"), None)
    if exported is None:
        return None
    said = (parameter_on(members_of(context.each).get(name), context, _WRITES_AUDIT) for name in _GROUPS)
    written = next(filter(None, said), None)
    if written is None:
        return unresolved(
            exported, "the audit log is exported; whether anything is written into it is not said"
        )
    return Converted(value=True, node=written)


def demands_tls(node: Node | None, context: Context) -> Converted | None:
    """True where a parameter group of a database makes it refuse connections without TLS."""
    found = parameter_on(node, context, _DEMANDS_TLS)
    return None if found is None else Converted(value=True, node=found)


def parameter_on(node: Node | None, context: Context, names: tuple[str, ...]) -> Node | None:
    """The value of the first of some parameters that a parameter group switches on."""
    group = resource(context.tree, reference_of(node)) if node is not None else None
    for one in blocks(group, "parameter"):
        value = child(one, "value")
        if text_of(one, "name") in names and value is not None and is_on(value.text):
            return value
    return None


def schedule(node: Node | None, context: Context) -> Converted | None:
    """The time between two runs of a schedule: `rate(1 day)`, `cron(0 5 * * ? *)`."""
    return read(node, context, _interval)


def rotation(node: Node | None, context: Context) -> Converted | None:
    """How often a key is changed: 365 days unless a period is given, never where rotation is off."""
    if node is None:
        return None
    on = switch(child(node, "enable_key_rotation"), context)
    if on is None or on.value is False:
        return never_rotated(on)
    if on.value is not True:
        return on
    said = read(child(node, "rotation_period_in_days"), context, days)
    return said or Converted(_YEAR, on.node, PRODUCT_DEFAULT)


def denies_by_default(node: Node | None, context: Context) -> Converted | None:
    """False where a security group lets everything in from anywhere; a group without such a rule refuses."""
    if node is None:
        return None
    own = [rule for kind in _GROUP_RULES for rule in added(node, kind)]
    said = [(rule, _lets_all_in(rule)) for rule in (*blocks(node, "ingress"), *own)]
    opening = next((rule for rule, lets_in in said if lets_in), None)
    if opening is not None:
        return Converted(value=False, node=next(one for one in _sources(opening) if one.text in _ANYWHERE))
    unsaid = next((rule for rule, lets_in in said if lets_in is None), None)
    if unsaid is not None:
        return unresolved(unsaid, "whom a rule of the group lets in is not in the files")
    if any(loose(context.tree, kind) for kind in _GROUP_RULES):
        return unresolved(node, "a rule of a group that the files do not say may be for it")
    return Converted(value=True, node=node)


def _lets_all_in(rule: Node) -> bool | None:
    """Whether a rule lets everything in from anywhere; None where it may."""
    protocol = child(rule, "protocol") or child(rule, "ip_protocol")
    sources = list(_sources(rule))
    parts = (
        _is_one(child(rule, "type"), ("", "ingress")),
        _is_one(protocol, ("-1", "all")),
        True
        if any(one.text in _ANYWHERE for one in sources)
        else None
        if any(map(is_open, sources))
        else False,
    )
    return False if False in parts else None if None in parts else True


def _is_one(node: Node | None, words: tuple[str, ...]) -> bool | None:
    if node is not None and is_open(node):
        return None
    return (node.text if node is not None else "") in words


def _sources(rule: Node) -> Iterator[Node]:
    for name in _SOURCES:
        yield from each_of(members_of(rule).get(name))


def _interval(text: str) -> Duration | None:
    rate = _RATE.fullmatch(text)
    if rate is not None:
        return Duration(DurationKind.EXACT, int(rate[1]) * (HOUR if rate[2] == "hour" else DAY))
    cron = _CRON.fullmatch(text)
    if cron is None or cron[3] not in _ANY:
        return None
    hour, day, _, weekday = cron.groups()
    if day not in _ANY:
        return Duration(DurationKind.MONTHS, 1) if day.isdecimal() or day == "L" else None
    if weekday not in _ANY:
        return _WEEK if weekday.isalnum() else None
    return Duration(DurationKind.EXACT, HOUR if hour == "*" else DAY)


CONVERSIONS: Mapping[str, Conversion] = {
    "aws_encrypted": encrypted,
    "aws_cache_switch": cache_switch,
    "aws_cache_transit": cache_transit,
    "aws_cluster_exposure": cluster_exposure,
    "aws_cache_authentication": cache_authentication,
    "aws_backed_up": backed_up,
    "aws_audited": audited,
    "aws_demands_tls": demands_tls,
    "aws_schedule": schedule,
    "aws_key_rotation": rotation,
    "aws_denies_by_default": denies_by_default,
}
