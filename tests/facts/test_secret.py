from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reglint.facts.secret import is_address, length_class, strength
from reglint.model.schema import SECRET_CLASSES

CLASSED = [
    ("", "empty"),
    ("  ", "empty"),
    ("{noop}", "empty"),
    ("guest", "default"),
    ("MinioAdmin", "default"),
    ("changeit", "default"),
    ("tiger", "default"),
    ("default_token", "default"),
    ("123456", "weak"),
    ("7070200000000007", "weak"),
    ("１２３４", "weak"),
    ("{noop}123456", "weak"),
    ("password", "weak"),
    ("Password1", "weak"),
    ("P@ssw0rd", "weak"),
    ("admin123456", "weak"),
    ("abcd1234", "weak"),
    ("abcdefghijklmnopqrstuvwxyz", "weak"),
    ("qwertyuiop", "weak"),
    ("poiuyt", "weak"),
    ("aSecret", "weak"),
    ("root_pwd!", "weak"),
    ("aaaaaaaa", "weak"),
    ("rootroot", "weak"),
    ("testpass", "weak"),
    ("jeepaydb123456", "weak"),
    ("bank-1234", "weak"),
    ("xxxxxx", "placeholder"),
    ("XXXXXXXXXXXXX", "placeholder"),
    ("******", "placeholder"),
    ("??", "placeholder"),
    ("-----", "placeholder"),
    ("KEY", "placeholder"),
    ("SECRET_SECRET_SECRET", "placeholder"),
    ("ACCESS-KEY-ID", "placeholder"),
    ("changeme", "placeholder"),
    ("change_this_now", "placeholder"),
    ("your appPrivateKey", "placeholder"),
    ("yourSecretKey", "placeholder"),
    ("<api key>", "placeholder"),
    ("[password]", "placeholder"),
    ("TODO", "placeholder"),
    ("example", "placeholder"),
    ("@nacos.password@", "placeholder"),
    ("你的授权码", "placeholder"),
    ("填写你的SecretKey", "placeholder"),
    ("微信商户密钥", "placeholder"),
    ("${DB_PASSWORD}", "reference"),
    ("#{systemProperties['pw']}", "reference"),
    ("{{ .Values.password }}", "reference"),
    ("$DB_PASSWORD", "reference"),
    ("$$REDIS_PASSWORD", "reference"),
    ("%DB_PASSWORD%", "reference"),
    ("vault:secret/pay#password", "reference"),
    ("arn:aws:secretsmanager:eu-west-1:1:secret:pay", "reference"),
    ("ENC(q2v9Xk==)", "reference"),
    ("{cipher}a7f1b2", "reference"),
    ("classpath:cert.p12", "reference"),
    ("cert/apiclient_key.pem", "reference"),
    ("C:\\cert\\store.jks", "reference"),
    ("{bcrypt}$2a$10$abcdefghijkl", "set"),
    ("$2a$10$abcdefghijkl", "set"),
    ("k7!fQz0p-Wd2m", "set"),
    ("e04004829d4c383b4db7769d88dfbca1", "set"),
    ("MIIEvQIBADANBgkqhkiG9w0BAQEF", "set"),
    ("ruoyi123", "set"),
    ("passage", "set"),
    ("bank1243", "set"),
    ("admin" * 20, "set"),
]


@pytest.mark.parametrize(("text", "wanted"), CLASSED, ids=[text or "nothing" for text, _ in CLASSED])
def test_the_class_of_a_secret(text: str, wanted: str) -> None:
    assert strength(text) == wanted


@pytest.mark.parametrize(
    ("text", "user", "wanted"),
    [
        ("jeepay", "jeepay", "weak"),
        ("JeePay", "jeepay ", "weak"),
        ("litemall123456", "litemall", "weak"),
        ("litemall@2020", "litemall", "weak"),
        ("litemallQk8z", "litemall", "set"),
        ("jeepay", None, "set"),
        ("accounts-pwd", "accounts-admin", "weak"),
        ("", "root", "empty"),
    ],
)
def test_a_secret_that_is_the_users_name_is_weak(text: str, user: str | None, wanted: str) -> None:
    assert strength(text, user=user) == wanted


@given(st.text(max_size=40), st.none() | st.text(max_size=10))
def test_every_text_has_one_of_the_classes(text: str, user: str | None) -> None:
    assert strength(text, user=user) in SECRET_CLASSES


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("https://pay.example.com/reset", True),
        ("/user/reset-password", True),
        ("/user/{id}/", True),
        ("s3cret", False),
        ("/9j/4AAQ+SkZ=", False),
        ("", False),
    ],
)
def test_a_url_or_a_path_is_no_secret(text: str, *, wanted: bool) -> None:
    assert is_address(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (" ", "no characters"),
        ("1234567", "fewer than 8 characters"),
        ("12345678", "8 to 15 characters"),
        ("1234567890123456", "16 characters or more"),
    ],
)
def test_the_length_of_a_secret_is_told_in_steps(text: str, wanted: str) -> None:
    assert length_class(text) == wanted
