from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reglint.facts.convert.jdbc_url import jdbc_url

URLS: list[tuple[str, str, tuple[str, ...], Mapping[str, str]]] = [
    ("jdbc:mysql://db:3306/pay?useSSL=false", "mysql", ("db",), {"usessl": "false"}),
    ("JDBC:MySQL://db/pay", "mysql", ("db",), {}),
    ("jdbc:mysql://a:3306,b:3307/pay?x=1&y=2", "mysql", ("a", "b"), {"x": "1", "y": "2"}),
    ("jdbc:mysql:loadbalance://a,b/pay", "mysql", ("a", "b"), {}),
    ("jdbc:mysql+srv://db.example.com/pay", "mysql", ("db.example.com",), {}),
    ("jdbc:mysql://u:p@10.0.0.1/pay", "mysql", ("10.0.0.1",), {}),
    (
        "jdbc:mysql://address=(host=H1)(port=1)(useSSL=true)/d",
        "mysql",
        ("h1",),
        {"host": "H1", "port": "1", "usessl": "true"},
    ),
    ("jdbc:mysql:///pay", "mysql", (), {}),
    ("jdbc:mysql://db/pay?useSSL=false&amp;x=1", "mysql", ("db",), {"usessl": "false", "amp": "", "x": "1"}),
    ("jdbc:mysql://db/pay?\n  useSSL=false\n  &x=1", "mysql", ("db",), {"usessl": "false", "x": "1"}),
    ("jdbc:mysql://[2001:db8::1]:3306/pay", "mysql", ("[2001:db8::1]",), {}),
    ("jdbc:p6spy:mysql://db/pay", "mysql", ("db",), {}),
    ("jdbc:tracing:log4jdbc:mysql://db/pay", "mysql", ("db",), {}),
    (
        "jdbc:postgresql://a:1,b:2/pay?ssl&sslmode=require",
        "postgresql",
        ("a", "b"),
        {"ssl": "", "sslmode": "require"},
    ),
    ("jdbc:mariadb:sequential://a/pay?sslMode=trust", "mariadb", ("a",), {"sslmode": "trust"}),
    (
        "jdbc:sqlserver://s\\inst:1433;databaseName=x;encrypt=true",
        "sqlserver",
        ("s",),
        {"databasename": "x", "encrypt": "true"},
    ),
    ("jdbc:microsoft:sqlserver://s;encrypt=false", "sqlserver", ("s",), {"encrypt": "false"}),
    ("jdbc:jtds:sqlserver://s:1433/x;ssl=require", "jtds:sqlserver", ("s",), {"ssl": "require"}),
    ("jdbc:oracle:thin:@//h:1521/XE", "oracle", ("h",), {}),
    ("jdbc:oracle:thin:@h:1521:XE", "oracle", ("h",), {}),
    ("jdbc:oracle:thin:@tcps://h:2484/XE", "oracle", ("h",), {}),
    ("jdbc:oracle:thin:u/p@h:1521:XE", "oracle", ("h",), {}),
    ("jdbc:oracle:thin:@(DESCRIPTION = (ADDRESS = (HOST = H1)(PORT = 1)))", "oracle", ("h1",), {}),
    ("jdbc:dm://10.0.0.9:5236/PAY?a=b", "dm", ("10.0.0.9",), {"a": "b"}),
    ("jdbc:kingbase8://h:54321/pay", "kingbase8", ("h",), {}),
    ("jdbc:h2:mem:test;MODE=MYSQL", "h2", (), {"mode": "MYSQL"}),
    ("-Durl=jdbc:mysql://db/pay?useSSL=true -Dx=y", "mysql", ("db",), {"usessl": "true"}),
]


@pytest.mark.parametrize(("text", "engine", "hosts", "parameters"), URLS, ids=[url[0] for url in URLS])
def test_a_url_is_taken_apart(
    text: str, engine: str, hosts: tuple[str, ...], parameters: Mapping[str, str]
) -> None:
    url = jdbc_url(text)
    assert url is not None
    wanted = {
        name: value for name, value in url.parameters.items() if name in parameters or engine != "oracle"
    }
    assert (url.engine, url.hosts, {**wanted}) == (engine, hosts, parameters)


@pytest.mark.parametrize("text", ["", "jdbc", "jdbc:", "type: jdbc", "com.mysql.jdbc.Driver", "jdbc:mysql"])
def test_what_is_no_url(text: str) -> None:
    assert jdbc_url(text) is None


@given(st.text(alphabet="jdbc:mysql/@?&;=(),. \\[]", max_size=60))
def test_any_text_is_taken_apart_or_is_none(text: str) -> None:
    url = jdbc_url(f"jdbc:mysql:{text}")
    assert url is not None
    assert url.engine == "mysql"
