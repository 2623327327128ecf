from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

INCLUDED = "? unresolved: a file that it includes may say it"
DEFAULT = "false @ 1:1 (product default)"


def said(seen: Seen, text: str, fact: str) -> list[str]:
    return [
        line.partition(" = ")[2] for line in seen({"redis.conf": text}) if fact in line.partition(" = ")[0]
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("port 6379", DEFAULT),
        ("requirepass k7!fQz0p", "true @ 1:13 (8 to 15 characters)"),
        ('requirepass ""', "false @ 1:13"),
        ("requirepass a\nrequirepass ''", "false @ 2:13"),
        ("requirepass ${P}", "true @ 1:13 (read from P)"),
        ("requirepass xxxxx", "? unresolved: the text stands for a value that is not in the file @ 1:13"),
        ("aclfile /users.acl\nrequirepass x", "? unresolved: the file of its users decides @ 1:9"),
        ("include /a.conf\nport 1", f"{INCLUDED} @ 1:9"),
        ("include /a.conf\nrequirepass k7!fQz0p", "true @ 2:13 (8 to 15 characters)"),
        ("user default on >k7!fQz0p ~* +@all", "true @ 1:6"),
        ("user default on nopass ~* +@all", "false @ 1:6"),
        ("user default off nopass\nuser app on nopass", "true @ 1:6"),
        ("user default on nopass resetpass", "true @ 1:6"),
        ("user default on nopass reset", "true @ 1:6"),
        ("user default nopass", "true @ 1:6"),
        ("user app on nopass", DEFAULT),
    ],
)
def test_whether_the_server_asks_for_a_password(seen: Seen, text: str, wanted: str) -> None:
    assert said(seen, text, ".authentication") == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("port 6379", DEFAULT),
        ("tls-port 6380", "false @ 1:10"),
        ("tls-port 6380\nport 6379", "false @ 2:6"),
        ("tls-port 6380\nport 0", "true @ 1:10"),
        ("tls-port 0", DEFAULT),
        ("port 0\nunixsocket /a", "? unresolved: it listens on a socket of the file system alone @ 1:6"),
        ("port 0\ninclude /a.conf", f"{INCLUDED} @ 2:9"),
        ("port 1\ninclude /a.conf", f"{INCLUDED} @ 2:9"),
    ],
)
def test_whether_the_server_takes_nothing_but_tls(seen: Seen, text: str, wanted: str) -> None:
    assert said(seen, text, ".tls") == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("bind 127.0.0.1 -::1", ["internal @ 1:6"]),
        ("bind 127.0.0.1 10.0.0.1", []),
        ("bind * -::*", []),
        ("port 1", []),
    ],
)
def test_whom_the_server_listens_to(seen: Seen, text: str, wanted: list[str]) -> None:
    assert said(seen, text, ".exposure") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "logfile /a.log\nport 1",
            ["? unresolved: Redis deletes none of its log: who removes the file is set elsewhere @ 1:9"],
        ),
        ('logfile ""\nport 1', []),
        ("port 1", []),
    ],
)
def test_how_long_the_log_stays(seen: Seen, text: str, wanted: list[str]) -> None:
    assert said(seen, text, "streams") == wanted


def test_every_password_has_its_class(seen: Seen) -> None:
    text = (
        "requirepass foobared\nmasterauth 123456\ntls-key-file-pass root\nuser a on >k7!fQz0p >admin #abc\n"
    )
    assert seen({"redis.conf": text}, "secrets") == [
        "secrets[name=requirepass].strength = default @ 1:13 (8 to 15 characters)",
        "secrets[name=masterauth].strength = weak @ 2:12 (fewer than 8 characters)",
        "secrets[name=tls-key-file-pass].strength = default @ 3:19 (fewer than 8 characters)",
        "secrets[name=user.a].strength = set @ 4:12 (8 to 15 characters)",
        "secrets[name=user.a].strength = default @ 4:22 (fewer than 8 characters)",
    ]


def test_a_sentinel_is_no_data_store(seen: Seen) -> None:
    text = "port 26379\nsentinel auth-pass m 123456\nsentinel sentinel-pass root\nrequirepass root\n"
    assert seen({"sentinel.conf": text}) == [
        "secrets[name=sentinel.auth-pass].strength = weak @ 2:22 (fewer than 8 characters)",
        "secrets[name=sentinel.sentinel-pass].strength = default @ 3:24 (fewer than 8 characters)",
        "secrets[name=sentinel.requirepass].strength = default @ 4:13 (fewer than 8 characters)",
    ]


def test_an_unreadable_configuration_leaves_its_facts_unknown(seen: Seen) -> None:
    lines = seen({"redis.conf": 'requirepass "open\n'}, "datastores")
    assert {line.partition(" = ")[2] for line in lines} == {"? unreadable:  @ 1:13"}
