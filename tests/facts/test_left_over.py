"""What a source might have read of a file and did not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reglint.facts.left_over import LeftOver
from reglint.pipeline.source_test import see_file
from reglint.report.source_seen import FileSeen

AWS = """\
resource "aws_db_instance" "a" { engine = "mysql" }
resource "aws_sns_topic" "b" {}
resource "aws_sns_topic" "c" {}
"""
COMPOSE = "services:\n  cache: {image: 'redis:7'}\n  db: {image: 'mysql:8'}\n"
LEFT = [
    ("terraform-aws", "main.tf", AWS, LeftOver(3, {"aws_sns_topic": 2})),
    ("compose", "compose.yaml", COMPOSE, LeftOver(2, {})),
    ("redis", "redis.conf", "appendonly yes\n", LeftOver()),
]


@pytest.mark.parametrize(("source", "name", "text", "left"), LEFT, ids=[row[0] for row in LEFT])
def test_what_no_selector_reached_is_counted_by_kind(
    source: str, name: str, text: str, left: LeftOver, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    seen = see_file(file, source)
    assert isinstance(seen, FileSeen)
    assert [one.left for one in seen.sources] == [left]
