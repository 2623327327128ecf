from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reglint.model.fact import Unknown
from reglint.model.verdict import Reason

VERSION = "the default depends on the driver's version"


def unresolved(detail: str) -> Unknown:
    return Unknown(Reason.UNRESOLVED, detail)


ENCRYPTED: list[tuple[str, bool | None, str]] = [
    ("jdbc:mysql://h/d?useSSL=false", False, "useSSL=false"),
    ("jdbc:mysql://h/d?USESSL=False", False, "useSSL=False"),
    ("jdbc:mysql://h/d", None, f"no sslMode or useSSL in the URL: {VERSION}"),
    (
        "jdbc:mysql://h/d?useSSL=true",
        None,
        "useSSL=true alone falls back to plain text; write sslMode=REQUIRED",
    ),
    ("jdbc:mysql://h/d?useSSL=true&requireSSL=true", True, "useSSL=true and requireSSL=true"),
    (
        "jdbc:mysql://h/d?useSSL=true&verifyServerCertificate=true",
        True,
        "useSSL=true and verifyServerCertificate=true",
    ),
    (
        "jdbc:mysql://h/d?useSSL=true&verifyServerCertificate=false",
        None,
        "useSSL=true alone falls back to plain text; write sslMode=REQUIRED",
    ),
    ("jdbc:mysql://h/d?sslMode=DISABLED", False, "sslMode=DISABLED"),
    ("jdbc:mysql://h/d?sslMode=PREFERRED", None, "sslMode=PREFERRED may fall back to plain text"),
    ("jdbc:mysql://h/d?sslMode=REQUIRED&useSSL=false", True, "sslMode=REQUIRED"),
    ("jdbc:mysql://h/d?sslMode=VERIFY_IDENTITY", True, "sslMode=VERIFY_IDENTITY"),
    ("jdbc:mariadb://h/d", None, f"no sslMode in the URL: {VERSION}"),
    ("jdbc:mariadb://h/d?useSsl=true", True, "useSsl=true"),
    ("jdbc:mariadb://h/d?useSsl=false", False, "useSsl=false"),
    ("jdbc:mariadb://h/d?sslMode=trust", True, "sslMode=trust"),
    ("jdbc:mariadb://h/d?sslMode=disable", False, "sslMode=disable"),
    (
        "jdbc:postgresql://h/d",
        None,
        "no sslmode in the URL: the driver prefers TLS and falls back to plain text",
    ),
    ("jdbc:postgresql://h/d?ssl=true", True, "ssl=true"),
    ("jdbc:postgresql://h/d?ssl", True, "ssl="),
    (
        "jdbc:postgresql://h/d?ssl=false",
        None,
        "ssl=false: without sslmode the driver prefers TLS and falls back to plain text",
    ),
    ("r2dbc:mysql://h/d?sslMode=disabled", False, "sslMode=disabled"),
    ("r2dbc:pool:postgresql://h/d?sslMode=require", True, "sslmode=require"),
    ("r2dbcs:mysql://h/d", True, "r2dbcs"),
    ("jdbc:h2:tcp://h/x", False, "h2:tcp"),
    ("jdbc:h2:ssl://h/x", True, "h2:ssl"),
    ("jdbc:hsqldb:hsqls://h/x", True, "hsqldb:hsqls"),
    ("jdbc:derby://h/x", None, "how derby encrypts is not known here"),
    ("jdbc:postgresql://h/d?sslmode=verify-full", True, "sslmode=verify-full"),
    ("jdbc:postgresql://h/d?sslmode=disable", False, "sslmode=disable"),
    ("jdbc:postgresql://h/d?sslmode=prefer", None, "sslmode=prefer may fall back to plain text"),
    ("jdbc:kingbase8://h/d?sslmode=require", True, "sslmode=require"),
    ("jdbc:sqlserver://h", None, f"no encrypt in the URL: {VERSION}"),
    ("jdbc:sqlserver://h;encrypt=true;trustServerCertificate=true", True, "encrypt=true"),
    ("jdbc:sqlserver://h;encrypt=strict", True, "encrypt=strict"),
    ("jdbc:sqlserver://h;encrypt=optional", False, "encrypt=optional"),
    ("jdbc:jtds:sqlserver://h/d", False, "no ssl in the URL: product default"),
    ("jdbc:jtds:sqlserver://h/d;ssl=request", None, "ssl=request may fall back to plain text"),
    ("jdbc:jtds:sqlserver://h/d;ssl=require", True, "ssl=require"),
    ("jdbc:oracle:thin:@tcps://h:2484/x", True, "tcps"),
    ("jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=TCPS)(HOST=h)))", True, "tcps"),
    (
        "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=h)))",
        None,
        "protocol=tcp carries no TLS, but sqlnet.ora may encrypt",
    ),
    (
        "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=tcps)(HOST=a))(ADDRESS=(PROTOCOL=tcp)(HOST=b)))",
        None,
        "protocol=tcp carries no TLS, but sqlnet.ora may encrypt",
    ),
    (
        "jdbc:oracle:thin:@h:1521:x",
        None,
        "whether Oracle encrypts is set in sqlnet.ora, not in the URL",
    ),
    ("jdbc:dm://h:5236/x", None, "how dm encrypts is not known here"),
]


@pytest.mark.parametrize(("url", "encrypted", "said"), ENCRYPTED, ids=[row[0] for row in ENCRYPTED])
def test_whether_a_url_asks_for_tls(
    convert: Callable[..., Any],
    url: str,
    encrypted: bool | None,  # noqa: FBT001 - a column of the table
    said: str,
) -> None:
    made = convert("jdbc_tls", f'url: "{url}"', "/url")
    wanted = (unresolved(said), "") if encrypted is None else (encrypted, said)
    assert (made.value, made.note) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{url: '%', hikari: {data-source-properties: {sslMode: REQUIRED}}}", (True, "sslMode=REQUIRED")),
        ("{url: '%', druid: {connection-properties: 'a; sslMode=REQUIRED'}}", (True, "sslMode=REQUIRED")),
        ("{url: '%', hikari: {pool-name: a}}", (False, "useSSL=false")),
        ("{url: '%', hikari: 1}", (False, "useSSL=false")),
        (
            "{url: '%', hikari: {data-source-properties: {useSSL: true}}}",
            (unresolved("the URL and the properties of its pool differ in usessl"), ""),
        ),
    ],
)
def test_a_pool_has_a_word_in_it(convert: Callable[..., Any], text: str, wanted: object) -> None:
    made = convert("jdbc_tls", text.replace("%", "jdbc:mysql://h/d?useSSL=false"), "/url")
    assert (made.value, made.note) == wanted


@pytest.mark.parametrize("name", ["jdbc_engine", "jdbc_tls", "jdbc_authentication"])
@pytest.mark.parametrize("text", ["{url: '${U}'}", "{url: '${U:}'}"])
def test_of_a_url_that_is_elsewhere_nothing_is_known(
    convert: Callable[..., Any], name: str, text: str
) -> None:
    assert convert(name, text, "/url", style="spring").value == unresolved("U is not set in the file")


def test_what_the_application_server_holds_is_unknown(convert: Callable[..., Any]) -> None:
    made = convert("jndi", "jndi-name: x", "/jndi-name")
    assert made.value == unresolved("the data source of the application server decides")


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("${U:jdbc:mysql://h/d?useSSL=false}", (False, "useSSL=false; unless U is set")),
        ("${U}", (unresolved("U is not set in the file"), "")),
        ("jdbc:mysql://${H}/d?useSSL=false", (False, "useSSL=false")),
        ("jdbc:h2:mem:x", None),
        ("text", None),
        ("5", None),
    ],
)
def test_a_url_may_be_set_elsewhere_or_be_none(convert: Callable[..., Any], url: str, wanted: object) -> None:
    made = convert("jdbc_tls", f"url: {url}", "/url", style="spring")
    assert (made and (made.value, made.note)) == wanted


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("jdbc:mysql://127.0.0.1/d", (False, "host 127.0.0.1")),
        ("jdbc:mysql://db/d", (False, "host db")),
        ("jdbc:mysql://10.1.2.3/d", (False, "host 10.1.2.3")),
        ("jdbc:mysql://8.8.8.8/d", (True, "host 8.8.8.8")),
        ("jdbc:mysql://db,8.8.8.8/d", (True, "host 8.8.8.8")),
        ("jdbc:mysql://[2001:4860:4860::8888]/d", (True, "host [2001:4860:4860::8888]")),
        ("jdbc:mysql://db.example.com/d", None),
        ("jdbc:mysql://db,db.example.com/d", None),
        ("jdbc:mysql://${H}/d", None),
        ("jdbc:mysql:///d", None),
        ("jdbc:h2:mem:x", None),
    ],
)
def test_whether_a_connection_leaves_the_house(convert: Callable[..., Any], url: str, wanted: object) -> None:
    made = convert("jdbc_crosses_internet", f"url: '{url}'", "/url")
    assert (made and (made.value, made.note)) == wanted


@pytest.mark.parametrize(
    ("text", "pointer", "wanted"),
    [
        ("{url: '%', password: k7!fQz0p}", "/url", (True, "1:40+8", "8 to 15 characters")),
        ("{url: '%', password: '${P}'}", "/url", (True, "1:40+6", "read from P")),
        (
            "{url: '%', password: '${P:root}'}",
            "/url",
            (True, "1:40+11", "fewer than 8 characters; unless P is set"),
        ),
        ("{url: '%', passwd: x9}", "/url", (True, "1:38+2", "fewer than 8 characters")),
        ("{DB_URL: '%', DB_PWD: x9, password: }", "/DB_URL", (True, "1:41+2", "fewer than 8 characters")),
        ("{url: '%', hikari: {password: x9}}", "/url", (True, "1:49+2", "fewer than 8 characters")),
        ("{druid: {url: '%'}, password: x9}", "/druid/url", (True, "1:49+2", "fewer than 8 characters")),
        ("{url: '%?user=a&password=x9'}", "/url", (True, "1:44+2", "fewer than 8 characters")),
        ("{url: '%', password: }", "/url", None),
        ("{url: '%', username: root}", "/url", None),
        ("{url: '%', username: root, password: }", "/url", (False, "1:46+0", "the password is empty")),
        ("{url: '%', username: root, password: ''}", "/url", (False, "1:56+2", "the password is empty")),
        ("{url: 'jdbc:h2:mem:x', password: x9}", "/url", None),
        ("{url: '${U}', password: x9}", "/url", (True, "1:25+2", "fewer than 8 characters")),
    ],
)
def test_whether_a_password_goes_with_a_url(
    convert: Callable[..., Any], text: str, pointer: str, wanted: object
) -> None:
    made = convert("jdbc_authentication", text.replace("%", "jdbc:mysql://host/d"), pointer)
    assert (made and (made.value, made.place, made.note)) == wanted


def test_a_placeholder_beside_a_url_is_unresolved(convert: Callable[..., Any]) -> None:
    made = convert("jdbc_authentication", "{url: 'jdbc:mysql://h/d', password: your_password}", "/url")
    assert made.value == unresolved("the text stands for a value that is not in the file")


@pytest.mark.parametrize(
    ("text", "pointer", "wanted"),
    [
        ("spring: {datasource: {url: x}}", "/spring/datasource/url", "spring.datasource"),
        ("spring.datasource.url: x", "/spring.datasource.url", "spring.datasource"),
        ("db: {jdbcUrl: x}", "/db/jdbcUrl", "db"),
        ("db: {jdbc-url: x}", "/db/jdbc-url", "db"),
        ("db: {master: x}", "/db/master", "db.master"),
        ("DB_URL: x", "/DB_URL", "DB_URL"),
        ("url: x", "/url", "url"),
        ("l: [x]", "/l/0", "l.0"),
    ],
)
def test_a_data_store_goes_by_its_group(
    convert: Callable[..., Any], text: str, pointer: str, wanted: str
) -> None:
    assert convert("jdbc_name", text, pointer).value == wanted


@pytest.mark.parametrize(
    ("url", "wanted"), [("jdbc:mysql://h/d", "mysql"), ("jdbc:h2:mem:x", None), ("text", None)]
)
def test_the_product_of_a_url(convert: Callable[..., Any], url: str, wanted: str | None) -> None:
    made = convert("jdbc_engine", f"url: {url}", "/url")
    assert (made and made.value) == wanted
