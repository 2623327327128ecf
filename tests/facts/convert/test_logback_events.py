from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

FILE = '<appender name="F" class="x.RollingFileAppender">{}</appender>'
KAFKA = '<appender name="K" class="com.example.KafkaAppender">{}</appender>'
BOTH = '<root><appender-ref ref="F"/><appender-ref ref="K"/></root>'
ERRORS = '<filter class="x.LevelFilter"><level>ERROR</level><onMismatch>DENY</onMismatch></filter>'
WARNINGS = '<filter class="x.ThresholdFilter"><level>WARN</level></filter>'
OTHER = '<filter class="x.EvaluatorFilter"><evaluator/></filter>'
NEUTRAL = '<filter class="x.LevelFilter"><level>ERROR</level></filter>'


def shipped(convert: Callable[..., Any], text: str) -> object:
    body = f"<configuration>{text}</configuration>"
    return convert("logback_shipped_to", body, "/configuration/appender/0", format_name="xml-folded").value


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (FILE + KAFKA + BOTH, ("K",)),
        (FILE + KAFKA + BOTH.replace("root", "logger"), ("K",)),
        (FILE + KAFKA + '<root><appender-ref ref="F"/></root>', ()),
        (FILE + KAFKA + '<root><appender-ref ref="F"/></root><logger><appender-ref ref="K"/></logger>', ()),
        (
            FILE
            + KAFKA
            + '<appender name="A" class="x.AsyncAppender"><appender-ref ref="K"/></appender>'
            + '<root><appender-ref ref="F"/><appender-ref ref="A"/></root>',
            ("K",),
        ),
        (
            FILE
            + '<appender name="A" class="x.AsyncAppender"><appender-ref ref="A"/></appender>'
            + '<root><appender-ref ref="F"/><appender-ref ref="A"/></root>',
            (),
        ),
        (
            FILE
            + '<appender name="C" class="x.ConsoleAppender"/>'
            + '<root><appender-ref ref="F"/><appender-ref ref="C"/></root>',
            (),
        ),
        (FILE + '<root><appender-ref ref="F"/><appender-ref ref="NONE"/></root>', ()),
    ],
)
def test_a_stream_is_shipped_by_an_appender_beside_it(
    convert: Callable[..., Any], text: str, wanted: tuple[str, ...]
) -> None:
    assert shipped(convert, text.replace("{}", "")) == wanted


@pytest.mark.parametrize(
    ("own", "other", "wanted"),
    [
        ("", WARNINGS, ()),
        (WARNINGS, WARNINGS, ("K",)),
        (ERRORS, WARNINGS, ("K",)),
        (WARNINGS, ERRORS, ()),
        (ERRORS, "", ("K",)),
        (OTHER, WARNINGS, ()),
        (OTHER, OTHER, ("K",)),
        (WARNINGS, OTHER, ("K",)),
        (NEUTRAL, WARNINGS, ()),
        (ERRORS + WARNINGS, WARNINGS, ("K",)),
    ],
)
def test_a_shipper_takes_what_its_filters_admit(
    convert: Callable[..., Any], own: str, other: str, wanted: tuple[str, ...]
) -> None:
    assert shipped(convert, FILE.replace("{}", own) + KAFKA.replace("{}", other) + BOTH) == wanted
