"""Modules of Terraform as they are put together: what variables, calls and expressions come to, and where."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.facts.terraform_texts import PLAN

from reglint.documents.hcl import read_hcl
from reglint.documents.json import read_json
from reglint.documents.lookup import plain
from reglint.facts.collect import Collected
from reglint.facts.terraform import terraform
from reglint.model.fact import Fact, Unknown
from reglint.model.verdict import Reason

Seen = Callable[..., list[str]]


CollectFiles = Callable[..., Collected]


SECRET = "secrets[name=module.db.aws_db_instance.main.0.password]"


ENCRYPTED = 'resource "aws_db_instance" "a" {\n  storage_encrypted = %\n}\n'


MODULE = 'variable "encrypted" {}\nvariable "days" { default = 7 }\n' + ENCRYPTED.replace(
    "%", "var.encrypted\n  backup_retention_period = var.days"
)


def encryption(seen: Seen, files: dict[str, str]) -> list[str]:
    """What is seen of encryption, without the name of the fact."""
    lines = [line for line in seen(files, "datastores") if "].encrypted = " in line]
    return [line.partition("].encrypted = ")[2] for line in lines]


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("true", "true @ 2:23"),
        ('"true"', "true @ 2:23"),
        ('"${true}"', "true @ 2:23"),
        ("null", "false @ 1:28 (product default)"),
        ("!false", "true @ 2:23"),
        ("1 + 2 * 3 == 7", "true @ 2:23"),
        ("10 % 4 > 1 && 3 / 2 < 2 || false", "true @ 2:23"),
        ("-1 >= -2 ? false : var.x", "false @ 2:23"),
        ('contains(["a", "b"], lower("B"))', "true @ 2:23"),
        ('lookup({a = true}, "a", false)', "true @ 2:35"),
        ('lookup({a = true}, "b", false)', "false @ 2:23"),
        ('merge({a = false}, {a = true})["a"]', "true @ 2:47"),
        ('length("abc") == tonumber("3")', "true @ 2:23"),
        ("coalesce(null, true)", "true @ 2:23"),
        ('tobool(trimspace(" true "))', "true @ 2:23"),
        ("try(true, false)", "true @ 2:23"),
        ("[true][0]", "? unresolved: an expression is not set in the file @ 2:23"),
        ("aws_kms_key.a.arn != null", "true @ 2:23"),
        ("var.x", "? unresolved: var.x is not set in the file @ 2:23"),
        ("var.x ? true : false", "? unresolved: an expression is not set in the file @ 2:23"),
        (
            "data.aws_kms_key.a.enabled",
            "? unresolved: data.aws_kms_key.a.enabled is not set in the file @ 2:23",
        ),
        ("var.x != null", "? unresolved: an expression is not set in the file @ 2:23"),
        ("1 / 0 == 1", "? unresolved: an expression is not set in the file @ 2:23"),
        ("[for a in b : a][0]", "? unresolved: an expression is not set in the file @ 2:23"),
        ('file("x") == "y"', "? unresolved: an expression is not set in the file @ 2:23"),
        ("a[*].b", "? unresolved: a.b is not set in the file @ 2:23"),
        ("[true]", "? unresolved: one value is wanted here @ 2:3"),
    ],
)
def test_an_expression_comes_to_what_the_file_says(seen: Seen, value: str, wanted: str) -> None:
    assert encryption(seen, {"main.tf": ENCRYPTED.replace("%", value)}) == [wanted]


def test_a_default_of_a_variable_counts_where_it_stands(seen: Seen) -> None:
    files = {"main.tf": ENCRYPTED.replace("%", "var.e"), "vars.tf": 'variable "e" {\n  default = false\n}\n'}
    assert encryption(seen, files) == ["false @ vars.tf:2:13 (unless var.e is set)"]


@pytest.mark.parametrize(
    ("files", "wanted"),
    [
        ({"terraform.tfvars": "e = true\n"}, "true @ terraform.tfvars:1:5"),
        ({"terraform.tfvars.json": '{"e": true}'}, "true @ terraform.tfvars.json:1:7"),
        ({"terraform.tfvars": "e = true\n", "z.auto.tfvars": "e = false\n"}, "false @ z.auto.tfvars:1:5"),
        ({"mine.tfvars": "e = true\n"}, "false @ main.tf:1:28 (unless var.e is set)"),
    ],
    ids=["terraform.tfvars", "json", "a later file", "a file that has to be named"],
)
def test_files_give_values_to_the_variables_of_a_root(seen: Seen, files: dict[str, str], wanted: str) -> None:
    text = 'variable "e" { default = false }\n' + ENCRYPTED.replace("%", "var.e")
    wanted = wanted.replace("main.tf:1:28", "main.tf:1:26")
    assert encryption(seen, {"main.tf": text, **files}) == [wanted]


def test_a_file_named_for_an_environment_gives_its_values_there(seen: Seen) -> None:
    text = 'variable "e" { default = false }\n' + ENCRYPTED.replace("%", "var.e")
    lines = seen({"main.tf": text, "prod.tfvars": "e = true\n"}, "datastores")
    assert [line for line in lines if ".encrypted" in line] == [
        "datastores[name=aws_db_instance.a].encrypted = false @ main.tf:1:26 (unless var.e is set)",
        "prod datastores[name=aws_db_instance.a].encrypted = true @ prod.tfvars:1:5",
    ]


def test_a_local_takes_the_place_of_what_it_names(seen: Seen) -> None:
    text = "locals {\n  db = { encrypted = false }\n  e = local.db.encrypted\n}\n" + ENCRYPTED.replace(
        "%", "local.e"
    )
    assert encryption(seen, {"main.tf": text}) == ["false @ 2:22"]


def test_a_circle_of_locals_is_unresolved(seen: Seen) -> None:
    text = "locals {\n  a = local.b\n  b = local.a\n}\n" + ENCRYPTED.replace("%", "local.a")
    assert encryption(seen, {"main.tf": text}) == ["? unresolved: local.a is not set in the file @ 3:7"]


def test_a_called_module_has_the_values_of_its_caller(seen: Seen) -> None:
    files = {
        "envs/prod/main.tf": 'module "db" {\n  source = "../../db"\n  encrypted = false\n}\n',
        "db/main.tf": MODULE,
    }
    assert [line for line in seen(files, "backup") if "retention" in line or "encrypted" in line] == [
        "prod backup.copies[name=module.db.aws_db_instance.a].retention = 7 days @ db/main.tf:2:29",
        "prod backup.copies[name=module.db.aws_db_instance.a].encrypted = false @ envs/prod/main.tf:3:15",
    ]


def test_each_root_that_calls_a_module_has_its_own_values(collected: CollectFiles) -> None:
    call = 'module "db" {\n  source = "../db"\n  encrypted = %\n}\n'
    files = {
        "a/main.tf": call.replace("%", "true"),
        "b/main.tf": call.replace("%", "false"),
        "db/main.tf": MODULE,
    }
    found = [
        (one.record.component, fact.value)
        for one in collected(files).observations
        if one.into == "datastores[]" and isinstance(fact := one.record.fields["encrypted"], Fact)
    ]
    assert found == [("a", True), ("b", False)]


def test_a_variable_without_a_value_is_unknown_in_a_module_that_nobody_calls(seen: Seen) -> None:
    assert encryption(seen, {"db/main.tf": MODULE}) == [
        "? unresolved: var.encrypted is not set in the file @ 4:23"
    ]


def test_an_output_of_a_module_leads_into_it(seen: Seen) -> None:
    files = {
        "main.tf": (
            'module "bucket" {\n  source = "./bucket"\n}\n'
            'resource "aws_s3_bucket_versioning" "a" {\n  bucket = module.bucket.id\n'
            '  versioning_configuration {\n    status = "Enabled"\n  }\n}\n'
        ),
        "bucket/main.tf": 'resource "aws_s3_bucket" "a" {}\noutput "id" {\n  value = aws_s3_bucket.a.id\n}\n',
    }
    assert "datastores[name=module.bucket.aws_s3_bucket.a].versioned = true @ main.tf:7:14" in seen(files)


def test_an_override_file_outranks_what_it_overrides(seen: Seen) -> None:
    files = {"main.tf": ENCRYPTED.replace("%", "true"), "override.tf": ENCRYPTED.replace("%", "false")}
    assert encryption(seen, files) == ["false @ override.tf:2:23"]


def test_the_json_syntax_is_read_alike(seen: Seen) -> None:
    text = '{"resource": {"aws_s3_bucket": {"a": {"logging": {"target_bucket": "b"}}}}}'
    assert "datastores[name=aws_s3_bucket.a].audited = true @ 1:68" in seen({"main.tf.json": text})


def test_a_broken_file_is_skipped_and_what_it_would_say_is_unknown(collected: CollectFiles) -> None:
    made = collected({"main.tf": 'resource "aws_db_instance" "a" {\n  x = \n}\n', "b.tf": "x = [\n"})
    assert [one.path for one in made.skipped] == ["main.tf", "b.tf"]
    assert {
        fact.value
        for one in made.observations
        for fact in one.record.fields.values()
        if isinstance(fact, Fact)
    } == {Unknown(Reason.UNREADABLE)}


def test_a_broken_file_may_hold_what_adds_to_a_resource(seen: Seen) -> None:
    lines = seen({"main.tf": 'resource "aws_s3_bucket" "a" {}\n', "versions.tf": "x = [\n"})
    assert [line.partition(":")[0] for line in lines if "bucket.a].versioned" in line] == [
        "datastores[name=aws_s3_bucket.a].versioned = ? unresolved"
    ]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("aws_rds_cluster.a.id\n  publicly_accessible = true", "public"),
        ("aws_rds_cluster.a.id\n  publicly_accessible = var.y", "? unresolved: var.y is not set in the file"),
        ("aws_rds_cluster.a.id", "internal"),
        ("var.x", "? unresolved: an instance of a cluster that the files do not say may be of it"),
    ],
)
def test_a_cluster_is_as_open_as_its_instances(seen: Seen, said: str, wanted: str) -> None:
    text = (
        'resource "aws_rds_cluster" "a" {}\n'
        f'resource "aws_rds_cluster_instance" "a" {{\n  cluster_identifier = {said}\n}}\n'
    )
    (line,) = (one for one in seen({"main.tf": text}) if ".exposure = " in one)
    assert line.partition(".exposure = ")[2].partition(" @ ")[0] == wanted


def test_every_file_of_a_module_is_read(collected: CollectFiles) -> None:
    files = {
        "main.tf": ENCRYPTED.replace("%", "true"),
        "vars.tf": 'variable "x" {}\n',
        "terraform.tfvars": "x = 1\n",
    }
    assert [one.path for one in collected(files).read] == ["main.tf", "vars.tf", "terraform.tfvars"]


def test_a_plan_says_what_will_be(seen: Seen) -> None:
    db = "datastores[name=module.db.aws_db_instance.main.0]"
    lines = seen({"plan.json": PLAN})
    assert [line for line in lines if line.startswith((db, "secrets", "datastores[name=aws_s3"))] == [
        f"{db}.engine = mysql @ 15:29",
        f"{db}.authentication = true @ 15:8",
        f"{db}.encrypted = false @ 15:81",
        f"{db}.exposure = ? unresolved: known after apply is not set in the file @ 22:31",
        f"{db}.backed_up = true @ 16:46",
        f"{db}.deletion_protected = false @ 15:8 (product default)",
        "datastores[name=aws_s3_bucket.logs].engine = s3 @ 7:8",
        "datastores[name=aws_s3_bucket.logs].encrypted = true @ 7:8 (product default)",
        "datastores[name=aws_s3_bucket.logs].versioned = true @ 9:59",
        f"{SECRET}.strength = weak @ 15:50 (fewer than 8 characters)",
    ]


def test_changes_alone_are_a_plan() -> None:
    text = (
        '{"format_version": "1.2", "resource_changes": [{"address": "aws_kms_key.a", "mode": "managed", '
        '"type": "aws_kms_key", "change": {"after": {"x": 1, "y": "s"}, "after_sensitive": {"y": true}}}]}'
    )
    assert plain(terraform(read_json(text, "f").roots[0])) == {
        "aws": {"aws_kms_key": {"aws_kms_key.a": {"x": 1, "y": "${sensitive}"}}},
        "@loose": {"aws_kms_key": {"aws_kms_key.a": {"x": 1, "y": "${sensitive}"}}},
    }


@pytest.mark.parametrize("text", ["", "x = 1\n", "resource = 1\n", 'module "a" {}\n', "locals {}\n"])
def test_a_file_without_resources_has_none(text: str) -> None:
    assert plain(terraform(read_hcl(text, "f").roots[0])) == (
        {"@calls": {"blocks": {"module.a": {}}}} if "module" in text else {}
    )


def test_a_secret_variable_is_not_shown_where_no_secret_belongs(seen: Seen) -> None:
    text = 'variable "x" {\n  sensitive = true\n  default = "hunter2"\n}\n' + ENCRYPTED.replace("%", "var.x")
    assert encryption(seen, {"main.tf": text}) == [
        "? unresolved: storage_encrypted is not set in the file @ 3:13"
    ]
