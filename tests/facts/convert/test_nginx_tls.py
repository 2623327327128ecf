"""What nginx says of an endpoint's TLS and headers, in the blocks that hold for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

OF_TLS = ["least_tls", "weak_ciphers", "client_certificates", "strict_transport"]
INCLUDED = "? unresolved: what is included may say it"
ABOVE = "? unresolved: the http block that includes this file may say it"
CHANGED = "? unresolved: the default changed in version 1.27.3"


def said(seen: Seen, text: str, field: str) -> list[str]:
    lines = seen({"nginx.conf": text}, "network")
    return [line.partition(" = ")[2] for line in lines if f".{field} = " in line]


def server(text: str, above: str = "") -> str:
    return f"http {{\n{above}\nserver {{ listen 443 ssl;\n{text}\n}}\n}}\n"


LEAST = [
    (server("ssl_protocols TLSv1.2 TLSv1.3;"), "1.2 @ 4:15"),
    (server("ssl_protocols TLSv1.3;"), "1.3 @ 4:15"),
    (server("ssl_protocols TLSv1.3 TLSv1 TLSv1.1;"), "1.0 @ 4:23"),
    (server("ssl_protocols SSLv3 TLSv1.2;"), "0 @ 4:15 (SSLv3)"),
    (server("ssl_protocols ${PROTOCOLS};"), "? unresolved: PROTOCOLS is not set in the file @ 4:15"),
    (server("ssl_protocols TLSv9;"), "? unresolved: TLSv9 is no version of TLS @ 4:15"),
    (server("", "ssl_protocols TLSv1.1;"), "1.1 @ 2:15"),
    (server("ssl_protocols TLSv1.3;", "ssl_protocols TLSv1.1;"), "1.3 @ 4:15"),
    (server("include snippets/tls.conf;"), f"{INCLUDED} @ 4:1"),
    (server("", "include tls.conf;"), f"{INCLUDED} @ 2:1"),
    (server("", "include mime.types;"), f"{CHANGED} @ 3:10"),
    (server("include a.conf;", "ssl_protocols TLSv1.1;"), f"{INCLUDED} @ 4:1"),
    (server(""), f"{CHANGED} @ 3:10"),
    ("server { listen 443 ssl; }", f"{ABOVE} @ 1:10"),
    ("server { listen 443 ssl; ssl_protocols TLSv1.2; }", "1.2 @ 1:40"),
    ("http { server { listen 443; ssl on; ssl_protocols TLSv1.2; } }", "1.2 @ 1:51"),
]


@pytest.mark.parametrize(("text", "wanted"), LEAST)
def test_the_least_version_of_tls_is_that_of_the_nearest_block(seen: Seen, text: str, wanted: str) -> None:
    assert said(seen, text, "least_tls") == [wanted]


@pytest.mark.parametrize("field", OF_TLS)
def test_a_plain_port_has_none_of_it(seen: Seen, field: str) -> None:
    settings = 'ssl_protocols TLSv1; ssl_ciphers RC4; add_header Strict-Transport-Security "max-age=1";'
    assert said(seen, f"http {{ {settings} server {{ listen 80; }} }}", field) == []


CIPHERS = [
    ("HIGH:!aNULL:!MD5", "false", ""),
    ("ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-CHACHA20-POLY1305", "false", ""),
    ("EECDH+AESGCM:EDH+AESGCM:!aNULL:@STRENGTH", "false", ""),
    ("ECDHE-RSA-AES256-SHA384:AES256-SHA", "false", ""),
    ("HIGH:!aNULL:!RC4:!3DES:-DES:@SECLEVEL=2", "false", ""),
    ("TLS_AES_256_GCM_SHA384", "false", ""),
    ("ECDHE-RSA-AES128-GCM-SHA256:DES-CBC3-SHA", "true", "DES-CBC3-SHA"),
    ("HIGH:RC4-SHA:!aNULL", "true", "RC4-SHA"),
    ("EECDH+3DES:!aNULL", "true", "EECDH+3DES"),
    ("RSA+RC4:!aNULL", "true", "RSA+RC4"),
    ("HIGH:aNULL", "true", "aNULL"),
    ("ADH-AES128-SHA256", "true", "ADH-AES128-SHA256"),
    ("NULL-SHA256", "true", "NULL-SHA256"),
    ("EXP-RC2-CBC-MD5", "true", "EXP-RC2-CBC-MD5"),
    ("EECDH+3DES:AESGCM:!3DES:!aNULL", "false", ""),
    ("ECDHE-RSA-DES-CBC3-SHA:!3DES:!aNULL", "false", ""),
    ("ALL:!aNULL", "? unresolved: which ciphers ALL means depends on the version of OpenSSL", ""),
    ("HIGH", "? unresolved: which ciphers HIGH means depends on the version of OpenSSL", ""),
    ("${CIPHERS}", "? unresolved: CIPHERS is not set in the file", ""),
]


@pytest.mark.parametrize(("ciphers", "wanted", "which"), CIPHERS)
def test_whether_weak_ciphers_are_taken_and_which(seen: Seen, ciphers: str, wanted: str, which: str) -> None:
    note = f" ({which})" if which else ""
    assert said(seen, server(f"ssl_ciphers {ciphers};"), "weak_ciphers") == [f"{wanted} @ 4:13{note}"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (server(""), "false @ 3:10 (product default)"),
        (server("", "ssl_ciphers RC4;"), "true @ 2:13 (RC4)"),
        (server("include a.conf;"), f"{INCLUDED} @ 4:1"),
        ("server { listen 443 ssl; }", f"{ABOVE} @ 1:10"),
    ],
)
def test_ciphers_are_those_of_the_nearest_block(seen: Seen, text: str, wanted: str) -> None:
    assert said(seen, text, "weak_ciphers") == [wanted]


BY_CONDITION = "? unresolved: the server asks elsewhere whether the certificate is good"
CERTIFICATES = [
    (server("ssl_verify_client on;"), "true @ 4:19"),
    (server("ssl_verify_client off;", "ssl_verify_client on;"), "false @ 4:19"),
    (server("ssl_verify_client optional;"), "false @ 4:19"),
    (
        server("ssl_verify_client optional; if ($ssl_client_verify != SUCCESS) { return 403; }"),
        f"{BY_CONDITION} @ 4:19",
    ),
    (server("", "ssl_verify_client on;"), "true @ 2:19"),
    (server(""), "false @ 3:10 (product default)"),
    (server("include a.conf;"), f"{INCLUDED} @ 4:1"),
    ("server { listen 443 ssl; }", f"{ABOVE} @ 1:10"),
]


@pytest.mark.parametrize(("text", "wanted"), CERTIFICATES)
def test_whether_clients_show_a_certificate(seen: Seen, text: str, wanted: str) -> None:
    assert said(seen, text, "client_certificates") == [wanted]


HSTS = 'add_header Strict-Transport-Security "max-age=63072000" always;'
UNSET = "? unresolved: HSTS is not set in the file"
BEHIND = "? unresolved: what answers behind it may send the header"
STRICT = [
    (server(HSTS), "true @ 4:12"),
    (server("", HSTS), "true @ 2:12"),
    (server("more_set_headers 'Strict-Transport-Security: max-age=600';"), "true @ 4:18"),
    (server(HSTS.replace("63072000", "0")), "false @ 4:12"),
    (
        server('add_header Strict-Transport-Security "${HSTS}";'),
        "? unresolved: HSTS is not set in the file @ 4:12",
    ),
    (server("add_header strict-transport-security 'max-age=1; preload';"), "true @ 4:12"),
    (server("add_header X-Frame-Options DENY;", HSTS), "false @ 4:1"),
    (server(f"{HSTS} location / {{ root /a; }}"), "true @ 4:12"),
    (server(f"{HSTS}\nlocation /a {{ add_header Cache-Control no-store; }}"), "false @ 5:15"),
    (server(f"{HSTS}\nlocation /a {{ {HSTS} add_header Cache-Control a; }}"), "true @ 4:12"),
    (server(f"{HSTS}\nlocation / {{ location /b {{ add_header Expires 0; }} }}"), "false @ 5:28"),
    (server(f"{HSTS}\nlocation /a {{ add_header Expires 0; include b.conf; }}"), f"{INCLUDED} @ 5:37"),
    (server(f"location / {{ {HSTS} }}"), "? unresolved: only some locations send the header @ 3:10"),
    (server("root /a;"), "false @ 3:10"),
    (server("location / { proxy_pass http://a; }"), f"{BEHIND} @ 3:10"),
    (server("location / { if ($a) { uwsgi_pass a; } }"), f"{BEHIND} @ 3:10"),
    (server("include a.conf;"), f"{INCLUDED} @ 4:1"),
    ("server { listen 443 ssl; root /a; }", f"{ABOVE} @ 1:10"),
]


@pytest.mark.parametrize(("text", "wanted"), STRICT)
def test_whether_strict_transport_is_sent_everywhere(seen: Seen, text: str, wanted: str) -> None:
    assert said(seen, text, "strict_transport") == [wanted]


TOKENS = [
    (server("server_tokens off;"), "true @ 4:15"),
    (server("server_tokens on;"), "false @ 4:15"),
    (server("server_tokens build;"), "false @ 4:15"),
    (server("server_tokens '';"), "true @ 4:15"),
    (server("", "server_tokens off;"), "true @ 2:15"),
    (server("server_tokens on;", "server_tokens off;"), "false @ 4:15"),
    (server("", "server_tokens off;\nmore_clear_headers Server;"), "true @ 3:1"),
    (server("more_clear_headers Server;"), "true @ 4:1"),
    (server("more_set_headers 'Server: shop';"), "true @ 4:1"),
    (server(""), "false @ 3:10 (product default)"),
    ("http { server { server_name a; } }", "false @ 1:8 (product default)"),
    ("http { server_tokens off; server { server_name a; } }", "true @ 1:22"),
    (server("include a.conf;"), f"{INCLUDED} @ 4:1"),
    ("server { listen 80; }", f"{ABOVE} @ 1:10"),
]


@pytest.mark.parametrize(("text", "wanted"), TOKENS)
def test_whether_the_version_is_hidden(seen: Seen, text: str, wanted: str) -> None:
    assert said(seen, text, "version_hidden") == [wanted]


FIREWALLS = [
    (server("modsecurity on;"), ["true @ 4:13"]),
    (server("", "modsecurity on;"), ["true @ 2:13"]),
    (server("app_protect_enable on;"), ["true @ 4:20"]),
    (server("modsecurity off;", "modsecurity on;"), []),
    (server(""), []),
]


@pytest.mark.parametrize(("text", "wanted"), FIREWALLS)
def test_a_firewall_in_nginx_is_seen_and_its_absence_says_nothing(
    seen: Seen, text: str, wanted: list[str]
) -> None:
    assert said(seen, text, "firewalled") == wanted


@pytest.mark.parametrize("name", [*OF_TLS, "version_hidden", "firewalled"])
def test_what_stands_in_no_server_says_nothing(convert: Callable[..., object], name: str) -> None:
    text = "http { listen 443 ssl; }"
    assert convert(f"nginx_{name}", text, "/http/0/listen/0", format_name="nginx") is None
