"""Calls of modules that are not in the project: what is known of what they make, and what is open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

OPEN = "? unresolved: the default of module.m is not set in the file @ 1:8"
GONE = "? unresolved: the module is not in the project @ 1:8"


def call(source: str, said: str = "") -> dict[str, str]:
    return {"main.tf": f'module "m" {{\n  source = "{source}"\n  {said}\n}}\n'}


def told(lines: list[str]) -> list[str]:
    """The lines without the names of lists and elements."""
    return [line.partition("].")[2] for line in lines]


@pytest.mark.parametrize(
    ("source", "said", "wanted"),
    [
        ("terraform-aws-modules/rds/aws", "storage_encrypted = false", "encrypted = false @ 3:23"),
        ("terraform-aws-modules/rds/aws", "publicly_accessible = true", "exposure = public @ 3:25"),
        ("terraform-aws-modules/rds/aws", "", f"encrypted = {OPEN}"),
        ("terraform-aws-modules/rds/aws", "storage_encrypted = null", f"encrypted = {OPEN}"),
        ("registry.terraform.io/terraform-aws-modules/rds/aws", "", f"exposure = {OPEN}"),
        (
            "git::https://github.com/terraform-aws-modules/terraform-aws-rds-aurora.git?ref=v8",
            "backup_retention_period = 7",
            "backed_up = true @ 3:29",
        ),
        ("terraform-aws-modules/rds-aurora/aws", "publicly_accessible = true", "exposure = public @ 3:25"),
        ("terraform-aws-modules/elasticache/aws", "", f"authentication = {OPEN}"),
        ("terraform-aws-modules/elasticache/aws", "transit_encryption_enabled = false", "tls = false @ 3:32"),
        (
            "cloudposse/elasticache-redis/aws",
            "at_rest_encryption_enabled = false",
            "encrypted = false @ 3:32",
        ),
        (
            "terraform-aws-modules/s3-bucket/aws",
            "versioning = { enabled = false }",
            "versioned = false @ 3:28",
        ),
        ("terraform-aws-modules/s3-bucket/aws", "versioning = { mfa = true }", "versioned = ? unresolved"),
        ("terraform-aws-modules/s3-bucket/aws", "", f"versioned = {OPEN}"),
        (
            "terraform-aws-modules/dynamodb-table/aws",
            "point_in_time_recovery_enabled = false",
            "backed_up = false @ 3:36",
        ),
        ("terraform-aws-modules/kms/aws", "enable_key_rotation = false", "rotated_every = never @ 3:25"),
        ("terraform-aws-modules/kms/aws", "", f"rotated_every = {OPEN}"),
        (
            "terraform-aws-modules/cloudwatch/aws//modules/log-group",
            "retention_in_days = 30",
            "retention = 30 days @ 3:23",
        ),
        ("terraform-aws-modules/alb/aws", "", f"tls = {OPEN}"),
        ("terraform-alicloud-modules/rds/alicloud", "", f"encrypted = {GONE}"),
        ("terraform-alicloud-modules/sls/alicloud", "", f"retention = {GONE}"),
        ("cloudposse/alb/aws", "", f"tls = {GONE}"),
        ("cloudposse/kms-key/aws", "", f"rotated_every = {GONE}"),
    ],
)
def test_an_input_that_a_call_does_not_give_is_open(seen: Seen, source: str, said: str, wanted: str) -> None:
    assert any(line.startswith(wanted) for line in told(seen(call(source, said))))


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("terraform-aws-modules/vpc/aws", ""),
        ("terraform-aws-modules/rds/aws", "create_db_instance = false"),
        ("terraform-aws-modules/rds/aws", "count = 0"),
        ("./elsewhere", ""),
    ],
)
def test_what_makes_no_store_is_none(seen: Seen, source: str, said: str) -> None:
    assert seen(call(source, said)) == []


def test_a_bucket_is_closed_by_what_a_call_blocks(seen: Seen) -> None:
    names = ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets")
    said = "\n  ".join(f"{name} = true" for name in names)
    lines = told(seen(call("terraform-aws-modules/s3-bucket/aws", said)))
    assert "exposure = internal @ 3:23" in lines


def test_listeners_of_a_balancer_are_told_apart(seen: Seen) -> None:
    said = (
        'listeners = {\n    a = { port = 80, protocol = "HTTP", redirect = { protocol = "HTTPS" } }\n'
        '    b = { port = 443, protocol = "HTTPS", ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06" }\n  }'
    )
    assert seen(call("terraform-aws-modules/alb/aws", said)) == [
        "network.endpoints[server=module.m.aws_lb.this,port=80].tls = false @ 4:33",
        "network.endpoints[server=module.m.aws_lb.this,port=80].redirect_only = true @ 4:65",
        f"network.endpoints[server=module.m.aws_lb.this,port=80].exposure = {OPEN}",
        "network.endpoints[server=module.m.aws_lb.this,port=443].tls = true @ 5:34",
        f"network.endpoints[server=module.m.aws_lb.this,port=443].exposure = {OPEN}",
        "network.endpoints[server=module.m.aws_lb.this,port=443].least_tls = 1.2 @ 5:56",
    ]


def test_a_secret_of_a_call_is_one(seen: Seen) -> None:
    said = 'auth_token = "k7!fQz0p-Wd2m"'
    assert seen(call("cloudposse/elasticache-redis/aws", said), "secrets") == [
        (
            "secrets[name=module.m.aws_elasticache_replication_group.this.auth_token]"
            ".strength = set @ 3:16 (8 to 15 characters)"
        )
    ]
