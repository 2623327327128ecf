from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

DELETE = '<DefaultRolloverStrategy><Delete basePath="x">{}</Delete></DefaultRolloverStrategy>'
OPEN = "? unresolved: "
ELSEWHERE = f"{OPEN}without a Delete action Log4j deletes nothing: who removes the files is set elsewhere"
MORE = f"{OPEN}what the Delete action takes is not told by age alone"
AGE = '<IfLastModified age="{}"/>'


def xml(inner: str, pattern: str = "a-%d.log", beside: str = "") -> str:
    return (
        '<Configuration><Properties><Property name="d">30d</Property></Properties><Appenders>\n'
        f'<RollingFile name="R" filePattern="{pattern}">\n{inner}</RollingFile>{beside}</Appenders>\n'
        '<Loggers><Root><AppenderRef ref="R"/></Root></Loggers></Configuration>'
    )


def retentions(seen: Seen, text: str, path: str = "log4j2.xml") -> list[str]:
    lines = seen({path: text}, "logging")
    return [line.partition(" = ")[2] for line in lines if ".retention" in line]


@pytest.mark.parametrize(
    ("inner", "wanted"),
    [
        (DELETE.format(AGE.format("P30D")), "30 days @ 3:67"),
        (DELETE.format(AGE.format("PT12H")), "12 hours @ 3:67"),
        (DELETE.format(AGE.format("90d")), "90 days @ 3:67"),
        (DELETE.format(AGE.format("${d}")), "30 days @ 3:67"),
        (DELETE.format(AGE.format("${sys:x:-7d}")), "7 days @ 3:67 (unless sys:x is set)"),
        (DELETE.format(AGE.format("${sys:x}")), f"{OPEN}sys:x is not set in the file @ 3:67"),
        (DELETE.format(AGE.format("soon")), f'{OPEN}"soon" is no length of time @ 3:67'),
        (DELETE.format("<IfFileName glob='*'/>" + AGE.format("7d")), "7 days @ 3:89"),
        (DELETE.format(f"<IfFileName glob='*'>{AGE.format('7d')}</IfFileName>"), "7 days @ 3:88"),
        (DELETE.format("<IfFileName glob='*'/>"), f"{MORE} @ 3:26"),
        (DELETE.format(AGE.format("7d") + "<IfAccumulatedFileSize exceeds='1GB'/>"), f"{MORE} @ 3:73"),
        ("<DefaultRolloverStrategy max='10'/>", f"{ELSEWHERE} @ 2:35"),
    ],
)
def test_a_delete_action_removes_files_by_age(seen: Seen, inner: str, wanted: str) -> None:
    assert retentions(seen, xml(inner)) == [wanted]


def test_a_number_of_files_tells_no_time(seen: Seen) -> None:
    wanted = f"{OPEN}the strategy keeps a number of files, not a time @ 2:35"
    assert retentions(seen, xml("", "a-%i.log")) == [wanted]


def test_a_size_may_delete_before_the_age_does(seen: Seen) -> None:
    text = xml(f'<SizeBasedTriggeringPolicy size="1MB"/>{DELETE.format(AGE.format("7d"))}', "a-%d-%i.log")
    wanted = f"{OPEN}files beyond the strategy's max are deleted before their age @ 3:1"
    assert retentions(seen, text) == [wanted]


def test_an_appender_that_no_logger_refers_to_writes_nothing(seen: Seen) -> None:
    text = xml(DELETE.format(AGE.format("7d")), beside='<File name="unused"/>')
    assert retentions(seen, text) == ["7 days @ 3:67"]


def test_a_file_that_nothing_rolls_is_kept_by_others(seen: Seen) -> None:
    text = "<Configuration><Appenders><File name='a'/></Appenders></Configuration>"
    wanted = f"{OPEN}nothing here rolls the file: what removes it is set elsewhere @ 1:27"
    assert retentions(seen, text) == [wanted]


def test_what_also_goes_to_another_machine_is_shipped(seen: Seen) -> None:
    text = xml(DELETE.format(AGE.format("7d")), beside='<Kafka name="K"/>')
    assert "logging.streams[name=R].shipped_to[0] = K @ 2:1" in seen({"log4j2.xml": text})


YAML = """\
Configuration:
  Properties: {Property: [{name: d, value: 90d}]}
  Appenders:
    RollingFile:
      - name: R
        filePattern: a-%d.log
        DefaultRolloverStrategy: {Delete: {basePath: x, IfLastModified: {age: '${d}'}}}
"""
PROPERTIES = """\
property.d = 10d
appender.r.type = RollingFile
appender.r.name = R
appender.r.filePattern = a-%d.log
appender.r.strategy.type = DefaultRolloverStrategy
appender.r.strategy.action.type = Delete
appender.r.strategy.action.condition.type = IfLastModified
appender.r.strategy.action.condition.age = ${d}
appender.f.type = File
appender.f.name = F
rootLogger = INFO, R
"""


@pytest.mark.parametrize(
    ("path", "text", "wanted"),
    [
        ("log4j2.yml", YAML, "90 days @ 7:79"),
        ("log4j2.properties", PROPERTIES, "10 days @ 8:44"),
        (
            "log4j2.json",
            (
                '{"Configuration": {"Appenders": {"RollingFile": {"name": "R", "filePattern": "a-%d",'
                ' "Strategy": {"Delete": {"IfLastModified": {"age": "1d"}}}}}}}'
            ),
            "1 day @ 1:136",
        ),
    ],
)
def test_every_format_says_the_same(seen: Seen, path: str, text: str, wanted: str) -> None:
    assert retentions(seen, text, path) == [wanted]
