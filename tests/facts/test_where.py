from __future__ import annotations

import pytest
from tests.nodes import at_pointer

from reglint.documents.formats import FORMATS
from reglint.documents.limits import DEFAULT_LIMITS
from reglint.facts.tree import plant
from reglint.facts.view import VIEWS
from reglint.facts.where import QUESTIONS


def answer(question: str, text: str, pointer: str, *, view: str = "as_is", kind: str = "yaml") -> bool:
    root = VIEWS[view](FORMATS[kind](text, "f", limits=DEFAULT_LIMITS).roots[0])
    node = at_pointer(root, pointer)
    assert node is not None
    return QUESTIONS[question](node, plant(root))


@pytest.mark.parametrize(
    ("text", "pointer", "wanted"),
    [
        ("db: {password: x}", "/db/password", True),
        ("db.password: x", "/db/password", True),
        ("token: {secret: {key: x}}", "/token/secret/key", True),
        ("reset-password: x", "/resetpassword", False),
        ("resetPassword: x", "/resetpassword", False),
        ("user: {password: {length: 8}}", "/user/password", False),
        ("passwords: [a]", "/passwords/0", False),
        ("password:", "/password", True),
    ],
)
def test_a_secret_is_told_by_its_name(text: str, pointer: str, *, wanted: bool) -> None:
    assert answer("is_secret", text, pointer, view="relaxed") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("redis://:pw@h:6379", True),
        ("http://u:pw@a/,http://u:pw@b/", True),
        ("jdbc:mysql://h/d?user=a&password=b", True),
        ("jdbc:oracle:thin:scott/tiger@//h:1521/x", True),
        ("jdbc:sqlserver://h:1433;user=a;password=p@w", True),
        ("jdbc:sqlserver://h:1433;user=a@b;database=c", False),
        ("https://h:80/a?mail=x@y", False),
        ("user:pw@host", False),
        ('PlainLoginModule required username="a" password="b";', True),
        ("1", False),
    ],
)
def test_a_password_inside_a_url(text: str, *, wanted: bool) -> None:
    assert answer("has_url_password", f"a: '{text}'", "/a") == wanted


@pytest.mark.parametrize(
    ("text", "pointer", "wanted"),
    [
        ("url: jdbc:mysql://h/d", "/url", True),
        ("url: ${DB_URL:jdbc:mysql://h/d}", "/url", True),
        ("opts: -Durl=jdbc:mysql://h/d -Dx=y", "/opts", True),
        ("driver: com.mysql.jdbc.Driver", "/driver", False),
        ("type: 'jdbc:'", "/type", False),
        ("n: 5", "/n", False),
        ("{url: '${DB_URL}', driver-class-name: x}", "/url", True),
        ("{jdbc-url: '${DB_URL}', driverClassName: x}", "/jdbc-url", True),
        ("{url: '${DB_URL}', username: x}", "/url", False),
        ("datasource: {url: '${DB_URL}'}", "/datasource/url", True),
        ("datasource: {master: {url: '${DB_URL}'}}", "/datasource/master/url", True),
        ("SPRING_DATASOURCE_URL: ${DB_URL}", "/SPRING_DATASOURCE_URL", True),
        ("url: r2dbc:mysql://h/d", "/url", True),
        ("{name: '${DB_URL}', driver-class-name: x}", "/name", False),
    ],
)
def test_a_jdbc_url(text: str, pointer: str, *, wanted: bool) -> None:
    assert answer("is_jdbc_url", text, pointer) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("redis://h", True), ("postgres://h/d", True), ("http://h", False), ("${A}", False), ("5", False)],
)
def test_the_url_of_a_data_store(text: str, *, wanted: bool) -> None:
    assert answer("is_store_url", f"a: {text}", "/a") == wanted
