"""Whether a bucket's policy refuses whoever comes without TLS."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

BUCKET = 'resource "aws_s3_bucket" "a" {}\n'
POLICY = BUCKET + 'resource "aws_s3_bucket_policy" "a" {\n  bucket = aws_s3_bucket.a.id\n  policy = %\n}\n'
STATEMENT = {
    "Effect": '"Deny"',
    "Principal": '"*"',
    "Action": '"s3:*"',
    "Resource": '["${aws_s3_bucket.a.arn}", "${aws_s3_bucket.a.arn}/*"]',
    "Condition": '{ Bool = { "aws:SecureTransport" = "false" } }',
}
REFUSES = "true @ 4:38"
ENCODED = {
    "everything for everybody": ({}, REFUSES),
    "a list of what is false": ({"Condition": '{ Bool = { "aws:SecureTransport" = ["false"] } }'}, REFUSES),
    "AWS principals": ({"Principal": '{ AWS = "*" }', "Action": '["s3:*"]'}, REFUSES),
    "leave": ({"Effect": '"Allow"'}, ""),
    "one principal": ({"Principal": '{ AWS = "arn:aws:iam::1:root" }'}, ""),
    "one action": ({"Action": '"s3:PutObject"'}, ""),
    "the bucket without what it holds": ({"Resource": '"${aws_s3_bucket.a.arn}"'}, ""),
    "what has TLS": ({"Condition": '{ Bool = { "aws:SecureTransport" = "true" } }'}, ""),
    "another condition": ({"Condition": '{ Bool = { "aws:MultiFactorAuthPresent" = "false" } }'}, ""),
    "a second condition": (
        {
            "Condition": '{ Bool = { "aws:SecureTransport" = "false" }, '
            'IpAddress = { "aws:SourceIp" = "10.0.0.0/8" } }'
        },
        "",
    ),
    "no condition": ({"Condition": "{}"}, ""),
}
DOCUMENT = """\
data "aws_iam_policy_document" "a" {
  statement {
    effect    = "%"
    actions   = ["s3:*"]
    resources = ["${aws_s3_bucket.a.arn}/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}
"""
TEXT = """\
<<EOF
{"Statement": [{"Effect": "%", "Principal": "*", "Action": "*",
  "Resource": "${aws_s3_bucket.a.arn}/*", "Condition": {"Bool": {"aws:SecureTransport": false}}}]}
EOF"""


def tls(seen: Seen, text: str) -> str:
    lines = (line for line in seen({"main.tf": text}) if "].tls = " in line)
    return next(lines, "").partition("].tls = ")[2]


@pytest.mark.parametrize(("other", "wanted"), ENCODED.values(), ids=ENCODED)
def test_a_policy_refuses_what_it_denies_everybody_without_tls(
    seen: Seen, other: dict[str, str], wanted: str
) -> None:
    said = ", ".join(f"{name} = {value}" for name, value in (STATEMENT | other).items())
    assert tls(seen, POLICY.replace("%", f"jsonencode({{ Statement = [{{ {said} }}] }})")) == wanted


@pytest.mark.parametrize(("effect", "wanted"), [("Deny", "true @ 4:12"), ("Allow", "")])
def test_a_policy_as_text_is_read(seen: Seen, effect: str, wanted: str) -> None:
    found = tls(seen, POLICY.replace("%", TEXT.replace("%", effect)))
    assert found.partition(" @")[0] == wanted.partition(" @")[0]


@pytest.mark.parametrize(("effect", "wanted"), [("Deny", "true @ 7:3"), ("Allow", "")])
def test_a_policy_document_is_read(seen: Seen, effect: str, wanted: str) -> None:
    said = POLICY.replace("%", "data.aws_iam_policy_document.a.json") + DOCUMENT.replace("%", effect)
    assert tls(seen, said) == wanted


def test_a_document_that_is_made_of_others_may_say_more(seen: Seen) -> None:
    more = DOCUMENT.replace("%", "Allow").replace(
        "  statement {", "  source_policy_documents = [var.x]\n  statement {", 1
    )
    said = POLICY.replace("%", "data.aws_iam_policy_document.a.json") + more
    assert tls(seen, said) == "? unresolved: the policy is not in the files @ 7:3"


def test_a_policy_that_is_elsewhere_is_unknown(seen: Seen) -> None:
    assert tls(seen, POLICY.replace("%", "var.policy")).startswith(
        "? unresolved: the policy is not in the files"
    )


def test_a_bucket_without_a_policy_says_nothing(seen: Seen) -> None:
    assert tls(seen, BUCKET) == ""


def test_a_policy_for_a_bucket_that_nobody_knows_may_be_for_any(seen: Seen) -> None:
    said = POLICY.replace("%", '"{}"').replace("aws_s3_bucket.a.id", "var.bucket")
    assert tls(seen, said).startswith("? unresolved: a policy of a bucket that the files do not say")


def test_a_policy_of_alibaba_cloud_is_read(seen: Seen) -> None:
    said = (
        'resource "alicloud_oss_bucket" "a" { bucket = "a" }\n'
        'resource "alicloud_oss_bucket_policy" "a" {\n  bucket = alicloud_oss_bucket.a.bucket\n'
        '  policy = jsonencode({ Statement = [{ Effect = "Deny", Principal = ["*"], Action = ["oss:*"],\n'
        '    Resource = ["acs:oss:*:*:a/*"],\n'
        '    Condition = { Bool = { "acs:SecureTransport" = ["false"] } } }] })\n}\n'
    )
    assert tls(seen, said) == "true @ 4:38"
