from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reglint.model.fact import Unknown
from reglint.model.verdict import Reason


def unresolved(detail: str) -> Unknown:
    return Unknown(Reason.UNRESOLVED, detail)


CLIENT = unresolved("no sslmode or tls in the URL: the client's default decides")
URLS = [
    ("redis://h:6379", "redis", False, False),
    ("redis://pw@h:6379/", "redis", True, False),
    ("rediss://:pw@h", "redis", True, True),
    ("postgres://u:pw@h/d?sslmode=disable", "postgresql", True, False),
    ("postgresql://u@h/d?sslmode=verify-full", "postgresql", None, True),
    (
        "postgresql://h/d?sslmode=prefer",
        "postgresql",
        None,
        unresolved("sslmode=prefer may fall back"),
    ),
    ("mysql://h/d", "mysql", None, CLIENT),
    ("mongodb://h/d", "mongodb", False, CLIENT),
    ("mongodb://u:pw@h/d?tls=true", "mongodb", True, True),
    ("mongodb+srv://u@h/d", "mongodb", False, True),
    ("http://h", None, None, None),
]


@pytest.mark.parametrize(("url", "engine", "asks", "encrypted"), URLS, ids=[row[0] for row in URLS])
def test_what_a_url_says(
    convert: Callable[..., Any], url: str, engine: object, asks: object, encrypted: object
) -> None:
    names = ("store_engine", "store_authentication", "store_tls")
    made = [convert(name, f"A_URL: '{url}'", "/A_URL") for name in names]
    assert [one and one.value for one in made] == [engine, asks, encrypted]


def test_a_password_may_stand_beside_the_url(convert: Callable[..., Any]) -> None:
    text = "{A: 'redis://h', REDIS_PASSWORD: k7!fQz0p, PG_PASSWORD: x}"
    assert convert("store_authentication", text, "/A").value is True
