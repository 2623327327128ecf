from __future__ import annotations

import pytest

from reglint.facts.secret_name import folded, names_a_secret, user_names

SECRETS = [
    "password",
    "login-password",
    "loginPassword",
    "MYSQL_ROOT_PASSWORD",
    "fineract_tenants_pwd",
    "RABBITMQ_DEFAULT_PASS",
    "pass",
    "secretKey",
    "jwt-secret-key",
    "accessKeySecret",
    "app-private-key",
    "mch-key",
    "api-v3-key",
    "accessToken",
    "user-password",
    "notify-secret",
    "minio-password",
    "token",
    "GITHUB_TOKEN",
    "NPM_TOKEN",
    "api_token",
    "refreshToken",
    "auth-token",
    "credentials",
    "db-credentials",
]
NONE = [
    "password-length",
    "max-password-age",
    "max-password",
    "reset-password",
    "existingSecret",
    "existing-password-secret",
    "UPDATE_PASSWORD",
    "need-password",
    "ALLOW_EMPTY_PASSWORD",
    "MARIADB_ALLOW_EMPTY_ROOT_PASSWORD",
    "MYSQL_RANDOM_ROOT_PASSWORD",
    "alipay-public-key",
    "public-secret",
    "token-header",
    "token-timeout",
    "token-name",
    "token-style",
    "jwt-token-prefix",
    "tokenizer",
    "is-token",
    "isToken",
    "max-token",
    "tokens",
    "id-token",
    "automountServiceAccountToken",
    "csrf-token",
    "persist-credentials",
    "GOOGLE_APPLICATION_CREDENTIALS",
    "allow-credentials",
    "Access-Control-Allow-Credentials",
    "credentials-file",
    "key",
    "keyPrefix",
    "key-store",
    "private-key-path",
    "compass",
    "",
]


@pytest.mark.parametrize("name", SECRETS)
def test_a_name_of_a_secret(name: str) -> None:
    assert names_a_secret(name)


@pytest.mark.parametrize("name", NONE)
def test_a_name_of_something_else(name: str) -> None:
    assert not names_a_secret(name)


@pytest.mark.parametrize(
    ("above", "wanted"), [("secret", True), ("private", True), ("api", True), ("license", False), ("", False)]
)
def test_a_key_is_a_secret_by_what_is_above_it(above: str, *, wanted: bool) -> None:
    assert names_a_secret("key", above) == wanted


@pytest.mark.parametrize(
    ("name", "user"),
    [
        ("password", "username"),
        ("loginPassword", "loginusername"),
        ("MYSQL_PASSWORD", "mysqluser"),
        ("MONGO_INITDB_ROOT_PASSWORD", "mongoinitdbrootusername"),
        ("MINIO_SECRET_KEY", "minioaccesskey"),
        ("RABBITMQ_DEFAULT_PASS", "rabbitmqdefaultuser"),
        ("fineract_tenants_pwd", "fineracttenantsuid"),
    ],
)
def test_the_user_beside_a_secret(name: str, user: str) -> None:
    assert user in user_names(name)


def test_the_nearest_user_comes_first() -> None:
    names = user_names("login-password")
    assert names.index("loginusername") < names.index("username")


def test_a_folded_name_has_no_case_and_no_signs() -> None:
    assert folded("Data-Source_User.Name") == "datasourceusername"
