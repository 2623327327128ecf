from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reglint.model.fact import Unknown
from reglint.model.verdict import Reason

UNFILLED = Unknown(Reason.UNRESOLVED, "the text stands for a value that is not in the file")
SHORT = "fewer than 8 characters, which alone is not called weak"
BLANK = Unknown(
    Reason.UNRESOLVED, "the key has no value: whether the product then asks for none is not in the file"
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{password: '123456'}", ("weak", "fewer than 8 characters")),
        ("{password: 123456}", ("weak", "fewer than 8 characters")),
        ("{password: k7!fQz0p-Wd2mXX9}", ("set", "16 characters or more")),
        ("{password: pay, username: pay}", ("weak", "fewer than 8 characters")),
        ("{login-password: pay, login-username: pay, username: x}", ("weak", "fewer than 8 characters")),
        ("{loginPassword: pay, username: pay, loginUsername: x}", ("set", SHORT)),
        ("{password: pay, username: '${U:pay}'}", ("weak", "fewer than 8 characters")),
        ("{password: '${PW}'}", ("reference", "read from PW")),
        ("{password: $PASSWORD_OF_THE_STORE}", ("reference", "read from PASSWORD_OF_THE_STORE")),
        ("{password: $$PW}", ("reference", "read from PW")),
        ("{password: $(PW)}", ("reference", "read from PW")),
        ("{password: '%PW%'}", ("reference", "read from PW")),
        ("{password: '${PW:123456}'}", ("weak", "fewer than 8 characters; unless PW is set")),
        ("{password: '${PW:}', username: root}", ("empty", "no characters; unless PW is set")),
        ("{password: , username: root}", ("empty", "no characters")),
        ("{password: '', user: root}", ("empty", "no characters")),
        ("{password: }", (BLANK, "")),
        ("{password: null, username: }", (BLANK, "")),
        ("{password: xxxxx}", (UNFILLED, "")),
        ("{password: '@db.password@'}", (UNFILLED, "")),
        ("{password: true}", None),
        ("{password: 'off'}", None),
        ("{password: [a]}", None),
        ("{password: {a: b}}", None),
        ("{password: /user/reset}", None),
        ("{password: 'https://x/y'}", None),
        ("{password: , username: sa, url: 'jdbc:h2:mem:test'}", None),
        ("{password: sa, username: sa, url: 'jdbc:h2:tcp://h/x'}", ("default", "fewer than 8 characters")),
    ],
)
def test_the_class_of_a_secret(convert: Callable[..., Any], text: str, wanted: object) -> None:
    name = text[1 : text.index(":")]
    made = convert("secret_strength", text, f"/{name}", style="spring")
    assert (made and (made.value, made.note)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{password: '123456'}", "weak"),
        ("{password: }", None),
        ("{password: '${A:}'}", None),
        ("{x: 1}", None),
    ],
)
def test_a_secret_that_is_not_given_is_nothing(
    convert: Callable[..., Any], text: str, wanted: str | None
) -> None:
    made = convert("secret_if_given", text, "/password")
    assert (made and made.value) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("redis://:123456@h:6379", ("weak", "1:13+6", "fewer than 8 characters")),
        ("http://eureka:eureka123@h/", ("weak", "1:18+9", "8 to 15 characters")),
        ("http://u:${PW}@h/", ("reference", "1:13+5", "read from PW")),
        ("http://u:${A:b}${C}@h/", ("set", "1:13+10", f"{SHORT}; unless A is set")),
        ("jdbc:mysql://h/d?user=root&password=root", ("default", "1:40+4", "fewer than 8 characters")),
        ("jdbc:mysql://h/d?user=pay&password=pay", ("weak", "1:39+3", "fewer than 8 characters")),
        ("jdbc:sqlserver://h;user=a;password=Zx9!kkQ2;x=y", ("set", "1:39+8", "8 to 15 characters")),
        ("jdbc:oracle:thin:scott/tiger@//h:1521/x", ("default", "1:27+5", "fewer than 8 characters")),
        ("http://h/a", None),
    ],
)
def test_the_password_of_a_url_has_its_own_place(
    convert: Callable[..., Any], text: str, wanted: tuple[str, str, str] | None
) -> None:
    made = convert("url_secret", f"a: {text}", "/a", style="spring")
    assert (made and (made.value, made.place, made.note)) == wanted


@pytest.mark.parametrize("text", ["://a:" + "${a}" * 20_000, "?password=" + "${" * 20_000, "://" * 30_000])
def test_a_hostile_url_is_looked_through_in_no_time(convert: Callable[..., Any], text: str) -> None:
    convert("url_secret", f"a: '{text}'", "/a")
