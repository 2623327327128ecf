"""What looks like a credential, and what does not."""

from __future__ import annotations

import pytest

from reglint.documents.credentials import mask_credentials

MASKED = {
    "redis://:hunter2@cache:6379/0": "redis://‹redacted›@cache:6379/0",
    "postgres://user:p@ss/w@db/x": "postgres://‹redacted›@db/x",
    "https://user@host/": "https://‹redacted›@host/",
    "jdbc:mysql://h:3306/d?user=r&password=xx&ssl=1": "jdbc:mysql://h:3306/d?user=r&password=‹redacted›&ssl=1",
    "MYSQL_ROOT_PASSWORD=root": "MYSQL_ROOT_PASSWORD=‹redacted›",
    'password = "a b"': 'password = "‹redacted›"',
    "secret-key=x token=y": "secret-key=‹redacted› token=‹redacted›",
    '{"password": "x y"}': '{"password": "‹redacted›"}',
    "redis-server --requirepass s3cret --port 1": "redis-server --requirepass ‹redacted› --port 1",
    '["redis-server", "--requirepass", "s3cret"]': '["redis-server", "--requirepass", "‹redacted›"]',
    "{host: cache, appToken: 'hunter2', ssl: false}": "{host: cache, appToken: '‹redacted›', ssl: false}",
    "password: !hunter2 x": "password: ‹redacted› x",
    "<dbPassword>hunter2</dbPassword>": "<dbPassword>‹redacted›</dbPassword>",
    "set $api_secret hunter2;": "set $api_secret ‹redacted›;",
    "requirepass s3cret": "requirepass ‹redacted›",
    "--db-password=x y": "--db-password=‹redacted› y",
    "mysqladmin -uroot -phunter2 ping": "mysqladmin -uroot -p‹redacted› ping",
    "redis-cli -a hunter2 ping": "redis-cli -a ‹redacted› ping",
    "Authorization: Bearer abc.def": "Authorization: Bearer ‹redacted›",
    "{GITHUB_PAT: hunter2}": "{GITHUB_PAT: ‹redacted›}",
    "{SENTRY_DSN: hunter2}": "{SENTRY_DSN: ‹redacted›}",
    "{CREDS: hunter2, DB_AUTH: hunter2}": "{CREDS: ‹redacted›, DB_AUTH: ‹redacted›}",
    "BASIC_AUTH=hunter2 HMAC=hunter2": "BASIC_AUTH=‹redacted› HMAC=‹redacted›",
    "SALT: hunter2": "SALT: ‹redacted›",
    "PEPPER: hunter2": "PEPPER: ‹redacted›",
    "AK: hunter2": "AK: ‹redacted›",
    "SK: hunter2": "SK: ‹redacted›",
    "PIN: 1234": "PIN: ‹redacted›",
    "OTP_SEED: hunter2": "OTP_SEED: ‹redacted›",
    "COOKIE: hunter2": "COOKIE: ‹redacted›",
    "WEBHOOK: hunter2": "WEBHOOK: ‹redacted›",
    "KEYTAB: hunter2": "KEYTAB: ‹redacted›",
    "PASSCODE: hunter2": "PASSCODE: ‹redacted›",
    "mima: hunter2": "mima: ‹redacted›",
    "口令: hunter2": "口令: ‹redacted›",
    "密钥: hunter2": "密钥: ‹redacted›",
    "私钥: hunter2": "私钥: ‹redacted›",
    "密码：hunter2": "密码：‹redacted›",
    "x --auth hunter2": "x --auth ‹redacted›",
    "AUTH hunter2": "AUTH ‹redacted›",
    "ACL SETUSER d on >hunter2": "ACL SETUSER d on >‹redacted›",
    "x --user a:hunter2": "x --user a:‹redacted›",
    "x -p hunter2": "x -p ‹redacted›",
    "x -P hunter2": "x -P ‹redacted›",
    "db.auth('u','hunter2')": "db.auth(‹redacted›)",
    'set $k "hunter2";': 'set $k "‹redacted›";',
    "if ($http_x_key != hunter2)": "if ($http_x_key != ‹redacted›)",
    'secure_link_md5 "hunter2 $uri";': 'secure_link_md5 "‹redacted›";',
    "&options=-c%20password%3Dhunter2": "&options=-c%20password%3D‹redacted›",
    "users=admin:$$apr1$$hunter2": "users=admin:‹redacted›",
    "password={hun;ter2}x}": "password=‹redacted›",
    "redis://hun@ter/2@h": "redis://‹redacted›@h",
    'jdbc:oracle:thin:u/"hun ter2"@h': "jdbc:oracle:thin:u/‹redacted›@h",
    "https://hooks.slack.com/services/T0/hunter2": "https://hooks.slack.com/services/‹redacted›",
    '<property name="DB_PASSWORD" value="hunter2"/>': '<property name="DB_PASSWORD" value="‹redacted›"/>',
    "{name: DB_PASSWORD, value: hunter2}": "{name: DB_PASSWORD, value: ‹redacted›}",
    "timeout: 30m # hunter2 password": "timeout: 30m # ‹redacted›",
    "<a/><!-- password hunter2 -->": "<a/><!-- ‹redacted›",
}


@pytest.mark.parametrize(("text", "masked"), MASKED.items())
def test_a_credential_is_masked(text: str, masked: str) -> None:
    assert mask_credentials(text) == masked


@pytest.mark.parametrize("text", MASKED.values())
def test_masking_twice_changes_nothing(text: str) -> None:
    assert mask_credentials(text) == text


HARMLESS = [
    "",
    "http://host:8080/path@x",
    "https://github.com/actions/checkout@v4",
    "mail to someone@example.org",
    "jwt.tokenExpiration=300",
    "docker run -p 80:80 image",
    "retention: 90 days",
    "password: # none",
    "<passwordEncoder/>",
    "author: someone",
    "if ($http_x_forwarded_proto = https)",
    "proxy_set_header Host $host;",
    "ssl: true # switched on",
    "path: >-",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert mask_credentials(text) == text
