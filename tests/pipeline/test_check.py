from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reglint import __version__
from reglint.model.assessment import Assessment, PlatformSeen, Tally
from reglint.model.diagnostic import Diagnostic
from reglint.pipeline.check import check, check_with
from reglint.pipeline.knowledge import Knowledge
from reglint.pipeline.request import Nothing, Refused, Request

Write = Callable[[dict[str, str | bytes]], Path]

DAY = dt.date(2026, 1, 1)
PLATFORM = """\
reglint: "1"
platform:
  name: 示例支付
  roles: {cn: [payment_institution]}
custody: {reserve_ratio: "98 %"}
secrets: [{name: orders.password, strength: hunter2hunter2}]
"""
LOGBACK = """\
<configuration>
  <appender name="FILE">
    <rollingPolicy>
      <fileNamePattern>a.%d{yyyy-MM-dd}.log</fileNamePattern>
      <maxHistory>30</maxHistory>
    </rollingPolicy>
  </appender>
</configuration>
"""


def assessed(knowledge: Knowledge, request: Request) -> Assessment:
    result = check_with(knowledge, request)
    assert isinstance(result, Assessment)
    return result


def broken(run: Assessment) -> list[tuple[str, str]]:
    return [(one.rule, str(one.place)) for one in run.findings if one.verdict == "fail"]


def test_a_folder_is_assessed(project: Write, knowledge: Knowledge) -> None:
    root = project({"platform.yaml": PLATFORM, "app/logback.xml": LOGBACK})
    run = assessed(knowledge, Request(root, DAY))
    assert (run.version, run.as_of, run.jurisdictions) == (__version__, DAY, ("cn", "eu", "jp", "us"))
    held = ("financial_sector_institution", "network_operator", "payment_institution")
    assert run.platform == PlatformSeen("示例支付", root.as_posix(), {"cn": held})
    assert broken(run) == [
        ("cn-csl-log-retention", "app/logback.xml:5:19"),
        ("cn-reserve-full-deposit", "platform.yaml:5:26"),
    ]
    assert run.diagnostics == ()
    assert [pack.name for pack in run.packs] == ["cn", "eu", "jp", "us"]
    assert run.titles["custody.reserve_ratio"]["en"]
    assert [(one.line, one.column, one.length) for one in run.redactions["platform.yaml"]] == [(6, 45, 14)]


def test_loading_and_checking_in_one_step_is_the_same(project: Write, knowledge: Knowledge) -> None:
    request = Request(project({"platform.yaml": PLATFORM}), DAY)
    assert check(request) == check_with(knowledge, request)


def test_a_platform_without_a_name_has_that_of_its_folder(project: Write, knowledge: Knowledge) -> None:
    root = project({"platform.yaml": 'reglint: "1"\n'})
    seen = assessed(knowledge, Request(root, DAY)).platform
    assert seen == PlatformSeen(root.name, root.as_posix(), {}, {"cn": ("network_operator",)})


def test_one_jurisdiction_alone(project: Write, knowledge: Knowledge) -> None:
    request = Request(project({"platform.yaml": PLATFORM}), DAY, jurisdictions=("eu",))
    run = assessed(knowledge, request)
    assert {one.jurisdiction for one in run.findings} == {"eu"}
    assert (run.jurisdictions, [pack.name for pack in run.packs], list(run.tallies)) == (
        ("eu",),
        ["eu"],
        ["eu"],
    )


def test_rules_that_are_not_in_force_are_counted_beside(project: Write, knowledge: Knowledge) -> None:
    root = project({"platform.yaml": PLATFORM})
    run = assessed(
        knowledge, Request(root, DAY, select=("cn-aml-records", "us"), facts=(("platform.mlps_level", "3"),))
    )
    assert run.tallies["cn"] == Tally(in_force=1, unknown=1, not_in_force=1)
    early = assessed(knowledge, Request(root, dt.date(2010, 1, 1), select=("cn",)))
    of_china = [loaded for loaded in knowledge.packs.rules if loaded.rule.jurisdiction == "cn"]
    assert early.tallies["cn"].in_force + early.tallies["cn"].not_in_force == len(of_china)


def test_a_jurisdiction_with_nothing_in_force_is_named_all_the_same(
    project: Write, knowledge: Knowledge
) -> None:
    day = dt.date(2018, 1, 1)
    run = assessed(knowledge, Request(project({"platform.yaml": PLATFORM}), day))
    assert (run.tallies["eu"].in_force, run.tallies["eu"].not_in_force > 0) == (0, True)


def test_a_file_in_focus_narrows_what_is_reported_not_what_is_read(
    project: Write, knowledge: Knowledge
) -> None:
    root = project({"platform.yaml": PLATFORM, "app/logback.xml": LOGBACK, "README.md": ""})
    focused = {
        name: broken(assessed(knowledge, Request(root / name, DAY)))
        for name in ("app/logback.xml", "README.md", "platform.yaml")
    }
    logs = ("cn-csl-log-retention", "app/logback.xml:5:19")
    assert focused == {
        "app/logback.xml": [logs],
        "README.md": [],
        "platform.yaml": [logs, ("cn-reserve-full-deposit", "platform.yaml:5:26")],
    }


def test_a_focus_in_a_project_that_no_source_reads_is_no_fault(project: Write, knowledge: Knowledge) -> None:
    root = project({"README.md": ""})
    run = assessed(knowledge, Request(root / "README.md", DAY))
    said = [str(one) for one in run.diagnostics]
    assert (run.findings, said) == ((), ["README.md:1:1: note[focus] No source reads this file."])


def test_a_declaration_that_a_file_contradicts_is_a_finding_of_its_own(
    project: Write, knowledge: Knowledge
) -> None:
    said = f"{PLATFORM}logging: {{streams: [{{name: FILE, retention: 6 months}}]}}\n"
    root = project({"platform.yaml": said, "app/logback.xml": LOGBACK})
    assert broken(assessed(knowledge, Request(root, DAY)))[-1] == (
        "reglint-evidence-conflict",
        "platform.yaml:7:45",
    )


def test_a_role_that_nobody_knows_is_a_fault_where_it_is_said(project: Write, knowledge: Knowledge) -> None:
    root = project(
        {"platform.yaml": 'reglint: "1"\nplatform: {roles: {cn: [bonk, commercial_bank, null]}}\n'}
    )
    (fault,) = assessed(knowledge, Request(root, DAY)).diagnostics
    assert (fault.code, fault.path, fault.line, fault.column) == ("unknown-role", "platform.yaml", 2, 25)


def test_what_is_said_on_the_command_line_alone_is_no_project(project: Write, knowledge: Knowledge) -> None:
    request = Request(project({}), DAY, roles=(("cn", "payment_institution"),))
    assert check_with(knowledge, request) == Nothing("no file of the project was read")


NOTHING: list[tuple[str, dict[str, str | bytes], Request, str]] = [
    ("an empty folder", {}, Request(Path(), DAY), "no file of the project was read"),
    ("nothing that a source reads", {"a.md": ""}, Request(Path(), DAY), "no file of the project was read"),
    (
        "no rule",
        {"platform.yaml": PLATFORM},
        Request(Path(), DAY, select=("cn-csl",), ignore=("cn",)),
        "no rule was selected",
    ),
    (
        "no law yet",
        {"platform.yaml": PLATFORM},
        Request(Path(), dt.date(1999, 1, 1)),
        "no rule that was selected is in force on 1999-01-01",
    ),
]


@pytest.mark.parametrize(
    ("files", "request_", "why"), [row[1:] for row in NOTHING], ids=[row[0] for row in NOTHING]
)
def test_there_is_nothing_to_do(
    files: dict[str, str | bytes], request_: Request, why: str, project: Write, knowledge: Knowledge
) -> None:
    assert check_with(knowledge, replace(request_, path=project(files))) == Nothing(why)


def test_a_path_that_is_not_there_is_refused(knowledge: Knowledge) -> None:
    fault = Diagnostic("no-such-path", "nowhere is not there.", hint="Name a folder or a file.")
    assert check_with(knowledge, Request(Path("nowhere"), DAY)) == Refused((fault,))


def test_a_faulty_platform_file_is_refused(project: Write, knowledge: Knowledge) -> None:
    result = check_with(knowledge, Request(project({"platform.yaml": 'reglint: "'}), DAY))
    assert isinstance(result, Refused)


def test_strangers_are_refused_before_a_file_is_read(knowledge: Knowledge, tmp_path: Path) -> None:
    asked = Request(tmp_path, DAY, jurisdictions=("xx",), roles=(("cn", "xx"),))
    result = check_with(knowledge, asked)
    assert isinstance(result, Refused)
    assert [one.code for one in result.diagnostics] == ["unknown-jurisdiction", "unknown-role"]


def test_the_order_of_the_disk_does_not_count(project: Write, knowledge: Knowledge) -> None:
    names = [f"svc{number}/logback.xml" for number in range(5)]
    root = project({"platform.yaml": PLATFORM, **dict.fromkeys(reversed(names), LOGBACK)})
    run = assessed(knowledge, Request(root, DAY))
    places = [str(one.place) for one in run.findings if one.rule == "cn-csl-log-retention"]
    assert places == [f"{name}:5:19" for name in names]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_file_name_that_is_no_text_is_read_like_any_other(project: Write, knowledge: Knowledge) -> None:
    root = project({"platform.yaml": PLATFORM})
    odd = root / os.fsdecode(b"caf\xe9")
    odd.mkdir()
    (odd / "logback.xml").write_text(LOGBACK, "utf-8")
    assert broken(assessed(knowledge, Request(root, DAY)))[0][1] == "caf\udce9/logback.xml:5:19"


@pytest.mark.parametrize(
    ("select", "ignore", "shown"),
    [
        ((), (), True),
        (("reglint",), (), True),
        (("reglint-evidence-conflict",), (), True),
        ((), ("reglint-evidence-conflict",), False),
        (("cn-aml",), (), False),
    ],
)
def test_the_rule_on_evidence_is_selected_like_any_other(
    project: Write, knowledge: Knowledge, select: tuple[str, ...], ignore: tuple[str, ...], *, shown: bool
) -> None:
    said = f"{PLATFORM}logging: {{streams: [{{name: FILE, retention: 6 months}}]}}\n"
    root = project({"platform.yaml": said, "app/logback.xml": LOGBACK})
    run = assessed(knowledge, Request(root, DAY, select=select, ignore=ignore))
    assert ("reglint-evidence-conflict" in {one.rule for one in run.findings}) is shown
