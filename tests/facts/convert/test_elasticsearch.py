from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reglint.model.fact import Unknown
from reglint.model.verdict import Reason


def unresolved(detail: str) -> Unknown:
    return Unknown(Reason.UNRESOLVED, detail)


UNSET = unresolved("U is not set in the file")


@pytest.mark.parametrize(
    ("text", "asks", "encrypted"),
    [
        ("{uris: 'http://a:9200'}", None, False),
        ("{uris: 'a:9200'}", None, False),
        ("{uris: 'https://a:9200'}", None, True),
        ("{uris: 'https://a,http://b'}", None, False),
        ("{uris: ['https://a', 'https://b']}", None, True),
        ("{uris: '${U}'}", UNSET, UNSET),
        ("{uris: 'https://${U}'}", UNSET, True),
        ("{uris: 'https://u:p@a', username: x}", True, True),
        ("{uris: 'https://a', username: x, password: k7!fQz0p}", True, True),
        ("{username: x}", None, None),
        ("5", None, None),
    ],
)
def test_a_client(convert: Callable[..., Any], text: str, asks: object, encrypted: object) -> None:
    made = [convert(f"elastic_{name}", text, style="spring") for name in ("authentication", "tls")]
    assert [one and one.value for one in made] == [asks, encrypted]


NO_TLS = unresolved("xpack.security.http.ssl.enabled is not in the file")
VERSION = unresolved("the default depends on the version of the image")
ELSEWHERE = unresolved("xpack.security.enabled is set elsewhere")


@pytest.mark.parametrize(
    ("image", "environment", "asks", "encrypted"),
    [
        ("elasticsearch:7.17.3", "{}", False, False),
        ("elasticsearch:8.1.0", "{}", True, NO_TLS),
        ("elasticsearch:8.1.0", "[xpack.security.enabled=false]", False, False),
        ("elasticsearch:7.9.0", "{xpack.security.enabled: true}", True, NO_TLS),
        ("elasticsearch:8.1.0", "{xpack.security.http.ssl.enabled: true}", True, True),
        ("elasticsearch:8.1.0", "{xpack.security.enabled: '${S}'}", ELSEWHERE, NO_TLS),
        ("elasticsearch", "{}", VERSION, NO_TLS),
    ],
)
def test_a_container(
    convert: Callable[..., Any], image: str, environment: str, asks: object, encrypted: object
) -> None:
    text = f"services: {{s: {{image: '{image}', environment: {environment}}}}}"
    names = ("elastic_server_authentication", "elastic_server_tls")
    made = [convert(name, text, "/services/s", view="compose", style="shell") for name in names]
    assert [one.value for one in made] == [asks, encrypted]
