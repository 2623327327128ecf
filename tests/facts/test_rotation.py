"""Logs joined with the settings of logrotate that rotate them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reglint.facts.collect import Collected

Seen = Callable[..., list[str]]
CollectFiles = Callable[..., Collected]

NGINX = "http {\n access_log /var/log/nginx/access.log;\n}\n"
ROTATE = "{\n daily\n rotate 190\n}\n"
OURS = "streams[name=/var/log/nginx/access.log].retention"


def retentions(seen: Seen, files: dict[str, str]) -> list[str]:
    lines = (one.removeprefix("logging.") for one in seen(files, "logging"))
    return [one for one in lines if ".retention" in one]


@pytest.mark.parametrize(
    "paths",
    [
        "/var/log/nginx/*.log",
        "/var/log/nginx/access.log",
        "/a\n/var/log/nginx/*",
        '"/var/log/nginx/access.log"',
        "/var/log/*/a?cess.[kl]og",
    ],
)
def test_a_log_stays_as_long_as_logrotate_keeps_it(seen: Seen, paths: str) -> None:
    files = {"etc/nginx.conf": NGINX, "etc/logrotate.d/nginx": f"{paths} {ROTATE}"}
    line = 3 + paths.count("\n")
    assert retentions(seen, files) == [f"{OURS} = 190 days @ etc/logrotate.d/nginx:{line}:9"]


@pytest.mark.parametrize("paths", ["/var/log/*.log", "/var/log/nginx/error.log", "~/access.log", '""'])
def test_another_log_is_another_stream(seen: Seen, paths: str) -> None:
    lines = retentions(seen, {"nginx.conf": NGINX, "etc/logrotate.d/nginx": f"{paths} {ROTATE}"})
    assert [one.partition(" = ")[2].partition(":")[0] for one in lines] == [
        "? unresolved",
        "190 days @ etc/logrotate.d/nginx",
    ]


def test_what_logrotate_leaves_open_stays_open(seen: Seen) -> None:
    files = {"nginx.conf": NGINX, "logrotate.conf": "/var/log/nginx/*.log {\n rotate 5\n size 1M\n}\n"}
    (line,) = retentions(seen, files)
    assert line.startswith(f"{OURS} = ? unresolved: files are rotated by size")


def test_of_several_blocks_none_decides(seen: Seen) -> None:
    block = f"/var/log/nginx/*.log {ROTATE}"
    files = {"nginx.conf": NGINX, "a/logrotate.conf": block, "b/logrotate.conf": block.replace("190", "7")}
    assert [one.partition(" = ")[2][:8] for one in retentions(seen, files)] == [
        "? unreso",
        "190 days",
        "7 days @",
    ]


def test_a_log_that_says_itself_how_long_it_stays_is_left_alone(seen: Seen) -> None:
    shipped = NGINX.replace("/var/log/nginx/access.log", "syslog:server=l")
    files = {"nginx.conf": shipped, "etc/logrotate.d/nginx": f"syslog:server=l {ROTATE}"}
    assert "syslog server" in retentions(seen, {"nginx.conf": files["nginx.conf"]})[0]


def test_the_log_of_another_product_is_rotated_as_well(seen: Seen) -> None:
    files = {
        "redis.conf": "port 6379\nlogfile /var/log/redis.log\n",
        "logrotate.conf": f"/var/log/*.log {ROTATE}",
    }
    assert retentions(seen, files) == [
        "streams[name=/var/log/redis.log].retention = 190 days @ logrotate.conf:3:9"
    ]


def test_a_stream_keeps_its_own_component(collected: CollectFiles) -> None:
    made = collected({"web/nginx.conf": NGINX, "logrotate.conf": f"/var/log/nginx/*.log {ROTATE}"})
    assert [
        (one.record.component, one.record.place and one.record.place.path) for one in made.observations
    ] == [("web/nginx", "web/nginx.conf")]
    assert [one.path for one in made.read] == ["web/nginx.conf", "logrotate.conf"]
