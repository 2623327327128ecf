from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from reglint.documents.discover import discover
from reglint.facts.merge import index
from reglint.model.assessment import Skipped, SourceRead
from reglint.model.fact import Fact
from reglint.pipeline.knowledge import Knowledge
from reglint.pipeline.project import Project, root_of
from reglint.pipeline.request import Refused, Request
from reglint.pipeline.sight import Sight, look

Write = Callable[[dict[str, str | bytes]], Path]

PLATFORM = 'reglint: "1"\ncustody: {reserve_ratio: "98 %"}\n'
LOGBACK = """\
<configuration>
  <appender name="FILE" class="ch.qos.logback.core.rolling.RollingFileAppender">
    <rollingPolicy class="ch.qos.logback.core.rolling.TimeBasedRollingPolicy">
      <fileNamePattern>a.%d{yyyy-MM-dd}.log</fileNamePattern>
      <maxHistory>30</maxHistory>
    </rollingPolicy>
  </appender>
</configuration>
"""
RETENTION = "logging.streams[name=FILE].retention"


def seen(path: Path, knowledge: Knowledge, **facts: str) -> Sight | Refused:
    said = tuple((name.replace("__", "."), text) for name, text in facts.items())
    request = Request(path, dt.date(2026, 1, 1), facts=said)
    return look(Project(root_of(path)), request, knowledge.vocabulary)


def fact(sight: Sight | Refused, name: str) -> Fact | None:
    assert isinstance(sight, Sight)
    return index(sight.merged.facts).get(name)


def refusal(sight: Sight | Refused) -> list[str]:
    assert isinstance(sight, Refused)
    return [str(one) for one in sight.diagnostics]


def test_every_file_is_read_skipped_or_counted(project: Write, knowledge: Knowledge) -> None:
    root = project(
        {
            "platform.yaml": PLATFORM,
            "app/logback.xml": LOGBACK,
            "app/logback-old.xml": "<configuration>",
            "app/other.yml": "a: 1\n",
            "README.md": "# A\n",
            "node_modules/a.js": "",
        }
    )
    sight = seen(root, knowledge)
    assert isinstance(sight, Sight)
    assert sight.read == (
        SourceRead("app/logback.xml", "logback", sight.read[0].facts),
        SourceRead("platform.yaml", "platform", 1),
    )
    assert [one.path for one in sight.skipped] == ["app/logback-old.xml", "node_modules/"]
    assert sight.unread == {".md": 1, ".yml": 1}


def test_what_is_said_and_what_is_seen_are_one_tree(project: Write, knowledge: Knowledge) -> None:
    sight = seen(project({"platform.yaml": PLATFORM, "app/logback.xml": LOGBACK}), knowledge)
    shown = {name: one.shown for name in ("custody.reserve_ratio", RETENTION) if (one := fact(sight, name))}
    assert shown == {"custody.reserve_ratio": "98 %", RETENTION: "30 days"}


def test_the_command_line_has_the_last_word(project: Write, knowledge: Knowledge) -> None:
    sight = seen(project({"platform.yaml": PLATFORM}), knowledge, custody__reserve_ratio="100 %")
    found = fact(sight, "custody.reserve_ratio")
    assert found is not None
    assert (found.shown, str(found.place)) == ("100 %", "command line:1:1")


OBSERVED = [
    ("a folder", "[app/]", True),
    ("a file", "[app/logback.xml]", True),
    ("here", '["."]', True),
    ("here, otherwise", '["./"]', True),
    ("another folder", "[docs/]", False),
]


@pytest.mark.parametrize(
    ("observe", "found"), [row[1:] for row in OBSERVED], ids=[row[0] for row in OBSERVED]
)
def test_where_to_look(observe: str, project: Write, knowledge: Knowledge, *, found: bool) -> None:
    platform = f'reglint: "1"\nobserve: {observe}\n'
    root = project({"platform.yaml": platform, "app/logback.xml": LOGBACK, "docs/a.md": ""})
    assert (fact(seen(root, knowledge), RETENTION) is not None) is found


ASTRAY = [("not there", "ap/"), ("above the project", "../"), ("anywhere", "/etc")]


@pytest.mark.parametrize("named", [row[1] for row in ASTRAY], ids=[row[0] for row in ASTRAY])
def test_a_place_to_look_that_is_not_in_the_project_is_refused(
    named: str, project: Write, knowledge: Knowledge
) -> None:
    root = project({"platform.yaml": f'reglint: "1"\nobserve: [{named}]\n', "app/logback.xml": LOGBACK})
    (said,) = refusal(seen(root, knowledge))
    assert said.startswith(
        f"platform.yaml:2:11: error[observe] There is no {named} in the project. Name folders"
    )


def test_two_platform_files_are_refused_by_name(project: Write, knowledge: Knowledge) -> None:
    files: dict[str, str | bytes] = {"platform.yaml": PLATFORM, "deploy/platform.yml": PLATFORM}
    root = project(files)
    (said,) = refusal(seen(root, knowledge))
    assert said.startswith(
        "error[two-platforms] There are 2 platform files: deploy/platform.yml, platform.yaml. "
    )
    assert fact(seen(root / "deploy", knowledge), "custody.reserve_ratio") is not None
    assert fact(seen(root / "platform.yaml", knowledge), "custody.reserve_ratio") is not None


def test_a_platform_file_is_one_document(project: Write, knowledge: Knowledge) -> None:
    (said,) = refusal(seen(project({"platform.yaml": f"{PLATFORM}---\n{PLATFORM}"}), knowledge))
    assert said.startswith(
        "platform.yaml:1:1: error[documents] A platform file is one document, and this has 2. "
    )


def test_a_platform_file_that_is_no_yaml_is_refused(project: Write, knowledge: Knowledge) -> None:
    (said,) = refusal(seen(project({"platform.yaml": 'reglint: "1\n'}), knowledge))
    assert said.startswith("platform.yaml:")


def test_a_fact_that_is_none_is_refused(project: Write, knowledge: Knowledge) -> None:
    (said,) = refusal(seen(project({}), knowledge, custody__reserve_rato="1 %"))
    assert (
        said
        == 'error[set] "custody.reserve_rato": unknown fact "reserve_rato"; did you mean "reserve_ratio"?'
    )


def test_a_broken_file_that_is_named_is_refused(project: Write, knowledge: Knowledge) -> None:
    root = project({"platform.yaml": PLATFORM, "app/logback.xml": "<configuration>"})
    (said,) = refusal(seen(root / "app" / "logback.xml", knowledge))
    assert said.startswith("app/logback.xml:1:")


@pytest.mark.parametrize("name", ["README.md", "app/values.yml", "app/logback.xml"])
def test_a_sound_file_that_is_named_is_not_refused(name: str, project: Write, knowledge: Knowledge) -> None:
    root = project(
        {"platform.yaml": PLATFORM, "README.md": "<", "app/values.yml": "a: 1\n", "app/logback.xml": LOGBACK}
    )
    assert isinstance(seen(root / name, knowledge), Sight)


def test_a_symbolic_link_that_is_named_is_refused(project: Write, knowledge: Knowledge) -> None:
    root = project({"platform.yaml": PLATFORM, "app/logback.xml": LOGBACK})
    (root / "linked.xml").symlink_to(root / "app" / "logback.xml")
    (said,) = refusal(seen(root / "linked.xml", knowledge))
    assert said.endswith(
        "linked.xml:1:1: error[symbolic-link] A symbolic link is not followed. Name the file "
        "that it leads to."
    )


def test_what_is_wrong_in_a_found_file_is_a_warning(project: Write, knowledge: Knowledge) -> None:
    sight = seen(project({"platform.yaml": PLATFORM, "app/logback.xml": "<configuration>"}), knowledge)
    assert isinstance(sight, Sight)
    assert [(one.level, one.path) for one in sight.diagnostics] == [("warning", "app/logback.xml")]
    assert sight.skipped == (Skipped("app/logback.xml", sight.diagnostics[0].message),)


def test_the_command_line_does_not_hide_a_faulty_platform_file(project: Write, knowledge: Knowledge) -> None:
    root = project({"platform.yaml": 'reglint: "1"\ncustody: often\n'})
    sight = seen(root, knowledge, custody__reserve_ratio="98 %")
    assert isinstance(sight, Sight)
    assert [(one.line, one.code) for one in sight.declared.diagnostics] == [(2, "type")]
    assert fact(sight, "custody.reserve_ratio") is not None


def test_a_platform_file_of_another_name_is_one_where_it_is_named(
    project: Write, knowledge: Knowledge
) -> None:
    root = project({"pay.yaml": PLATFORM, "notes.yaml": "a: reglint\n"})
    named, notes = seen(root / "pay.yaml", knowledge), seen(root / "notes.yaml", knowledge)
    assert isinstance(named, Sight)
    assert isinstance(notes, Sight)
    assert (named.platform, notes.platform) == ("pay.yaml", None)


def test_a_file_that_the_platform_file_names_must_be_readable(project: Write, knowledge: Knowledge) -> None:
    platform = f"{PLATFORM}observe: [app/logback.xml]\n"
    root = project({"platform.yaml": platform, "app/logback.xml": "<configuration>"})
    (fault,) = refusal(seen(root, knowledge))
    assert fault.startswith("app/logback.xml:1:")


NEARLY = 'This is no platform file by its name. Did you mean "platform.yaml"?'
MADE = "a folder that tools make"
TEST_SETTINGS = "src/test/resources/application.yml"
PASSED = [
    ("tests", {TEST_SETTINGS: "a: 1\n"}, ("src/test/", "settings of tests, not of what runs")),
    ("classes", {"build/resources/a.yml": ""}, ("build/resources/", MADE)),
    (
        "beside pom.xml",
        {"pom.xml": "<project/>", "out/a.yml": ""},
        ("out/", MADE),
    ),
    (
        "beside package.json",
        {"package.json": "", "dist/a.yml": ""},
        ("dist/", MADE),
    ),
]


@pytest.mark.parametrize(("files", "skipped"), [row[1:] for row in PASSED], ids=[row[0] for row in PASSED])
def test_what_is_made_or_for_tests_is_passed_over(
    files: dict[str, str | bytes], skipped: tuple[str, str], project: Write, knowledge: Knowledge
) -> None:
    sight = seen(project(files), knowledge)
    assert isinstance(sight, Sight)
    assert (sight.read, sight.skipped) == ((), (Skipped(*skipped),))


def test_a_folder_of_that_name_with_nothing_that_makes_it_is_read(
    project: Write, knowledge: Knowledge
) -> None:
    sight = seen(project({"dist/logback.xml": LOGBACK}), knowledge)
    assert isinstance(sight, Sight)
    assert [one.path for one in sight.read] == ["dist/logback.xml"]


def test_a_file_for_tests_is_read_where_it_is_named(project: Write, knowledge: Knowledge) -> None:
    root = project({"platform.yaml": PLATFORM, "src/test/logback.xml": LOGBACK})
    sight = seen(root / "src" / "test" / "logback.xml", knowledge)
    assert isinstance(sight, Sight)
    assert "src/test/logback.xml" in [one.path for one in sight.read]


def test_a_folder_that_can_not_be_opened_is_a_warning(tmp_path: Path) -> None:
    found = discover(tmp_path / "gone")
    assert [(one.path, one.level, one.message) for one in found.closed] == [
        (
            "/",
            "warning",
            "The folder can't be opened: No such file or directory. What may be in it is not seen.",
        )
    ]


@pytest.mark.parametrize(
    ("files", "messages"),
    [
        (
            {"platfrom.yaml": PLATFORM},
            [NEARLY],
        ),
        ({"platform.yaml": PLATFORM, "platfrom.yaml": "a: 1\n"}, []),
        ({"deploy/platfrom.yaml": "a: 1\n", "form.yaml": "a: 1\n"}, []),
    ],
    ids=["near", "beside a platform file", "below, and another"],
)
def test_a_name_that_is_nearly_that_of_a_platform_file_is_a_warning(
    files: dict[str, str | bytes], messages: list[str], project: Write, knowledge: Knowledge
) -> None:
    sight = seen(project(files), knowledge)
    assert isinstance(sight, Sight)
    assert [f"{one.message} {one.hint}" for one in sight.diagnostics if one.level == "warning"] == messages
