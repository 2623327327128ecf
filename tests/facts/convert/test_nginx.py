from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reglint.model.fact import Unknown
from reglint.model.verdict import Reason

Seen = Callable[..., list[str]]

INCLUDED = Unknown(Reason.UNRESOLVED, "what the server includes may say it")


def run(convert: Callable[..., Any], name: str, text: str, pointer: str = "/server/0/listen/0") -> Any:  # noqa: ANN401
    return convert(name, text, pointer, format_name="nginx", style="shell")


@pytest.mark.parametrize(
    ("listen", "wanted"),
    [
        ("80", 80),
        ("443 ssl http2", 443),
        ("*:8080", 8080),
        ("[::]:80 default_server", 80),
        ("[::]", 80),
        ("127.0.0.1", 80),
        ("localhost", 80),
        ("10.0.0.1:8443 ssl", 8443),
        ("8000-8010", 8000),
        ("${PORT}", Unknown(Reason.UNRESOLVED, "PORT is not set in the file")),
        ("unix:/run/a.sock", None),
        ("", None),
    ],
)
def test_the_port_of_a_listen(convert: Callable[..., Any], listen: str, wanted: object) -> None:
    made = run(convert, "nginx_port", f"server {{ listen {listen}; }}")
    assert (made and made.value) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("listen 443 ssl;", True),
        ("listen 443 quic reuseport;", True),
        ("listen 443; ssl on;", True),
        ("listen 443; ssl off;", False),
        ("listen 443;", False),
        ("listen 80;", False),
        ("listen 80; include a.conf;", False),
        ("listen 443; include snippets/ssl.conf;", INCLUDED),
        ("listen [::]:8443; include snippets/ssl.conf;", INCLUDED),
        ("listen;", None),
    ],
)
def test_whether_a_listen_speaks_tls(convert: Callable[..., Any], text: str, wanted: object) -> None:
    made = run(convert, "nginx_tls", f"server {{ {text} }}")
    assert (made and made.value) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("return 301 https://$host$request_uri;", True),
        ("return 302 'https://a.example';", True),
        ("return https://a.example$request_uri;", True),
        ("return 301 http://a.example;", False),
        ("return 301 $scheme://a;", False),
        ("return 301 $target;", Unknown(Reason.UNRESOLVED, "where it redirects to is set by a variable")),
        ("return 200 ok;", False),
        ("return 404;", True),
        ("return 444;", True),
        ("return;", False),
        ("rewrite ^(.*)$ https://$host$1 permanent;", True),
        ("rewrite ^ https://a.example$uri;", True),
        ("rewrite ^/a /b permanent;", False),
        ("rewrite;", False),
        ("if ($scheme = http) { return 301 https://$host$request_uri; }", True),
        ("if ($scheme != 'https') { return 301 https://$host$request_uri; }", True),
        (
            "if ($server_port !~ 443) { rewrite ^(/.*)$ https://$host$1 permanent; } location / { root /a; }",
            True,
        ),
        ("if ($host = a.example) { return 301 https://$host$request_uri; } return 404;", True),
        ("if ($http_user_agent ~ bot) { return 403; } location / { root /a; }", False),
        ("location / { return 301 https://$host$request_uri; }", True),
        ("location /.well-known/acme-challenge/ { root /a; } location / { return 301 https://$host; }", True),
        ("location /.well-known/acme-challenge/ { root /a; }", False),
        ("location /a { return 301 https://$host; } location / { proxy_pass http://b; }", False),
        ("location / { proxy_pass http://b; }", False),
        ("", False),
    ],
)
def test_whether_plain_requests_are_only_sent_on(
    convert: Callable[..., Any], text: str, *, wanted: object
) -> None:
    assert run(convert, "nginx_redirect_only", f"server {{ listen 80; {text} }}").value == wanted


@pytest.mark.parametrize(
    ("listen", "wanted"),
    [
        ("127.0.0.1:80", "internal"),
        ("[::1]:80", "internal"),
        ("localhost:80", "internal"),
        ("unix:/run/a.sock", "internal"),
        ("80", None),
        ("10.0.0.1:80", None),
        ("8.8.8.8:80", None),
        ("", None),
    ],
)
def test_who_can_reach_a_listen(convert: Callable[..., Any], listen: str, wanted: str | None) -> None:
    made = run(convert, "nginx_exposure", f"server {{ listen {listen}; }}")
    assert (made and made.value) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("server_name a.example b.example;", "a.example"), ("server_name '';", ""), ("", "_")],
)
def test_a_server_goes_by_its_first_name(convert: Callable[..., Any], text: str, wanted: str) -> None:
    assert run(convert, "nginx_server_name", f"server {{ listen 80; {text} }}").value == wanted


def test_what_stands_in_no_server_belongs_to_none(convert: Callable[..., Any]) -> None:
    assert run(convert, "nginx_server_name", "listen 80;", "/listen/0").value == "_"
    assert run(convert, "nginx_redirect_only", "listen 80;", "/listen/0") is None


def test_what_a_server_includes_is_unresolved(convert: Callable[..., Any], result: type[Any]) -> None:
    made = run(convert, "nginx_included", "server { include a.conf; }", "/server/0")
    assert made == result(INCLUDED, "1:10+0")


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("include /etc/nginx/sites-enabled/*;", True),
        ("include conf.d/*.conf;", False),
        ("include /etc/nginx/mime.types;", False),
        ("include uwsgi_params;", False),
        ("include;", False),
    ],
)
def test_an_include_between_servers_may_hold_more_of_them(seen: Seen, text: str, *, is_open: bool) -> None:
    files = {"nginx.conf": f"http {{ {text} }}", "nginx/conf.d/a.conf": "server { listen 443 ssl; }"}
    lines = [line for line in seen(files) if "may hold more servers" in line]
    assert [line.partition(" @ ")[2] for line in lines] == ["nginx.conf:1:8"] * is_open


def test_a_server_that_refuses_requests_is_called_so(convert: Callable[..., Any]) -> None:
    assert (
        run(convert, "nginx_redirect_only", "server { listen 80; return 444; }").note
        == "requests are refused"
    )


def test_a_socket_in_the_file_system_is_no_endpoint(seen: Seen) -> None:
    assert seen({"nginx.conf": "server { listen unix:/run/a.sock; }"}) == []
