from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reglint.documents.xml import read_xml
from reglint.facts.convert.logback_events import is_file_in_use
from reglint.facts.tree import all_named, plant, text_of
from reglint.model.fact import Unknown
from reglint.model.verdict import Reason

FILE = '<appender name="F" class="x.RollingFileAppender">{}</appender>'
KAFKA = '<appender name="K" class="com.example.KafkaAppender">{}</appender>'
BOTH = '<root><appender-ref ref="F"/><appender-ref ref="K"/></root>'
ERRORS = '<filter class="x.LevelFilter"><level>ERROR</level><onMismatch>DENY</onMismatch></filter>'
WARNINGS = '<filter class="x.ThresholdFilter"><level>WARN</level></filter>'
OTHER = '<filter class="x.EvaluatorFilter"><evaluator/></filter>'
NEUTRAL = '<filter class="x.LevelFilter"><level>ERROR</level></filter>'


def shipped(convert: Callable[..., Any], text: str) -> object:
    body = f"<configuration>{text}</configuration>"
    made = convert("logback_shipped_to", body, "/configuration/appender/0", format_name="xml-folded")
    return made and made.value


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (FILE + KAFKA + BOTH, ("K",)),
        (FILE + KAFKA + BOTH.replace("root", "logger"), ("K",)),
        (FILE + KAFKA + '<root><appender-ref ref="F"/></root>', None),
        (FILE + KAFKA + '<root><appender-ref ref="F"/></root><logger><appender-ref ref="K"/></logger>', None),
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
            None,
        ),
        (
            FILE
            + '<appender name="C" class="x.ConsoleAppender"/>'
            + '<root><appender-ref ref="F"/><appender-ref ref="C"/></root>',
            None,
        ),
        (FILE + '<root><appender-ref ref="F"/><appender-ref ref="NONE"/></root>', None),
    ],
)
def test_a_stream_is_shipped_by_an_appender_beside_it(
    convert: Callable[..., Any], text: str, wanted: tuple[str, ...] | None
) -> None:
    assert shipped(convert, text.replace("{}", "")) == wanted


@pytest.mark.parametrize(
    ("own", "other", "wanted"),
    [
        ("", WARNINGS, None),
        (WARNINGS, WARNINGS, ("K",)),
        (ERRORS, WARNINGS, ("K",)),
        (WARNINGS, ERRORS, None),
        (ERRORS, "", ("K",)),
        (OTHER, WARNINGS, None),
        (OTHER, OTHER, ("K",)),
        (WARNINGS, OTHER, ("K",)),
        (NEUTRAL, WARNINGS, None),
        (ERRORS + WARNINGS, WARNINGS, ("K",)),
    ],
)
def test_a_shipper_takes_what_its_filters_admit(
    convert: Callable[..., Any], own: str, other: str, wanted: tuple[str, ...] | None
) -> None:
    assert shipped(convert, FILE.replace("{}", own) + KAFKA.replace("{}", other) + BOTH) == wanted


@pytest.mark.parametrize(
    ("filters", "is_open"),
    [
        (WARNINGS.replace("ThresholdFilter", "LevelFilter"), False),
        (ERRORS.replace("ERROR", "DEBUG"), True),
        (ERRORS.replace("ERROR", "TRACE"), True),
        (ERRORS, False),
        ("", False),
    ],
)
def test_an_appender_of_debug_events_alone_may_be_debug_output(
    convert: Callable[..., Any], filters: str, *, is_open: bool
) -> None:
    body = f"<configuration>{FILE.replace('{}', filters)}</configuration>"
    made = convert("logback_kind", body, "/configuration/appender/0", format_name="xml-folded")
    detail = "the appender takes debug events alone: nobody says whether that is all they are"
    assert (made and made.value) == (Unknown(Reason.UNRESOLVED, detail) if is_open else None)


ASYNC = '<appender name="A" class="x.AsyncAppender"><appender-ref ref="F"/></appender>'
SIFT = '<appender name="S" class="x.SiftingAppender"><sift>{}</sift></appender>'


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f'{FILE}<root><appender-ref ref="F"/></root>', True),
        (f'{FILE}<logger name="a"><if><then><appender-ref ref="F"/></then></if></logger>', True),
        (f'{FILE}{ASYNC}<root><appender-ref ref="A"/></root>', True),
        (f"{FILE}{ASYNC}<root/>", False),
        (f"{FILE}<root/>", False),
        (f'{FILE}<root><appender-ref ref="${{X}}"/></root>', True),
        (f'<include resource="com/example/a.xml"/>{FILE}<root/>', True),
        (f'<include resource="org/springframework/boot/logging/logback/base.xml"/>{FILE}<root/>', False),
        (FILE, True),
        (f'{SIFT.format(FILE)}<root><appender-ref ref="S"/></root>', True),
        (f"{SIFT.format(FILE)}<root/>", False),
        ('<appender name="F"><rollingPolicy/></appender><root><appender-ref ref="F"/></root>', True),
        ('<appender name="F" class="x.Console"/><root><appender-ref ref="F"/></root>', False),
    ],
)
def test_an_appender_counts_where_a_logger_refers_to_it(text: str, *, wanted: bool) -> None:
    tree = plant(read_xml(f"<configuration>{text}</configuration>", "f", fold_case=True).roots[0])
    (one,) = (one for one in all_named(tree, "appender") if text_of(one, "@name") == "F")
    assert is_file_in_use(one, tree) is wanted
