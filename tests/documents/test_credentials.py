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
]


@pytest.mark.parametrize("text", HARMLESS)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert mask_credentials(text) == text
