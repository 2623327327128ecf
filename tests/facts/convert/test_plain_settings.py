"""TOML and INI files, and environment files that no compose file names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]
TOML = """\
[master_database]
username = "db_user"
password = "db_pass"
password_length = 12
[jwt]
secret_key = "${JWT_SECRET}"
[locker]
api_key = ""
url = "redis://:k7!fQz0p@cache"
[[users]]
auth_token = "test_admin"
"""
INI = """\
[security]
admin_password = admin
; api_secret = old
secret_key = ${GF_SECURITY_SECRET_KEY}
password =
[smtp]
password = a
password = k7!fQz0p
"""
ENVIRONMENT = """\
# PASSWORD=old
export DB_PASSWORD=123456
DB_URL="mysql://u:k7!fQz0p@db/d"
API_SECRET=$OTHER_SECRET
OTHER_PASSWORD=
"""


def test_a_setting_of_toml_is_a_secret_by_its_name(seen: Seen) -> None:
    assert seen({"config/development.toml": TOML}) == [
        "secrets[name=master_database.password].strength = weak @ 3:12 (fewer than 8 characters)",
        "secrets[name=jwt.secret_key].strength = reference @ 6:14 (read from JWT_SECRET)",
        "secrets[name=users.0.auth_token].strength = weak @ 11:14 (8 to 15 characters)",
        "secrets[name=locker.url].strength = set @ 9:17 (8 to 15 characters)",
    ]


@pytest.mark.parametrize("path", ["config/grafana.ini", "app.cfg"])
def test_a_setting_of_an_ini_file_is_a_secret_by_its_name_and_the_last_one_holds(
    seen: Seen, path: str
) -> None:
    assert seen({path: INI}) == [
        "secrets[name=security.admin_password].strength = default @ 2:18 (fewer than 8 characters)",
        "secrets[name=security.secret_key].strength = reference @ 4:14 (read from GF_SECURITY_SECRET_KEY)",
        "secrets[name=smtp.password].strength = set @ 8:12 (8 to 15 characters)",
    ]


def test_the_credentials_of_a_cloud_are_secrets(seen: Seen) -> None:
    text = "[default]\naws_access_key_id=a\naws_secret_access_key=k7!fQz0pWd2m\n"
    assert seen({".aws/credentials": text}) == [
        "secrets[name=default.aws_secret_access_key].strength = set @ 3:23 (8 to 15 characters)"
    ]


@pytest.mark.parametrize("path", ["deploy/app.env", "deploy/.env", ".env.production"])
def test_a_variable_of_an_environment_file_is_a_secret_by_its_name(seen: Seen, path: str) -> None:
    assert [line.removeprefix("prod ").removeprefix("production ") for line in seen({path: ENVIRONMENT})] == [
        "secrets[name=DB_PASSWORD].strength = weak @ 2:20 (fewer than 8 characters)",
        "secrets[name=API_SECRET].strength = reference @ 4:12 (read from OTHER_SECRET)",
        "secrets[name=DB_URL].strength = set @ 3:19 (8 to 15 characters)",
    ]


@pytest.mark.parametrize(("path", "times"), [("app.env", 1), (".env", 0)])
def test_an_environment_file_of_a_compose_file_is_seen_as_that_uses_it(
    seen: Seen, path: str, times: int
) -> None:
    compose = "services: {a: {image: b, env_file: app.env, environment: {DB_PASSWORD: '${P}'}}}"
    lines = seen({path: "P=root\nAPI_SECRET=root\n", "compose.yml": compose}, "secrets")
    assert len([line for line in lines if line.startswith("secrets[name=API_SECRET]")]) == times


@pytest.mark.parametrize(
    "path",
    [
        *("pyproject.toml", "a/Cargo.toml", "libs.versions.toml", ".gitleaks.toml", "tox.ini", "setup.cfg"),
        *("locale_en-US.ini", "i18n/en.toml", "config.example.toml", "app.sample.ini", "template.toml"),
    ],
)
def test_what_is_no_setting_of_a_program_gives_no_secret(seen: Seen, path: str) -> None:
    assert seen({path: "[a]\npassword = '123456'\n"}) == []


@pytest.mark.parametrize("path", [".env.example", "sample.env", ".env.template", "example.env", ".env.dist"])
def test_an_environment_file_that_shows_what_to_write_gives_no_secret(seen: Seen, path: str) -> None:
    assert seen({path: "DB_PASSWORD=123456\n"}) == []
