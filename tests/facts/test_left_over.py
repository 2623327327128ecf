"""What a source might have read of a file and did not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reglint.facts.left_over import LeftOver, joined
from reglint.pipeline.source_test import see_file
from reglint.report.source_seen import FileSeen

AWS = """\
resource "aws_db_instance" "a" { engine = "mysql" }
resource "aws_sns_topic" "b" {}
resource "aws_sns_topic" "c" {}
"""
ADDED = """\
resource "aws_s3_bucket" "a" {}
resource "aws_s3_bucket_logging" "a" {
  bucket        = aws_s3_bucket.a.id
  target_bucket = "logs"
}
resource "aws_lb" "a" {}
resource "aws_s3_object" "a" { bucket = aws_s3_bucket.a.id }
"""
OTHER = """\
resource "tencentcloud_mysql_instance" "a" { root_password = "x" }
resource "tencentcloud_vpc" "a" {}
resource "random_id" "a" {}
"""
COMPOSE = "services:\n  cache: {image: 'redis:7'}\n  db: {image: 'mysql:8'}\n"
MANIFEST = """\
apiVersion: v1
kind: Service
metadata: {name: a}
spec: {type: NodePort, ports: [{port: 80}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: a}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: a}
data: {SPRING_REDIS_HOST: h}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: a}
spec: {template: {spec: {containers: [{name: a, image: a}]}}}
"""
FILES = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  redis.conf: |\n    port 1\n"
LEFT = {
    "resources": ("terraform-aws", "main.tf", AWS, LeftOver(3, {"aws_sns_topic": 2})),
    "what is read through another": ("terraform-aws", "main.tf", ADDED, LeftOver(4, {"aws_s3_object": 1})),
    "other providers": ("terraform", "main.tf", OTHER, LeftOver(3, {"random_id": 1, "tencentcloud_vpc": 1})),
    "services": ("compose", "compose.yaml", COMPOSE, LeftOver(2)),
    "objects": ("kubernetes", "a.yaml", MANIFEST, LeftOver(4, {"ConfigMap": 1, "NetworkPolicy": 1})),
    "files in an object": ("kubernetes", "a.yaml", FILES, LeftOver(1)),
    "a file without parts": ("redis", "redis.conf", "appendonly yes\n", LeftOver()),
    "a file of none": ("terraform-aws", "main.tf", 'variable "a" {}\n', LeftOver()),
}


@pytest.mark.parametrize(("source", "name", "text", "left"), LEFT.values(), ids=LEFT)
def test_what_no_selector_reached_is_counted_by_kind(
    source: str, name: str, text: str, left: LeftOver, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    seen = see_file(file, source)
    assert isinstance(seen, FileSeen)
    assert [one.left for one in seen.sources] == [left]


def test_counts_of_several_files_are_added() -> None:
    several = (LeftOver(3, {"b": 1}), LeftOver(2, {"a": 1, "b": 1}), LeftOver())
    assert joined(several) == LeftOver(5, {"a": 1, "b": 2})
    assert joined(several).read == 2
