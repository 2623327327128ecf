"""What resources of Alibaba Cloud say where one argument alone does not: encryption, exposure, logs, keys.

Source: Terraform, the Alibaba Cloud provider's pages of each resource.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.convert.spring import NEVER, UNLIMITED
from reglint.facts.convert.terraform import (
    added,
    days,
    is_given,
    loose,
    never_rotated,
    read,
    resource,
    switch,
)
from reglint.facts.terraform_bodies import members_of
from reglint.facts.terraform_values import reference_of
from reglint.facts.tree import child, text_of
from reglint.model.duration import DAY, HOUR, MINUTE, SECOND, Duration, DurationKind

_FOR_EVER = "3650"
_ANYWHERE = ("0.0.0.0/0", "::/0")
_INTERVAL = re.compile(r"(\d{1,9})([dhms])")
_UNITS = {"d": DAY, "h": HOUR, "m": MINUTE, "s": SECOND}
_CONNECTIONS = (
    "alicloud_db_connection",
    "alicloud_kvstore_connection",
    "alicloud_mongodb_public_network_address",
    "alicloud_gpdb_connection",
    "alicloud_adb_connection",
    "alicloud_polardb_endpoint_address",
)
_SCHEDULE = re.compile(r"I\|\d{1,12}\|P?(?:(\d{1,4})D|T(\d{1,4})H)")
_FILES_ENCRYPTED = {"0": False, "1": True, "2": True}
_KEYS = {"HSM": "hardware_module", "SOFTWARE": "key_service"}


def encrypted(node: Node | None, context: Context) -> Converted | None:
    """Whether the disk of an instance has a key, or transparent encryption is on."""
    members = members_of(node)
    key = is_given(members.get("encryption_key"), context)
    found = switch(members.get("tde_status"), context)
    return key if key is not None and key.value is not False and (found is None or not found.value) else found


def exposure(node: Node | None, _context: Context) -> Converted | None:
    """`public` where an address on the internet is made for an instance; nothing where none is seen."""
    found = next((one for kind in _CONNECTIONS for one in added(node, kind)), None)
    return None if found is None else Converted("public", found)


def log_retention(node: Node | None, context: Context) -> Converted | None:
    """A log store's days; 3650 of them mean that nothing is ever deleted."""
    if node is not None and node.text == _FOR_EVER:
        return Converted(NEVER, node, shown=UNLIMITED)
    return read(node, context, days)


def redirect_only(node: Node | None, context: Context) -> Converted | None:
    """False for a listener that forwards; unresolved where rules of its own, or it, do something else."""
    rules = added(node, "alicloud_alb_rule")
    if rules or (node is not None and loose(context.tree, "alicloud_alb_rule")):
        return unresolved(rules[0] if rules else node, "rules of the listener may redirect")
    kind = child(node, "default_actions", "type")
    return read(kind, context, lambda text: False if text == "ForwardGroup" else None)


def schedule(node: Node | None, context: Context) -> Converted | None:
    """The time between two backups of a plan: `I|1602673264|PT2H`, `I|1602673264|P1D`."""
    return read(node, context, _between)


def vault_immutable(node: Node | None, context: Context) -> Converted | None:
    """Whether nothing in the vault of a plan can be changed; nothing is known of one that does not say."""
    vault = resource(context.tree, reference_of(node)) if node is not None else None
    if vault is None:
        return None if node is None else unresolved(node, "the vault is not in the files")
    return switch(child(vault, "worm_enabled"), context)


def files_encrypted(node: Node | None, context: Context) -> Converted | None:
    """Whether a file system is encrypted, with whatever key."""
    return read(node, context, _FILES_ENCRYPTED.get)


def disk_encrypted(node: Node | None, context: Context) -> Converted | None:
    """Whether disks are encrypted: by a key, or as their type says."""
    key = is_given(child(node, "encryption_key"), context)
    return key or read(child(node, "encryption_type"), context, lambda text: text == "CloudDisk" or None)


def key_store(node: Node | None, context: Context) -> Converted | None:
    """Where a key is: in a hardware module, or in the service's software."""
    return read(node, context, _KEYS.get)


def key_rotation(node: Node | None, context: Context) -> Converted | None:
    """How often a key is changed: its interval where rotation is on, else never."""
    if node is None:
        return None
    on = switch(child(node, "automatic_rotation"), context)
    if on is None or on.value is False:
        return never_rotated(on)
    return on if on.value is not True else read(child(node, "rotation_interval"), context, _interval)


def denies_by_default(node: Node | None, context: Context) -> Converted | None:
    """False where a rule of a security group lets everything in from anywhere; a group alone refuses."""
    if node is None:
        return None
    for rule in added(node, "alicloud_security_group_rule"):
        source = child(rule, "cidr_ip") or child(rule, "ipv6_cidr_ip")
        if source is not None and source.text in _ANYWHERE and _lets_everything_in(rule):
            return Converted(value=False, node=source)
    if loose(context.tree, "alicloud_security_group_rule"):
        return unresolved(node, "a rule of a group that the files do not say may be for it")
    return Converted(value=True, node=node)


def _lets_everything_in(rule: Node) -> bool:
    is_accepted = text_of(rule, "policy") in ("", "accept")
    return text_of(rule, "type") == "ingress" and is_accepted and text_of(rule, "ip_protocol") == "all"


def _between(text: str) -> Duration | None:
    match = _SCHEDULE.fullmatch(text)
    if match is None:
        return None
    days_between, hours = match.groups()
    return Duration(DurationKind.EXACT, int(days_between) * DAY if days_between else int(hours) * HOUR)


def _interval(text: str) -> Duration | None:
    match = _INTERVAL.fullmatch(text)
    return None if match is None else Duration(DurationKind.EXACT, int(match[1]) * _UNITS[match[2]])


CONVERSIONS: Mapping[str, Conversion] = {
    "alicloud_encrypted": encrypted,
    "alicloud_exposure": exposure,
    "alicloud_log_retention": log_retention,
    "alicloud_redirect_only": redirect_only,
    "alicloud_schedule": schedule,
    "alicloud_vault_immutable": vault_immutable,
    "alicloud_files_encrypted": files_encrypted,
    "alicloud_disk_encrypted": disk_encrypted,
    "alicloud_key_store": key_store,
    "alicloud_key_rotation": key_rotation,
    "alicloud_denies_by_default": denies_by_default,
}
