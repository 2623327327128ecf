"""Secrets in clear that configurations of Terraform hold below the arguments of their resources."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

SET = "= set @ {} (8 to 15 characters)"
PLACES = {
    "a map of a secret": (
        'resource "kubernetes_secret" "a" {\n  data = {\n    password = "k7!fQz0p-Wd2m"\n  }\n}\n',
        ["kubernetes_secret.a.data.password", "3:16"],
    ),
    "a map in a block": (
        (
            'resource "aws_lambda_function" "f" {\n  environment {\n    variables = {\n'
            '      DB_PASSWORD = "k7!fQz0p-Wd2m"\n    }\n  }\n}\n'
        ),
        ["aws_lambda_function.f.environment.variables.DB_PASSWORD", "4:21"],
    ),
    "a URL in a map": (
        (
            'resource "aws_lambda_function" "f" {\n  environment {\n    variables = {\n'
            '      DB = "mysql://pay:k7!fQz0p-Wd2m@db/pay"\n    }\n  }\n}\n'
        ),
        ["aws_lambda_function.f.environment.variables.DB", "4:25"],
    ),
    "a container's variable": (
        (
            'resource "aws_ecs_task_definition" "t" {\n  container_definitions = jsonencode([{\n'
            '    name = "app"\n    environment = [\n      { name = "A", value = "b" },\n'
            '      { name = "DB_PASSWORD", value = "k7!fQz0p-Wd2m" },\n    ]\n  }])\n}\n'
        ),
        ["aws_ecs_task_definition.t.container_definitions.environment.DB_PASSWORD", "6:39"],
    ),
    "a setting of a chart": (
        (
            'resource "helm_release" "r" {\n  set {\n    name = "auth.password"\n'
            '    value = "k7!fQz0p-Wd2m"\n  }\n}\n'
        ),
        ["helm_release.r.set.auth.password", "4:13"],
    ),
    "a sensitive setting of a chart": (
        (
            'resource "helm_release" "r" {\n  set_sensitive {\n    name = "auth.x"\n'
            '    value = "k7!fQz0p-Wd2m"\n  }\n}\n'
        ),
        ["helm_release.r.set_sensitive.auth.x", "4:13"],
    ),
    "a local": ('locals {\n  db = { password = "k7!fQz0p-Wd2m" }\n}\n', ["local.db.password", "2:21"]),
}
NONE = {
    "a setting that refers to a secret": 'set {\n    name = "auth.existingSecret"\n    value = "pay-db"\n  }',
    "the name of a secret that is kept elsewhere": (
        'env {\n    value_source {\n      secret_key_ref {\n        secret = "pay-db"\n      }\n    }\n  }'
    ),
    "the number of a key": 'encryption_key = "0e7a-11"',
    "a switch": "manage_master_user_password = true",
    "a variable's name": 'set {\n    name = "a"\n    value = "k7!fQz0p-Wd2m"\n  }',
}


@pytest.mark.parametrize(("text", "wanted"), PLACES.values(), ids=PLACES)
def test_a_secret_is_seen_at_its_place_however_deep(seen: Seen, text: str, wanted: list[str]) -> None:
    name, place = wanted
    assert seen({"main.tf": text}, "secrets") == [f"secrets[name={name}].strength {SET.format(place)}"]


@pytest.mark.parametrize("said", NONE.values(), ids=NONE)
def test_what_only_speaks_of_a_secret_is_none(seen: Seen, said: str) -> None:
    assert seen({"main.tf": f'resource "x_y" "a" {{\n  {said}\n}}\n'}, "secrets") == []


def test_a_secret_that_is_a_number_is_one(seen: Seen) -> None:
    text = 'resource "aws_db_instance" "a" {\n  password = 123456\n}\n'
    assert seen({"main.tf": text}, "secrets") == [
        "secrets[name=aws_db_instance.a.password].strength = weak @ 2:14 (fewer than 8 characters)"
    ]


def test_the_default_of_a_variable_counts_unless_it_is_set(seen: Seen) -> None:
    text = 'variable "api_secret" { default = "k7!fQz0p-Wd2m" }\nvariable "db_password" {}\n'
    assert seen({"main.tf": text}, "secrets") == [
        (
            "secrets[name=var.api_secret].strength = set @ 1:35"
            " (8 to 15 characters; unless var.api_secret is set)"
        )
    ]


def test_a_value_is_one_secret_where_it_is_used(seen: Seen) -> None:
    text = (
        'locals {\n  db_password = "k7!fQz0p-Wd2m"\n}\n'
        'resource "aws_db_instance" "a" {\n  password = local.db_password\n}\n'
    )
    assert seen({"main.tf": text}, "secrets") == [
        f"secrets[name=aws_db_instance.a.password].strength {SET.format('2:17')}"
    ]


def test_a_secret_beside_others_in_a_map_is_known_and_they_are_not_shown(seen: Seen) -> None:
    text = (
        'variable "p_password" { default = "k7!fQz0p-Wd2m" }\nresource "kubernetes_secret" "a" {\n'
        "  data = {\n    password = var.p_password\n    other = var.p_password\n  }\n}\n"
    )
    assert seen({"main.tf": text}, "secrets") == [
        (
            "secrets[name=kubernetes_secret.a.data.password].strength = set @ 1:35"
            " (8 to 15 characters; unless var.p_password is set)"
        )
    ]
