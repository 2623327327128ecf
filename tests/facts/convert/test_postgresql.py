from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

KEPT = "? unresolved: PostgreSQL deletes none of its logs: who removes the files is set elsewhere"
FILES = "logging_collector = on\nlog_truncate_on_rotation = on\n"
OVER = "(until a file of its name is begun anew)"
EITHER = "? unresolved: host takes connections with TLS and without"


def said(seen: Seen, text: str, fact: str, path: str = "postgresql.conf") -> list[str]:
    return [line.partition(" = ")[2] for line in seen({path: text}) if fact in line.partition(" = ")[0]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("port = 1", "false @ 1:1 (product default)"),
        ("ssl = off", "false @ 1:7"),
        ("ssl = on", "? unresolved: pg_hba.conf decides whether a connection without TLS is taken @ 1:7"),
        ("ssl = on\nssl = off", "false @ 2:7"),
        ("include 'a.conf'", "? unresolved: a file that it includes may say it @ 1:9"),
        ("listen_addresses = ''", "? unresolved: it listens on a socket of the file system alone @ 1:20"),
    ],
)
def test_whether_the_server_speaks_tls(seen: Seen, text: str, wanted: str) -> None:
    assert said(seen, text, ".tls") == [wanted]


@pytest.mark.parametrize(
    ("text", "fact", "wanted"),
    [
        ("listen_addresses = 'localhost, ::1'", ".exposure", ["internal @ 1:20"]),
        ("listen_addresses = '*'", ".exposure", []),
        ("shared_preload_libraries = 'pgaudit'\npgaudit.log = 'ddl'", ".audited", ["true @ 2:15"]),
        ("shared_preload_libraries = 'pgaudit'", ".audited", ["false @ 1:28"]),
        ("shared_preload_libraries = 'x'", ".audited", []),
        ("password_encryption = on", "md5].deprecated", ["true @ 1:23"]),
        ("password_encryption = scram-sha-256", "scram-sha-256].deprecated", ["false @ 1:23"]),
        ("archive_mode = always", "backup", ["databases @ 1:16"]),
        ("archive_mode = off", "backup", []),
        (f"{FILES}log_connections = on", ".events", ["access @ 3:19"]),
        ("log_connections = on", ".events", []),
    ],
)
def test_what_else_the_server_is_told(seen: Seen, text: str, fact: str, wanted: list[str]) -> None:
    assert said(seen, text, fact) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{FILES}log_filename = 'a-%a.log'", f"7 days @ 3:16 {OVER}"),
        (f"{FILES}log_filename = 'a-%d.log'\nlog_rotation_age = 1440", f"1 month @ 3:16 {OVER}"),
        (f"{FILES}log_filename = 'a-%m%d.log'", f"1 year @ 3:16 {OVER}"),
        (f"{FILES}log_filename = 'a-%H.log'\nlog_rotation_age = '1h'", f"1 day @ 3:16 {OVER}"),
        (f"{FILES}log_filename = 'a-%Y-%d.log'", f"{KEPT} @ 3:16"),
        (f"{FILES}log_filename = 'a.log'", f"{KEPT} @ 3:16"),
        (f"{FILES}log_filename = 'a-%a.log'\nlog_rotation_age = 0", f"{KEPT} @ 3:16"),
        ("logging_collector = on\nlog_filename = 'a-%a.log'", f"{KEPT} @ 2:16"),
        (FILES, f"{KEPT} @ 1:1"),
    ],
)
def test_how_long_a_log_stays(seen: Seen, text: str, wanted: str) -> None:
    assert said(seen, text, "streams") == [wanted]


def test_without_the_collector_there_is_no_file(seen: Seen) -> None:
    assert said(seen, "log_filename = 'a-%a.log'", "streams") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("host all all 0.0.0.0/0 trust", ["false @ 1:24"]),
        ("local all all trust", ["? unresolved: who is on the machine itself is trusted @ 1:15"]),
        ("host all all 127.0.0.1/32 trust", ["? unresolved: who is on the machine itself is trusted @ 1:27"]),
        ("host all all all md5", ["true @ 1:18"]),
        ("include a\nhost all all all md5", ["? unresolved: a file that it includes may say more @ 1:9"]),
        ("# nothing", []),
    ],
)
def test_whether_everyone_must_prove_who_they_are(seen: Seen, text: str, wanted: list[str]) -> None:
    assert said(seen, text, ".authentication", "pg_hba.conf") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("hostnossl all all all md5\nhostssl all all all md5", ["false @ 1:1"]),
        ("host all all all md5", [f"{EITHER} @ 1:1"]),
        ("hostssl all all all md5\nhost all all ::1/128 md5\nhost all all all reject", ["true @ 1:1"]),
        ("include a\nhostssl all all all md5", ["? unresolved: a file that it includes may say more @ 1:9"]),
        ("local all all peer", []),
    ],
)
def test_whether_connections_from_elsewhere_must_use_tls(seen: Seen, text: str, wanted: list[str]) -> None:
    assert said(seen, text, ".tls", "pg_hba.conf") == wanted
