"""Resources that count, for_each and dynamic blocks make several times."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]


ENCRYPTED = 'resource "aws_db_instance" "a" {\n  storage_encrypted = %\n}\n'


def encryption(seen: Seen, files: dict[str, str]) -> list[str]:
    """What is seen of encryption, without the name of the fact."""
    lines = [line for line in seen(files, "datastores") if "].encrypted = " in line]
    return [line.partition("].encrypted = ")[2] for line in lines]


def test_a_resource_for_nobody_knows_what_may_be_for_any(seen: Seen) -> None:
    text = 'resource "aws_s3_bucket" "a" {}\nresource "aws_s3_bucket_versioning" "a" {\n  bucket = var.x\n}\n'
    (line,) = (one for one in seen({"main.tf": text}) if ".versioned" in one)
    assert "= ? unresolved: a resource for a bucket that the files do not say" in line


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("count = 0", []),
        ("count = 1", ["true @ 3:23"]),
        ("count = 2", ["true @ 3:23 (one of several)"]),
        ("count = var.x ? 1 : 0", ["true @ 3:23 (if it is made)"]),
        ("for_each = toset([])", []),
        ('for_each = toset(["a"])', ["true @ 3:23"]),
        ("for_each = var.x", ["true @ 3:23 (if it is made)"]),
    ],
)
def test_one_is_kept_of_what_is_made_several_times(seen: Seen, said: str, wanted: list[str]) -> None:
    text = f'resource "aws_db_instance" "a" {{\n  {said}\n  storage_encrypted = true\n}}\n'
    assert encryption(seen, {"main.tf": text}) == wanted


def test_what_each_stands_for_is_known_of_one_element(seen: Seen) -> None:
    text = ENCRYPTED.replace("%", "each.value.e\n  for_each = { a = { e = false } }")
    assert encryption(seen, {"main.tf": text}) == ["false @ 3:26"]


DATABASES = """\
variable "flags" {
  default = { a = false, "b.c" = true }
}
resource "aws_db_instance" "x" {
  %
}
variable "list" { default = [true, false] }
"""


SEVERAL = {
    "a map": (
        "for_each = var.flags\n  storage_encrypted = each.value",
        [".a false @ 2:19 (unless var.flags is set)", ".b.c true @ 2:34 (unless var.flags is set)"],
    ),
    "a map of objects": (
        "for_each = { a = { e = false }, b = { e = true } }\n  storage_encrypted = each.value.e",
        [".a false @ 5:26", ".b true @ 5:45"],
    ),
    "a set": (
        'for_each = toset(["a", "b", "a"])\n  name = each.key\n  storage_encrypted = true',
        [".a true @ 7:23", ".b true @ 7:23"],
    ),
    "a set without a difference": (
        'for_each = toset(["a", "b"])\n  storage_encrypted = true',
        [" true @ 6:23 (one of several)"],
    ),
    "a number": (
        "count = 2\n  storage_encrypted = count.index == 1",
        [".0 false @ 6:23", ".1 true @ 6:23"],
    ),
    "a number of elements in a list": (
        "count = 2\n  storage_encrypted = var.list[count.index]",
        [".0 true @ 8:30 (unless var.list is set)", ".1 false @ 8:36 (unless var.list is set)"],
    ),
    "too many": (
        "count = 51\n  storage_encrypted = count.index == 1",
        [" false @ 6:23 (one of several)"],
    ),
    "a key that nobody knows": (
        "for_each = toset([var.x, var.y])\n  name = each.key\n  storage_encrypted = true",
        [" true @ 7:23 (one of several)"],
    ),
    "a map that nobody knows": (
        "for_each = var.unsaid\n  storage_encrypted = each.value",
        [" ? unresolved: each.value is not set in the file @ 6:23 (if it is made)"],
    ),
    "a set that is not computed": (
        'for_each = toset(concat(["a"], ["b"]))\n  storage_encrypted = true',
        [" true @ 6:23 (if it is made)"],
    ),
}


@pytest.mark.parametrize(("said", "wanted"), SEVERAL.values(), ids=SEVERAL)
def test_every_element_that_the_files_say_is_seen(seen: Seen, said: str, wanted: list[str]) -> None:
    lines = (
        line.removeprefix("datastores[name=aws_db_instance.x").replace("].encrypted =", "")
        for line in seen({"main.tf": DATABASES.replace("%", said)})
        if ".encrypted = " in line and line.startswith("datastores")
    )
    assert list(lines) == wanted


def test_no_address_shows_a_secret(seen: Seen) -> None:
    text = (
        'variable "passwords" {\n  default = ["k7!fQz0p-Wd2m", "k7!fQz0p-Wd2n"]\n}\n'
        'resource "aws_db_instance" "x" {\n  for_each = toset(var.passwords)\n  name = each.key\n}\n'
    )
    assert not any("k7!" in line for line in seen({"main.tf": text}))


def test_a_key_brings_no_brackets_into_a_name(seen: Seen) -> None:
    text = (
        'resource "aws_db_instance" "x" {\n  for_each = { "a,b=[c]" = true, d = false }\n'
        "  storage_encrypted = each.value\n}\n"
    )
    assert [line for line in seen({"main.tf": text}, "datastores") if ".encrypted" in line] == [
        "datastores[name=aws_db_instance.x.a_b__c__].encrypted = true @ 2:28",
        "datastores[name=aws_db_instance.x.d].encrypted = false @ 2:38",
    ]


def test_what_is_added_to_one_element_is_for_that_one(seen: Seen) -> None:
    text = (
        'locals {\n  on = { a = "Enabled", b = "Suspended" }\n}\n'
        'resource "aws_s3_bucket" "x" {\n  for_each = local.on\n  bucket = each.key\n}\n'
        'resource "aws_s3_bucket_versioning" "x" {\n  for_each = local.on\n'
        "  bucket = aws_s3_bucket.x[each.key].id\n"
        "  versioning_configuration {\n    status = each.value\n  }\n}\n"
    )
    assert [line for line in seen({"main.tf": text}) if "versioned" in line] == [
        "datastores[name=aws_s3_bucket.x.a].versioned = true @ 2:14",
        "datastores[name=aws_s3_bucket.x.b].versioned = false @ 2:29",
    ]


def test_a_module_is_seen_as_often_as_it_is_called(seen: Seen) -> None:
    files = {
        "main.tf": (
            'module "db" {\n  source = "./db"\n  for_each = { a = true, b = false }\n  on = each.value\n}\n'
        ),
        "db/main.tf": (
            'variable "on" {}\nresource "aws_db_instance" "x" {\n  storage_encrypted = var.on\n}\n'
        ),
    }
    assert [line for line in seen(files) if "datastores" in line and ".encrypted" in line] == [
        "datastores[name=module.db.a.aws_db_instance.x].encrypted = true @ main.tf:3:20",
        "datastores[name=module.db.b.aws_db_instance.x].encrypted = false @ main.tf:3:30",
    ]


def test_an_output_is_that_of_the_element_which_is_named(seen: Seen) -> None:
    files = {
        "main.tf": (
            'module "m" {\n  source = "./m"\n  for_each = { a = true, b = false }\n  on = each.value\n}\n'
            'resource "aws_db_instance" "x" {\n  storage_encrypted = module.m["b"].on\n}\n'
        ),
        "m/main.tf": 'variable "on" {}\noutput "on" {\n  value = var.on\n}\n',
    }
    assert encryption(seen, files) == ["false @ main.tf:3:30"]


def test_every_block_of_a_dynamic_one_is_written_out(seen: Seen) -> None:
    text = (
        'resource "aws_elb" "a" {\n  dynamic "listener" {\n'
        '    for_each = { "80" = "http", "443" = "https" }\n    content {\n'
        "      lb_port = listener.key\n      lb_protocol = listener.value\n    }\n  }\n}\n"
    )
    assert [line for line in seen({"main.tf": text}) if ".tls" in line] == [
        "network.endpoints[server=aws_elb.a.listener,port=80].tls = false @ 3:25",
        "network.endpoints[server=aws_elb.a.listener.1,port=443].tls = true @ 3:41",
    ]


@pytest.mark.parametrize(
    ("over", "wanted"),
    [
        ("[{ on = true }]", "true @ 3:24"),
        ("[]", "false @ 1:31 (product default)"),
        ("var.x", "? unresolved: dynamic.point_in_time_recovery is not set in the file @ 5:17"),
    ],
)
def test_a_dynamic_block_is_written_out(seen: Seen, over: str, wanted: str) -> None:
    text = (
        'resource "aws_dynamodb_table" "a" {\n  dynamic "point_in_time_recovery" {\n'
        f"    for_each = {over}\n    content {{\n      enabled = point_in_time_recovery.value.on\n"
        "    }\n  }\n}\n"
    )
    line = next(one for one in seen({"main.tf": text}) if ".backed_up = " in one)
    assert line.partition("].backed_up = ")[2] == wanted
