from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reglint.model.fact import Unknown
from reglint.model.verdict import Reason

CONFIG = Unknown(Reason.UNRESOLVED, "the server's own configuration file decides")
UNFILLED = Unknown(Reason.UNRESOLVED, "the text stands for a value that is not in the file")


def service(text: str) -> str:
    return f"services:\n  s: {{image: redis:7, {text}}}\n"


def run(convert: Callable[..., Any], name: str, text: str, pointer: str = "/services/s") -> Any:  # noqa: ANN401
    return convert(name, text, pointer, view="compose", style="shell")


AUTHENTICATED: list[tuple[str, tuple[object, str, str] | None]] = [
    ("", None),
    ("command: redis-server", (False, "2:32+12", "product default")),
    ("command: redis-server --requirepass k7!fQz0p", (True, "2:59+8", "8 to 15 characters")),
    ("command: redis-server --requirepass=k7!fQz0p", (True, "2:59+8", "8 to 15 characters")),
    ("command: --requirepass '' ", (False, "2:47+0", "")),
    ("command: 'redis-server --requirepass \"\"'", (False, "2:61+0", "")),
    ("command: 'redis-server --requirepass \"a b\"'", (True, "2:61+3", "fewer than 8 characters")),
    ("command: [redis-server, --requirepass, k7!fQz0p]", (True, "2:62+8", "8 to 15 characters")),
    ("command: [redis-server, '--requirepass k7!fQz0p']", (True, "2:62+8", "8 to 15 characters")),
    ("command: [redis-server, --requirepass]", (False, "2:23+0", "product default")),
    ("command: redis-server --requirepass $PW", (True, "2:59+3", "read from PW")),
    ("command: 'redis-server --requirepass ${PW:?x}'", (True, "2:60+8", "read from PW")),
    ("command: redis-server --requirepass xxxxx", (UNFILLED, "2:59+5", "")),
    ("command: redis-server /etc/redis.conf", (CONFIG, "2:32+28", "")),
    ("command: [redis-server, /etc/redis.conf]", (CONFIG, "2:23+0", "")),
    ("command: redis-server --aclfile /users.acl", (CONFIG, "2:32+33", "")),
    ("entrypoint: [sh, -c, 'redis-server --requirepass k7!fQz0p']", (True, "2:72+8", "8 to 15 characters")),
    ("entrypoint: redis-server", (False, "2:35+12", "product default")),
    ("environment: {REDIS_ARGS: '--requirepass k7!fQz0p'}", (True, "2:64+8", "8 to 15 characters")),
]


@pytest.mark.parametrize(
    ("text", "wanted"), AUTHENTICATED, ids=[text or "nothing" for text, _ in AUTHENTICATED]
)
def test_whether_a_redis_container_asks_for_a_password(
    convert: Callable[..., Any], text: str, wanted: tuple[object, str, str] | None
) -> None:
    made = run(convert, "redis_server_authentication", service(text))
    assert (made and (made.value, made.place, made.note)) == wanted


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ("{REDIS_PASSWORD: k7!fQz0p}", True),
        ("[REDIS_PASSWORD]", True),
        ("{REDIS_PASSWORD: '', ALLOW_EMPTY_PASSWORD: 'yes'}", False),
        ("{ALLOW_EMPTY_PASSWORD: 'yes'}", False),
        (
            "{ALLOW_EMPTY_PASSWORD: 'no'}",
            Unknown(Reason.MISSING, "the image does not start without a password"),
        ),
        ("{}", Unknown(Reason.MISSING, "the image does not start without a password")),
    ],
)
def test_bitnamis_redis_asks_for_a_password_unless_told(
    convert: Callable[..., Any], environment: str, wanted: object
) -> None:
    text = f"services: {{s: {{image: bitnami/redis, environment: {environment}}}}}"
    assert run(convert, "redis_server_authentication", text).value == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", None),
        ("command: redis-server", (False, "product default")),
        ("command: redis-server --tls-port 6379", (False, "")),
        ("command: redis-server --tls-port 6379 --port 0", (True, "")),
        ("command: redis-server /etc/redis.conf", (CONFIG, "")),
    ],
)
def test_whether_a_redis_container_takes_only_tls(
    convert: Callable[..., Any], text: str, wanted: object
) -> None:
    made = run(convert, "redis_server_tls", service(text))
    assert (made and (made.value, made.note)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", None),
        ("command: redis-server", None),
        ("command: 'redis-server --requirepass \"\"'", None),
        ("command: redis-server --requirepass 123456", ("weak", "2:59+6")),
        ("command: [redis-server, --requirepass, $$PW]", ("reference", "2:62+4")),
        ("command: 'redis-server --requirepass ${PW:-guest}'", ("default", "2:60+12")),
        ("command: 'redis-server --requirepass ${PW:?write it down} --port 0'", ("reference", "2:60+20")),
    ],
)
def test_the_class_of_a_password_on_a_command_line(
    convert: Callable[..., Any], text: str, wanted: object
) -> None:
    made = run(convert, "redis_server_secret", service(text))
    assert (made and (made.value, made.place)) == wanted


def test_a_password_in_a_folded_command_has_the_place_of_all_of_it(convert: Callable[..., Any]) -> None:
    text = (
        "services:\n  s:\n    image: redis\n    command: >\n      redis-server\n      --requirepass 123456\n"
    )
    assert run(convert, "redis_server_secret", text).place == "5:7+39"


@pytest.mark.parametrize(
    ("image", "wanted"),
    [
        ("mysql:8.0", "mysql"),
        ("mysql/mysql-server", "mysql"),
        ("registry.example.com:5000/base/mariadb@sha256:ab", "mariadb"),
        ("redis/redis-stack:latest", "redis"),
        ("valkey", "valkey"),
        ("", None),
    ],
)
def test_a_product_is_told_by_its_image(convert: Callable[..., Any], image: str, wanted: str | None) -> None:
    made = run(convert, "compose_engine", f"services: {{s: {{image: '{image}'}}}}")
    assert (made and made.value) == wanted


def test_a_setting_belongs_to_its_service(convert: Callable[..., Any], result: type[Any]) -> None:
    text = "services: {web: {environment: {A: b}}}"
    assert run(convert, "compose_service", text, "/services/web") == result("web", "1:12+0")
    assert run(convert, "compose_service", text, "/services/web/environment/A") == result("web", "1:12+0")
    assert run(convert, "compose_service", "a: {b: c}", "/a/b") is None
