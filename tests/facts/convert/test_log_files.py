"""nginx, logrotate, Logstash, Elasticsearch, Loki: how long logs stay."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

NGINX = "? unresolved: nginx deletes none of its logs: how long a file stays is set where it is rotated"
SYSLOG = "? unresolved: the log goes to a syslog server: how long that keeps it is set there"
BY_SIZE = "? unresolved: files are rotated by size: how long they last depends on what is written"
INDEX = "? unresolved: Logstash deletes no index: how long Elasticsearch keeps it is set there"
FILE = "? unresolved: Logstash deletes no file: who removes it is set elsewhere"
COUNT = "? unresolved: how many old files stay is set in another file"
PERIOD = "? unresolved: how often the files are rotated is set in another file"


def said(seen: Seen, path: str, text: str) -> list[str]:
    return [line.removeprefix("logging.") for line in seen({path: text}, "logging")]


@pytest.mark.parametrize(
    ("directive", "wanted"),
    [
        (
            "access_log /a.log main;",
            ["streams[name=/a.log].kind = access @ 1:8", f"streams[name=/a.log].retention = {NGINX} @ 1:19"],
        ),
        (
            "access_log off; error_log /e.log;",
            [
                "streams[name=/e.log].kind = application @ 1:24",
                f"streams[name=/e.log].retention = {NGINX} @ 1:34",
            ],
        ),
        (
            "access_log syslog:server=l:514,tag=x;",
            [
                "streams[name=syslog:server=l:514,tag=x].kind = access @ 1:8",
                f"streams[name=syslog:server=l:514,tag=x].retention = {SYSLOG} @ 1:19",
                "streams[name=syslog:server=l:514,tag=x].shipped_to[0] = l:514 @ 1:19",
            ],
        ),
        ("access_log off;", []),
        ("access_log /dev/stdout;", []),
        ("access_log off; error_log stderr warn;", []),
        ("access_log off; error_log memory:32m;", []),
        ("access_log;", []),
    ],
)
def test_nginx_deletes_none_of_its_logs(seen: Seen, directive: str, wanted: list[str]) -> None:
    assert said(seen, "nginx.conf", f"http {{ {directive} }}") == wanted


UNNAMED = [
    "streams[name=logs/access.log].kind = access @ 1:1",
    f"streams[name=logs/access.log].retention = {NGINX} @ 1:1",
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("http { server { listen 80; } server { listen 81; } }", UNNAMED),
        ("http { include /etc/nginx/mime.types; server { listen 80; } }", UNNAMED),
        ("http { include conf.d/*.conf; }", []),
        ("http { server { listen 80; include a.conf; } }", []),
        ("http { server { listen 80; location / { access_log off; } } }", []),
        ("server { listen 80; }", []),
    ],
)
def test_nginx_writes_a_log_that_no_setting_names(seen: Seen, text: str, wanted: list[str]) -> None:
    assert said(seen, "nginx.conf", text) == wanted


@pytest.mark.parametrize(
    ("settings", "wanted"),
    [
        (" daily\n rotate 14", "14 days @ 3:9"),
        (" weekly\n rotate 52", "364 days @ 3:9"),
        (" monthly\n rotate 6", "6 months @ 3:9"),
        (" yearly\n rotate 1", "1 year @ 3:9"),
        (" daily\n rotate 0", "0 days @ 3:9"),
        (" daily\n rotate -1", "unlimited @ 3:9"),
        (" daily\n rotate -1\n maxage 30", "30 days @ 4:9"),
        (" daily\n rotate 14\n maxage 30", "14 days @ 3:9"),
        (" daily\n rotate 14\n maxage 7", "7 days @ 4:9"),
        (" daily\n rotate 14\n size 1M", f"{BY_SIZE} @ 4:7"),
        (" daily", f"{COUNT} @ 1:1"),
        (" rotate 3", f"{PERIOD} @ 2:9"),
        (" daily\n rotate many", f"{PERIOD} @ 3:9"),
        (f" daily\n rotate {'9' * 5000}", f"{PERIOD} @ 3:9"),
    ],
)
def test_logrotate_keeps_a_number_of_files_by_period(seen: Seen, settings: str, wanted: str) -> None:
    text = f"/a/*.log {{\n{settings}\n}}\n"
    assert said(seen, "etc/logrotate.d/a", text) == [f"streams[name=/a/*.log].retention = {wanted}"]


def test_what_stands_outside_of_all_blocks_holds_for_each(seen: Seen) -> None:
    text = "weekly\nrotate 26\n/a {\n missingok\n}\n/b {\n daily\n}\n"
    assert said(seen, "logrotate.conf", text) == [
        "streams[name=/a].retention = 182 days @ 2:8",
        "streams[name=/b].retention = 26 days @ 2:8",
    ]


LOGSTASH = """\
output {
  if [type] == "a" {
    elasticsearch { hosts => ["h:9200", "i:9200"] index => "a-%{+YYYY.MM.dd}" ilm_policy => "p" }
  } else {
    elasticsearch { hosts => "h" }
    file { path => "/a.log" }
  }
}
"""


def test_logstash_deletes_nothing(seen: Seen) -> None:
    assert said(seen, "logstash.conf", LOGSTASH) == [
        'streams[name=a-%{+YYYY.MM.dd}].retention = ? unresolved: the lifecycle policy "p" decides @ 3:93',
        "streams[name=a-%{+YYYY.MM.dd}].shipped_to[0] = h:9200 @ 3:30",
        "streams[name=a-%{+YYYY.MM.dd}].shipped_to[1] = i:9200 @ 3:30",
        f"streams[name=logstash-%{{+yyyy.MM.dd}}].retention = {INDEX} @ 5:5",
        "streams[name=logstash-%{+yyyy.MM.dd}].shipped_to[0] = h @ 5:30",
        f"streams[name=/a.log].retention = {FILE} @ 6:20",
    ]


def test_the_passwords_of_logstash_have_their_class(seen: Seen) -> None:
    text = 'input { beats { ssl_keystore_password => "root" } http { password => "${PW}" } }'
    assert seen({"logstash.conf": text}, "secrets") == [
        "secrets[name=password].strength = reference @ 1:70 (read from PW)",
        "secrets[name=ssl_keystore_password].strength = default @ 1:42 (fewer than 8 characters)",
    ]


@pytest.mark.parametrize(
    ("delete", "wanted"),
    [
        (', "delete": {"min_age": "90d"}', "90 days @ 1:70"),
        (', "delete": {"min_age": "24h"}', "1 day @ 1:70"),
        (', "delete": {"actions": {}}', "0 days @ 1:48 (product default)"),
        (', "delete": {"min_age": "soon"}', '? unresolved: "soon" is no length of time @ 1:70'),
        ("", "unlimited @ 1:13 (no phase deletes)"),
    ],
)
def test_a_lifecycle_policy_deletes_by_age(seen: Seen, delete: str, wanted: str) -> None:
    text = f'{{"policy": {{"phases": {{"hot": {{"actions": {{}}}}{delete}}}}}}}'
    assert said(seen, "logs.json", text) == [f"stores[name=logs].retention = {wanted}"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", "unlimited @ 1:1 (product default)"),
        ("limits_config: {retention_period: 24h}", "unlimited @ 1:1 (product default)"),
        ("compactor: {retention_enabled: true}\nlimits_config: {retention_period: 1w2d}", "9 days @ 3:35"),
        ("compactor: {retention_enabled: yes}\nlimits_config: {retention_period: 0s}", "unlimited @ 3:35"),
        ("compactor: {retention_enabled: false}", "unlimited @ 2:32"),
        ("compactor: {retention_enabled: '${R}'}", "? unresolved: R is not set in the file @ 2:32"),
        (
            "compactor: {retention_enabled: true}",
            "? unresolved: what it keeps by default depends on its version @ 1:1",
        ),
        ("table_manager: {retention_deletes_enabled: true, retention_period: 744h}", "31 days @ 2:68"),
        (
            "compactor: {retention_enabled: true}\nlimits_config: {retention_period: long}",
            '? unresolved: "long" is no length of time @ 3:35',
        ),
    ],
)
def test_loki_keeps_logs_for_ever_unless_it_is_told(seen: Seen, text: str, wanted: str) -> None:
    found = said(seen, "loki.yml", f"schema_config: {{configs: []}}\n{text}\n")
    assert found == [f"stores[name=loki].retention = {wanted}", f"streams[name=loki].retention = {wanted}"]


@pytest.mark.parametrize(("switch", "wanted"), [("true", ["1 day @ 3:60"]), ("false", [])])
def test_loki_keeps_some_streams_for_a_time_of_their_own(seen: Seen, switch: str, wanted: list[str]) -> None:
    text = (
        f"schema_config: {{configs: []}}\ncompactor: {{retention_enabled: {switch}}}\n"
        "limits_config: {retention_stream: [{selector: 'a', period: 24h}]}\n"
    )
    found = [line for line in said(seen, "loki.yml", text) if "name=a" in line]
    assert found == [f"streams[name=a].retention = {one}" for one in wanted]
