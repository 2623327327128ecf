"""What one resource of AWS says of another, and what it leaves open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

GROUP = """\
resource "aws_security_group" "db" {}
resource "aws_security_group" "web" {}
resource "aws_security_group_rule" "db" {
  type              = "ingress"
  security_group_id = aws_security_group.db.id
  %
}
"""


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("protocol = -1\n  source_security_group_id = var.sg", "true"),
        ("protocol = -1\n  source_security_group_id = aws_security_group.web.id", "true"),
        ('protocol = -1\n  cidr_blocks = ["0.0.0.0/0"]', "false"),
        ("protocol = -1\n  cidr_blocks = var.all", "?"),
        ('protocol = var.p\n  cidr_blocks = ["::/0"]', "?"),
        ("protocol = tcp\n  cidr_blocks = var.all", "true"),
        ('count = var.n\n  protocol = -1\n  cidr_blocks = ["0.0.0.0/0"]', "?"),
    ],
)
def test_a_rule_is_for_the_group_that_it_names_and_not_for_its_source(
    seen: Seen, said: str, wanted: str
) -> None:
    text = GROUP.replace("%", said.replace("-1", '"-1"').replace("tcp", '"tcp"'))
    lines = [
        line.partition("default_deny = ")[2].split(" ")[0] for line in seen({"main.tf": text}, "network")
    ]
    assert lines == [wanted, "true"]


@pytest.mark.parametrize(
    "said",
    [
        "aws_security_group.a[0].id",
        "one(aws_security_group.a[*].id)",
        'join("", aws_security_group.a.*.id)',
        'element(concat(aws_security_group.a.*.id, [""]), 0)',
        'try(aws_security_group.a[0].id, "")',
    ],
)
def test_a_group_that_is_counted_is_said(seen: Seen, said: str) -> None:
    text = (
        f"locals {{\n  group = {said}\n}}\n"
        'resource "aws_security_group" "a" {\n  count = 1\n}\nresource "aws_security_group" "b" {}\n'
        'resource "aws_security_group_rule" "a" {\n  type = "ingress"\n  protocol = "-1"\n'
        '  security_group_id = local.group\n  cidr_blocks = ["0.0.0.0/0"]\n}\n'
    )
    assert [line.partition("zones")[2] for line in seen({"main.tf": text})] == [
        "[name=aws_security_group.a].default_deny = false @ 12:18",
        "[name=aws_security_group.b].default_deny = true @ 7:31",
    ]


def test_a_bucket_that_logs_are_written_to_is_not_the_one_that_is_logged(seen: Seen) -> None:
    text = (
        'resource "aws_s3_bucket" "a" {}\nresource "aws_s3_bucket" "logs" {}\n'
        'resource "aws_s3_bucket_logging" "a" {\n  bucket = aws_s3_bucket.a.id\n'
        "  target_bucket = aws_s3_bucket.logs.id\n}\n"
    )
    assert [line for line in seen({"main.tf": text}) if "audited" in line] == [
        "datastores[name=aws_s3_bucket.a].audited = true @ 5:19"
    ]


@pytest.mark.parametrize(("parameter", "wanted"), [("server_audit_logging", "true"), ("x", "?")])
def test_an_audit_log_that_is_exported_has_to_be_written(seen: Seen, parameter: str, wanted: str) -> None:
    text = (
        'resource "aws_rds_cluster" "a" {\n  enabled_cloudwatch_logs_exports = ["audit"]\n'
        "  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.a.name\n}\n"
        'resource "aws_rds_cluster_parameter_group" "a" {\n'
        f'  parameter {{\n    name = "{parameter}"\n    value = "1"\n  }}\n}}\n'
    )
    (line,) = (line for line in seen({"main.tf": text}) if ".audited" in line)
    assert line.partition(".audited = ")[2].split(" ")[0] == wanted


@pytest.mark.parametrize(("engine", "wanted"), [("redis", "false"), ("valkey", "?")])
def test_whether_valkey_speaks_tls_by_default_is_not_known(seen: Seen, engine: str, wanted: str) -> None:
    text = f'resource "aws_elasticache_replication_group" "a" {{\n  engine = "{engine}"\n}}\n'
    (line,) = (line for line in seen({"main.tf": text}) if ".tls" in line)
    assert line.partition(".tls = ")[2].split(" ")[0] == wanted
