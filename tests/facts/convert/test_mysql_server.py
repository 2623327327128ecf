from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

INCLUDED = "? unresolved: a file that it includes may say it @ 1:10"
EITHER = "? unresolved: each client decides: the server also takes connections without TLS"
KEPT = "? unresolved: MySQL deletes none of its logs: who removes the file is set elsewhere"
SOCKET = "? unresolved: it listens on a socket of the file system alone"


def said(seen: Seen, text: str, fact: str) -> list[str]:
    return [line.partition(" = ")[2] for line in seen({"my.cnf": text}) if fact in line.partition(" = ")[0]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[mysqld]\nport=3306", "true @ 1:1 (product default)"),
        ("[mysqld]\nskip-grant-tables", "false @ 2:1"),
        ("[mysqld]\nskip_grant_tables=0", "true @ 2:19"),
        ("!include a\n[mysqld]\nport=1", INCLUDED),
    ],
)
def test_whether_the_server_looks_at_its_accounts(seen: Seen, text: str, wanted: str) -> None:
    assert said(seen, text, ".authentication") == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[mysqld]\nport=3306", f"{EITHER} @ 1:1"),
        ("[mysqld]\nrequire_secure_transport=ON", "true @ 2:26"),
        ("[mysqld]\nrequire-secure-transport", "true @ 2:1"),
        ("[mysqld]\nrequire_secure_transport=OFF", f"{EITHER} @ 2:26"),
        ("[mysqld]\nrequire_secure_transport=ON\nrequire_secure_transport=OFF", f"{EITHER} @ 3:26"),
        ("[mariadb]\nssl=0\nrequire_secure_transport=ON", "false @ 2:5"),
        ("[mysqld-8.0]\nskip-ssl", "false @ 2:9"),
        ("[server]\ntls_version=", "false @ 2:13"),
        ("[mysqld]\nskip-networking", f"{SOCKET} @ 2:1"),
        ("!include a\n[mysqld]\nport=1", INCLUDED),
    ],
)
def test_whether_the_server_takes_nothing_but_tls(seen: Seen, text: str, wanted: str) -> None:
    assert said(seen, text, ".tls") == [wanted]


@pytest.mark.parametrize(
    ("text", "fact", "wanted"),
    [
        ("bind-address=127.0.0.1", ".exposure", ["internal @ 2:14"]),
        ("bind-address=*", ".exposure", []),
        ("skip-networking", ".exposure", ["internal @ 2:1"]),
        ("loose-server_audit_logging=ON", ".audited", ["true @ 2:28"]),
        ("audit_log_policy=NONE", ".audited", ["false @ 2:18"]),
        ("port=1", ".audited", []),
    ],
)
def test_who_reaches_the_server_and_who_watches(seen: Seen, text: str, fact: str, wanted: list[str]) -> None:
    assert said(seen, f"[mysqld]\n{text}", fact) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("log-error=/a.log", ["database @ 2:11", f"{KEPT} @ 2:11"]),
        ("general_log", ["database @ 2:1", f"{KEPT} @ 2:1"]),
        ("general_log=0\nskip-slow-query-log", []),
    ],
)
def test_how_long_logs_stay(seen: Seen, text: str, wanted: list[str]) -> None:
    assert said(seen, f"[mysqld]\n{text}", "streams") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("log-bin=a\nexpire_logs_days=7", ["databases @ 2:9", "7 days @ 3:18"]),
        ("log-bin=a\nbinlog_expire_logs_seconds=0", ["databases @ 2:9", "unlimited @ 3:28"]),
        (
            "log-bin",
            ["databases @ 2:1", "? unresolved: how long it stays depends on the version of the server @ 2:1"],
        ),
        ("skip-log-bin\nexpire_logs_days=7", []),
        ("port=1", []),
    ],
)
def test_how_long_the_binary_log_stays(seen: Seen, text: str, wanted: list[str]) -> None:
    assert said(seen, f"[mysqld]\n{text}", "backup") == wanted


def test_passwords_of_clients_and_of_the_server_have_their_class(seen: Seen) -> None:
    text = "[client]\nuser=root\npassword='root'\n[mysqld]\nmaster-password=k7!fQz0p\n[mysqldump]\npassword\n"
    assert seen({"my.cnf": text}, "secrets") == [
        "secrets[name=client.password].strength = default @ 3:10 (fewer than 8 characters)",
        "secrets[name=mysqld.master-password].strength = set @ 5:17 (8 to 15 characters)",
    ]


def test_an_option_file_of_another_program_is_not_read(seen: Seen) -> None:
    assert seen({"openssl.cnf": "[req]\npassword=root\n", "other.cnf": "[a]\npassword=root\n"}) == []
