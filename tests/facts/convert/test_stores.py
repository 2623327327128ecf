from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reglint.model.fact import Unknown
from reglint.model.verdict import Reason

UNFILLED = Unknown(Reason.UNRESOLVED, "the text stands for a value that is not in the file")


def unresolved(detail: str) -> Unknown:
    return Unknown(Reason.UNRESOLVED, detail)


def check(convert: Callable[..., Any], name: str, text: str, wanted: object) -> None:
    made = convert(name, text, style="spring")
    assert (made and (made.value, made.place, made.note)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{host: h}", None),
        ("{host: h, password: k7!fQz0p}", (True, "1:21+8", "8 to 15 characters")),
        ("{host: h, password: }", (False, "1:11+0", "")),
        ("{host: h, password: null}", (False, "1:11+0", "")),
        ("{host: h, password: ''}", (False, "1:21+2", "")),
        ("{host: h, password: '${P}'}", (True, "1:21+6", "read from P")),
        ("{host: h, password: '${P:}'}", (False, "1:21+7", "unless P is set")),
        ("{host: h, password: xxxxx}", (UNFILLED, "1:21+5", "")),
        ("{host: h, password: /some/path}", (True, "1:21+10", "")),
        ("{url: 'redis://h:6379'}", (False, "1:7+16", "no password in the URL")),
        ("{url: 'redis://:pw@h:6379'}", (True, "1:7+20", "")),
        ("{url: 'rediss://user:pw@h'}", (True, "1:7+20", "")),
        ("{url: 'redis://:${P}@h'}", (True, "1:7+17", "")),
        ("{url: '${URL}'}", (unresolved("URL is not set in the file"), "1:7+8", "")),
        ("{url: , password: }", (False, "1:9+0", "")),
        (
            "{redisson: {config: 'classpath:redisson.yml'}}",
            (unresolved("Redisson's own configuration decides"), "1:21+24", ""),
        ),
        (
            "{redisson: {file: 'classpath:redisson.yml'}}",
            (unresolved("Redisson's own configuration decides"), "1:19+24", ""),
        ),
    ],
)
def test_whether_redis_is_given_a_password(convert: Callable[..., Any], text: str, wanted: object) -> None:
    check(convert, "redis_authentication", text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{host: h}", None),
        ("{url: '${URL}'}", (unresolved("URL is not set in the file"), "1:7+8", "")),
        ("{url: 'redis://:${P}@h', ssl: true}", (True, "1:31+4", "")),
        ("{url: 'redis://h'}", None),
        ("{ssl: true}", (True, "1:7+4", "")),
        ("{ssl: false}", (False, "1:7+5", "")),
        ("{ssl: }", None),
        ("{ssl: {enabled: '${S:true}'}}", (True, "1:17+11", "unless S is set")),
        ("{ssl: {enabled: '${S}'}}", (unresolved("S is not set in the file"), "1:17+6", "")),
        ("{ssl: {bundle: store}}", (True, "1:16+5", "")),
        ("{url: 'rediss://h'}", (True, "1:7+12", "")),
        ("{url: 'redis://h', ssl: true}", (True, "1:25+4", "")),
        (
            "{redisson: {config: c}}",
            (unresolved("Redisson's own configuration decides"), "1:21+1", ""),
        ),
    ],
)
def test_whether_redis_is_spoken_to_over_tls(convert: Callable[..., Any], text: str, wanted: object) -> None:
    check(convert, "redis_tls", text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{host: h}", None),
        ("{host: h, username: u, password: k7!fQz0p}", (True, "1:34+8", "8 to 15 characters")),
        ("{uri: 'mongodb://u:p@h/d'}", (True, "1:7+19", "")),
        ("{uri: 'mongodb://${U}:${P}@h/d'}", (True, "1:7+25", "")),
        ("{uri: 'mongodb://h/d?authMechanism=MONGODB-X509'}", (True, "1:7+42", "")),
        ("{uri: 'mongodb://h/d'}", (False, "1:7+15", "")),
        ("{uri: 'mongodb://h/d', password: x}", (False, "1:7+15", "")),
        ("{uri: '${M}'}", (unresolved("M is not set in the file"), "1:7+6", "")),
    ],
)
def test_whether_mongodb_is_given_a_user(convert: Callable[..., Any], text: str, wanted: object) -> None:
    check(convert, "mongo_authentication", text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{host: h}", None),
        ("{uri: 'mongodb://h/d?tls=true'}", (True, "1:7+24", "")),
        ("{uri: 'mongodb://h/d?a=b&ssl=false'}", (False, "1:7+29", "")),
        ("{uri: 'mongodb+srv://h/d'}", (True, "1:7+19", "")),
        ("{uri: 'mongodb+srv://h/d?tls=false'}", (False, "1:7+29", "")),
        ("{uri: 'mongodb://h/d'}", None),
        ("{uri: '${M}'}", (unresolved("M is not set in the file"), "1:7+6", "")),
        ("{ssl: {enabled: true}}", (True, "1:17+4", "")),
    ],
)
def test_whether_mongodb_is_spoken_to_over_tls(
    convert: Callable[..., Any], text: str, wanted: object
) -> None:
    check(convert, "mongo_tls", text, wanted)
