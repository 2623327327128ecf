from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reglint.model.fact import Unknown
from reglint.model.verdict import Reason


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{address: 'redis://h'}", None),
        ("{password: null}", (False, "1:2+0")),
        ("{password: k7!fQz0p}", (True, "1:12+8")),
        ("{password: '${P}'}", (True, "1:12+6")),
        ("{address: 'redis://:k7!fQz@h:6379'}", (True, "1:21+6")),
        ("{password: , nodeaddresses: ['redis://a', 'redis://u:p@b']}", (True, "1:54+1")),
    ],
)
def test_whether_redisson_gives_a_password(convert: Callable[..., Any], text: str, wanted: object) -> None:
    made = convert("redisson_authentication", text)
    assert (made and (made.value, made.place)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{address: 'redis://h'}", (False, "1:11+11", "")),
        ("{address: 'rediss://h'}", (True, "1:11+12", "")),
        ("{address: '${A:redis://h}'}", (False, "1:11+16", "unless A is set")),
        ("{address: 'redis://${H}'}", (False, "1:11+14", "")),
        ("{address: '${A}'}", (Unknown(Reason.UNRESOLVED, "A is not set in the file"), "1:11+6", "")),
        ("{sentineladdresses: ['rediss://a', 'rediss://b']}", (True, "1:22+12", "")),
        ("{nodeaddresses: ['rediss://a', 'redis://b']}", (False, "1:32+11", "")),
        ("{masteraddress: 'rediss://a', slaveaddresses: ['redis://b']}", (False, "1:48+11", "")),
        ("{password: x}", None),
    ],
)
def test_whether_every_address_asks_for_tls(convert: Callable[..., Any], text: str, wanted: object) -> None:
    made = convert("redisson_tls", text)
    assert (made and (made.value, made.place, made.note)) == wanted
