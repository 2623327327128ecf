"""What becomes of the output of services of compose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

SIZE = "? unresolved: Docker deletes output by its size, whatever its age"
CONTAINER = "? unresolved: Docker deletes output with the container, whatever its age"
SENT = "? unresolved: where it is sent to decides how long it is kept"
JOURNAL = "? unresolved: the machine's own journal decides how long it is kept"


@pytest.mark.parametrize(
    ("logging", "wanted"),
    [
        ("{options: {max-size: 10m, max-file: 3}}", [f"retention = {SIZE} @ 4:35"]),
        ("{driver: json-file, options: {max-size: 10m}}", [f"retention = {SIZE} @ 4:54"]),
        ("{driver: json-file, options: {max-size: '-1'}}", [f"retention = {CONTAINER} @ 4:54"]),
        ("{driver: json-file}", [f"retention = {CONTAINER} @ 4:5"]),
        ("{driver: local}", [f"retention = {SIZE} @ 4:5"]),
        ("{driver: journald}", [f"retention = {JOURNAL} @ 4:23"]),
        (
            "{driver: syslog, options: {syslog-address: 'tcp://h:514'}}",
            [f"retention = {SENT} @ 4:23", "shipped_to[0] = tcp://h:514 @ 4:57"],
        ),
        (
            "{driver: 'grafana/loki:latest', options: {loki-url: '${URL:-http://u:root@h}'}}",
            [f"retention = {SENT} @ 4:23", "shipped_to[0] = http://‹redacted›@h @ 4:66"],
        ),
        ("{driver: gcplogs}", [f"retention = {SENT} @ 4:23", "shipped_to[0] = gcplogs @ 4:23"]),
        ("{driver: none}", []),
        ("{}", [f"retention = {CONTAINER} @ 4:5"]),
    ],
)
def test_what_a_driver_does_with_output(seen: Seen, logging: str, wanted: list[str]) -> None:
    text = f"services:\n  app:\n    image: x\n    logging: {logging}\n"
    lines = seen({"compose.yml": text}, "logging")
    assert [one.removeprefix("logging.streams[name=app].") for one in lines] == wanted


def test_a_service_that_says_nothing_has_no_stream(seen: Seen) -> None:
    assert seen({"compose.yml": "services: {app: {image: x}}"}, "logging") == []


def test_its_options_may_hold_secrets(seen: Seen) -> None:
    options = "{splunk-token: root, splunk-url: 'https://u:123@h'}"
    text = f"services:\n  app:\n    image: x\n    logging: {{driver: splunk, options: {options}}}\n"
    assert [one.partition(" @ ")[0] for one in seen({"compose.yml": text}, "secrets")] == [
        "secrets[name=splunk-token].strength = default",
        "secrets[name=splunk-url].strength = weak",
    ]
