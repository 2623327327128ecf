"""A folder of Terraform, checked as its owner would."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from subprocess import CompletedProcess

MAIN = """\
module "orders" {
  source    = "../../modules/db"
  password  = "123456"
}
resource "aws_cloudwatch_log_group" "app" {
  retention_in_days = 30
}
resource "aws_lb" "web" {}
resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type = "forward"
  }
}
"""
DATABASE = """\
variable "password" {
  sensitive = true
}
resource "aws_db_instance" "this" {
  engine   = "postgres"
  password = var.password
}
"""


def test_a_breach_stands_at_the_line_that_makes_it(
    project: Callable[[Mapping[str, str]], Path], process: Callable[..., CompletedProcess[str]]
) -> None:
    project({"envs/prod/main.tf": MAIN, "modules/db/main.tf": DATABASE})
    asked = ("--role", "cn:payment_institution", "--set", "platform.mlps_level=3", "--jurisdiction", "cn")
    done = process(sys.executable, "-m", "reglint", "check", ".", *asked, "-f", "json-v1")
    found = json.loads(done.stdout)["findings"]
    assert [
        (one["rule"], one["path"], one["line"]) for one in found if one["verdict"] == "fail" and one["path"]
    ] == [
        ("cn-csl-weak-secrets", "envs/prod/main.tf", 3),
        ("cn-csl-log-retention", "envs/prod/main.tf", 6),
        ("cn-csl-endpoint-encryption-in-transit", "envs/prod/main.tf", 12),
        ("cn-pbocdata-encrypt-in-transit", "envs/prod/main.tf", 12),
    ]
    assert "123456" not in done.stdout
